#pragma once

#include "mn-block.h"
#include "mn-shape.h"

G_BEGIN_DECLS

/** MnPiece: a word or a space on a line; @x in Pango units from the line's start. */
typedef struct
{
  MnFragment *fragment; /* (owned) */
  int         x;
} MnPiece;

/**
 * MnLine: a line of type. Lengths in points; @x and @baseline from the corner of whatever holds
 * the line.
 */
typedef struct _MnLine MnLine;

struct _MnLine
{
  MnLine        *next; /* (owned) further lines of the same strip */
  double         x, baseline;
  double         width;           /* of what is set, spaces stretched */
  double         ascent, descent; /* of letters from other fonts; else 0 */
  const MnBlock *block;           /* (borrowed) whose paragraph it is of; NULL for a page number */
  guint          paragraph;
  guint          cell;     /* of a table's row */
  guint          n_label;  /* pieces of the label that begins the line */
  gboolean       is_point; /* of a list */
  gboolean       red;
  guint          n_pieces;
  MnPiece        pieces[];
};

/** MnMeasure: into what shape a paragraph is set. Points. */
typedef struct
{
  double   width;
  double   first_indent;
  MnAlign  align;
  gboolean balance;
} MnMeasure;

/**
 * MnTypesetter: breaks one paragraph after another into lines. Vietnamese breaks at spaces only;
 * inside a word after a hyphen or slash, or anywhere, only if it is wider than the line. Justified
 * lines reach from edge to edge (HD 05-HD/VPTW, II.1), but for the last one and for one that a name
 * or number after it has left so short that its words would be torn apart.
 */
typedef struct _MnTypesetter MnTypesetter;

MnTypesetter *mn_typesetter_new (MnShaper *shaper) G_GNUC_WARN_UNUSED_RESULT;
void          mn_typesetter_free (MnTypesetter *self);

void   mn_typesetter_add (MnTypesetter *self, guint face, const char *utf8, gsize n_bytes);
void   mn_typesetter_add_label (MnTypesetter *self, guint face, const char *label);
double mn_typesetter_measure (MnTypesetter *self, double most) G_GNUC_WARN_UNUSED_RESULT;
void   mn_typesetter_finish (MnTypesetter *self, const MnMeasure *measure, GPtrArray *lines);

/* A line of @n_pieces pieces, all zero. */
MnLine *mn_line_new (guint n_pieces) G_GNUC_WARN_UNUSED_RESULT;
void    mn_line_free (MnLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnTypesetter, mn_typesetter_free)

G_END_DECLS
