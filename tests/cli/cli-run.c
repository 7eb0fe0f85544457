#include "cli-run.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static void
limit_cb (gpointer user_data)
{
  const gint64 *limit = user_data;
  struct rlimit size = { (rlim_t) *limit, (rlim_t) *limit };

  if (*limit < 0)
    return;
  signal (SIGXFSZ, SIG_DFL); /* as a shell starts it */
  setrlimit (RLIMIT_FSIZE, &size);
}

static char *
dup_text (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 ? g_strndup (data, size) : g_strdup ("");
}

/* A leak that is known is no message of the program. */
static void
hush_sanitizer (GSubprocessLauncher *launcher)
{
  const char      *options = g_getenv ("LSAN_OPTIONS");
  g_autofree char *quiet = g_strconcat (options != NULL ? options : "", ":print_suppressions=0",
                                        NULL);

  g_subprocess_launcher_setenv (launcher, "LSAN_OPTIONS", quiet, TRUE);
}

void
cli_run_limited (Outcome          *outcome,
                 const char       *out_path,
                 gint64            limit,
                 const char *const arguments[])
{
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDERR_PIPE |
                           (out_path == NULL ? G_SUBPROCESS_FLAGS_STDOUT_PIPE : 0);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags);
  g_autoptr (GPtrArray)           line = g_ptr_array_new ();
  g_autoptr (GSubprocess)         process = NULL;
  g_autoptr (GBytes)              errors = NULL;
  g_autoptr (GError)              error = NULL;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "minutes-cli",
                                                    NULL);

  memset (outcome, 0, sizeof *outcome);
  g_ptr_array_add (line, program);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (line, (gpointer) arguments[i]);
  g_ptr_array_add (line, NULL);
  hush_sanitizer (launcher);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_set_child_setup (launcher, limit_cb, &limit, NULL);
  if (out_path != NULL)
    g_subprocess_launcher_set_stdout_file_path (launcher, out_path);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &outcome->bytes, &errors, &error));
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome->status = g_subprocess_get_exit_status (process);
  outcome->err = dup_text (errors);
  if (outcome->bytes != NULL)
    outcome->out = dup_text (outcome->bytes);
}

void
cli_run (Outcome *outcome, const char *argument, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  va_list               list;

  va_start (list, argument);
  for (; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  cli_run_limited (outcome, NULL, -1, (const char *const *) arguments->pdata);
}

void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->out, g_free);
  g_clear_pointer (&outcome->err, g_free);
  g_clear_pointer (&outcome->bytes, g_bytes_unref);
}

guint
cli_count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n' ? 1 : 0;
  return n;
}

void
cli_assert_failed (const Outcome *outcome, int status, const char *word)
{
  g_assert_cmpstr (outcome->err, !=, "");
  if (strstr (outcome->err, word) == NULL)
    g_error ("“%s” isn't in: %s", word, outcome->err);
  g_assert_cmpuint (cli_count_lines (outcome->err), ==, 1);
  g_assert_cmpint (outcome->status, ==, status);
  if (outcome->out != NULL)
    g_assert_cmpstr (outcome->out, ==, "");
}

char *
cli_save_session (Folder *folder, const char *name, const char *title)
{
  g_autoptr (MnItem) session = make_session (title, "2026-04-15T08:00:00+07:00");

  add_task (session, "Củng cố tổ chức", "2026-06-30");
  return folder_save (folder, name, session);
}

char *
cli_save_newer (Folder *folder, const char *name)
{
  g_autofree char    *path = cli_save_session (folder, name, "Hội nghị");
  g_autofree char    *bytes = NULL;
  g_autoptr (GString) newer = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  newer = g_string_new (bytes);
  g_assert_cmpuint (g_string_replace (newer, " version=\"1\" id", " version=\"99\" id", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (newer, "</record>", "<oracle>x</oracle></record>", 1), ==, 1);
  return folder_put (folder, name, newer->str);
}
