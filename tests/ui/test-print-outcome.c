#include "mn-print-outcome.h"

#include <errno.h>
#include <string.h>

#include "mn-print-waiting.h"

static void
test_file (void)
{
  g_autoptr (GError) error = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                                          "Error writing to “/tmp/.minutes-print-12.pdf”: %s",
                                          g_strerror (ENOSPC));
  g_autofree char   *told = mn_print_outcome_dup ("/tmp/Biên bản.pdf", "Print to File", error);
  g_autofree char   *unsaid = mn_print_outcome_dup ("/tmp/Biên bản.pdf", "Print to File", NULL);

  g_assert_cmpstr (told, ==, "“/tmp/Biên bản.pdf” can't be saved: No space left on device");
  g_assert_cmpstr (unsaid, ==, "“/tmp/Biên bản.pdf” can't be saved: it was given up");
}

static void
test_printer (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED,
                                                  "Too many failed attempts");
  g_autofree char   *unreached = mn_print_outcome_dup (NULL, "Văn thư", error);
  g_autofree char   *ended = mn_print_outcome_dup (NULL, "Văn thư", NULL);
  g_autofree char   *unnamed = mn_print_outcome_dup (NULL, NULL, NULL);

  g_assert_true (g_str_has_prefix (unreached, "Nothing was printed: the printer “Văn thư” "));
  g_assert_nonnull (strstr (unreached, "(Too many failed attempts)"));
  g_assert_nonnull (strstr (ended, "by the printer “Văn thư” or by somebody in its queue"));
  g_assert_nonnull (strstr (unnamed, "“?”"));
}

static void
test_waiting (void)
{
  g_autofree char *told = mn_print_waiting_dup_sentence ("Văn thư", "Out of paper.");

  g_assert_cmpstr (told, ==, "Not printed yet. The printer “Văn thư” says: Out of paper.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-outcome/file", test_file);
  g_test_add_func ("/print-outcome/printer", test_printer);
  g_test_add_func ("/print-outcome/waiting", test_waiting);

  return g_test_run ();
}
