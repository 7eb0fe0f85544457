#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/** MnEditType: the six changes there are. */
typedef enum
{
  MN_EDIT_SET,     /* a field gets another value */
  MN_EDIT_SPLICE,  /* a run of a text field goes, another comes */
  MN_EDIT_INSERT,  /* an item with all below it comes */
  MN_EDIT_REMOVE,  /* an item with all below it goes */
  MN_EDIT_MOVE,    /* an item goes to another place of its slot */
  MN_EDIT_FOREIGN, /* what other programs wrote into an item becomes something else */
} MnEditType;

/**
 * MnEdit: one change of a document, complete enough to be done, undone, journalled and sent
 * elsewhere. It names items by id and holds no pointer into the document. Immutable.
 */
typedef struct
{
  MnEditType type;
  char      *item;   /* SET, SPLICE: whose field. Else: the item itself */
  char      *field;  /* SET, SPLICE */
  char      *before; /* SET: canonical values; NULL = unset. FOREIGN: all parts as one string */
  char      *after;
  MnText    *rich_before; /* SET of rich fields */
  MnText    *rich_after;
  guint      position; /* SPLICE: in characters. INSERT, REMOVE, MOVE: index before */
  guint      to;       /* MOVE: index after */
  MnText    *removed;  /* SPLICE */
  MnText    *inserted;
  char      *parent; /* INSERT, REMOVE, MOVE: id */
  char      *slot;
  MnItem    *snapshot; /* INSERT, REMOVE: the item as it came or went; not attached */
  gboolean   binned;   /* INSERT, REMOVE: the bin is where it came from or goes to */

  /*< private >*/
  grefcount ref_count;
} MnEdit;

#define MN_TYPE_EDIT (mn_edit_get_type ())
GType   mn_edit_get_type (void) G_GNUC_CONST;
MnEdit *mn_edit_new (MnEditType type, const char *item) G_GNUC_WARN_UNUSED_RESULT;
MnEdit *mn_edit_ref (MnEdit *self);
void    mn_edit_unref (MnEdit *self);
MnEdit *mn_edit_invert (const MnEdit *self) G_GNUC_WARN_UNUSED_RESULT;

/* Joins typing: @next continues @self in the same field, so one splice does both. NULL: it doesn't.
 */
MnEdit *mn_edit_join (const MnEdit *self, const MnEdit *next) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnEdit, mn_edit_unref)

/** MnStepType: what a document's history was told; the edits of an undo are no EDIT steps. */
typedef enum
{
  MN_STEP_EDIT,
  MN_STEP_BEGIN, /* a named group */
  MN_STEP_END,
  MN_STEP_UNDO,
  MN_STEP_REDO,
} MnStepType;

/** MnStep: one step on the road of a document; all of them in order make it again, history
 * included. */
typedef struct
{
  MnStepType  type;
  MnEdit     *edit;   /* EDIT */
  const char *name;   /* EDIT, BEGIN: for people */
  gboolean    joined; /* EDIT: it went on with the typing before it */
} MnStep;

G_END_DECLS
