#pragma once

#include "mn-edit.h"

G_BEGIN_DECLS

/**
 * Edits as bytes, for the recovery journal and wherever else an edit leaves the process. Kinds and
 * fields go by name, so a journal outlives a new field. What is read back is checked like a file:
 * bytes that make no sense give an error, never an edit that can't be applied to its own kind.
 */

#define MN_CODEC_EDIT_TYPE "(yssmsmsmvmvuumvmvssmvb)"

GVariant *mn_edit_to_variant (const MnEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
MnEdit   *mn_edit_from_variant (GVariant *variant, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GVariant *mn_text_to_variant (const MnText *text) G_GNUC_WARN_UNUSED_RESULT;
MnText   *mn_text_from_variant (GVariant *variant, GError **error) G_GNUC_WARN_UNUSED_RESULT;

GVariant *mn_item_to_variant (MnItem *item) G_GNUC_WARN_UNUSED_RESULT;
MnItem   *mn_item_from_variant (GVariant *variant, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
