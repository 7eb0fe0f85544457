#include "mn-edit-context.h"

#include "mn-paper-input.h"
#include "mn-session.h"

struct _MnEditContext
{
  GObject parent_instance;

  MnDocument *document; /* (owned) */
  MnArchive  *archive;  /* (owned) (nullable) */
  GHashTable *drafts;   /* (owned) "item field" → text */

  MnPaperInput *input; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MnEditContext, mn_edit_context, G_TYPE_OBJECT)

enum
{
  NOTIFY_USER,
  FLUSH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mn_edit_context_finalize (GObject *object)
{
  MnEditContext *self = MN_EDIT_CONTEXT (object);

  g_clear_object (&self->document);
  g_clear_object (&self->archive);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_object (&self->input);

  G_OBJECT_CLASS (mn_edit_context_parent_class)->finalize (object);
}

static void
mn_edit_context_class_init (MnEditContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_edit_context_finalize;

  signals[NOTIFY_USER] = g_signal_new ("notify-user", MN_TYPE_EDIT_CONTEXT, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_STRING);
  signals[FLUSH] = g_signal_new ("flush", MN_TYPE_EDIT_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
mn_edit_context_init (MnEditContext *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/** mn_edit_context_new: (transfer none) both; @archive may be %NULL. */
MnEditContext *
mn_edit_context_new (MnDocument *document, MnArchive *archive)
{
  MnEditContext *self;

  g_return_val_if_fail (MN_IS_DOCUMENT (document), NULL);

  self = g_object_new (MN_TYPE_EDIT_CONTEXT, NULL);
  self->document = g_object_ref (document);
  g_set_object (&self->archive, archive);
  self->input = mn_paper_input_new (mn_document_get_root (document), archive);
  return self;
}

MnDocument *
mn_edit_context_get_document (MnEditContext *self)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (self), NULL);

  return self->document;
}

MnArchive *
mn_edit_context_get_archive (MnEditContext *self)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (self), NULL);

  return self->archive;
}

/** mn_edit_context_get_session: the document's root item. */
MnItem *
mn_edit_context_get_session (MnEditContext *self)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (self), NULL);

  return mn_document_get_root (self->document);
}

MnClock *
mn_edit_context_get_clock (MnEditContext *self)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (self), NULL);

  return mn_document_get_clock (self->document);
}

void
mn_edit_context_get_input (MnEditContext *self, MnForm form, MnFormInput *input)
{
  g_return_if_fail (MN_IS_EDIT_CONTEXT (self));

  mn_paper_input_get (self->input, form, input);
}

/** mn_edit_context_get_paper_input: what all that shows the session's papers makes them of. */
MnPaperInput *
mn_edit_context_get_paper_input (MnEditContext *self)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (self), NULL);

  return self->input;
}

gboolean
mn_edit_context_is_read_only (MnEditContext *self)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (self), TRUE);

  return mn_document_get_read_only (self->document);
}

/** mn_edit_context_may_change: a record whose minutes are issued can be read only. */
gboolean
mn_edit_context_may_change (MnEditContext *self, MnItem *item)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (self), FALSE);

  return !mn_document_get_read_only (self->document) && !mn_item_is_sealed (item);
}

/** mn_edit_context_notify_user: shows one sentence; @action, if any, names an action to offer. */
void
mn_edit_context_notify_user (MnEditContext *self, const char *text, const char *action)
{
  g_return_if_fail (MN_IS_EDIT_CONTEXT (self));

  g_signal_emit (self, signals[NOTIFY_USER], 0, text, action);
}

/** mn_edit_context_report: shows what an edit failed of, if it failed. */
void
mn_edit_context_report (MnEditContext *self, GError *error)
{
  if (error == NULL)
    return;
  mn_edit_context_notify_user (self, error->message, NULL);
  g_error_free (error);
}

/** mn_edit_context_flush: before saving or closing: what was typed and is a value goes in now. */
void
mn_edit_context_flush (MnEditContext *self)
{
  g_return_if_fail (MN_IS_EDIT_CONTEXT (self));

  g_signal_emit (self, signals[FLUSH], 0);
}

static char *
dup_draft_key (MnItem *item, const char *field)
{
  return g_strconcat (mn_item_get_id (item), " ", field, NULL);
}

/** mn_edit_context_get_draft: what was typed into the field and is no value of it, or %NULL. */
const char *
mn_edit_context_get_draft (MnEditContext *self, MnItem *item, const char *field)
{
  g_autofree char *key = dup_draft_key (item, field);

  return g_hash_table_lookup (self->drafts, key);
}

void
mn_edit_context_set_draft (MnEditContext *self, MnItem *item, const char *field, const char *text)
{
  g_autofree char *key = dup_draft_key (item, field);

  if (text != NULL)
    g_hash_table_insert (self->drafts, g_steal_pointer (&key), g_strdup (text));
  else
    g_hash_table_remove (self->drafts, key);
}
