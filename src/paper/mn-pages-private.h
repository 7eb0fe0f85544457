#pragma once

#include "mn-draw.h"
#include "mn-pages.h"

G_BEGIN_DECLS

struct _MnPages
{
  GObject     parent_instance;
  MnStyle    *style;                              /* (owned) */
  MnShaper   *shaper;                             /* (owned) */
  MnLayout    layout;                             /* owns its typesetter */
  GHashTable *units;                              /* (owned) set of MnUnit of the last update */
  GPtrArray  *document;                           /* (owned) of MnUnit, in order */
  GPtrArray  *pages;                              /* (owned) of MnPage */
  char       *title, *author, *subject, *created; /* (owned) (nullable) */
  char       *fault;                              /* (owned) (nullable) why it isn't printed */
  gboolean    two_sided;
  guint       n_laid_out;
  guint       first_damaged, end_damaged;
};

GHashTable *mn_pages_new_units (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *mn_pages_lay_out (MnPages *self, const GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;

void mn_pages_get_sheet (MnPages *self, guint page, MnSheet *sheet);

void mn_pages_draw_tagged (MnPages *self, guint page, cairo_t *cr, MnTagger *tagger);

gboolean mn_pages_find_target (MnPages *self, const char *source, MnTarget *target);

/* Calls @func for each block that the outline lists, in order. */
typedef void (*MnOutlineFunc) (const MnBlock *block, guint page, double y, gpointer data);
void mn_pages_foreach_outline (MnPages *self, MnOutlineFunc func, gpointer data);

G_END_DECLS
