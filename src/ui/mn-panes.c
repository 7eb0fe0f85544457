#include "mn-panes.h"

#include <glib/gi18n.h>

#define HANDLE_WIDTH 9 /* wide enough to be caught; the line in it is drawn by the style */
#define KEY_STEP 32
#define END_SHARE 0.38 /* of the room, until somebody wishes otherwise */
#define LEAST_END_WIDTH 240
#define LEAST_START_WIDTH 380 /* a narrower form beside pages is no use: fold */

struct _MnPanes
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *start;
  GtkWidget *end;
  GtkWidget *handle;

  /* Plain */
  gboolean want_start;
  gboolean want_end;
  gboolean end_on_top; /* folded with both wanted: which one is seen */
  gboolean folded;
  gboolean measured; /* room has been given out once: "folded" is true to life */
  int      end_width;
  int      drag_width;
  guint    notify_id;
};

enum
{
  PROP_START = 1,
  PROP_END,
  PROP_SHOW_START,
  PROP_SHOW_END,
  PROP_END_WIDTH,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MnPanes, mn_panes, GTK_TYPE_WIDGET)

/* ---- what is seen --------------------------------------------------------------------------- */

static gboolean
sees_start (MnPanes *self)
{
  if (!self->want_start || !self->want_end)
    return self->want_start;

  return !self->folded || !self->end_on_top;
}

static gboolean
sees_end (MnPanes *self)
{
  if (!self->want_start || !self->want_end)
    return self->want_end;

  return !self->folded || self->end_on_top;
}

static void
notify_shown (MnPanes *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_START]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_END]);
}

static void
update_children (MnPanes *self)
{
  gboolean start = sees_start (self);
  gboolean end = sees_end (self);

  if (self->start)
    gtk_widget_set_child_visible (self->start, start);
  if (self->end)
    gtk_widget_set_child_visible (self->end, end);
  gtk_widget_set_child_visible (self->handle, start && end);
}

static void
changed_wish (MnPanes *self)
{
  update_children (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  notify_shown (self);
}

static void
folded_cb (gpointer user_data)
{
  MnPanes *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  notify_shown (self);
}

/* ---- room ----------------------------------------------------------------------------------- */

static int
measure_least (GtkWidget *child, int floor)
{
  int least = 0;

  if (child)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return MAX (least, floor);
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int *minimum, int *natural)
{
  int child_minimum = 0;
  int child_natural = 0;

  if (!child)
    return;

  gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
  *minimum = MAX (*minimum, child_minimum);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural += child_natural;
  else
    *natural = MAX (*natural, child_natural);
}

static void
mn_panes_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  MnPanes *self = MN_PANES (widget);

  *minimum = *natural = 0;
  measure_child (self->start, orientation, minimum, natural);
  measure_child (self->end, orientation, minimum, natural);
}

static int
clamp_end (MnPanes *self, int width, int least_start, int least_end)
{
  int wish = self->end_width > 0 ? self->end_width : (int) (width * END_SHARE);

  return CLAMP (wish, least_end, MAX (least_end, width - HANDLE_WIDTH - least_start));
}

static void
fold (MnPanes *self, gboolean folded)
{
  if (self->measured && folded == self->folded)
    return;

  self->measured = TRUE;
  self->folded = folded;
  self->end_on_top = FALSE;
  update_children (self);
  if (!self->notify_id)
    self->notify_id = g_idle_add_once (folded_cb, self);
}

