#include <cairo-pdf.h>
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "mn-error.h"
#include "mn-pages-private.h"
#include "mn-pdf-catalog.h"

/* Longer headings are cut off in the outline. */
#define MAX_OUTLINE_CHARS 120
#define MAX_OUTLINE_DEPTH 6

static cairo_status_t
append_cb (void *data, const guchar *bytes, guint n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t field, const char *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (surface, field, value);
}

/* Without a date of the document's own cairo would ask the clock, and no two files were alike. */
static void
describe (MnPages *self, cairo_surface_t *surface)
{
  const char *created = self->created != NULL ? self->created : "";

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Minutes");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

/* Where the page stands in the PDF: printed on both sides, some backs before it stay empty. */
static guint
get_sheet_side (MnPages *self, guint page)
{
  return mn_pages_get_two_sided (self) ? mn_pages_count_sides (self, page) : page;
}

typedef struct
{
  MnPages         *pages;   /* (borrowed) */
  cairo_surface_t *surface; /* (borrowed) */
  int              parents[MAX_OUTLINE_DEPTH + 1];
} Outline;

static char *
make_outline_title (const MnBlock *block)
{
  g_autofree char *plain = mn_block_dup_plain (block);

  g_strdelimit (plain, "\n\t", ' ');
  if (g_utf8_strlen (plain, -1) > MAX_OUTLINE_CHARS)
    {
      g_autofree char *cut = g_utf8_substring (plain, 0, MAX_OUTLINE_CHARS);

      return g_strconcat (g_strchomp (cut), "…", NULL);
    }
  return g_steal_pointer (&plain);
}

static void
add_outline_cb (const MnBlock *block, guint page, double y, gpointer data)
{
  Outline         *outline = data;
  guint            depth = MIN (block->outline, MAX_OUTLINE_DEPTH);
  g_autofree char *title = make_outline_title (block);
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]",
                                             get_sheet_side (outline->pages, page) + 1, (int) y);
  int id = cairo_pdf_surface_add_outline (outline->surface, outline->parents[depth - 1], title,
                                          target, CAIRO_PDF_OUTLINE_FLAG_OPEN);

  for (guint i = depth; i <= MAX_OUTLINE_DEPTH; i++)
    outline->parents[i] = id;
}

/* ---- where links lead ----------------------------------------------------------------------- */

static void
list_wanted (const MnBlock *block, GHashTable *targets)
{
  if (block->link != NULL)
    g_hash_table_insert (targets, g_strdup (block->link), NULL);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    list_wanted (block->children->pdata[i], targets);
}

static void
find_wanted (MnPages *self, GHashTable *targets)
{
  GHashTableIter iter;
  gpointer       source;
  MnTarget       target = { 0 };

  g_hash_table_iter_init (&iter, targets);
  while (g_hash_table_iter_next (&iter, &source, NULL))
    if (mn_pages_find_target (self, source, &target))
      {
        g_hash_table_iter_replace (&iter, g_memdup2 (&target, sizeof target));
        target.number++;
      }
}

/* Every item that a link leads to, if it stands on these pages. */
static GHashTable *
find_targets (MnPages *self)
{
  GHashTable *targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->document->len; i++)
    list_wanted (mn_unit_get_block (self->document->pdata[i]), targets);
  find_wanted (self, targets);
  return targets;
}

/* A sheet's size is set while nothing of it is drawn and no tag of it begun: cairo forgets these.
 */
static void
set_size (MnPages *self, guint page, cairo_surface_t *surface)
{
  double width, height;

  mn_pages_get_size (self, page, &width, &height);
  cairo_pdf_surface_set_size (surface, width, height);
}

static MnTagJoins *
draw_pages (MnPages *self, cairo_surface_t *surface)
{
  cairo_t               *cr = cairo_create (surface);
  g_autoptr (GHashTable) targets = find_targets (self);
  guint                  n = mn_pages_get_n_pages (self);
  guint                  side = 0;
  MnTagger              *tagger;
  MnTagJoins            *joins;

  set_size (self, 0, surface);
  tagger = mn_tagger_new (cr, targets);
  for (guint i = 0; i < n; i++)
    {
      /* An empty back is as large as the page before it. */
      for (; side < get_sheet_side (self, i); side++)
        cairo_show_page (cr);
      if (i > 0)
        set_size (self, i, surface);
      mn_pages_draw_tagged (self, i, cr, tagger);
    }
  joins = mn_tagger_end (tagger);
  cairo_show_page (cr);
  cairo_destroy (cr);
  return joins;
}

/**
 * mn_pages_to_pdf:
 * @self: pages
 * @error: return location
 *
 * Makes a PDF of the pages; the same pages give the same bytes. Pages on which something is missing
 * give none.
 *
 * Returns: (transfer full): its bytes, or %NULL
 */
GBytes *
mn_pages_to_pdf (MnPages *self, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes)     bytes = NULL;
  g_autoptr (MnTagJoins) joins = NULL;
  cairo_surface_t       *surface;
  cairo_status_t         status;
  Outline                outline = { 0 };

  g_return_val_if_fail (MN_IS_PAGES (self), NULL);

  if (self->fault != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, self->fault);
      return NULL;
    }
  surface = cairo_pdf_surface_create_for_stream (append_cb, array, self->style->page_width,
                                                 self->style->page_height);
  describe (self, surface);
  outline.pages = self;
  outline.surface = surface;
  joins = draw_pages (self, surface);
  mn_pages_foreach_outline (self, add_outline_cb, &outline);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The PDF can't be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return mn_pdf_catalog_complete (bytes, joins, error);
}

/* Writing replaces the file, not a link to it, and keeps its permissions. */
static char *
resolve (const char *path, int *mode)
{
  g_autofree char *target = NULL;
  char            *real = realpath (path, NULL);
  struct stat      about;

  *mode = 0666;
  if (real == NULL)
    return g_strdup (path);
  if (stat (real, &about) == 0)
    *mode = about.st_mode & 07777;
  target = g_strdup (real);
  free (real);
  return g_steal_pointer (&target);
}

/* A device or a pipe would be replaced by a file, so it is refused. */
static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  int                mode;
  gsize              n_bytes;
  const char        *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char   *target = resolve (path, &mode);
  g_autoptr (GError) local = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS) && !g_file_test (target, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("something else than a file has this name"));
      return FALSE;
    }
  if (g_file_set_contents_full (target, data, (gssize) n_bytes,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode,
                                &local))
    return TRUE;
  g_set_error_literal (error, local->domain, local->code, mn_error_get_reason (local));
  return FALSE;
}

/**
 * mn_pages_write_pdf:
 * @self: pages
 * @path: in the encoding of file names; replaced as a whole, or left as it is
 * @error: return location; names @path
 */
gboolean
mn_pages_write_pdf (MnPages *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char   *name = NULL;

  g_return_val_if_fail (MN_IS_PAGES (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  bytes = mn_pages_to_pdf (self, &local);
  if (bytes != NULL && write_bytes (path, bytes, &local))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, local->domain, local->code, _ ("“%s” can't be saved: %s"), name,
               local->message);
  return FALSE;
}
