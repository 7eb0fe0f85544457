#include "mn-paper-input.h"

struct _MnPaperInput
{
  MnItem     *session;   /* (owned) */
  MnArchive  *archive;   /* (owned) (nullable) */
  GHashTable *histories; /* (owned) (nullable) */
  MnItem     *other;     /* (owned) (nullable) */
  gboolean    looked;    /* for the other session */
};

MnPaperInput *
mn_paper_input_new (MnItem *session, MnArchive *archive)
{
  MnPaperInput *self = g_new0 (MnPaperInput, 1);

  self->session = g_object_ref (session);
  g_set_object (&self->archive, archive);
  return self;
}

void
mn_paper_input_free (MnPaperInput *self)
{
  g_clear_pointer (&self->histories, g_hash_table_unref);
  g_clear_object (&self->other);
  g_clear_object (&self->archive);
  g_clear_object (&self->session);
  g_free (self);
}

/* The nearest of its series, else the nearest there is. */
static void
look_for_other (MnPaperInput *self)
{
  g_autoptr (GPtrArray) sessions = mn_archive_list_comparable (self->archive, self->session);

  self->looked = TRUE;
  for (guint i = 0; sessions != NULL && self->other == NULL && i < sessions->len; i++)
    self->other = mn_archive_read_session (self->archive,
                                           mn_session_entry_get_id (sessions->pdata[i]), NULL);
}

void
mn_paper_input_get (MnPaperInput *self, MnForm form, MnFormInput *input)
{
  *input = (MnFormInput){ .session = self->session };
  if (self->archive == NULL)
    return;
  if (form == MN_FORM_FOLLOW_UP || form == MN_FORM_PROPOSALS)
    {
      if (self->histories == NULL)
        self->histories = mn_archive_get_histories (self->archive, self->session);
      input->histories = self->histories;
    }
  else if (form == MN_FORM_COMPARISON)
    {
      if (!self->looked)
        look_for_other (self);
      input->other = self->other;
    }
}
