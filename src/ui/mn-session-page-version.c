/* Another version beside the form: to be read, or to become the present one. */

#include <glib/gi18n.h>

#include "mn-session-output.h"
#include "mn-session-page-private.h"
#include "mn-session.h"

static void
version_closed_cb (MnSessionPage *self)
{
  mn_session_page_show_side (self, "version", FALSE);
}

static void
version_item_cb (MnSessionPage *self, const char *item_id)
{
  mn_session_page_show_item (self, item_id);
}

static gboolean
is_theirs (MnSessionPage *self, MnItem *version)
{
  return version && version == mn_store_get_theirs (self->store);
}

/* What is taken from the file is in the file: nothing is left to choose. */
static void
take_theirs (MnSessionPage *self)
{
  mn_store_bars_take_theirs (self->bars);
  if (!mn_store_get_theirs (self->store))
    mn_session_page_show_side (self, "version", FALSE);
}

static void
version_wanted_cb (MnSessionPage *self)
{
  if (is_theirs (self, mn_version_view_get_version (self->version)))
    {
      take_theirs (self);
      return;
    }

  mn_session_page_bring_back (self, mn_version_view_get_version (self->version),
                              mn_version_view_get_title (self->version));
}

/* The toast may be older than what was done last. */
static void
undo_bring_back_cb (MnSessionPage *self)
{
  if (mn_document_get_revision (mn_session_page_get_document (self)) == self->brought_back)
    mn_document_undo (mn_session_page_get_document (self));
}

static void
tell_brought_back (MnSessionPage *self)
{
  g_autoptr (AdwToast) toast = adw_toast_new (_ ("The earlier version is back"));

  self->brought_back = mn_document_get_revision (mn_session_page_get_document (self));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_bring_back_cb), self,
                           G_CONNECT_SWAPPED);
  mn_session_page_emit_toast (self, toast);
}

void
mn_session_page_update_bring_back (MnSessionPage *self)
{
  MnItem     *version = mn_version_view_get_version (self->version);
  const char *label = _ ("Bring Back This Version");

  if (is_theirs (self, version))
    label = _ ("Take This Version");
  if (mn_document_get_read_only (mn_session_page_get_document (self)))
    label = NULL;
  mn_version_view_set_bring_back_label (self->version, label);
}

void
mn_session_page_make_version_view (MnSessionPage *self)
{
  self->version = MN_VERSION_VIEW (mn_version_view_new (mn_session_page_get_document (self)));
  gtk_stack_add_named (self->side, GTK_WIDGET (self->version), "version");
  g_signal_connect_object (self->version, "closed", G_CALLBACK (version_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->version, "show-item", G_CALLBACK (version_item_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->version, "bring-back", G_CALLBACK (version_wanted_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mn_session_page_show_version (MnSessionPage *self, MnItem *version, const char *title)
{
  g_return_if_fail (MN_IS_SESSION_PAGE (self));

  mn_session_page_flush (self);
  mn_version_view_set_version (self->version, version, title);
  mn_session_page_update_bring_back (self);
  mn_session_page_show_side (self, "version", TRUE);
}

static gboolean
may_bring_back (MnSessionPage *self)
{
  if (!mn_session_is_sealed (mn_document_get_root (mn_session_page_get_document (self))))
    return TRUE;

  mn_session_output_tell (GTK_WIDGET (self), _ ("That Version Can't Be Brought Back"),
                          _ ("The minutes are issued, so the record doesn't change any more. The "
                             "version can be opened beside the present one."));
  return FALSE;
}

gboolean
mn_session_page_bring_back (MnSessionPage *self, MnItem *version, const char *title)
{
  MnDocument        *document = mn_session_page_get_document (self);
  guint64            before = mn_document_get_revision (document);
  g_autoptr (GError) error = NULL;
  g_autofree char   *name = NULL;

  g_return_val_if_fail (MN_IS_SESSION_PAGE (self), FALSE);

  mn_session_page_flush (self);
  if (!may_bring_back (self))
    return FALSE;
  /* Translators: undo; %s is which version: "This session on 15/4/2026 at 09:30" */
  name = g_strdup_printf (_ ("Bring back: %s"), title);
  mn_store_keep_version (self->store);
  if (!mn_document_become (document, version, name, &error))
    {
      mn_session_output_tell (GTK_WIDGET (self), _ ("That Version Can't Be Brought Back"),
                              error->message);
      return FALSE;
    }
  if (mn_document_get_revision (document) != before)
    tell_brought_back (self);
  return TRUE;
}
