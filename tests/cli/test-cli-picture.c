#include <glib/gstdio.h>
#include <string.h>

#include "../paper/picture-test.h"
#include "cli-run.h"

static const char *
find_line (const char *path, const char *word)
{
  static char      line[16];
  g_autofree char *bytes = NULL;
  const char      *found;
  guint            number = 1;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  found = strstr (bytes, word);
  g_assert_nonnull (found);
  for (const char *p = bytes; p < found; p++)
    number += *p == '\n';
  g_snprintf (line, sizeof line, ":%u: ", number);
  return line;
}

/* A session of the archive's folder of 2026 whose notice shows attachments/so-do.png. */
static char *
save_session (Folder *folder)
{
  g_autoptr (MnItem) session = make_session ("Giao ban", "2026-04-15T08:00:00+07:00");
  MnItem            *notice = mn_session_get_document (session, "notice");
  MnItem            *appendix;

  add_task (session, "Củng cố tổ chức", "2026-06-30");
  if (notice == NULL)
    {
      notice = add (session, "documents", NULL);
      set (notice, "form", "notice");
    }
  appendix = add (notice, "appendices", "Các điểm ngập:");
  set (add (appendix, "pictures", NULL), "file", "attachments/so-do.png");
  return folder_save (folder, "2026/a.minutes", session);
}

static char *
make_attachments (Folder *folder)
{
  char *path = g_build_filename (folder->path, "attachments", NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0777), ==, 0);
  return path;
}

static void
test_printed (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = save_session (folder);
  g_autofree char *attachments = make_attachments (folder);
  g_autofree char *picture = write_picture (attachments, "so-do.png", "png", 300, 200, 0xff0000ff);
  g_autofree char *out = g_build_filename (folder->path, "a.pdf", NULL);
  g_auto (Outcome) checked = { 0 }, printed = { 0 };

  cli_run (&checked, "check", input, NULL);
  g_assert_cmpstr (checked.err, ==, "");
  cli_run (&printed, "print", "--form", "notice", "-o", out, input, NULL);
  g_assert_cmpstr (printed.err, ==, "");
  g_assert_cmpint (printed.status, ==, 0);
  g_assert_true (g_file_test (out, G_FILE_TEST_EXISTS));
}

/* No paper without its picture, and no half one: one sentence. */
static void
test_no_picture (Folder *folder, gconstpointer unused)
{
  g_autofree char *input = save_session (folder);
  g_autofree char *attachments = make_attachments (folder);
  g_autofree char *out = g_build_filename (folder->path, "a.pdf", NULL);
  const char      *words[] = { "can't be opened", "is no picture" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (Outcome) checked = { 0 }, printed = { 0 };

      cli_run (&checked, "check", input, NULL);
      g_assert_cmpint (checked.status, ==, 1);
      g_assert_cmpuint (cli_count_lines (checked.err), ==, 1);
      g_assert_nonnull (strstr (checked.err, words[i]));
      g_assert_nonnull (strstr (checked.err, find_line (input, "<attachment ")));
      cli_run (&printed, "print", "--form", "notice", "-o", out, input, NULL);
      cli_assert_failed (&printed, 1, words[i]);
      g_assert_nonnull (strstr (printed.err, "attachments/so-do.png"));
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
      g_free (write_bytes (attachments, "so-do.png", "Không phải ảnh", -1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/cli-picture/printed", test_printed);
  ADD_TEST ("/cli-picture/no-picture", test_no_picture);
  return g_test_run ();
}
