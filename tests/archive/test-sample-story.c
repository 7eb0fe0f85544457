/* What the sample archive is there to show. The files are read once for all tests. */

#include <string.h>

#include "archive-make.h"
#include "mn-numbering.h"
#include "mn-xml.h"

#define ON_THE_DAY_AFTER "2026-07-09"

#define N_SAMPLES 8

static const char *const names[N_SAMPLES] = {
  "2023-08-25-lam-viec-voi-cac-hoi",
  "2024-04-12-giao-ban-lan-thu-nam-quy-1-2024",
  "2025-03-11-lam-viec-voi-mat-tran-va-doan-the",
  "2025-10-03-ubnd-xa-giao-ban-quy-3-2025",
  "2025-10-09-giao-ban-quy-3-2025",
  "2026-01-08-giao-ban-quy-4-2025",
  "2026-04-09-giao-ban-quy-1-2026",
  "2026-07-08-giao-ban-quy-2-2026",
};

static MnItem *sessions[N_SAMPLES];

static char *
dup_path (guint i)
{
  g_autofree char *name = g_strconcat (names[i], ".minutes", NULL);

  return g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
}

static void
read_sessions (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autofree char   *path = dup_path (i);
      g_autoptr (GError) error = NULL;

      sessions[i] = mn_xml_read_file (path, NULL, &error);
      g_assert_no_error (error);
    }
}

/* The session that began on @day. */
static MnItem *
find_session (const char *day)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    if (g_str_has_prefix (mn_item_get (mn_session_get_general (sessions[i]), "starts"), day))
      return sessions[i];
  g_error ("no sample session of %s", day);
}

/* ---- the files ------------------------------------------------------------------------------ */

/* Saving a sample that nobody changed changes no byte. */
static void
test_canonical (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autofree char   *path = dup_path (i);
      g_autoptr (GBytes) written = mn_xml_write (sessions[i]);
      g_autofree char   *bytes = NULL;
      gsize              length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), bytes, length);
    }
}

/* ---- the made-up series --------------------------------------------------------------------- */

typedef struct
{
  const char *day;
  guint       point; /* from 0 */
  const char *status;
  gboolean    open;
  guint       slips;
  guint       days;
  const char *lead;
} Fate;

static const Fate fates[] = {
  { "2025-10-09", 0, "done-on-time", FALSE, 0, 0, NULL },
  { "2025-10-09", 1, "done-late", FALSE, 0, 13, NULL },
  { "2025-10-09", 2, "done-on-time", FALSE, 2, 0, NULL },
  { "2025-10-09", 3, "doing-overdue", TRUE, 0, 100, "Đảng uỷ Uỷ ban nhân dân tỉnh" },
  { "2025-10-09", 4, "cancelled", FALSE, 0, 0, NULL },
  { "2025-10-09", 5, "paused", TRUE, 0, 0, NULL },
  { "2026-01-08", 2, "done-late", FALSE, 0, 24, NULL },
  { "2026-01-08", 5, "done-on-time", FALSE, 0, 0, NULL }, /* after an entry that was struck */
  { "2026-04-09", 1, "doing-in-term", TRUE, 1, 0, NULL },
  { "2026-04-09", 3, "doing-overdue", TRUE, 0, 9, NULL },
  { "2025-10-03", 0, "done-on-time", FALSE, 0, 0, NULL },
  { "2025-10-03", 3, "done-late", FALSE, 0, 7, NULL },
};

static guint32
get_julian (const char *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, day);
  return g_date_get_julian (&date);
}

static void
assert_fate (Folder *folder, const Fate *fate)
{
  MnItem  *session = find_session (fate->day);
  MnItem  *point = mn_item_get_child (mn_session_get_conclusion (session), "points", fate->point);
  MnStatus status;

  mn_archive_get_status (folder->archive, mn_item_get_id (point),
                         get_julian (mn_item_get (point, "deadline")), NULL,
                         get_julian (ON_THE_DAY_AFTER), G_MAXINT64, &status);
  g_assert_cmpstr (mn_status_dup_label_key (&status), ==, fate->status);
  g_assert_cmpint (status.open, ==, fate->open);
  g_assert_cmpuint (status.slips, ==, fate->slips);
  g_assert_cmpuint (status.days_overdue, ==, fate->days);
  g_assert_cmpstr (status.lead, ==, fate->lead);
}

static void
test_fates (Folder *folder, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  mn_archive_write_samples (folder->path, &error);
  g_assert_no_error (error);
  folder_refresh (folder);
  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    {
      g_test_message ("%s, point %u", fates[i].day, fates[i].point + 1);
      assert_fate (folder, &fates[i]);
    }
}

/* The last notice can be signed: numbered after those before it, dated, with recipients. */
static void
test_last_notice (void)
{
  static const char *const days[] = { "2025-10-09", "2026-01-08", "2026-04-09", "2026-07-08" };
  gint64                   before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MnItem *session = find_session (days[i]);
      MnItem *notice = mn_session_get_document (session, "notice");

      g_assert_cmpint (mn_item_get_integer (notice, "number", 0), >, before);
      before = mn_item_get_integer (notice, "number", 0);
      g_assert_nonnull (mn_item_get (notice, "date"));
      g_assert_nonnull (mn_item_get (notice, "signatory"));
      g_assert_cmpuint (mn_item_get_n_children (notice, "recipients"), >, 3);
      g_assert_nonnull (
          strstr (mn_item_get (mn_session_get_general (session), "source"), "hư cấu"));
    }
}

