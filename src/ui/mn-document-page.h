#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"
#include "mn-form.h"

G_BEGIN_DECLS

/**
 * MnDocumentPage: what is made of the session on paper: number, date, signatory and recipients, and
 * every paragraph with what it was composed from.
 *
 * Action: "document.begin". Property "selected" (MnItem, read-only, notified): the source of the
 * paragraph selected.
 */
#define MN_TYPE_DOCUMENT_PAGE (mn_document_page_get_type ())
G_DECLARE_FINAL_TYPE (MnDocumentPage, mn_document_page, MN, DOCUMENT_PAGE, GtkWidget)

GtkWidget *mn_document_page_new (MnEditContext *context, MnForm form);

MnItem     *mn_document_page_get_source (MnDocumentPage *self); /* (nullable) */
GtkWidget  *mn_document_page_get_form (MnDocumentPage *self); /* (nullable) of document or block */
GListModel *mn_document_page_get_model (
    MnDocumentPage *self); /* of MnBlockEntry, the document first */
void mn_document_page_select (MnDocumentPage *self, guint position);
void mn_document_page_show_item (MnDocumentPage *self, MnItem *item);
void mn_document_page_update (MnDocumentPage *self); /* composes now */

G_END_DECLS
