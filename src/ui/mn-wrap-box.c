#include "mn-wrap-box.h"

#include "mn-children.h"

#define SPACING 6

struct _MnWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MnWrapBox, mn_wrap_box, GTK_TYPE_WIDGET)

/* Where the next child goes. */
typedef struct
{
  int width; /* of all rows */
  int x;
  int y;
  int row_height;
} Pen;

static GtkWidget *
find_visible (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return find_visible (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return find_visible (gtk_widget_get_next_sibling (child));
}

static void
place (Pen *pen, GtkWidget *child, GtkAllocation *box)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  box->width = MAX (minimum, MIN (natural, pen->width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, box->width, NULL, &box->height, NULL, NULL);
  if (pen->x > 0 && pen->x + box->width > pen->width)
    {
      pen->x = 0;
      pen->y += pen->row_height + SPACING;
      pen->row_height = 0;
    }
  box->x = pen->x;
  box->y = pen->y;
  pen->x += box->width + SPACING;
  pen->row_height = MAX (pen->row_height, box->height);
}

static GtkSizeRequestMode
mn_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = get_first (widget); child; child = get_next (child))
    {
      int least, wish;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wish, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wish + (*natural > 0 ? SPACING : 0);
    }
}

static void
mn_wrap_box_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  Pen pen = { .width = for_size < 0 ? G_MAXINT / 2 : for_size };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  for (GtkWidget *child = get_first (widget); child; child = get_next (child))
    {
      GtkAllocation box;

      place (&pen, child, &box);
    }
  *minimum = *natural = pen.y + pen.row_height;
}

static void
mn_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen      pen = { .width = width };

  for (GtkWidget *child = get_first (widget); child; child = get_next (child))
    {
      GtkAllocation box;

      place (&pen, child, &box);
      if (mirrored)
        box.x = width - box.x - box.width;
      gtk_widget_size_allocate (child, &box, -1);
    }
}

static void
mn_wrap_box_dispose (GObject *object)
{
  mn_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (mn_wrap_box_parent_class)->dispose (object);
}

static void
mn_wrap_box_class_init (MnWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mn_wrap_box_dispose;
  widget_class->get_request_mode = mn_wrap_box_get_request_mode;
  widget_class->measure = mn_wrap_box_measure;
  widget_class->size_allocate = mn_wrap_box_size_allocate;
}

static void
mn_wrap_box_init (MnWrapBox *self)
{
}