/* The State's session speaks as the State does: "ông" and "bà", and the old place of tones. */
static void
test_state (void)
{
  MnItem            *session = find_session ("2025-10-03");
  MnItem            *record = mn_session_get_record (session);
  g_autoptr (GBytes) written = mn_xml_write (session);
  const char        *bytes = g_bytes_get_data (written, NULL);
  MnFamily           family;

  g_assert_true (
      mn_body_find_family (mn_item_get (mn_session_get_issuer (session), "name"), &family));
  g_assert_cmpint (family, ==, MN_FAMILY_STATE);
  for (guint i = 0; i < mn_item_get_n_children (record, "parties"); i++)
    g_assert_cmpstr (mn_item_get (mn_item_get_child (record, "parties", i), "address"), !=,
                     "dong-chi");
  g_assert_null (g_strstr_len (bytes, (gssize) g_bytes_get_size (written), "uỷ"));
  g_assert_null (g_strstr_len (bytes, (gssize) g_bytes_get_size (written), "Uỷ"));
  g_assert_nonnull (strstr (mn_item_get (mn_session_get_general (session), "source"), "hư cấu"));
}

/* ---- the meetings out of the press ---------------------------------------------------------- */

/* Figures as the reports give them; the denominator's column is NULL where there is none. */
static const struct
{
  const char *day, *words, *value, *numerator, *denominator;
} figures[] = {
  { "2023-08-25", "439 hội", "439", NULL, NULL },
  { "2024-04-12", "trên 5,8 tỷ đồng", "5.8", NULL, NULL },
  { "2024-04-12", "1.068 đảng viên", "1068", NULL, NULL },
  { "2024-04-12", "336 đảng viên", "336", NULL, NULL },
  { "2024-04-12", "2.325 tập thể", "2325", NULL, NULL },
  { "2024-04-12", "39.700 đảng viên", "39700", NULL, NULL },
  { "2024-04-12", "2.713 mô hình", "2713", NULL, NULL },
  { "2024-04-12", "604 mô hình", "604", NULL, NULL },
  { "2024-04-12", "3 trong 5 dự thảo", NULL, "3", "5" },
  { "2025-03-11", "524/765 chi hội trưởng, đạt 68%", "68", "524", "765" },
};

typedef struct
{
  const char *words;
  MnItem     *found;
} Wanted;

static gboolean
is_other_indicator (MnItem *item, gpointer user_data)
{
  Wanted *wanted = user_data;

  if (!mn_item_is (item, "indicator") || strcmp (mn_item_get (item, "words"), wanted->words) != 0)
    return TRUE;
  wanted->found = item;
  return FALSE;
}

static void
test_figures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      MnItem *session = find_session (figures[i].day);
      Wanted  wanted = { figures[i].words, NULL };
      gint64  sum = 0;

      g_test_message ("%s", figures[i].words);
      mn_item_walk (session, is_other_indicator, &wanted);
      g_assert_nonnull (wanted.found);
      g_assert_cmpstr (mn_item_get (wanted.found, "value"), ==, figures[i].value);
      g_assert_cmpstr (mn_item_get (wanted.found, "numerator"), ==, figures[i].numerator);
      g_assert_cmpstr (mn_item_get (wanted.found, "denominator"), ==, figures[i].denominator);
      for (guint n = 0; n < mn_item_get_n_children (wanted.found, "parts"); n++)
        sum += g_ascii_strtoll (mn_item_get (mn_item_get_child (wanted.found, "parts", n), "value"),
                                NULL, 10);
      if (sum > 0)
        g_assert_cmpint (sum, ==, g_ascii_strtoll (figures[i].value, NULL, 10));
    }
}

/* What a report doesn't tell is not made up: no hour, no number, no deadline, no vote. */
static void
test_untold (void)
{
  static const char *const days[] = { "2023-08-25", "2024-04-12", "2025-03-11" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MnItem *session = find_session (days[i]);
      MnItem *general = mn_session_get_general (session);
      MnItem *conclusion = mn_session_get_conclusion (session);

      g_assert_false (mn_item_moment_has_time (general, "starts"));
      g_assert_null (mn_item_get (general, "ends"));
      g_assert_nonnull (mn_item_get (general, "source"));
      g_assert_cmpuint (mn_item_get_n_children (mn_session_get_record (session), "votes"), ==, 0);
      for (guint n = 0; n < mn_item_get_n_children (conclusion, "points"); n++)
        g_assert_null (mn_item_get (mn_item_get_child (conclusion, "points", n), "deadline"));
      for (guint n = 0; n < mn_item_get_n_children (session, "documents"); n++)
        {
          MnItem *document = mn_item_get_child (session, "documents", n);

          g_assert_cmpstr (mn_item_get (document, "draft-note"), ==, "Dự thảo");
          g_assert_null (mn_item_get (document, "number"));
        }
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sample-story/canonical", test_canonical);
  ADD_TEST ("/sample-story/fates", test_fates);
  g_test_add_func ("/sample-story/last-notice", test_last_notice);
  g_test_add_func ("/sample-story/state", test_state);
  g_test_add_func ("/sample-story/figures", test_figures);
  g_test_add_func ("/sample-story/untold", test_untold);
  read_sessions ();
  result = g_test_run ();
  for (guint i = 0; i < N_SAMPLES; i++)
    g_object_unref (sessions[i]);
  return result;
}
