#pragma once

#include <glib.h>

#include "mn-block.h"

G_BEGIN_DECLS

/** MnRoleStyle: how one role is set. Sizes in points, lengths in points. */
typedef struct
{
  double   size; /* font size */
  gboolean bold;
  gboolean italic;
  gboolean caps; /* set in capitals, by the rules of Vietnamese */
  MnAlign  align;
  double   first_indent; /* first line */
  double   left_indent;  /* all lines, per level of points where the block has one */
  double   space_before;
  double   space_after;
  double   pitch;     /* exact distance of baselines; 0 = single by the font */
  double   height;    /* GAP blocks */
  double   underline; /* width of a stroke drawn under the text; 0 = none */
  gboolean balance;   /* break into lines of like length */
  gboolean red;       /* letters and frames; else black */
} MnRoleStyle;

/**
 * MnStyle: a house style: the sheet and every role, read from data/styles/NAME.xml. Lengths in the
 * file are millimetres for the sheet and points for type; here all are points.
 */
typedef struct
{
  char       *name; /* "party-2026" */
  char       *title;
  char       *rule; /* "HD 05-HD/VPTW" */
  double      page_width, page_height;
  double      margin_top, margin_bottom, margin_left, margin_right;
  gboolean    mirrored; /* two-sided sheets have left and right margin exchanged on their backs */
  double      page_number_top; /* sheet's edge to the top of the digits' line box */
  double      left_share;      /* letterhead: the left block's share of the text width */
  double      column_gap;      /* kept free between two columns */
  double      rule_weight;     /* strokes under text */
  double      rule_gap;        /* descender to stroke */
  double      grid_weight;     /* strokes of tables */
  double      table_space;     /* above and below a table */
  double      cell_padding_x, cell_padding_y;
  MnRoleStyle roles[MN_N_ROLES];
} MnStyle;

MnStyle *mn_style_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     mn_style_free (MnStyle *self);

/* The same from the bytes of a style file; @file_name is what errors call it. */
MnStyle *mn_style_parse (const char *data, gsize n_bytes, const char *file_name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The name of a role in a style file. */
const char *mn_role_get_name (MnRole role);

#define MN_MM_TO_PT(mm) ((mm) *72.0 / 25.4)
#define MN_PT_TO_MM(pt) ((pt) *25.4 / 72.0)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnStyle, mn_style_free)

G_END_DECLS
