#pragma once

#include <gio/gio.h>

#include "mn-clock.h"
#include "mn-edit.h"
#include "mn-error.h"
#include "mn-item.h"

G_BEGIN_DECLS

#define MN_TYPE_DOCUMENT (mn_document_get_type ())
G_DECLARE_FINAL_TYPE (MnDocument, mn_document, MN, DOCUMENT, GObject)

/**
 * MnDocument: a tree of items and the one road on which it changes.
 *
 * Every change is an #MnEdit, grouped under a name for people ("Move proposal 3"); typing that goes
 * on without a pause is one group. A function that fails changes nothing and sets an error.
 *
 * Signal "edited" (MnEdit *edit): after each edit, undo and redo included.
 * Signal "stepped" (const MnStep *step): what the recovery journal keeps, right before it
 * is done.
 * Properties, all read-only and notified: "revision", "can-undo", "can-redo", "undo-name",
 * "redo-name".
 */

MnDocument *mn_document_new (MnItem *root, MnClock *clock)
    G_GNUC_WARN_UNUSED_RESULT; /* (transfer none) both */

MnItem  *mn_document_get_root (MnDocument *self);
MnClock *mn_document_get_clock (MnDocument *self);
MnItem  *mn_document_find (MnDocument *self,
                           const char *id); /* (nullable) (transfer none); NULL id gives NULL */
guint64  mn_document_get_revision (MnDocument *self); /* raised by every edit */
gboolean mn_document_get_read_only (MnDocument *self);
void     mn_document_set_read_only (MnDocument *self, gboolean read_only);

gboolean mn_document_set (MnDocument *self,
                          MnItem     *item,
                          const char *field,
                          const char *value,
                          GError    **error);
gboolean mn_document_set_rich (MnDocument *self,
                               MnItem     *item,
                               const char *field,
                               MnText     *value,
                               GError    **error);
gboolean mn_document_splice (
    MnDocument   *self,
    MnItem       *item,
    const char   *field,
    guint         position, /* characters */
    guint         n_removed,
    const MnText *inserted, /* (nullable); marks are dropped in TEXT fields */
    GError      **error);
gboolean mn_document_insert (MnDocument *self,
                             MnItem     *parent,
                             const char *slot,
                             guint       index,
                             MnItem     *child,
                             GError    **error);
gboolean mn_document_remove (MnDocument *self, MnItem *item, GError **error);
gboolean mn_document_move (MnDocument *self, MnItem *item, guint index, GError **error);

/* Another version of the same document takes the place of this one, as one change. */
gboolean mn_document_become (MnDocument *self, MnItem *other, const char *name, GError **error);

/* Groups nest; only the outermost name counts. A group without edits leaves no trace. */
void mn_document_begin (MnDocument *self, const char *name);
void mn_document_end (MnDocument *self);

/* Typing that follows starts a group of its own (focus left the field). */
void mn_document_break_typing (MnDocument *self);

gboolean    mn_document_can_undo (MnDocument *self);
gboolean    mn_document_can_redo (MnDocument *self);
const char *mn_document_get_undo_name (MnDocument *self); /* translated; NULL if there is none */
const char *mn_document_get_redo_name (MnDocument *self);
gboolean    mn_document_undo (MnDocument *self);
gboolean    mn_document_redo (MnDocument *self);

/* Does what a journal kept. A step that doesn't fit the document as it stands gives an error and
 * changes nothing. */
gboolean mn_document_replay (MnDocument *self, const MnStep *step, GError **error);
gboolean mn_document_is_in_group (MnDocument *self);

/**
 * The past as bytes: what can be undone, redone and restored, without the document itself.
 *
 * mn_document_dup_past() keeps at most @max_groups of what can be undone and of what can be redone,
 * the nearest ones; @n_left tells how many it has left out of either. (transfer full)
 * mn_document_take_past() gives it to a document that has none yet and holds the same items; what
 * doesn't fit them is left out.
 */
#define MN_DOCUMENT_PAST_TYPE "(a(sbav)a(sbav)a(sbav)av)"
typedef struct
{
  guint undo;
  guint redo;
} MnPastSize;

MnPastSize mn_document_get_past_size (MnDocument *self);
gboolean   mn_document_has_past (MnDocument *self);
GVariant  *mn_document_dup_past (MnDocument *self, guint max_groups, MnPastSize *n_left)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_document_take_past (MnDocument *self, GVariant *past, GError **error);

/* Goes on counting from there: a document that is made again. Nothing was edited yet. */
void mn_document_set_revision (MnDocument *self, guint64 revision);

/**
 * MnRemoved: an item that was taken out, with its place; the bin keeps it until it is restored.
 */
#define MN_TYPE_REMOVED (mn_removed_get_type ())
G_DECLARE_FINAL_TYPE (MnRemoved, mn_removed, MN, REMOVED, GObject)

MnItem *mn_removed_get_item (MnRemoved *self); /* a snapshot, not attached */

GListModel *mn_document_get_bin (MnDocument *self); /* (transfer none) of MnRemoved, newest last */
/* The bin as bytes, so that it outlives the program. */
#define MN_DOCUMENT_BIN_TYPE "a(vssu)" /* item, parent, slot, index */
GVariant *mn_document_bin_to_variant (MnDocument *self) G_GNUC_WARN_UNUSED_RESULT;
void      mn_document_fill_bin (MnDocument *self, GVariant *variant);

gboolean mn_document_restore (MnDocument *self, MnRemoved *removed, GError **error);

G_END_DECLS
