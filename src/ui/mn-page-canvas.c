#include "mn-page-canvas.h"

#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 18.0 /* around and between the sheets, in pixels */
#define LEAST_ZOOM 0.25
#define LARGEST_ZOOM 6.0
#define MAX_KEPT 12 /* drawn sheets that are kept; those out of sight go first */

struct _MnPageCanvas
{
  GtkWidget parent_instance;

  /* Owned */
  MnPages       *pages;
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GHashTable    *drawn; /* page number -> GdkTexture */

  /* Plain */
  double zoom;      /* wished */
  double real_zoom; /* in use */
  double drawn_zoom;
  int    drawn_scale;
  guint  page;
  guint  go_to; /* 1 + the sheet to scroll to once there is room; 0: none */
  guint  n_drawn;
  guint  notify_id;
};

enum
{
  PROP_ZOOM = 1,
  PROP_PAGE,
  PROP_REAL_ZOOM,
  N_PROPS,
  /* of GtkScrollable */
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (MnPageCanvas,
                               mn_page_canvas,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- where the sheets lie ------------------------------------------------------------------- */

static guint
count_pages (MnPageCanvas *self)
{
  return self->pages ? mn_pages_get_n_pages (self->pages) : 0;
}

static void
get_sheet_size (MnPageCanvas *self, guint page, double *width, double *height)
{
  mn_pages_get_size (self->pages, page, width, height);
  *width = round (*width * self->real_zoom);
  *height = round (*height * self->real_zoom);
}

/* Top of a sheet in the whole column of sheets; for one past the last, the height of it all. */
static double
get_top (MnPageCanvas *self, guint page)
{
  double top = MARGIN;

  for (guint i = 0; i < page && i < count_pages (self); i++)
    {
      double width, height;

      get_sheet_size (self, i, &width, &height);
      top += height + MARGIN;
    }

  return top;
}

static double
get_widest (MnPageCanvas *self)
{
  double widest = 0;

  for (guint i = 0; i < count_pages (self); i++)
    {
      double width, height;

      mn_pages_get_size (self->pages, i, &width, &height);
      widest = MAX (widest, width);
    }

  return widest;
}

static double
choose_zoom (MnPageCanvas *self, int width)
{
  double widest = get_widest (self);

  if (self->zoom > 0 || widest <= 0)
    return self->zoom > 0 ? self->zoom : 1.0;

  return CLAMP ((width - 2 * MARGIN) / widest, LEAST_ZOOM, LARGEST_ZOOM);
}

/* ---- scrolling ------------------------------------------------------------------------------ */

static void
notify_cb (gpointer user_data)
{
  MnPageCanvas *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REAL_ZOOM]);
}

/* Later: who listens sets labels, and that must not happen while room is being given out. */
static void
queue_notify (MnPageCanvas *self)
{
  if (!self->notify_id)
    self->notify_id = g_idle_add_once (notify_cb, self);
}

static void
update_page (MnPageCanvas *self)
{
  double middle = gtk_adjustment_get_value (self->vadjustment) +
                  gtk_adjustment_get_page_size (self->vadjustment) / 2;
  double bottom = MARGIN;
  guint  n = count_pages (self);
  guint  page = 0;

  for (; page < n; page++)
    {
      double width, height;

      get_sheet_size (self, page, &width, &height);
      bottom += height + MARGIN;
      if (bottom > middle)
        break;
    }
  page = n ? MIN (page, n - 1) : 0;
  if (page == self->page)
    return;

  self->page = page;
  queue_notify (self);
}

static void
scrolled_cb (MnPageCanvas *self)
{
  update_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure (GtkAdjustment *adjustment, double size, double page_size)
{
  double upper = MAX (size, page_size);
  double value = CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page_size);

  gtk_adjustment_configure (adjustment, value, 0, upper, page_size * 0.1, page_size * 0.9,
                            page_size);
}

/* What was in the middle of the view stays there when the zoom changes. */
static void
keep_middle (MnPageCanvas *self, double ratio)
{
  double half = gtk_adjustment_get_page_size (self->vadjustment) / 2;
  double value = gtk_adjustment_get_value (self->vadjustment);

  if (value <= 0)
    return;

  g_signal_handlers_block_by_func (self->vadjustment, scrolled_cb, self);
  gtk_adjustment_set_upper (self->vadjustment, G_MAXINT);
  gtk_adjustment_set_value (self->vadjustment, (value + half) * ratio - half);
  g_signal_handlers_unblock_by_func (self->vadjustment, scrolled_cb, self);
}

