#pragma once

#include <gio/gio.h>

#include "mn-document.h"
#include "mn-form.h"

G_BEGIN_DECLS

/** MnBlockState: how a paragraph on paper stands to what is composed. */
typedef enum
{
  MN_BLOCK_STATE_COMPOSED,
  MN_BLOCK_STATE_CHANGED,  /* by hand */
  MN_BLOCK_STATE_OUTDATED, /* by hand, and what was composed has changed since */
  MN_BLOCK_STATE_OWN,      /* added by hand */
  MN_BLOCK_STATE_REMOVED,  /* taken out by hand */
} MnBlockState;

#define MN_TYPE_BLOCK_ENTRY (mn_block_entry_get_type ())
G_DECLARE_FINAL_TYPE (MnBlockEntry, mn_block_entry, MN, BLOCK_ENTRY, GObject)

/**
 * MnBlockEntry: a paragraph of a composed form in the list of paragraphs; an entry without an
 * anchor stands for the document itself.
 *
 * Signal "changed": its words or state are others now.
 */
MnBlockEntry *mn_block_entry_new (const char *anchor) G_GNUC_WARN_UNUSED_RESULT;

const char  *mn_block_entry_get_anchor (MnBlockEntry *self);   /* (nullable) */
const char  *mn_block_entry_get_source (MnBlockEntry *self);   /* (nullable) id */
const char  *mn_block_entry_get_label (MnBlockEntry *self);    /* (nullable) "1." */
MnText      *mn_block_entry_get_text (MnBlockEntry *self);     /* as it stands on paper */
MnText      *mn_block_entry_get_composed (MnBlockEntry *self); /* (nullable) without hand changes */
MnBlockState mn_block_entry_get_state (MnBlockEntry *self);
const char  *mn_block_state_get_label (MnBlockState state); /* translated; NULL: composed */

/* The paragraphs of the form as entries. (transfer full) */
GPtrArray *mn_block_entry_list (MnForm form, const MnFormInput *input) G_GNUC_WARN_UNUSED_RESULT;

/* Makes @store hold @entries, keeping the objects of anchors that stay. */
void mn_block_entry_update (GListStore *store, GPtrArray *entries);

/* The hand change that the entry shows, or NULL. */
MnItem *mn_block_entry_find_change (MnBlockEntry *self, MnDocument *document, MnForm form);

G_END_DECLS
