#pragma once

#include <gio/gio.h>

#include "mn-kind.h"
#include "mn-text.h"

G_BEGIN_DECLS

#define MN_TYPE_ITEM (mn_item_get_type ())
G_DECLARE_FINAL_TYPE (MnItem, mn_item, MN, ITEM, GObject)

/**
 * MnItem: anything with an identity of its own inside a document. Its kind says which fields and
 * which slots of children it has. An item inside a document is changed only through the document's
 * edits (mn-document.h); the setters here are for items that are still being made.
 *
 * Signal "changed" (const char *field): a field of this item has a new value.
 */

/** MnForeign: XML of another namespace that was found in an item's element and goes back there. */
typedef struct
{
  char    *place;     /* field or slot element that held it; NULL for the item's own element */
  gboolean attribute; /* @xml is ` x:name="value"`, else an element */
  char    *xml;
} MnForeign;

typedef enum
{
  MN_COPY_SAME_IDS, /* for snapshots: undo, comparison */
  MN_COPY_NEW_IDS,  /* for paste and the next session; refs inside the copy follow */
} MnCopyMode;

MnItem  *mn_item_new (const MnKind *kind) G_GNUC_WARN_UNUSED_RESULT;
MnItem  *mn_item_new_with_id (const MnKind *kind, const char *id) G_GNUC_WARN_UNUSED_RESULT;
MnItem  *mn_item_copy (MnItem *self, MnCopyMode mode) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_item_equal (MnItem *self, MnItem *other); /* ids, fields, children, foreign parts */
gboolean mn_item_equal_alone (MnItem *self, MnItem *other);
MnItem  *mn_item_find_difference (MnItem *self, MnItem *other);

const MnKind *mn_item_get_kind (MnItem *self);
gboolean      mn_item_is (MnItem *self, const char *kind_name);
const char   *mn_item_get_id (MnItem *self);
MnItem       *mn_item_get_parent (MnItem *self); /* (nullable) */
const MnSlot *mn_item_get_slot (MnItem *self);   /* in the parent; NULL for a root */
guint         mn_item_get_index (MnItem *self);  /* among the parent's slot, from 0 */

/* Values in canonical spelling; NULL where unset. Borrowed until the item changes. */
const char *mn_item_get (MnItem *self, const char *field);
MnText     *mn_item_get_rich (MnItem *self, const char *field);
char       *mn_item_dup_plain (MnItem *self, const char *field)
    G_GNUC_WARN_UNUSED_RESULT; /* any type; "" if unset */
gint64     mn_item_get_integer (MnItem *self, const char *field, gint64 fallback);
gboolean   mn_item_get_boolean (MnItem *self, const char *field);
gboolean   mn_item_get_date (MnItem *self, const char *field, GDate *date);
GDateTime *mn_item_get_moment (MnItem *self, const char *field)
    G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
gboolean mn_item_moment_has_time (MnItem     *self,
                                  const char *field); /* FALSE: only the day is known */
char   **mn_item_get_refs (MnItem *self, const char *field)
    G_GNUC_WARN_UNUSED_RESULT;            /* ids; REF or REFS; never NULL */
gboolean mn_item_is_empty (MnItem *self); /* no field set and no child with one */

GListModel *mn_item_get_children (
    MnItem     *self,
    const char *slot); /* (transfer none) of MnItem; lives as long as the item */
guint      mn_item_get_n_children (MnItem *self, const char *slot);
MnItem    *mn_item_get_child (MnItem *self, const char *slot, guint index); /* (transfer none) */
MnItem    *mn_item_get_single (MnItem *self, const char *slot);             /* (transfer none) */
GPtrArray *mn_item_get_foreign (MnItem *self); /* of MnForeign, or NULL */

/* Calls @func for the item and all below it, parents first; stops when it returns FALSE. */
typedef gboolean (*MnItemFunc) (MnItem *item, gpointer user_data);
gboolean mn_item_walk (MnItem *self, MnItemFunc func, gpointer user_data);

/* For items that stand in no document. */
gboolean mn_item_set (MnItem *self, const char *field, const char *value, GError **error);
void     mn_item_set_rich (MnItem *self, const char *field, MnText *value);
void     mn_item_add (MnItem *self, const char *slot, MnItem *child); /* (transfer none) child */
void     mn_item_add_foreign (MnItem *self, const char *place, gboolean attribute, const char *xml);

gboolean mn_item_is_attached (MnItem *self);

G_END_DECLS