static void
mn_page_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MnPageCanvas *self = MN_PAGE_CANVAS (widget);
  double        zoom = choose_zoom (self, width);

  if (zoom != self->real_zoom)
    {
      if (self->real_zoom > 0)
        keep_middle (self, zoom / self->real_zoom);
      self->real_zoom = zoom;
      queue_notify (self);
    }
  configure (self->hadjustment, get_widest (self) * zoom + 2 * MARGIN, width);
  configure (self->vadjustment, get_top (self, G_MAXUINT), height);
  if (self->go_to)
    gtk_adjustment_set_value (self->vadjustment, get_top (self, self->go_to - 1) - MARGIN);
  self->go_to = 0;
  update_page (self);
}

static void
set_adjustment (MnPageCanvas *self, GtkAdjustment **slot, GtkAdjustment *adjustment)
{
  if (*slot && *slot == adjustment)
    return;

  if (*slot)
    g_signal_handlers_disconnect_by_func (*slot, scrolled_cb, self);
  g_clear_object (slot);
  *slot = g_object_ref_sink (adjustment ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_swapped (*slot, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- drawing -------------------------------------------------------------------------------- */

static GdkTexture *
draw_sheet (MnPageCanvas *self, guint page, double width, double height, int scale)
{
  int                pixel_width = (int) width * scale;
  int                pixel_height = (int) height * scale;
  cairo_surface_t   *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, pixel_width,
                                                           pixel_height);
  cairo_t           *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture        *texture;

  cairo_set_source_rgb (cr, 1, 1, 1); /* paper is white, whatever the theme */
  cairo_paint (cr);
  cairo_scale (cr, self->real_zoom * scale, self->real_zoom * scale);
  mn_pages_draw (self->pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* The fourth byte of RGB24 isn't defined; GDK wants it opaque. */
  {
    guchar *data = cairo_image_surface_get_data (surface);
    gsize   size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) pixel_height;

    for (gsize i = (G_BYTE_ORDER == G_LITTLE_ENDIAN) ? 3 : 0; data && i < size; i += 4)
      data[i] = 0xff;
    bytes = g_bytes_new_with_free_func (data, data ? size : 0,
                                        (GDestroyNotify) cairo_surface_destroy, surface);
  }
  texture = gdk_memory_texture_new (pixel_width, pixel_height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) pixel_width * 4);
  self->n_drawn++;

  return texture;
}

static GdkTexture *
get_sheet (MnPageCanvas *self, guint page, double width, double height)
{
  int         scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkTexture *texture;

  if (self->drawn_zoom != self->real_zoom || self->drawn_scale != scale)
    {
      g_hash_table_remove_all (self->drawn);
      self->drawn_zoom = self->real_zoom;
      self->drawn_scale = scale;
    }

  texture = g_hash_table_lookup (self->drawn, GUINT_TO_POINTER (page));
  if (!texture)
    {
      texture = draw_sheet (self, page, width, height, scale);
      g_hash_table_insert (self->drawn, GUINT_TO_POINTER (page), texture);
    }

  return texture;
}

static void
snapshot_shadow (GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  const GdkRGBA  edge = { 0, 0, 0, 0.25f };
  const GdkRGBA  shade = { 0, 0, 0, 0.22f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &edge, 0, 0, 1, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 2, 0, 6);
}

static void
forget_far_sheets (MnPageCanvas *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer       page;

  if (g_hash_table_size (self->drawn) <= MAX_KEPT)
    return;

  g_hash_table_iter_init (&iter, self->drawn);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    if (GPOINTER_TO_UINT (page) + 1 < first || GPOINTER_TO_UINT (page) > last + 1)
      g_hash_table_iter_remove (&iter);
}

static void
mn_page_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MnPageCanvas *self = MN_PAGE_CANVAS (widget);
  double        shift = -round (gtk_adjustment_get_value (self->vadjustment));
  double        left = -round (gtk_adjustment_get_value (self->hadjustment));
  double        room = MAX (gtk_widget_get_width (widget),
                            get_widest (self) * self->real_zoom + 2 * MARGIN);
  double        top = shift + MARGIN;
  guint         first = G_MAXUINT, last = 0;

  for (guint i = 0; i < count_pages (self) && top < gtk_widget_get_height (widget); i++)
    {
      double width, height;

      get_sheet_size (self, i, &width, &height);
      if (top + height >= 0 && width >= 1 && height >= 1)
        {
          graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (left + round ((room - width) / 2)),
                                                       (float) top, (float) width, (float) height);

          snapshot_shadow (snapshot, &bounds);
          gtk_snapshot_append_texture (snapshot, get_sheet (self, i, width, height), &bounds);
          first = MIN (first, i);
          last = i;
        }
      top += height + MARGIN;
    }
  forget_far_sheets (self, first, last);
}

