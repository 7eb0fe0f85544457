#pragma once

#include <gtk/gtk.h>

#include "mn-document.h"
#include "mn-form.h"
#include "mn-pages.h"
#include "mn-paper-input.h"

G_BEGIN_DECLS

#define MN_TYPE_PAGE_PREVIEW (mn_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (MnPagePreview, mn_page_preview, MN, PAGE_PREVIEW, GtkWidget)

/**
 * MnPagePreview: the pages of one of the papers, as they will be printed, following the
 * document's edits. While it can't be seen it does nothing.
 *
 * Property: "form" (int, MnForm).
 * Actions on it: preview.zoom-in, preview.zoom-out, preview.fit-width, preview.form (int).
 */
GtkWidget *mn_page_preview_new (MnDocument *document, MnPaperInput *input)
    G_GNUC_WARN_UNUSED_RESULT;

/* What the pages shown are made of; borrowed until the next call. */
void mn_page_preview_get_input (MnPagePreview *self, MnFormInput *input);

MnForm mn_page_preview_get_form (MnPagePreview *self);
void   mn_page_preview_set_form (MnPagePreview *self, MnForm form);

/* Scrolls to the page on which the item begins, now or when it is next seen. */
void mn_page_preview_show_item (MnPagePreview *self, const char *item_id);

/* The page in the middle of the view, from 0. */
guint mn_page_preview_get_page (MnPagePreview *self);

/* The pages, brought up to date; NULL with an error where the house style can't be used. */
MnPages *mn_page_preview_get_pages (MnPagePreview *self, GError **error);

G_END_DECLS
