#include "mn-glue.h"

#include <string.h>

/* What is held together stands between brackets in the answer. */
static char *
glue (const char *text)
{
  g_auto (GStrv)       syllables = g_strsplit (text, " ", -1);
  guint                n = g_strv_length (syllables);
  g_autofree gboolean *held = g_new0 (gboolean, n + 1);
  GString             *result = g_string_new (NULL);

  mn_glue ((const char *const *) syllables, n, held);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (result, syllables[i]);
      if (i + 1 < n)
        g_string_append (result, held[i] ? "_" : " ");
    }
  return g_string_free (result, FALSE);
}

static const struct
{
  const char *path, *text;
} cases[] = {
  { "date", "ngày_05_tháng_02_năm_2026 tại hội trường" },
  { "short-date", "đến ngày_05/02/2026, các cơ quan" },
  { "capital", "Ngày_05/02/2026, Quý_I_năm_2026, Quý_II/2026" },
  { "hour", "lúc_08_giờ_30_phút, ngày_11/3/2026" },
  { "sign", "Thông báo Số_15-TB/ĐU, ngày_05/02/2026 của Đảng uỷ" },
  { "state-sign", "Số:_15/TB-UBND ngày_03" },
  { "blank-sign", "Số_-TB/ĐU, Số_…-TB/TU, ngày_… tháng_… năm_2026" },
  { "sign-is-no-amount", "số_15-TB/ĐU ngày_05/02/2026" },
  { "per-cent", "đạt 98,6_% kế hoạch, 98,6% còn lại" },
  { "money", "hỗ trợ 1.250_triệu_đồng cho 30_hộ nghèo" },
  { "range", "nhiệm kỳ_2025_-_2030 và 5_năm_2021_-_2025" },
  { "telephone", "điện thoại 0294_3855_123" },
  { "comrade", "do đồng_chí_Nguyễn_Văn_An, Phó Bí thư" },
  { "comrade-position", "các đồng_chí Uỷ viên Ban Thường vụ" },
  { "comrades", "Các đồng_chí Ngô Bảo Lâm, Trịnh Công Khải" },
  { "comrade-count", "Có mặt: 07_đồng_chí trong Ban" },
  { "comrade-alone", "các đồng chí có ý kiến" },
  { "five-syllables", "đồng_chí_Nguyễn_Thị_Ngọc_Minh_Châu Hoa" },
  { "mister", "ông_Thạch_Sô_Phi và bà_Kim_Thị_Hoa. Hội nghị" },
  { "initials", "đồng_chí_N.V._An, P._An và N" },
  { "place", "tại TP._Hồ Chí Minh" },
  { "item", "khoản_2 Điều_5, điểm_a khoản_1; Phụ lục_II" },
  { "dash", "tổ chức chính trị_- xã hội" },
  { "stop", "Hết_./." },
  { "sentence", "trong năm. 15_xã; số, 7_giờ" },
  { "plain", "Thường trực Tỉnh uỷ ghi nhận kết quả" },
  { "brackets", "(ngày_05/02/2026), (15_xã)" },
  { "congress", "Đại hội lần thứ_XIV" },
};

static void
test_case (gconstpointer data)
{
  const char      *expected = data;
  g_autofree char *text = g_strdelimit (g_strdup (expected), "_", ' ');
  g_autofree char *result = glue (text);

  g_assert_cmpstr (result, ==, expected);
}

static void
test_nothing (void)
{
  gboolean          held[2] = { FALSE, FALSE };
  const char *const odd[] = { "", "", NULL };

  mn_glue (odd, 0, held);
  mn_glue (odd, 1, held);
  mn_glue (odd, 2, held);
  g_assert_false (held[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/glue/", cases[i].path, NULL);

      g_test_add_data_func (path, cases[i].text, test_case);
    }
  g_test_add_func ("/glue/nothing", test_nothing);
  return g_test_run ();
}
