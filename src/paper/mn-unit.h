#pragma once

#include "mn-block.h"
#include "mn-style.h"
#include "mn-typeset.h"

G_BEGIN_DECLS

/** MnStroke: a horizontal line, or a box below it. Points, from the corner of its strip. */
typedef struct _MnStroke MnStroke;

struct _MnStroke
{
  MnStroke *next; /* (owned) */
  double    x1, x2, y, weight;
  double    height; /* of a box; 0 = a line */
  gboolean  red;
};

/** MnKeep: how bad a page break after a strip is. */
typedef enum
{
  MN_KEEP_NONE,
  MN_KEEP_LINES,  /* would leave one line of a paragraph alone */
  MN_KEEP_BLOCKS, /* would part blocks that belong together */
  MN_KEEP_ALONE,  /* would leave signatures without a line of text */
} MnKeep;

/**
 * MnStrip: what is never parted by a page break: a line of a paragraph, a row of a table, columns
 * side by side. Points; @space above it and @space_after below are dropped at a page's ends.
 */
typedef struct
{
  double    space, height, space_after;
  MnLine   *lines;   /* (owned) */
  MnStroke *strokes; /* (owned) */
  MnKeep    keep;
  gboolean  is_text; /* counts as a line of text */
  gboolean  ends_row;
  guint     n_cells; /* of a row that has fewer than its table has columns; else 0 */
} MnStrip;

/**
 * MnUnit: a block laid out, with the rules that follow it. It knows no page: its strips are put on
 * pages by mn_paginate(), and equal blocks share one unit.
 */
typedef struct
{
  guint      ref_count;
  GPtrArray *blocks;     /* (owned) of MnBlock: the block and its rules */
  double     width;      /* of the text area that it was laid out for */
  GArray    *strips;     /* (owned) of MnStrip */
  gboolean   keeps_next; /* belongs to what follows: a heading, a sentence that ends with a colon */
  guint      n_head_rows;
  guint      n_head; /* TABLE: strips to be repeated at the head of each page */
  double     head_height;
  GArray    *edges; /* (owned) (nullable) TABLE: of double, from left to right */
  GArray    *rows;  /* (owned) (nullable) TABLE: of guint, each row's first strip */
} MnUnit;

/** MnLayout: what is needed to lay blocks out. */
typedef struct
{
  const MnStyle *style;  /* (borrowed) */
  MnShaper      *shaper; /* (borrowed) */
  MnTypesetter  *typesetter;
  double         width, height; /* of the text area */
} MnLayout;

MnUnit *mn_unit_new (MnLayout *layout, GPtrArray *blocks, GArray *edges) G_GNUC_WARN_UNUSED_RESULT;
MnUnit *mn_unit_ref (MnUnit *self);
void    mn_unit_unref (MnUnit *self);

MnBlock       *mn_unit_get_block (const MnUnit *self);
const MnStrip *mn_unit_get_strip (const MnUnit *self, guint strip);
double         mn_unit_get_height (const MnUnit *self);
int            mn_unit_find_source (const MnUnit *self, const char *source);

/* For the parts of the layout. */
void   mn_layout_paragraph (MnLayout      *self,
                            const MnBlock *block,
                            double         x,
                            double         width,
                            GArray        *strips);
double mn_layout_measure (MnLayout *self, const MnBlock *block, double most);
void mn_layout_block (MnLayout *self, const MnBlock *block, double x, double width, GArray *strips);
void mn_layout_row (MnLayout      *self,
                    const MnBlock *row,
                    const GArray  *edges,
                    double         limit,
                    GArray        *strips);

GArray   *mn_strips_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      mn_strips_merge (GPtrArray *flows, double limit, GArray *strips);
double    mn_strips_get_height (const GArray *strips);
MnStroke *mn_strip_add_stroke (MnStrip *self, double x1, double x2, double y, double weight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnUnit, mn_unit_unref)

G_END_DECLS
