#pragma once

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "paper-test.h"

/* A form printed into a PDF that is read back with poppler. */

/* Newer versions of poppler define these themselves; hence other names. */
typedef PopplerDocument TestDocument;
typedef PopplerPage     TestPage;
typedef PopplerFontInfo TestFontInfo;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFontInfo, g_object_unref)

typedef struct
{
  MnPages    *pages;    /* (owned) */
  MnComposed *composed; /* (owned) */
  char       *folder;   /* (owned) */
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pages = new_pages ();
  fixture->composed = mn_composed_new ();
  fixture->folder = g_dir_make_tmp ("minutes-pdf-XXXXXX", NULL);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  mn_composed_free (fixture->composed);
  g_object_unref (fixture->pages);
}

static inline GBytes *
make_bytes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GBytes            *bytes;

  mn_pages_update (fixture->pages, fixture->composed);
  bytes = mn_pages_to_pdf (fixture->pages, &error);
  g_assert_no_error (error);
  return bytes;
}

static inline PopplerDocument *
open_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument   *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static inline PopplerDocument *
make_document (Fixture *fixture)
{
  g_autoptr (GBytes) bytes = make_bytes (fixture);

  return open_bytes (bytes);
}

static inline char *
dup_page_text (PopplerDocument *document, int i)
{
  g_autoptr (TestPage) page = poppler_document_get_page (document, i);

  return poppler_page_get_text (page);
}

/* Where the first @text of the page stands; points from the upper left corner. */
static inline PopplerRectangle
find_text (PopplerDocument *document, int i, const char *text)
{
  g_autoptr (TestPage)         page = poppler_document_get_page (document, i);
  g_autofree char             *all = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  guint                        n_boxes;
  const char                  *found = strstr (all, text);
  glong                        first, length = g_utf8_strlen (text, -1);
  PopplerRectangle             whole;

  g_assert_nonnull (found);
  first = g_utf8_pointer_to_offset (all, found);
  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
  g_assert_cmpint (first + length, <=, n_boxes);
  whole = boxes[first];
  for (glong j = first; j < first + length; j++)
    {
      whole.x1 = MIN (whole.x1, boxes[j].x1);
      whole.x2 = MAX (whole.x2, boxes[j].x2);
      whole.y1 = MIN (whole.y1, boxes[j].y1);
      whole.y2 = MAX (whole.y2, boxes[j].y2);
    }
  return whole;
}

static inline void
assert_near (double millimetres, double points, double tolerance)
{
  g_assert_cmpfloat_with_epsilon (millimetres, MN_PT_TO_MM (points), tolerance);
}
