#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli-run.h"

static void
assert_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize            size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 1000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint            n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
in_folder (Folder *folder, const char *name)
{
  return g_build_filename (folder->path, name, NULL);
}

/* ---- where to ------------------------------------------------------------------------------- */

static void
test_beside (Folder *folder, gconstpointer unused)
{
  g_autofree char *first = cli_save_session (folder, "2026/a.minutes", "Một");
  g_autofree char *second = cli_save_session (folder, "2025/b.minutes", "Hai");
  g_autofree char *first_pdf = in_folder (folder, "2026/a-minutes.pdf");
  g_autofree char *second_pdf = in_folder (folder, "2025/b-minutes.pdf");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "print", "--form", "minutes", first, second, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "");
  assert_pdf (first_pdf);
  assert_pdf (second_pdf);
}

static void
test_file (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *out = in_folder (folder, "new/deep/notice.pdf");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "print", "--form=notice", "--to", "pdf", "-o", out, input, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  assert_pdf (out);
}

static void
test_folder (Folder *folder, gconstpointer unused)
{
  g_autofree char *first = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *second = cli_save_session (folder, "b.minutes", "Hai");
  g_autofree char *out = in_folder (folder, "out");
  g_autofree char *first_pdf = in_folder (folder, "out/a-notice.pdf");
  g_autofree char *second_pdf = in_folder (folder, "out/b-notice.pdf");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "print", "--form", "notice", "-o", out, first, second, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  assert_pdf (first_pdf);
  assert_pdf (second_pdf);
  g_assert_cmpuint (count_files (out), ==, 2);
}

static void
test_stdout (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  const char      *arguments[] = { "print", "--form", "minutes", "-o", "-", input, NULL };
  g_auto (Outcome) run = { 0 };
  g_auto (Outcome) full = { 0 };

  cli_run_limited (&run, NULL, -1, arguments);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "%PDF-"));
  g_assert_cmpuint (g_bytes_get_size (run.bytes), >, 1000);
  g_assert_cmpuint (count_files (folder->path), ==, 1);
  cli_run_limited (&full, "/dev/full", -1, arguments);
  cli_assert_failed (&full, 3, "No space");
}

/* A full disk: one sentence with the name that was asked for, and nothing left. */
static void
test_full_disk (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *out = in_folder (folder, "thông báo.pdf");
  g_autofree char *sentence = g_strdup_printf ("%s can't be written: File too large\n", out);
  const char      *arguments[] = { "print", "--form", "notice", "-o", out, input, NULL };
  g_auto (Outcome) full = { 0 };

  cli_run_limited (&full, NULL, 1000, arguments);
  cli_assert_failed (&full, 3, "thông báo.pdf");
  g_assert_cmpstr (full.err, ==, sentence);
  g_assert_cmpuint (count_files (folder->path), ==, 1);
}

/* ---- what is there already ------------------------------------------------------------------ */

