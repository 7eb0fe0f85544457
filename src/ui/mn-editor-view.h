#pragma once

#include <gtk/gtk.h>

#include "mn-archive.h"
#include "mn-form.h"
#include "mn-paper-input.h"
#include "mn-store.h"

G_BEGIN_DECLS

#define MN_TYPE_EDITOR_VIEW (mn_editor_view_get_type ())
G_DECLARE_FINAL_TYPE (MnEditorView, mn_editor_view, MN, EDITOR_VIEW, GtkWidget)

/**
 * MnEditorView: a session in its sections. Only the section shown has widgets, and in it only the
 * selected item has a form.
 *
 * Properties, read-only and notified: "selected-item" (string: id or NULL), "section" (string),
 * "form" (int, MnForm: what the pages beside it should show).
 *
 * Actions: "editor.add", "editor.remove", "editor.move-up", "editor.move-down",
 * "editor.next-section", "editor.previous-section", "editor.go" (s: section), "editor.show-item"
 * (s: id), "editor.restore" (what was removed last), "editor.restore-item" (u: place in the bin),
 * "editor.compare" (ss).
 *
 * Signals: "compare" (const char *session_id, const char *item_id); "notify-user" (const char
 * *text, const char *action or NULL): one sentence for a toast, and the action its button should
 * do.
 */
GtkWidget *mn_editor_view_new (MnStore *store, MnArchive *archive);

void mn_editor_view_show_item (MnEditorView *self, const char *item_id);
void mn_editor_view_show_section (MnEditorView *self, const char *section);
/* The keyboard goes to the section's form or list. */
void mn_editor_view_focus (MnEditorView *self);
/* The keyboard goes into that item's field, the cursor behind @offset characters of its text;
 * FALSE: there is no such field to type in. */
gboolean    mn_editor_view_put_caret (MnEditorView *self,
                                      const char   *item_id,
                                      const char   *field,
                                      guint         offset);
const char *mn_editor_view_get_selected_item (MnEditorView *self); /* (nullable) */
const char *mn_editor_view_get_section (MnEditorView *self);
MnForm      mn_editor_view_get_form (MnEditorView *self);

/* What stands in an entry and isn't in the document yet goes in: before saving or closing. */
void mn_editor_view_flush (MnEditorView *self);

/* What the session's papers are made of, for whoever shows them. (transfer none) */
MnPaperInput *mn_editor_view_get_paper_input (MnEditorView *self);

G_END_DECLS
