#include "mn-journal-file.h"
#include "mn-journal-private.h"
#include "mn-journal-record.h"
#include "mn-xml.h"

#define MAX_GROUPS 500 /* of undo, in a base: what is further back is added when it is wanted */

static void
add_record (MnJournal *self, GByteArray *out, GVariant *record)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (record);

  mn_journal_file_frame (out, mn_document_get_revision (self->document), g_variant_get_data (owned),
                         g_variant_get_size (owned));
}

/** mn_journal_add_place: where the secretary is, if that is known. */
void
mn_journal_add_place (MnJournal *self, GByteArray *out)
{
  if (self->section != NULL)
    add_record (self, out, mn_journal_record_new_place (self->section, self->item));
}

/** mn_journal_add_file: what the document's file holds, if that is known. */
void
mn_journal_add_file (MnJournal *self, GByteArray *out)
{
  const MnStamp none = { 0 };

  if (!mn_stamp_equal (&self->stamp, &none))
    add_record (self, out, mn_journal_record_new_file (self->saved_revision, &self->stamp));
}

static void
add_past (MnJournal *self, GByteArray *out)
{
  g_autoptr (GVariant) past = mn_document_dup_past (self->document, MAX_GROUPS, &self->n_left);

  add_record (self, out, mn_journal_record_new_past (past));
}

static void
add_document (MnJournal *self, GByteArray *out, gboolean with_past)
{
  g_autoptr (GBytes) bytes = mn_xml_write (mn_document_get_root (self->document));
  guint              before = out->len;

  add_record (self, out, mn_journal_record_new_base (self->doc_path, bytes));
  if (with_past)
    add_past (self, out);
  mn_journal_add_file (self, out);
  mn_journal_add_place (self, out);
  self->has_base = TRUE;
  self->base_size = out->len - before;
}

/** mn_journal_add_base: all that whoever reads the journal needs, whatever came before. Not between
 * a step and its edit. */
void
mn_journal_add_base (MnJournal *self, GByteArray *out)
{
  add_document (self, out, TRUE);
}

/** mn_journal_dup_fold: a base for the file that may take the place of this one. (transfer full) */
GByteArray *
mn_journal_dup_fold (MnJournal *self)
{
  GByteArray *whole = g_byte_array_new ();
  MnPastSize  before = self->n_left;

  mn_journal_add_base (self, whole);
  self->next_left = self->n_left;
  self->n_left = before;
  return whole;
}

/* Whether an undo or redo goes further than what the last base has kept; while the journal is being
 * folded, either of the two. */
static gboolean
reaches_beyond (MnJournal *self, MnStepType type)
{
  MnPastSize now = mn_document_get_past_size (self->document);
  MnPastSize left = self->n_left;

  if (self->folding)
    {
      left.undo = MAX (left.undo, self->next_left.undo);
      left.redo = MAX (left.redo, self->next_left.redo);
    }
  return (type == MN_STEP_UNDO && now.undo <= left.undo) ||
         (type == MN_STEP_REDO && now.redo <= left.redo);
}

/**
 * mn_journal_keep_step:
 * @step: comes before it is taken; the history of the document knows an edit already
 *
 * Who had a past when the journal began has a base since then, so the past of the first step is
 * nothing but that step.
 */
void
mn_journal_keep_step (MnJournal *self, const MnStep *step)
{
  if (!self->has_base)
    add_document (self, self->pending, FALSE);
  else if (reaches_beyond (self, step->type))
    mn_journal_add_base (self, self->pending);
  add_record (self, self->pending, mn_journal_record_new_step (step));
  mn_journal_schedule (self, self->delay);
}
