#include "mn-paper-input.h"

#include <glib/gi18n.h>

#include "mn-numbering.h"

struct _MnPaperInput
{
  GObject parent_instance;

  MnItem     *session;   /* (owned) */
  MnArchive  *archive;   /* (owned) (nullable) */
  GHashTable *histories; /* (owned) (nullable) */
  MnItem     *other;     /* (owned) (nullable) */
  char       *chosen;    /* (owned) (nullable): id of the session to compare with */
  char       *folder;    /* (owned) (nullable): from which on the session names its files */
  MnPictures *pictures;  /* (owned) */
  char       *note;      /* (owned) (nullable): what is to be said of the chosen session */
  char       *lead;      /* (owned) (nullable): id of the party that gets a slip */
  gboolean    looked;    /* for the other session */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MnPaperInput, mn_paper_input, G_TYPE_OBJECT)

static void
mn_paper_input_finalize (GObject *object)
{
  MnPaperInput *self = MN_PAPER_INPUT (object);

  g_clear_pointer (&self->histories, g_hash_table_unref);
  g_clear_object (&self->other);
  g_clear_object (&self->archive);
  g_clear_object (&self->session);
  g_clear_pointer (&self->pictures, mn_pictures_free);
  g_free (self->folder);
  g_free (self->chosen);
  g_free (self->note);
  g_free (self->lead);

  G_OBJECT_CLASS (mn_paper_input_parent_class)->finalize (object);
}

static void
mn_paper_input_class_init (MnPaperInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_paper_input_finalize;

  changed_signal = g_signal_new ("changed", MN_TYPE_PAPER_INPUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
mn_paper_input_init (MnPaperInput *self)
{
}

MnPaperInput *
mn_paper_input_new (MnItem *session, MnArchive *archive)
{
  MnPaperInput *self = g_object_new (MN_TYPE_PAPER_INPUT, NULL);

  self->session = g_object_ref (session);
  g_set_object (&self->archive, archive);
  self->folder = g_strdup (archive ? mn_archive_get_folder (archive) : NULL);
  self->pictures = mn_pictures_new (self->folder);
  return self;
}

/* ---- the other session ---------------------------------------------------------------------- */

GPtrArray *
mn_paper_input_list_others (MnPaperInput *self)
{
  return self->archive ? mn_archive_list_comparable (self->archive, self->session) : NULL;
}

/* Nothing else than what was chosen is shown in silence. */
static void
note_other (MnPaperInput *self, const GError *error)
{
  g_autofree char *body = self->other && self->chosen
                              ? mn_session_dup_other_issuer (self->session, self->other)
                              : NULL;

  g_clear_pointer (&self->note, g_free);
  if (error && self->other)
    self->note = g_strdup_printf (_ ("The chosen session can't be read, so the nearest one stands "
                                     "in for it: %s"),
                                  error->message);
  else if (error)
    self->note = g_strdup_printf (_ ("The chosen session can't be read: %s"), error->message);
  else if (body)
    /* Translators: a committee or office */
    self->note = g_strdup_printf (_ ("The chosen session is of another body: %s"), body);
}

/* The one that was chosen, else the nearest of its series, else the nearest there is. */
static void
look_for_other (MnPaperInput *self)
{
  g_autoptr (GPtrArray) sessions = mn_paper_input_list_others (self);
  g_autoptr (GError)    error = NULL;

  self->looked = TRUE;
  if (self->archive && self->chosen)
    self->other = mn_archive_read_session (self->archive, self->chosen, &error);
  for (guint i = 0; sessions && !self->other && i < sessions->len; i++)
    self->other = mn_archive_read_session (self->archive,
                                           mn_session_entry_get_id (sessions->pdata[i]), NULL);
  note_other (self, error);
}

MnItem *
mn_paper_input_get_other (MnPaperInput *self)
{
  if (!self->looked)
    look_for_other (self);

  return self->other;
}

void
mn_paper_input_set_other (MnPaperInput *self, const char *session)
{
  if (g_strcmp0 (session, self->chosen) == 0)
    return;

  g_free (self->chosen);
  self->chosen = g_strdup (session);
  g_clear_object (&self->other);
  self->looked = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

const char *
mn_paper_input_get_other_note (MnPaperInput *self)
{
  mn_paper_input_get_other (self);

  return self->note;
}

const char *
mn_paper_input_get_chosen (MnPaperInput *self)
{
  return self->chosen;
}

/* ---- who gets a slip ------------------------------------------------------------------------ */

const char *
mn_paper_input_get_lead (MnPaperInput *self)
{
  g_autoptr (GPtrArray) leads = self->lead ? mn_form_list_leads (self->session) : NULL;

  for (guint i = 0; leads && i < leads->len; i++)
    if (g_strcmp0 (mn_item_get_id (leads->pdata[i]), self->lead) == 0)
      return self->lead;

  return NULL;
}

void
mn_paper_input_set_lead (MnPaperInput *self, const char *party)
{
  if (g_strcmp0 (party, self->lead) == 0)
    return;

  g_free (self->lead);
  self->lead = g_strdup (party);
  g_signal_emit (self, changed_signal, 0);
}

/* ---- pictures ------------------------------------------------------------------------------- */

void
mn_paper_input_set_path (MnPaperInput *self, const char *path)
{
  g_free (self->folder);
  self->folder = mn_archive_dup_folder_of (path);
  mn_pictures_free (self->pictures);
  self->pictures = mn_pictures_new (self->folder);
}

const char *
mn_paper_input_get_folder (MnPaperInput *self)
{
  return self->folder;
}

MnPictures *
mn_paper_input_get_pictures (MnPaperInput *self)
{
  return self->pictures;
}

void
mn_paper_input_refresh (MnPaperInput *self)
{
  if (mn_pictures_refresh (self->pictures))
    g_signal_emit (self, changed_signal, 0);
}

/* ---- all of it ------------------------------------------------------------------------------ */

void
mn_paper_input_get (MnPaperInput *self, MnForm form, MnFormInput *input)
{
  *input = (MnFormInput){ .session = self->session, .pictures = self->pictures };
  if (form == MN_FORM_TASK_SLIP)
    input->lead = mn_paper_input_get_lead (self);
  if (!self->archive)
    return;
  if (form == MN_FORM_FOLLOW_UP || form == MN_FORM_PROPOSALS)
    {
      if (!self->histories)
        self->histories = mn_archive_get_histories (self->archive, self->session);
      input->histories = self->histories;
    }
  else if (form == MN_FORM_COMPARISON)
    input->other = mn_paper_input_get_other (self);
}
