#pragma once

#include <glib.h>

#include "mn-block.h"
#include "mn-body-name.h"
#include "mn-style-words.h"

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

/** MnRecipientsPlace: where "Nơi nhận" stands in minutes. */
typedef enum
{
  MN_RECIPIENTS_LEFT,   /* below the left signature */
  MN_RECIPIENTS_BESIDE, /* left of the office's attestation, where there is one */
  MN_RECIPIENTS_BELOW,  /* under everything */
  MN_RECIPIENTS_NONE,
} MnRecipientsPlace;

/**
 * MnStyle: a house style: the sheet, every role, and the words and numbers that a family of papers
 * has of its own, read from data/styles/NAME.xml or from an office's copy of one. Lengths in the
 * file are millimetres for the sheet and points for type; here all are points.
 *
 * Reference counted; not changed once read.
 */
typedef struct
{
  char    *name; /* "party-2026" */
  char    *title;
  char    *rule; /* "HD 05-HD/VPTW" */
  char    *base; /* (nullable): the style that an office's own began from */
  MnFamily family;
  double   page_width, page_height;
  double   margin_top, margin_bottom, margin_left, margin_right;
  gboolean mirrored; /* two-sided sheets have left and right margin exchanged on their backs */
  double   page_number_top; /* sheet's edge to the top of the digits' line box */
  double   left_share;      /* letterhead: the left block's share of the text width */
  double   column_gap;      /* kept free between two columns */
  double   rule_weight;     /* strokes under text */
  double   rule_gap;        /* descender to stroke */
  double   organ_rule;      /* stroke under the issuing body: share of its last line; 0 = none */
  double   subject_rule;    /* stroke under the subject, likewise */
  double   grid_weight;     /* strokes of tables */
  double   table_space;     /* above and below a table */
  double   cell_padding_x, cell_padding_y;
  gboolean minutes_dated;    /* minutes have a line of place and date */
  MnAlign  minutes_attested; /* where the chair's signature is vouched for: left, centre, right */
  MnRecipientsPlace minutes_recipients;
  gboolean notice_author; /* "KẾT LUẬN CỦA …" on a line of its own above the notice's subject */
  gboolean    old_tones;     /* words of the style are spelled "ủy", not "uỷ" */
  guint       minutes_level; /* the level that minutes are numbered from, 1 = the first */
  char       *levels;        /* numbers of headings by level, parted by a blank: "1. 1.1. 1.1.1." */
  MnRoleStyle roles[MN_N_ROLES];
  char       *words[MN_N_WORDS];
  GPtrArray  *organs; /* of MnStyleSymbol: symbols of issuing bodies */
  GPtrArray  *kinds;  /* of MnStyleSymbol: symbols of kinds of documents */

  /*< private >*/
  GPtrArray *rules;    /* of MnStyleRule: what is fixed or open, and by which paragraph */
  GPtrArray *findings; /* of char *: FILE:LINE: what an office's own style has that its rule doesn't
                          allow */
  grefcount ref_count;
} MnStyle;

MnStyle *mn_style_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MnStyle *mn_style_load_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MnStyle *mn_style_ref (const MnStyle *self);
void     mn_style_free (MnStyle *self); /* gives up a reference */

/* The same from the bytes of a style file; @file_name is what errors call it. */
MnStyle *mn_style_parse (const char *data, gsize n_bytes, const char *file_name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Folders in which an office keeps styles of its own, NULL-terminated; called before any thread
 * asks for a style. */
void mn_style_set_folders (const char *const *folders);
/* "styles" of an archive (nullable) or of the one that a session (nullable) lies in, and the user's
 * own. (transfer full) */
char **mn_style_list_folders (const char *archive, const char *session_path)
    G_GNUC_WARN_UNUSED_RESULT;

/* Names of the styles that lie in those folders, sorted. (transfer full) */
char **mn_style_list_office (void) G_GNUC_WARN_UNUSED_RESULT;

/* Where the office's style departs from its rule: FILE:LINE: sentence, with the paragraph. */
const GPtrArray *mn_style_get_findings (const MnStyle *self);

/* The name of a role in a style file. */
const char *mn_role_get_name (MnRole role);

#define MN_MM_TO_PT(mm) ((mm) *72.0 / 25.4)
#define MN_PT_TO_MM(pt) ((pt) *25.4 / 72.0)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnStyle, mn_style_free)

G_END_DECLS
