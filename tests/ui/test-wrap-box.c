#include "mn-wrap-box.h"

#include "mn-ui-test.h"

static GtkWidget *
add (GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_parent (button, box);

  return button;
}

static int
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, natural, NULL, NULL);

  return minimum;
}

/* In one row as long as there is room, else in several; never wider than its widest child. */
static void
test_wraps (void)
{
  GtkWidget *box = g_object_ref_sink (g_object_new (MN_TYPE_WRAP_BOX, NULL));
  GtkWidget *first = add (box, "Thử lại"), *second = add (box, "Lưu một bản sao ở nơi khác");
  GtkWidget *hidden = add (box, "Không hiện");
  int        wide, natural, one, row, height;

  gtk_widget_set_visible (hidden, FALSE);
  one = measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &wide);
  g_assert_cmpint (one, ==, measure (second, GTK_ORIENTATION_HORIZONTAL, -1, &natural));
  g_assert_cmpint (wide, >, natural);
  row = measure (first, GTK_ORIENTATION_VERTICAL, -1, &height);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, wide, &height), ==, row);
  g_assert_cmpint (measure (box, GTK_ORIENTATION_VERTICAL, wide - 1, &height), >=, 2 * row);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, wide - 1, height }, -1);
  {
    GtkAllocation a, b;

    gtk_widget_get_allocation (first, &a);
    gtk_widget_get_allocation (second, &b);
    g_assert_cmpint (a.x, ==, b.x);
    g_assert_cmpint (b.y, >=, a.y + a.height);
  }
  g_assert_finalize_object (box);
}

static void
add_tests (void)
{
  g_test_add_func ("/wrap-box/wraps", test_wraps);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
