#pragma once

#include <gtk/gtk.h>

#include "mn-block-entry.h"
#include "mn-edit-context.h"

G_BEGIN_DECLS

/**
 * MnBlockForm: a paragraph as it stands on paper, to be changed by hand, with what it was composed
 * from. Typing makes the hand change; composing again never overwrites it.
 *
 * Actions: "block.take-back", "block.show-source", "block.add-after".
 */
#define MN_TYPE_BLOCK_FORM (mn_block_form_get_type ())
G_DECLARE_FINAL_TYPE (MnBlockForm, mn_block_form, MN, BLOCK_FORM, GtkWidget)

GtkWidget *mn_block_form_new (MnEditContext *context, MnForm form, MnBlockEntry *entry);

MnBlockEntry *mn_block_form_get_entry (MnBlockForm *self);
GtkWidget    *mn_block_form_get_view (MnBlockForm *self);

G_END_DECLS
