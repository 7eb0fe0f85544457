#pragma once

#include <gtk/gtk.h>

#include "mn-document.h"

G_BEGIN_DECLS

#define MN_TYPE_VERSION_VIEW (mn_version_view_get_type ())
G_DECLARE_FINAL_TYPE (MnVersionView, mn_version_view, MN, VERSION_VIEW, GtkWidget)

/**
 * MnVersionView: another version of a document beside the present one, to read: what differs by
 * item, or the whole of it. It follows the edits of the document.
 *
 * Signals: "closed": its close button; "bring-back": the button that makes the document this
 * version; "show-item" (id): a row was activated whose item is in the document.
 */
GtkWidget *mn_version_view_new (MnDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* @other (transfer none) is another version of the document and is changed by nobody from now on;
 * NULL: none. @title is one sentence: "This session on 15/4/2026 at 09:30". */
void mn_version_view_set_version (MnVersionView *self, MnItem *other, const char *title);

MnItem     *mn_version_view_get_version (MnVersionView *self); /* (nullable) (transfer none) */
const char *mn_version_view_get_title (MnVersionView *self);

/* What the button "bring-back" says; NULL, as at first, hides it. */
void mn_version_view_set_bring_back_label (MnVersionView *self, const char *label);

G_END_DECLS
