#include "mn-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mn-picture-private.h"

/* 300 dots an inch across the text of a page. */
#define MAX_SIDE 2000

/* Small ones are printed with so many dots an inch. */
#define DPI 150.0

/* A page of A3 at 600 dots an inch has 70 million. */
#define MAX_DOTS (100 * 1000 * 1000)
#define MAX_BYTES (64 * 1024 * 1024)

/* Of a picture that isn't there. */
#define FAULT_WIDTH 640
#define FAULT_HEIGHT 480

struct _MnPicture
{
  grefcount        ref_count;
  char            *name;
  char            *fault;   /* (nullable) */
  cairo_surface_t *surface; /* (nullable): where there is no fault */
  int              width, height;
};

/* ---- reading -------------------------------------------------------------------------------- */

static const char *
find_format (const char *bytes, gsize n_bytes)
{
  if (n_bytes > 8 && memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (n_bytes > 3 && memcmp (bytes, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  return NULL;
}

/* A picture while it is being decoded. */
typedef struct
{
  int      height, n_rows; /* in all, and how many came */
  gboolean too_large;
} Progress;

/* What is too large isn't begun: loaders give up on pictures of no size. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, Progress *progress)
{
  progress->height = height;
  progress->too_large = (gint64) width * height > MAX_DOTS;
  if (progress->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static void
area_updated_cb (GdkPixbufLoader *loader, int x, int y, int width, int height, Progress *progress)
{
  progress->n_rows = MAX (progress->n_rows, y + height);
}

/* Loaders make a whole picture of a file that breaks off, at the latest when they are closed. */
static gboolean
is_whole (const char *bytes, gsize n_bytes, const char *format, const Progress *progress)
{
  if (strcmp (format, "png") == 0 && memmem (bytes, n_bytes, "IEND\xae\x42\x60\x82", 8) == NULL)
    return FALSE;
  return progress->n_rows == progress->height;
}

static GdkPixbuf *
decode (const char *bytes, gsize n_bytes, const char *format, Progress *progress)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (format, NULL);
  GdkPixbuf                  *pixbuf;
  gboolean                    complete;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), progress);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), progress);
  complete = gdk_pixbuf_loader_write (loader, (const guchar *) bytes, n_bytes, NULL) &&
             is_whole (bytes, n_bytes, format, progress);
  if (!gdk_pixbuf_loader_close (loader, NULL) || !complete)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  return pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
}

/* No finer than paper shows; what is seen through lies on white. */
static GdkPixbuf *
prepare (GdkPixbuf *pixbuf)
{
  int    width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  double scale = MIN (1, (double) MAX_SIDE / MAX (width, height));

  width = MAX (1, (int) (width * scale + 0.5));
  height = MAX (1, (int) (height * scale + 0.5));
  if (gdk_pixbuf_get_has_alpha (pixbuf))
    return gdk_pixbuf_composite_color_simple (pixbuf, width, height, GDK_INTERP_BILINEAR, 255, 8,
                                              0xffffff, 0xffffff);
  return scale < 1 ? gdk_pixbuf_scale_simple (pixbuf, width, height, GDK_INTERP_BILINEAR)
                   : g_object_ref (pixbuf);
}

/* ---- as cairo wants it ---------------------------------------------------------------------- */

