#include <string.h>

#include "form-make.h"
#include "mn-xml.h"
#include "storage-fill.h"

static char *
get_folder (void)
{
  return g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "samples", NULL);
}

/* Every sample reads like an office's own paper: nothing doubled, nothing dangling. */
static void
test_samples (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;
  guint            n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char   *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MnItem) session = NULL;

      if (!g_str_has_suffix (name, ".minutes"))
        continue;
      session = mn_xml_read_file (path, NULL, &error);
      g_assert_no_error (error);
      form_assert_clean (session, name);
      n++;
    }
  g_assert_cmpuint (n, >=, 8);
}

/* Items with every field of every kind filled, sense or not, compose. */
static void
test_filled (void)
{
  for (guint n = 1; n <= 3; n++)
    {
      g_autoptr (MnItem) session = storage_fill_new (4, n);

      for (guint form = 0; form < MN_N_FORMS; form++)
        {
          const MnFormInput      input = { .session = session };
          g_autoptr (MnComposed) composed = mn_form_compose_input ((MnForm) form, &input);
          g_auto (GStrv)         outdated = mn_form_list_outdated ((MnForm) form, &input);
          g_autofree char       *plain = form_plain ((MnForm) form, session);

          g_assert_cmpuint (composed->blocks->len, >, 6);
          g_assert_null (strstr (plain, "(null)"));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-files/samples", test_samples);
  g_test_add_func ("/form-files/filled", test_filled);
  return g_test_run ();
}
