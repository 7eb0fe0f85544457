#pragma once

#include "mn-edit.h"

G_BEGIN_DECLS

/**
 * MnHistory: the groups of edits that can be undone and redone. It only keeps books; the document
 * applies what it is given. Kept by one document, in one thread.
 */
typedef struct _MnHistory MnHistory;

#define MN_HISTORY_MAX_GROUPS 10000
#define MN_HISTORY_PAUSE (2 * G_USEC_PER_SEC) /* typing after a longer pause is a new group */

MnHistory *mn_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       mn_history_free (MnHistory *self);

gboolean mn_history_begin (MnHistory *self, const char *name);
gboolean mn_history_end (MnHistory *self);
gboolean mn_history_is_open (MnHistory *self);
/* Returns TRUE if the edit went on with the typing of the last group. */
gboolean mn_history_add (MnHistory *self, MnEdit *edit, const char *name, gint64 now);

/* The same with the answer known: an edit is put where it stood when it was journalled. */
gboolean mn_history_replay (MnHistory  *self,
                            MnEdit     *edit,
                            const char *name,
                            gboolean    joined,
                            gint64      now);
void     mn_history_break_typing (MnHistory *self);

/** MnHistorySide: where a group stands. */
typedef enum
{
  MN_HISTORY_UNDO, /* newest last */
  MN_HISTORY_REDO, /* the next last */
  MN_HISTORY_OPEN, /* one, between begin and end */
} MnHistorySide;

/** MnHistoryGroup: what is undone and redone at once; borrowed. */
typedef struct
{
  const char *name;
  GPtrArray  *edits; /* of MnEdit */
  gboolean    typing;
} MnHistoryGroup;

guint          mn_history_get_n_groups (MnHistory *self, MnHistorySide side);
MnHistoryGroup mn_history_get_group (MnHistory *self, MnHistorySide side, guint index);

/* Builds a history up again; typing that follows doesn't join what was put here. */
void mn_history_put_group (MnHistory *self, MnHistorySide side, const MnHistoryGroup *group);

const char *mn_history_get_undo_name (MnHistory *self); /* NULL: nothing to undo */
const char *mn_history_get_redo_name (MnHistory *self);

/* The edits to apply, in order; borrowed until the next call. The group changes sides. */
GPtrArray *mn_history_undo (MnHistory *self); /* inverted, last first */
GPtrArray *mn_history_redo (MnHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnHistory, mn_history_free)

G_END_DECLS