static cairo_surface_t *
make_surface (const GdkPixbuf *pixbuf)
{
  int              width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int              n_channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar          *target = cairo_image_surface_get_data (surface);
  int              stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  for (int y = 0; target != NULL && y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (pixbuf) +
                           (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *to = (guint32 *) (void *) (target + (gsize) y * (gsize) stride);

      for (int x = 0; x < width; x++, from += n_channels)
        to[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* A photograph goes into a PDF as one: it would be ten times as large without. */
static void
attach_photograph (cairo_surface_t *surface, GdkPixbuf *pixbuf)
{
  char *bytes;
  gsize n_bytes;

  if (gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &n_bytes, "jpeg", NULL, "quality", "90", NULL))
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guchar *) bytes, n_bytes, g_free,
                                 bytes);
}

static void
take_pixbuf (MnPicture *self, GdkPixbuf *pixbuf, const char *format)
{
  g_autoptr (GdkPixbuf) ready = prepare (pixbuf);

  if (ready == NULL)
    return;
  self->width = gdk_pixbuf_get_width (ready);
  self->height = gdk_pixbuf_get_height (ready);
  self->surface = make_surface (ready);
  if (strcmp (format, "jpeg") == 0)
    attach_photograph (self->surface, ready);
  if (cairo_surface_status (self->surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/* ---- the whole of it ------------------------------------------------------------------------ */

static void G_GNUC_PRINTF (2, 3) set_fault (MnPicture *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  self->fault = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

static void
set_too_large (MnPicture *self)
{
  set_fault (self, _ ("The picture “%s” is too large; make it smaller or choose another file"),
             self->name);
}

static void
read_bytes (MnPicture *self, const char *bytes, gsize n_bytes)
{
  const char           *format = find_format (bytes, n_bytes);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  Progress              progress = { 0 };

  if (format == NULL)
    {
      set_fault (self, _ ("“%s” is no picture in PNG or JPEG; choose another file"), self->name);
      return;
    }
  pixbuf = decode (bytes, n_bytes, format, &progress);
  if (pixbuf != NULL)
    take_pixbuf (self, pixbuf, format);
  if (self->surface != NULL)
    return;
  if (progress.too_large)
    set_too_large (self);
  else
    set_fault (self, _ ("The picture “%s” is damaged; choose another file"), self->name);
}

static void
read_file (MnPicture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *bytes = NULL;
  gsize              n_bytes;

  if (g_file_get_contents (path, &bytes, &n_bytes, &error))
    read_bytes (self, bytes, n_bytes);
  else
    set_fault (self, _ ("The picture “%s” can't be opened: %s"), self->name, error->message);
}

MnPicture *
mn_picture_new_faulty (const char *name, const char *fault)
{
  MnPicture *self = g_new0 (MnPicture, 1);

  g_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->fault = g_strdup (fault);
  self->width = FAULT_WIDTH;
  self->height = FAULT_HEIGHT;
  return self;
}

/**
 * mn_picture_read:
 * @path: in the encoding of file names
 * @name: what the file is called in front of people
 */
MnPicture *
mn_picture_read (const char *path, const char *name)
{
  MnPicture *self = mn_picture_new_faulty (name, NULL);
  GStatBuf   about;
  gboolean   is_there = g_stat (path, &about) == 0;

  /* Pipes and devices have no end. */
  if (is_there && !S_ISREG (about.st_mode))
    read_bytes (self, "", 0);
  else if (is_there && about.st_size > MAX_BYTES)
    set_too_large (self);
  else
    read_file (self, path);
  return self;
}

MnPicture *
mn_picture_ref (MnPicture *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
mn_picture_unref (MnPicture *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self->fault);
  g_free (self->name);
  g_free (self);
}

const char *
mn_picture_get_name (const MnPicture *self)
{
  return self->name;
}

const char *
mn_picture_get_fault (const MnPicture *self)
{
  return self->fault;
}

void
mn_picture_get_size (const MnPicture *self,
                     double           max_width,
                     double           max_height,
                     double          *width,
                     double          *height)
{
  double natural_width = self->width * 72 / DPI, natural_height = self->height * 72 / DPI;
  double scale = MIN (1, MIN (max_width / natural_width, max_height / natural_height));

  *width = natural_width * scale;
  *height = natural_height * scale;
}

/* ---- drawing -------------------------------------------------------------------------------- */

/* Such a page isn't printed; on the screen it shows what is missing, and where. */
static void
draw_fault (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, x, y, width, height);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y + height);
  cairo_move_to (cr, x + width, y);
  cairo_line_to (cr, x, y + height);
  cairo_stroke (cr);
}

void
mn_picture_draw (const MnPicture *self,
                 cairo_t         *cr,
                 double           x,
                 double           y,
                 double           width,
                 double           height)
{
  if (self->surface == NULL)
    {
      draw_fault (cr, x, y, width, height);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width / self->width, height / self->height);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}