static void
test_force (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *place = folder_put (folder, "a-minutes.pdf", "đã có");
  g_autofree char *kept = NULL;
  g_auto (Outcome) refused = { 0 };
  g_auto (Outcome) forced = { 0 };
  struct stat      status;

  g_assert_cmpint (g_chmod (place, 0600), ==, 0);
  cli_run (&refused, "print", "--form", "minutes", input, NULL);
  cli_assert_failed (&refused, 1, "--force");
  g_assert_true (g_file_get_contents (place, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "đã có");
  cli_run (&forced, "print", "--form", "minutes", "--force", input, NULL);
  g_assert_cmpint (forced.status, ==, 0);
  assert_pdf (place);
  g_assert_cmpint (stat (place, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* A link stays a link; what it leads to is written. */
static void
test_link (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *target = folder_put (folder, "target.pdf", "đã có");
  g_autofree char *link = in_folder (folder, "link.pdf");
  g_auto (Outcome) run = { 0 };

  g_assert_cmpint (symlink ("target.pdf", link), ==, 0);
  cli_run (&run, "print", "--form", "minutes", "--force", "-o", link, input, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_pdf (target);
}

/* Not even --force destroys a session, or takes a folder or a pipe for a file. */
static void
test_never (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *file = folder_put (folder, "file", "x");
  g_autofree char *below = in_folder (folder, "file/a.pdf");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (Outcome) itself = { 0 };
  g_auto (Outcome) on_folder = { 0 };
  g_autofree char *pipe = in_folder (folder, "pipe.pdf");
  g_auto (Outcome) below_file = { 0 };
  g_auto (Outcome) on_pipe = { 0 };
  struct stat      about;

  g_assert_true (g_file_get_contents (input, &before, NULL, NULL));
  cli_run (&itself, "print", "--form", "minutes", "--force", "-o", input, input, NULL);
  cli_assert_failed (&itself, 1, input);
  g_assert_true (g_file_get_contents (input, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  cli_run (&on_folder, "print", "--form", "minutes", "--force", "-o", folder->path, input, NULL);
  cli_assert_failed (&on_folder, 1, folder->path);
  cli_run (&below_file, "print", "--form", "minutes", "-o", below, input, NULL);
  cli_assert_failed (&below_file, 1, file);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  cli_run (&on_pipe, "print", "--form", "minutes", "--force", "-o", pipe, input, NULL);
  cli_assert_failed (&on_pipe, 1, "isn't an ordinary file");
  g_assert_cmpint (stat (pipe, &about), ==, 0);
  g_assert_true (S_ISFIFO (about.st_mode));
}

static void
test_clash (Folder *folder, gconstpointer unused)
{
  g_autofree char *first = cli_save_session (folder, "2025/a.minutes", "Một");
  g_autofree char *second = cli_save_session (folder, "2026/a.minutes", "Hai");
  g_autofree char *out = in_folder (folder, "out");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "print", "--form", "minutes", "--force", "-o", out, first, second, NULL);
  cli_assert_failed (&run, 1, "a-minutes.pdf");
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* ---- nothing by halves ---------------------------------------------------------------------- */

static void
test_one_broken (Folder *folder, gconstpointer unused)
{
  g_autofree char *good = cli_save_session (folder, "good.minutes", "Một");
  g_autofree char *bad = folder_put (folder, "bad.minutes", "<");
  g_autofree char *out = in_folder (folder, "out");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "print", "--form", "minutes", "-o", out, good, bad, NULL);
  cli_assert_failed (&run, 1, bad);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (folder->path), ==, 2);
}

static void
test_no_space (Folder *folder, gconstpointer unused)
{
  g_autofree char *first = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *second = cli_save_session (folder, "b.minutes", "Hai");
  g_autofree char *place = folder_put (folder, "a-minutes.pdf", "đã có");
  g_autofree char *kept = NULL;
  const char      *arguments[] = { "print", "--form", "minutes", "--force", first, second, NULL };
  g_auto (Outcome) run = { 0 };

  cli_run_limited (&run, NULL, 1000, arguments);
  cli_assert_failed (&run, 3, "a-minutes.pdf");
  g_assert_true (g_file_get_contents (place, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "đã có");
  g_assert_cmpuint (count_files (folder->path), ==, 3);
}

static void
test_absent_input (Folder *folder, gconstpointer unused)
{
  g_autofree char *absent = in_folder (folder, "absent.minutes");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "print", "--form", "notice", absent, NULL);
  cli_assert_failed (&run, 1, absent);
}

/* A newer file is printed as far as it is known, and that is said. */
static void
test_newer (Folder *folder, gconstpointer unused)
{
  g_autofree char *path = cli_save_newer (folder, "a.minutes");
  g_autofree char *pdf = in_folder (folder, "a-notice.pdf");
  g_auto (Outcome) run = { 0 };

  cli_run (&run, "print", "--form", "notice", path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.err, "newer format"));
  assert_pdf (pdf);
}

/* ---- every form ------------------------------------------------------------------------------ */

static void
test_every_form (Folder *folder, gconstpointer unused)
{
  static const char *const forms[] = { "minutes",    "notice",    "attendance", "agenda",
                                       "invitation", "proposals", "follow-up",  "task-slip" };
  g_autofree char         *input = cli_save_session (folder, "2026/a.minutes", "Một");

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *name = g_strdup_printf ("2026/a-%s.pdf", forms[i]);
      g_autofree char *pdf = in_folder (folder, name);
      g_auto (Outcome) run = { 0 };

      cli_run (&run, "print", "--form", forms[i], "--as-of", "2026-06-30", input, NULL);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
      assert_pdf (pdf);
    }
}

/* Two sessions make one paper, named after the later one in whichever order they are given; what
 * one of them lacks leaves nothing behind. */
static void
test_comparison (Folder *folder, gconstpointer unused)
{
  g_autofree char *first = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *second = cli_save_session (folder, "b.minutes", "Hai");
  g_autofree char *bad = folder_put (folder, "bad.minutes", "<");
  g_autofree char *pdf = in_folder (folder, "b-comparison.pdf");
  g_auto (Outcome) run = { 0 }, broken = { 0 }, again = { 0 };

  cli_run (&broken, "print", "--form", "comparison", first, bad, NULL);
  cli_assert_failed (&broken, 1, bad);
  g_assert_cmpuint (count_files (folder->path), ==, 3);
  cli_run (&run, "print", "--form", "comparison", first, second, NULL);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  assert_pdf (pdf);
  cli_run (&again, "print", "--form", "comparison", first, second, NULL);
  cli_assert_failed (&again, 1, "--force");
}

/* One lead's slip out of a sample's; a name that is nobody's is told with those that are. */
static void
test_lead (Folder *folder, gconstpointer unused)
{
  g_autofree char *archive = in_folder (folder, "demo");
  g_autofree char *input = in_folder (folder, "demo/2026/2026-07-08-giao-ban-quy-2-2026.minutes");
  g_auto (Outcome) demo = { 0 }, all = { 0 }, one = { 0 }, nobody = { 0 };

  cli_run (&demo, "demo", archive, NULL);
  cli_run (&all, "print", "--form", "task-slip", "-o", "-", input, NULL);
  g_assert_cmpint (all.status, ==, 0);
  cli_run (&one, "print", "--form", "task-slip", "--lead", "van phong tinh uy", "-o", "-", input,
           NULL);
  g_assert_cmpstr (one.err, ==, "");
  g_assert_cmpint (one.status, ==, 0);
  g_assert_cmpuint (g_bytes_get_size (one.bytes), >, 1000);
  g_assert_cmpuint (g_bytes_get_size (one.bytes), <, g_bytes_get_size (all.bytes));
  cli_run (&nobody, "print", "--form", "task-slip", "--lead", "Sở Thời tiết", "-o", "-", input,
           NULL);
  cli_assert_failed (&nobody, 1, "Văn phòng Tỉnh");
}

/* The same pages, the second with its margins exchanged. */
static void
test_two_sided (Folder *folder, gconstpointer unused)
{
  g_autofree char *archive = in_folder (folder, "demo");
  g_autofree char *input = in_folder (folder, "demo/2026/2026-07-08-giao-ban-quy-2-2026.minutes");
  g_auto (Outcome) demo = { 0 }, fronts = { 0 }, both = { 0 };

  cli_run (&demo, "demo", archive, NULL);
  cli_run (&fronts, "print", "--form", "minutes", "-o", "-", input, NULL);
  cli_run (&both, "print", "--form", "minutes", "--two-sided", "-o", "-", input, NULL);
  g_assert_cmpstr (both.err, ==, "");
  g_assert_cmpint (both.status, ==, 0);
  g_assert_true (g_str_has_prefix (both.out, "%PDF-"));
  g_assert_false (g_bytes_equal (fronts.bytes, both.bytes));
}

/* ---- wrong usage ---------------------------------------------------------------------------- */

/* Another style than the session's, by name or file; none of that name is told. */
static void
test_style (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *out = in_folder (folder, "state.pdf");
  g_autofree char *file = in_folder (folder, "own.xml");
  g_auto (Outcome) by_name = { 0 }, by_file = { 0 }, absent = { 0 };

  cli_run (&by_name, "print", "--form", "notice", "--style", "state-2020", "-o", out, input, NULL);
  g_assert_cmpstr (by_name.err, ==, "");
  assert_pdf (out);
  g_assert_true (g_file_set_contents (
      file, "<house-style name=\"own\" base=\"state-2020\"><sheet top=\"25\"/></house-style>", -1,
      NULL));
  cli_run (&by_file, "print", "--form", "notice", "--force", "--style", file, "-o", out, input,
           NULL);
  g_assert_cmpstr (by_file.err, ==, "");
  g_assert_cmpint (by_file.status, ==, 0);
  cli_run (&absent, "print", "--form", "notice", "--force", "--style", "no-such", "-o", out, input,
           NULL);
  cli_assert_failed (&absent, 1, "no-such");
}

static const char *const all_forms[] = { "minutes",   "notice",     "attendance",
                                         "agenda",    "invitation", "proposals",
                                         "follow-up", "task-slip",  "comparison" };

/* A comparison takes two files. */
static void
print_form (Outcome *run, const char *form, const char *style, const char *out, const char *input)
{
  gboolean    is_two = strcmp (form, "comparison") == 0;
  const char *arguments[] = {
    "print", "--form", form, "--style", style, "-o", out, input, is_two ? input : NULL, NULL
  };

  cli_run_limited (run, NULL, -1, arguments);
}

/* Nothing is known yet, neither number nor day nor who signs: every form is printed with gaps. */
static void
test_gaps (Folder *folder, gconstpointer unused)
{
  static const char *const styles[] = { "party-2018", "party-2026", "state-2020" };
  g_autoptr (MnItem)       session = mn_session_new ();
  g_autofree char         *input = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all_forms); i++)
    set (add (session, "documents", NULL), "form", all_forms[i]);
  input = folder_save (folder, "a.minutes", session);
  for (guint i = 0; i < G_N_ELEMENTS (all_forms); i++)
    for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
      {
        g_autofree char *name = g_strdup_printf ("%s-%s.pdf", all_forms[i], styles[s]);
        g_autofree char *out = in_folder (folder, name);
        g_auto (Outcome) run = { 0 };

        print_form (&run, all_forms[i], styles[s], out, input);
        g_assert_cmpstr (run.err, ==, "");
        g_assert_cmpint (run.status, ==, 0);
        assert_pdf (out);
      }
}

/* A style that makes no sense is told once, with file and line, and nothing is written. */
static void
test_bad_style (Folder *folder, gconstpointer unused)
{
  static const char *const styles[] = {
    "xin chào",
    "",
    "<html/>",
    "<house-style name=\"own\" base=\"party-2026\"><sheet width=\"40\"/></house-style>",
    "<house-style name=\"own\" base=\"party-2026\"><sheet left=\"rộng\"/></house-style>",
    "<house-style name=\"own\" base=\"party-2026\"><sheet left=\"150\" "
    "right=\"100\"/></house-style>",
    "<house-style name=\"own\" base=\"party-2026\"><columns left-share=\"0.99\"/></house-style>",
    "<house-style name=\"own\" base=\"party-2026\"><role name=\"body\" size=\"-3\"/></house-style>",
    "<house-style name=\"own\" base=\"party-2026\"><role name=\"poem\" size=\"14\"/></house-style>",
    "<house-style name=\"own\" base=\"nowhere\"/>",
  };
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *style = in_folder (folder, "own.xml");
  g_autofree char *out = in_folder (folder, "a.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    for (guint f = 0; f < (i == 0 ? G_N_ELEMENTS (all_forms) : 1); f++)
      {
        g_auto (Outcome) run = { 0 };

        g_assert_true (g_file_set_contents (style, styles[i], -1, NULL));
        print_form (&run, all_forms[f], style, out, input);
        cli_assert_failed (&run, 1, "own.xml:1: ");
        g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
      }
}

/* What the rule doesn't allow is printed as the style says, and told with the rule. */
static void
test_other_widths (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  g_autofree char *style = folder_put (
      folder, "own.xml",
      "<house-style name=\"own\" base=\"party-2026\"><sheet left=\"35\"/></house-style>");

  for (guint f = 0; f < G_N_ELEMENTS (all_forms); f++)
    {
      g_autofree char *name = g_strdup_printf ("%s.pdf", all_forms[f]);
      g_autofree char *out = in_folder (folder, name);
      g_auto (Outcome) run = { 0 };

      print_form (&run, all_forms[f], style, out, input);
      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpuint (cli_count_lines (run.err), ==, 1);
      g_assert_nonnull (strstr (run.err, "own.xml:1: "));
      g_assert_nonnull (strstr (run.err, "35"));
      assert_pdf (out);
    }
}

static void
test_usage (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = cli_save_session (folder, "a.minutes", "Một");
  const struct
  {
    const char *arguments[8];
    const char *word;
  } cases[] = {
    { { "print", input }, "--form" },
    { { "print", "--form", "poem", input }, "poem" },
    { { "print", "--form", "minutes" }, "FILE" },
    { { "print", "--form", "minutes", "--to", "docx", input }, "docx" },
    { { "print", "--form", "minutes", "-o" }, "-o" },
    { { "print", "--form", "minutes", "-o", "", input }, "-o" },
    { { "print", "--form", "minutes", "-o", "-", input, input }, "FILE" },
    { { "print", "--frobnicate", input }, "--frobnicate" },
    { { "print", "--form", "comparison", input }, "two FILEs" },
    { { "print", "--form", "notice", "--lead", "Sở A", input }, "task-slip" },
    { { "print", "--form", "follow-up", "--as-of", "2026-02-30", input }, "2026-02-30" },
    { { "print", "--form", "follow-up", "--as-of", "hôm nay", input }, "hôm nay" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Outcome) run = { 0 };

      cli_run_limited (&run, NULL, -1, cases[i].arguments);
      cli_assert_failed (&run, 2, cases[i].word);
    }
  g_assert_cmpuint (count_files (folder->path), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli-print/beside", test_beside);
  ADD_TEST ("/cli-print/file", test_file);
  ADD_TEST ("/cli-print/folder", test_folder);
  ADD_TEST ("/cli-print/stdout", test_stdout);
  ADD_TEST ("/cli-print/force", test_force);
  ADD_TEST ("/cli-print/link", test_link);
  ADD_TEST ("/cli-print/never", test_never);
  ADD_TEST ("/cli-print/clash", test_clash);
  ADD_TEST ("/cli-print/one-broken", test_one_broken);
  ADD_TEST ("/cli-print/no-space", test_no_space);
  ADD_TEST ("/cli-print/absent-input", test_absent_input);
  ADD_TEST ("/cli-print/newer", test_newer);
  ADD_TEST ("/cli-print/style", test_style);
  ADD_TEST ("/cli-print/gaps", test_gaps);
  ADD_TEST ("/cli-print/bad-style", test_bad_style);
  ADD_TEST ("/cli-print/other-widths", test_other_widths);
  ADD_TEST ("/cli-print/every-form", test_every_form);
  ADD_TEST ("/cli-print/comparison", test_comparison);
  ADD_TEST ("/cli-print/full-disk", test_full_disk);
  ADD_TEST ("/cli-print/lead", test_lead);
  ADD_TEST ("/cli-print/two-sided", test_two_sided);
  ADD_TEST ("/cli-print/usage", test_usage);
  return g_test_run ();
}
