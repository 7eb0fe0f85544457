#pragma once

#include <cairo.h>

#include "mn-unit.h"

G_BEGIN_DECLS

/** Where a link leads: a page from 0, points below its upper edge. */
typedef struct
{
  guint number; /* of the target, for its name */
  guint page;
  int   y;
} MnTarget;

/** MnTagElement: an element of a PDF's structure: where it stands among those of its holder. */
typedef struct
{
  guint holder, position;
  guint n_kids; /* elements that it holds */
} MnTagElement;

/** MnTagJoin: two elements that are one. */
typedef struct
{
  guint first, later;
} MnTagJoin;

/** MnTagFigure: an element that is seen, and what says so to those who don't see it. */
typedef struct
{
  guint element;
  char *words;
} MnTagFigure;

/** MnTagJoins: what cairo 1.16 has no way to say of a PDF's structure: what a page's end parts and
 * is one, and what pictures show. */
typedef struct
{
  GArray *elements; /* of MnTagElement, as they begin; the document is the first */
  GArray *pairs;    /* of MnTagJoin, by the later one */
  GArray *figures;  /* of MnTagFigure */
} MnTagJoins;

void mn_tag_joins_free (MnTagJoins *self);

/**
 * MnTagger: says in a PDF what lines of type are: headings, paragraphs, lists, tables. The tags
 * make a tree in reading order, which a screen reader follows. What is drawn while no tag for text
 * is open (strokes, page numbers, headings repeated) is marked as an artifact at the end:
 * cairo 1.16 has no tag for it.
 */
typedef struct _MnTagger MnTagger;

/* @targets: ids of items to MnTarget, for the links of blocks */
MnTagger   *mn_tagger_new (cairo_t *cr, GHashTable *targets) G_GNUC_WARN_UNUSED_RESULT;
MnTagJoins *mn_tagger_end (MnTagger *self) G_GNUC_WARN_UNUSED_RESULT; /* frees @self */

void mn_tagger_begin_page (MnTagger *self, guint page);
void mn_tagger_begin_unit (MnTagger *self, const MnUnit *unit, gboolean goes_on);
void mn_tagger_begin_text (MnTagger     *self,
                           const MnUnit *unit,
                           guint         row,
                           const MnLine *line,
                           gboolean      is_label);
void mn_tagger_end_text (MnTagger *self);
void mn_tagger_begin_link (MnTagger *self, const MnLine *line, double x, double y, double height);
void mn_tagger_end_link (MnTagger *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnTagJoins, mn_tag_joins_free)

G_END_DECLS
