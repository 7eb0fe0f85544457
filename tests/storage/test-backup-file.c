#include "mn-backup-file.h"

#include <string.h>

#include "mn-error.h"
#include "mn-xml.h"

static void
test_names (void)
{
  static const char *const foreign[] = { "",
                                         "origin",
                                         "20260415T023000Z.minutes",
                                         "20260415T023000Z.minutes.gz~",
                                         "20260415T023000Z-1.minutes.gz",
                                         "20260415T023000Z-02.minutes.gz",
                                         "20260231T023000Z.minutes.gz",
                                         "2026 4 5T 2 3 0Z.minutes.gz",
                                         "20260415T023000Z-2x.minutes.gz",
                                         "x20260415T023000Z.minutes.gz" };
  g_autofree char         *first = mn_backup_dup_name (1776220200, 1);
  g_autofree char         *third = mn_backup_dup_name (1776220200, 3);
  gint64                   time;
  guint                    number;

  g_assert_cmpstr (first, ==, "20260415T023000Z.minutes.gz");
  g_assert_cmpstr (third, ==, "20260415T023000Z-3.minutes.gz");
  g_assert_true (mn_backup_parse_name (third, &time, &number));
  g_assert_cmpint (time, ==, 1776220200);
  g_assert_cmpuint (number, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    g_assert_false (mn_backup_parse_name (foreign[i], &time, &number));
}

static GBytes *
make_bytes (gsize n)
{
  guint8 *data = g_malloc (n + 1);

  for (gsize i = 0; i < n; i++)
    data[i] = (guint8) (i % 251 ^ i / 997);
  return g_bytes_new_take (data, n);
}

static void
test_round_trip (void)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = make_bytes (sizes[i]);
      g_autoptr (GBytes) packed = mn_backup_compress (bytes, &error);
      g_autoptr (GBytes) back = mn_backup_uncompress (packed, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, back));
    }
}

/* Every byte changed, every length cut: an error or the same bytes, never another end. */
static void
test_damage (void)
{
  g_autoptr (GBytes) bytes = make_bytes (3000);
  g_autoptr (GBytes) packed = mn_backup_compress (bytes, NULL);
  gsize              size;
  const guint8      *data = g_bytes_get_data (packed, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) cut = g_bytes_new (data, i), changed = NULL, back = NULL;

      g_assert_null (mn_backup_uncompress (cut, NULL));
      copy[i] ^= 0x10;
      changed = g_bytes_new (copy, size);
      back = mn_backup_uncompress (changed, NULL);
      g_assert_true (back == NULL || g_bytes_equal (back, bytes));
    }
}

static void
test_bomb (void)
{
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (MN_XML_MAX_BYTES + 100000),
                                               MN_XML_MAX_BYTES + 100000);
  g_autoptr (GBytes) packed = mn_backup_compress (zeros, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_bytes_get_size (packed), <, 200000);
  g_assert_null (mn_backup_uncompress (packed, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_FORMAT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-file/names", test_names);
  g_test_add_func ("/backup-file/round-trip", test_round_trip);
  g_test_add_func ("/backup-file/damage", test_damage);
  g_test_add_func ("/backup-file/bomb", test_bomb);
  return g_test_run ();
}
