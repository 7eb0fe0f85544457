#include "mn-number-actions.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mn-register.h"

/** Numbering: what an action works on; it goes with the action. */
typedef struct
{
  MnSessionPage *page;    /* (borrowed) it has the actions */
  MnArchive     *archive; /* (nullable) a weak pointer: actions may outlive a window for a while */
} Numbering;

static void
numbering_free (gpointer data, GClosure *closure)
{
  Numbering *self = data;

  g_clear_weak_pointer (&self->archive);
  g_free (self);
}

static void
tell (Numbering *self, const char *text)
{
  g_autofree char     *markup = g_markup_escape_text (text, -1); /* titles are markup in 1.2 */
  g_autoptr (AdwToast) toast = adw_toast_new (markup);

  g_signal_emit_by_name (self->page, "toast", toast);
}

static MnItem *
find_document (Numbering *self, GVariant *id)
{
  MnDocument *document = mn_store_get_document (mn_session_page_get_store (self->page));
  MnItem     *item = mn_document_find (document, g_variant_get_string (id, NULL));

  return item && mn_item_is (item, "document") ? item : NULL;
}

static void
take (Numbering *self, GVariant *id, MnNumberWish wish)
{
  MnItem            *item = find_document (self, id);
  g_autoptr (GError) error = NULL;

  mn_session_page_flush (self->page);
  if (item && self->archive &&
      !mn_register_take (self->archive, mn_session_page_get_store (self->page), item, wish, &error))
    tell (self, error->message);
}

static void
take_cb (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  take (user_data, id, MN_NUMBER_TAKE);
}

static void
issue_cb (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  take (user_data, id, MN_NUMBER_ISSUE);
}

static void
withdraw_cb (GSimpleAction *action, GVariant *id, gpointer user_data)
{
  Numbering         *self = user_data;
  MnItem            *item = find_document (self, id);
  MnDocument        *document = mn_store_get_document (mn_session_page_get_store (self->page));
  g_autoptr (GError) error = NULL;

  if (!item)
    return;
  mn_document_begin (document, _ ("Take the issue back"));
  mn_document_set (document, item, "state", "approved", &error);
  mn_document_end (document);
  if (error)
    tell (self, error->message);
}

static void
add (GActionMap    *actions,
     MnSessionPage *page,
     MnArchive     *archive,
     const char    *name,
     GCallback      callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE_STRING);
  Numbering                *self = g_new0 (Numbering, 1);

  self->page = page;
  g_set_weak_pointer (&self->archive, archive);
  g_signal_connect_data (action, "activate", callback, self, numbering_free, G_CONNECT_DEFAULT);
  g_action_map_add_action (actions, G_ACTION (action));
}

void
mn_number_actions_add (GActionMap *actions, MnSessionPage *page, MnArchive *archive)
{
  add (actions, page, archive, "take-number", G_CALLBACK (take_cb));
  add (actions, page, archive, "issue", G_CALLBACK (issue_cb));
  add (actions, page, archive, "withdraw", G_CALLBACK (withdraw_cb));
}