static void
mn_page_canvas_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = 0; /* it scrolls */
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_page_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MnPageCanvas *self = MN_PAGE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_REAL_ZOOM:
      g_value_set_double (value, self->real_zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_page_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MnPageCanvas *self = MN_PAGE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_ZOOM:
      mn_page_canvas_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* the sheets are as large as the zoom says */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mn_page_canvas_dispose (GObject *object)
{
  MnPageCanvas *self = MN_PAGE_CANVAS (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  if (self->hadjustment)
    g_signal_handlers_disconnect_by_func (self->hadjustment, scrolled_cb, self);
  if (self->vadjustment)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->drawn, g_hash_table_unref);

  G_OBJECT_CLASS (mn_page_canvas_parent_class)->dispose (object);
}

static void
mn_page_canvas_class_init (MnPageCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mn_page_canvas_get_property;
  object_class->set_property = mn_page_canvas_set_property;
  object_class->dispose = mn_page_canvas_dispose;
  widget_class->measure = mn_page_canvas_measure;
  widget_class->size_allocate = mn_page_canvas_size_allocate;
  widget_class->snapshot = mn_page_canvas_snapshot;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, LARGEST_ZOOM, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REAL_ZOOM] = g_param_spec_double ("real-zoom", NULL, NULL, 0, LARGEST_ZOOM, 1,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mn_page_canvas_init (MnPageCanvas *self)
{
  self->real_zoom = 1;
  self->drawn = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages as printed"), -1);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
}

GtkWidget *
mn_page_canvas_new (void)
{
  return g_object_new (MN_TYPE_PAGE_CANVAS, NULL);
}

MnPages *
mn_page_canvas_get_pages (MnPageCanvas *self)
{
  return self->pages;
}

void
mn_page_canvas_set_pages (MnPageCanvas *self, MnPages *pages)
{
  g_return_if_fail (MN_IS_PAGE_CANVAS (self));

  g_set_object (&self->pages, pages);
  g_hash_table_remove_all (self->drawn);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mn_page_canvas_update (MnPageCanvas *self)
{
  GHashTableIter iter;
  gpointer       page;
  guint          first, end;

  g_return_if_fail (MN_IS_PAGE_CANVAS (self));

  if (!self->pages)
    return;

  mn_pages_get_damage (self->pages, &first, &end);
  g_hash_table_iter_init (&iter, self->drawn);
  while (g_hash_table_iter_next (&iter, &page, NULL))
    {
      guint number = GPOINTER_TO_UINT (page);

      if ((number >= first && number < end) || number >= count_pages (self))
        g_hash_table_iter_remove (&iter);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
mn_page_canvas_set_zoom (MnPageCanvas *self, double zoom)
{
  g_return_if_fail (MN_IS_PAGE_CANVAS (self));

  zoom = zoom > 0 ? CLAMP (zoom, LEAST_ZOOM, LARGEST_ZOOM) : 0;
  if (zoom == self->zoom)
    return;

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

double
mn_page_canvas_get_real_zoom (MnPageCanvas *self)
{
  return self->real_zoom;
}

guint
mn_page_canvas_get_page (MnPageCanvas *self)
{
  return self->page;
}

void
mn_page_canvas_scroll_to (MnPageCanvas *self, guint page)
{
  g_return_if_fail (MN_IS_PAGE_CANVAS (self));

  /* The sheets may be new, and how far there is to scroll not yet known. */
  self->go_to = page + 1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
mn_page_canvas_get_n_drawn (MnPageCanvas *self)
{
  return self->n_drawn;
}
