#pragma once

#include "mn-composer.h"
#include "mn-form-table.h"

G_BEGIN_DECLS

/* What the groups of the comparison's table are made with; each group adds its rows, or none where
 * neither session has any. */

#define MN_N_COMPARISON_COLUMNS 5

/** MnComparison: both sessions, and the table so far. */
typedef struct
{
  MnComposer  *now;
  MnComposer  *then; /* (nullable) */
  MnFormTable  table;
  MnFormColumn columns[MN_N_COMPARISON_COLUMNS];
  guint        group, number;
} MnComparison;

/* "I", "II" …: the row that heads a group. */
void mn_comparison_begin_group (MnComparison *self, const char *heading);
/* A row, changed by hand under @key; the page shows it for @item, which is of this session. */
void mn_comparison_add_row (MnComparison *self,
                            MnItem       *item, /* (nullable) */
                            const char   *key,
                            const char   *what,
                            MnText       *then, /* (transfer full) */
                            MnText       *now,  /* (transfer full) */
                            const char   *remarks);
/* The same item has one key in both sessions. */
const char *mn_comparison_get_key (MnItem *item);
MnText     *mn_comparison_new_text (const char *words) G_GNUC_WARN_UNUSED_RESULT; /* cleaned */
/* A point's text, else its heading. */
MnText *mn_comparison_compose_point (MnComposer *self, MnItem *point) G_GNUC_WARN_UNUSED_RESULT;

/* The groups. */
void mn_comparison_add_follow_ups (MnComparison *self);
void mn_comparison_add_proposals (MnComparison *self);
void mn_comparison_add_points (MnComparison *self);
void mn_comparison_add_indicators (MnComparison *self);

G_END_DECLS
