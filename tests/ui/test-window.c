#include "mn-window.h"

#include "mn-ui-test.h"

static void
test_opens (void)
{
  g_autoptr (MnApplication) application = mn_application_new ();
  MnWindow                 *window = g_object_new (MN_TYPE_WINDOW, NULL);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (window)));
  mn_ui_test_close (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/window/opens", test_opens);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
