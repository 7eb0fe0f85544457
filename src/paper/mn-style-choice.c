#include "mn-style-choice.h"

#include "mn-sentence.h"

/* Committees and their organs; the first words, or words anywhere in the name. */
static const char *const party_beginnings[] = {
  "Đảng ủy",
  "Đảng bộ",
  "Chi bộ",
  "Chi ủy",
  "Tỉnh ủy",
  "Thành ủy",
  "Huyện ủy",
  "Thị ủy",
  "Quận ủy",
  "Trung ương Đảng",
  "Ban Chấp hành",
  "Ban Thường vụ",
  "Đảng đoàn",
  "Ban cán sự",
  "Ủy ban Kiểm tra",
  "Ban Tuyên giáo",
  "Ban Dân vận",
  "Ban Nội chính",
  "Ban Xây dựng Đảng",
  "Đại hội Đảng",
};
static const char *const party_words[] = { "tỉnh ủy", "thành ủy", "đảng ủy", "huyện ủy", "thị ủy",
                                           "quận ủy", "đảng bộ",  "chi bộ",  "cấp ủy" };

static const char *const front_beginnings[] = {
  "Ủy ban Mặt trận",      "Mặt trận Tổ quốc",   "Ban Thường trực Ủy ban Mặt trận",
  "Liên đoàn Lao động",   "Công đoàn",          "Hội Nông dân",
  "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Tỉnh đoàn",
  "Đoàn Thanh niên",
};

static const char *const state_beginnings[] = {
  "Ủy ban nhân dân",
  "UBND",
  "Hội đồng nhân dân",
  "HĐND",
  "Thường trực Hội đồng nhân dân",
  "Thường trực HĐND",
  "Sở",
  "Chính phủ",
  "Thủ tướng",
  "Bộ",
  "Văn phòng Ủy ban nhân dân",
  "Văn phòng UBND",
  "Văn phòng Đoàn đại biểu Quốc hội",
  "Đoàn đại biểu Quốc hội",
  "Tổng cục",
  "Cục",
  "Chi cục",
  "Phòng",
  "Thanh tra",
  "Công an",
  "Tòa án",
  "Viện kiểm sát",
  "Trung tâm",
  "Bệnh viện",
  "Trường",
  "Kho bạc",
  "Thuế",
};

static gboolean
begins_with (const char *name, const char *beginning)
{
  const char *end;

  if (!mn_sentence_begins (name, beginning))
    return FALSE;
  end = g_utf8_offset_to_pointer (name, g_utf8_strlen (beginning, -1));
  return !g_unichar_isalpha (g_utf8_get_char (end));
}

static gboolean
begins_with_one (const char *name, const char *const *beginnings, guint n)
{
  for (guint i = 0; i < n; i++)
    if (begins_with (name, beginnings[i]))
      return TRUE;
  return FALSE;
}

/* A committee anywhere in the name, whatever its case and the place of its tone. */
static gboolean
says_committee (const char *name)
{
  g_autofree char *folded = mn_sentence_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (party_words); i++)
    if (mn_sentence_fold_says (folded, party_words[i]))
      return TRUE;
  return FALSE;
}

/**
 * mn_style_find_family:
 * @body: (nullable): "Tỉnh uỷ Sông Ngân", "Uỷ ban nhân dân xã Cồn Mây"
 * @family: (out): the family, where the name tells it
 *
 * The Front and the organisations in it head their papers as the State does (NĐ 30, Điều 2). A
 * committee's organ is told by the committee in its name: "Văn phòng Tỉnh uỷ", "Đảng uỷ Uỷ ban nhân
 * dân tỉnh".
 */
gboolean
mn_style_find_family (const char *body, MnFamily *family)
{
  if (body == NULL || *body == '\0')
    return FALSE;
  if (begins_with_one (body, party_beginnings, G_N_ELEMENTS (party_beginnings)) ||
      says_committee (body))
    *family = MN_FAMILY_PARTY;
  else if (begins_with_one (body, front_beginnings, G_N_ELEMENTS (front_beginnings)) ||
           begins_with_one (body, state_beginnings, G_N_ELEMENTS (state_beginnings)))
    *family = MN_FAMILY_STATE;
  else
    return FALSE;
  return TRUE;
}

/**
 * mn_style_choose:
 *
 * HD 05-HD/VPTW is in force from 27/5/2026, HD 36-HD/VPTW was before; of the State only NĐ 30/2020
 * (05/3/2020) is known, and serves for what is older as well.
 */
const char *
mn_style_choose (MnFamily family, const GDate *date)
{
  GDate hd_05;

  if (family == MN_FAMILY_STATE)
    return "state-2020";
  g_date_clear (&hd_05, 1);
  g_date_set_dmy (&hd_05, 27, G_DATE_MAY, 2026);
  return date != NULL && g_date_compare (date, &hd_05) < 0 ? "party-2018" : "party-2026";
}
