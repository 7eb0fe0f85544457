#include "mn-panes.h"

#include "mn-ui-test.h"

static MnPanes *
open_panes (GtkWindow **window, int width)
{
  MnPanes *panes = MN_PANES (mn_panes_new ());

  *window = GTK_WINDOW (gtk_window_new ());
  mn_panes_set_start (panes, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  mn_panes_set_end (panes, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_window_set_child (*window, GTK_WIDGET (panes));
  gtk_window_set_default_size (*window, width, 300);
  gtk_window_present (*window);
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (panes)));
  mn_ui_test_settle ();

  return panes;
}

static GtkWidget *
get_pane (MnPanes *panes, const char *name)
{
  GtkWidget *pane = NULL;

  g_object_get (panes, name, &pane, NULL);
  g_object_unref (pane); /* the panes keep it */

  return pane;
}

static int
get_room (MnPanes *panes, const char *name)
{
  return gtk_widget_get_width (get_pane (panes, name));
}

static void
test_wide_shows_both (void)
{
  GtkWindow *window;
  MnPanes   *panes = open_panes (&window, 1000);

  g_assert_false (mn_panes_get_folded (panes));
  g_assert_true (mn_panes_get_show_start (panes));
  g_assert_true (mn_panes_get_show_end (panes));
  g_assert_true (gtk_widget_get_mapped (get_pane (panes, "start")));
  g_assert_true (gtk_widget_get_mapped (get_pane (panes, "end")));

  mn_panes_set_end_width (panes, 300);
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (panes)));
  g_assert_cmpint (get_room (panes, "end"), ==, 300);
  mn_ui_test_close (window);
}

static void
test_never_hides_both (void)
{
  GtkWindow *window;
  MnPanes   *panes = open_panes (&window, 1000);

  mn_panes_set_show_end (panes, FALSE);
  g_assert_true (mn_panes_get_show_start (panes));
  g_assert_false (gtk_widget_get_mapped (get_pane (panes, "end")));

  mn_panes_set_show_start (panes, FALSE);
  g_assert_false (mn_panes_get_show_start (panes));
  g_assert_true (mn_panes_get_show_end (panes));
  g_assert_true (gtk_widget_get_mapped (get_pane (panes, "end")));
  mn_ui_test_close (window);
}

static void
test_narrow_folds (void)
{
  GtkWindow *window;
  MnPanes   *panes = open_panes (&window, 400);

  g_assert_true (mn_panes_get_folded (panes));
  g_assert_true (mn_panes_get_show_start (panes));
  g_assert_false (mn_panes_get_show_end (panes));

  mn_panes_set_show_end (panes, TRUE);
  g_assert_false (mn_panes_get_show_start (panes));
  g_assert_true (gtk_widget_get_mapped (get_pane (panes, "end")));
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (panes)));
  g_assert_cmpint (get_room (panes, "end"), ==, 400);
  mn_ui_test_close (window);
}

static void
test_width_stays_in_room (void)
{
  GtkWindow *window;
  MnPanes   *panes = open_panes (&window, 800);

  mn_panes_set_end_width (panes, 5000);
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (panes)));
  g_assert_cmpint (get_room (panes, "start"), >=, 300);
  mn_panes_set_end_width (panes, 0);
  g_assert_true (mn_ui_test_wait_for_paint (GTK_WIDGET (panes)));
  g_assert_cmpint (get_room (panes, "end"), >=, 200);
  mn_ui_test_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/panes/wide-shows-both", test_wide_shows_both);
  g_test_add_func ("/panes/never-hides-both", test_never_hides_both);
  g_test_add_func ("/panes/narrow-folds", test_narrow_folds);
  g_test_add_func ("/panes/width-stays-in-room", test_width_stays_in_room);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
