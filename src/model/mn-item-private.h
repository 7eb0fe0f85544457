#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/* A field's value: @string in canonical spelling, or @rich; both NULL where unset. */
typedef struct
{
  char   *string; /* (owned) */
  MnText *rich;   /* (owned) */
} MnValue;

struct _MnItem
{
  GObject parent_instance;

  const MnKind *kind;
  char         *id;       /* (owned) */
  MnValue      *values;   /* (owned) one per field */
  GListStore  **children; /* (owned) one per slot */
  GPtrArray    *foreign;  /* (owned) (nullable) of MnForeign */
  MnItem       *parent;   /* (borrowed) */
  guint         slot_index;
  gboolean      attached;
  GHashTable   *index; /* (borrowed) (nullable) of a document's root: id → MnItem */
};

MnItem *mn_item_alloc (const MnKind *kind, const char *id) G_GNUC_WARN_UNUSED_RESULT;
void    mn_item_append_child (MnItem *self, guint slot_index, MnItem *child);

/* What an edit does to an item. Values are canonical; nothing is checked again. */
void mn_item_set_attached (MnItem *self, gboolean attached);
void mn_item_put (MnItem *self, guint field_index, const char *value, MnText *rich);
void mn_item_insert_child (MnItem *self, guint slot_index, guint position, MnItem *child);
void mn_item_remove_child (MnItem *self, guint slot_index, guint position);
void mn_item_move_child (MnItem *self, guint slot_index, guint from, guint to);

/* Foreign parts as one string; NULL for none. */
gboolean mn_item_has_same_foreign (MnItem *self, MnItem *other);
char    *mn_item_dup_foreign (MnItem *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_foreign_is_valid (const char *parts);
void     mn_item_put_foreign (MnItem *self, const char *parts);

/* The document's index of items, known to its root (borrowed; NULL where there is none). */
void    mn_item_set_index (MnItem *root, GHashTable *index);
MnItem *mn_item_find (MnItem *root, const char *id);

G_END_DECLS
