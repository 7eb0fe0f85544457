/* What the name of a body tells. */

#include "mn-body-name.h"

#include <string.h>

#include "mn-fold.h"

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
  "Ban Tổ chức",
  "Trường Chính trị",
  "Trung tâm Chính trị",
  "Báo và Phát thanh, Truyền hình",
  "Đại hội Đảng",
};
static const char *const party_words[] = {
  "tinh uy", "thanh uy", "dang uy", "huyen uy", "thi uy", "quan uy", "dang bo", "chi bo", "cap uy"
}; /* folded */

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
  "Ban Quản lý",
  "Bệnh viện",
  "Trường",
  "Kho bạc",
  "Thuế",
};

/**
 * mn_body_skip:
 * @begin: words that may stand at the front of @name, behind blanks, as whole words and in any
 * spelling of their tones ("uỷ", "ủy")
 *
 * Returns: (nullable): what follows them in @name
 */
const char *
mn_body_skip (const char *name, const char *begin)
{
  glong            n = g_utf8_strlen (begin, -1);
  const char      *rest;
  g_autofree char *head = NULL;

  while (g_unichar_isspace (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);
  if (g_utf8_strlen (name, -1) < n)
    return NULL;
  rest = g_utf8_offset_to_pointer (name, n);
  head = g_strndup (name, (gsize) (rest - name));
  if (!mn_same_wording (head, begin) || g_unichar_isalpha (g_utf8_get_char (rest)))
    return NULL;
  while (g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  return rest;
}

static gboolean
begins_with_one (const char *name, const char *const *beginnings, guint n)
{
  for (guint i = 0; i < n; i++)
    if (mn_body_skip (name, beginnings[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A committee anywhere in the name, whatever its case and the place of its tone. */
static gboolean
says_committee (const char *name)
{
  g_autofree char *folded = mn_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (party_words); i++)
    if (strstr (folded, party_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * mn_body_find_family:
 * @body: (nullable): "Tỉnh uỷ Sông Ngân", "Uỷ ban nhân dân xã Cồn Mây"
 * @family: (out): the family, where the name tells it
 *
 * The Front and the organisations in it head their papers as the State does (NĐ 30, Điều 2). A
 * committee's organ is told by the committee in its name: "Văn phòng Tỉnh uỷ", "Đảng uỷ Uỷ ban nhân
 * dân tỉnh".
 */
gboolean
mn_body_find_family (const char *body, MnFamily *family)
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
 * mn_body_skip_standing:
 *
 * There is no heading for a "thường trực": standing organs issue under their committee's (HD
 * 05-HD/VPTW, Phụ lục 1, ô 2).
 *
 * Returns: (nullable): the committee's name in that of its standing organ
 */
const char *
mn_body_skip_standing (const char *name)
{
  static const char *const organs[] = { "Thường trực", "Ban Thường trực", "Ban Thường vụ",
                                        "Ban Chấp hành" };

  for (guint i = 0; i < G_N_ELEMENTS (organs); i++)
    {
      const char *rest = mn_body_skip (name, organs[i]);

      if (rest != NULL && *rest != '\0')
        return rest;
    }
  return NULL;
}
