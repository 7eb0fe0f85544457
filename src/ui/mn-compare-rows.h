#pragma once

#include <gtk/gtk.h>

#include "mn-archive.h"

G_BEGIN_DECLS

typedef enum
{
  MN_COMPARE_ROW_HEADING, /* parts the list */
  MN_COMPARE_ROW_ITEM,
  MN_COMPARE_ROW_CHILD, /* an answer, a status entry: belongs to the row above */
} MnCompareRowLevel;

#define MN_TYPE_COMPARE_ROW (mn_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (MnCompareRow, mn_compare_row, MN, COMPARE_ROW, GObject)

/** MnCompareRow: one row of the compare pane: words to read, nothing to change. */
MnCompareRowLevel mn_compare_row_get_level (MnCompareRow *self);
const char       *mn_compare_row_get_item (MnCompareRow *self); /* id or NULL */
const char       *mn_compare_row_get_title (MnCompareRow *self);
const char       *mn_compare_row_get_body (MnCompareRow *self);
const char       *mn_compare_row_get_note (MnCompareRow *self);
const char       *mn_compare_row_get_status (MnCompareRow *self); /* "Being done, overdue" or "" */
gboolean          mn_compare_row_get_overdue (MnCompareRow *self);
gboolean          mn_compare_row_get_struck (MnCompareRow *self);

/** MnCompareContext: what rows are made from. */
typedef struct
{
  MnArchive *archive;
  MnItem    *present; /* the session being edited */
  guint32    today;   /* Julian */
} MnCompareContext;

/* What became of a follow-up row's item: where it comes from, then and now, and what was said of it
 * at each session. Appends to @rows (of MnCompareRow). */
void mn_compare_rows_add_follow_up (GListStore             *rows,
                                    const MnCompareContext *context,
                                    MnItem                 *follow_up);

/* A section (slot of the record) of another session, with the statuses of today. */
void mn_compare_rows_add_section (GListStore             *rows,
                                  const MnCompareContext *context,
                                  MnItem                 *session,
                                  const char             *section);

/* A sentence in place of what can't be shown. */
void mn_compare_rows_add_message (GListStore *rows, const char *message);

/* The slot of the record in which the item lies: "proposals"; NULL outside the record. */
const char *mn_compare_find_section (MnItem *item);

/* The follow-up row that the item is or lies in, or NULL. */
MnItem *mn_compare_find_follow_up (MnItem *item);

/* The rows' widgets. (transfer full) */
GtkListItemFactory *mn_compare_rows_make_factory (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