static void
place (GtkWidget *child, int x, int width, int height)
{
  GtkAllocation allocation = { x, 0, width, height };

  if (child && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
mn_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MnPanes *self = MN_PANES (widget);
  int      least_start = measure_least (self->start, LEAST_START_WIDTH);
  int      least_end = measure_least (self->end, LEAST_END_WIDTH);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      end, start;

  fold (self, width < least_start + HANDLE_WIDTH + least_end);
  if (!sees_start (self) || !sees_end (self))
    {
      place (self->start, 0, width, height);
      place (self->end, 0, width, height);
      return;
    }

  end = clamp_end (self, width, least_start, least_end);
  start = width - HANDLE_WIDTH - end;
  place (self->start, mirrored ? width - start : 0, start, height);
  place (self->handle, mirrored ? end : start, HANDLE_WIDTH, height);
  place (self->end, mirrored ? 0 : width - end, end, height);
}

/* ---- the handle ----------------------------------------------------------------------------- */

static int
get_real_end_width (MnPanes *self)
{
  return self->end ? gtk_widget_get_width (self->end) : self->end_width;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MnPanes *self)
{
  self->drag_width = get_real_end_width (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MnPanes *self)
{
  /* The handle moves under the pointer, so the offset is reckoned from where it is now. */
  int sign = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 : -1;

  mn_panes_set_end_width (self, get_real_end_width (self) + sign * (int) dx);
}

static gboolean
handle_key_cb (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               MnPanes               *self)
{
  int sign = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    mn_panes_set_end_width (self, get_real_end_width (self) + sign * KEY_STEP);
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    mn_panes_set_end_width (self, get_real_end_width (self) - sign * KEY_STEP);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
make_handle (MnPanes *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->handle = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (self->handle, "pane-handle");
  gtk_widget_set_cursor_from_name (self->handle, "col-resize");
  gtk_widget_set_focusable (self->handle, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Width of the panes"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (handle_key_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->handle, keys);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_panes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MnPanes *self = MN_PANES (object);

  switch (prop_id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    case PROP_SHOW_START:
      g_value_set_boolean (value, sees_start (self));
      break;
    case PROP_SHOW_END:
      g_value_set_boolean (value, sees_end (self));
      break;
    case PROP_END_WIDTH:
      g_value_set_int (value, self->end_width);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_panes_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MnPanes *self = MN_PANES (object);

  switch (prop_id)
    {
    case PROP_START:
      mn_panes_set_start (self, g_value_get_object (value));
      break;
    case PROP_END:
      mn_panes_set_end (self, g_value_get_object (value));
      break;
    case PROP_SHOW_START:
      mn_panes_set_show_start (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_END:
      mn_panes_set_show_end (self, g_value_get_boolean (value));
      break;
    case PROP_END_WIDTH:
      mn_panes_set_end_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_panes_dispose (GObject *object)
{
  MnPanes *self = MN_PANES (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (mn_panes_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_START] = g_param_spec_boolean ("show-start", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_END] = g_param_spec_boolean ("show-end", NULL, NULL, TRUE, flags);
  properties[PROP_END_WIDTH] = g_param_spec_int ("end-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mn_panes_class_init (MnPanesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mn_panes_get_property;
  object_class->set_property = mn_panes_set_property;
  object_class->dispose = mn_panes_dispose;
  widget_class->measure = mn_panes_measure;
  widget_class->size_allocate = mn_panes_size_allocate;

  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "panes");
}

static void
mn_panes_init (MnPanes *self)
{
  self->want_start = self->want_end = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  make_handle (self);
}

GtkWidget *
mn_panes_new (void)
{
  return g_object_new (MN_TYPE_PANES, NULL);
}

static void
set_child (MnPanes *self, GtkWidget **slot, GtkWidget *child)
{
  if (*slot == child)
    return;

  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child)
    {
      /* The order of the children is the order of Tab. */
      if (slot == &self->start)
        gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
      else
        gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
    }
  update_children (self);
  g_object_notify_by_pspec (G_OBJECT (self),
                            properties[slot == &self->start ? PROP_START : PROP_END]);
}

void
mn_panes_set_start (MnPanes *self, GtkWidget *child)
{
  g_return_if_fail (MN_IS_PANES (self));

  set_child (self, &self->start, child);
}

void
mn_panes_set_end (MnPanes *self, GtkWidget *child)
{
  g_return_if_fail (MN_IS_PANES (self));

  set_child (self, &self->end, child);
}

gboolean
mn_panes_get_show_start (MnPanes *self)
{
  return sees_start (self);
}

void
mn_panes_set_show_start (MnPanes *self, gboolean show)
{
  g_return_if_fail (MN_IS_PANES (self));

  if (!!show == sees_start (self))
    return;

  if (self->folded)
    self->want_start = self->want_end = TRUE;
  else
    self->want_start = show;
  if (!show)
    self->want_end = TRUE;
  self->end_on_top = !show;
  changed_wish (self);
}

gboolean
mn_panes_get_show_end (MnPanes *self)
{
  return sees_end (self);
}

void
mn_panes_set_show_end (MnPanes *self, gboolean show)
{
  g_return_if_fail (MN_IS_PANES (self));

  if (!!show == sees_end (self))
    return;

  if (self->folded)
    self->want_start = self->want_end = TRUE;
  else
    self->want_end = show;
  if (!show)
    self->want_start = TRUE;
  self->end_on_top = show;
  changed_wish (self);
}

void
mn_panes_set_end_width (MnPanes *self, int width)
{
  g_return_if_fail (MN_IS_PANES (self));

  width = MAX (width, 0);
  if (width == self->end_width)
    return;

  self->end_width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_WIDTH]);
}

gboolean
mn_panes_get_folded (MnPanes *self)
{
  return self->folded;
}
