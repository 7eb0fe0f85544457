#include "mn-journal-record.h"

#include <glib/gi18n-lib.h>

#include "mn-codec.h"
#include "mn-document.h"
#include "mn-error.h"

#define RECORD_TYPE "(yv)"
#define BASE_TYPE "(say)"
#define STEP_TYPE "(ysbmv)"
#define PLACE_TYPE "(ss)"
#define FILE_TYPE "(ttxtts)" /* revision, size, time, inode, device, hash */

static GVariant *
new_record (MnRecordType type, GVariant *body)
{
  return g_variant_new ("(yv)", (guchar) type, body);
}

/** mn_journal_record_new_base: (transfer floating) */
GVariant *
mn_journal_record_new_base (const char *path, GBytes *xml)
{
  GVariant *bytes = g_variant_new_from_bytes (G_VARIANT_TYPE ("ay"), xml, TRUE);

  return new_record (MN_RECORD_BASE, g_variant_new ("(s@ay)", path != NULL ? path : "", bytes));
}

/** mn_journal_record_new_step: (transfer floating) */
GVariant *
mn_journal_record_new_step (const MnStep *step)
{
  GVariant *edit = step->edit != NULL ? g_variant_new_variant (mn_edit_to_variant (step->edit))
                                      : NULL;

  return new_record (MN_RECORD_STEP,
                     g_variant_new ("(ysb@mv)", (guchar) step->type,
                                    step->name != NULL ? step->name : "", step->joined,
                                    g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, edit)));
}

/** mn_journal_record_new_place: (transfer floating) */
GVariant *
mn_journal_record_new_place (const char *section, const char *item)
{
  return new_record (MN_RECORD_PLACE, g_variant_new ("(ss)", section, item != NULL ? item : ""));
}

/** mn_journal_record_new_past: what mn_document_dup_past() gave. (transfer floating) */
GVariant *
mn_journal_record_new_past (GVariant *past)
{
  return new_record (MN_RECORD_PAST, past);
}

/** mn_journal_record_new_file: (transfer floating) */
GVariant *
mn_journal_record_new_file (guint64 revision, const MnStamp *stamp)
{
  return new_record (MN_RECORD_FILE, g_variant_new (FILE_TYPE, revision, stamp->size, stamp->mtime,
                                                    stamp->inode, stamp->device, stamp->hash));
}

void
mn_record_free (MnRecord *self)
{
  g_free (self->path);
  g_clear_pointer (&self->xml, g_bytes_unref);
  g_clear_pointer (&self->step.edit, mn_edit_unref);
  g_free (self->name);
  g_free (self->section);
  g_free (self->item);
  g_clear_pointer (&self->past, g_variant_unref);
  g_free (self);
}

static gboolean
read_base (MnRecord *self, GVariant *body)
{
  g_autoptr (GVariant) bytes = NULL;

  if (!g_variant_is_of_type (body, G_VARIANT_TYPE (BASE_TYPE)))
    return FALSE;
  g_variant_get (body, "(s@ay)", &self->path, &bytes);
  self->xml = g_variant_get_data_as_bytes (bytes);
  return TRUE;
}

static gboolean
read_step (MnRecord *self, GVariant *body, GError **error)
{
  g_autoptr (GVariant) maybe = NULL, edit = NULL;
  guchar               type;

  if (!g_variant_is_of_type (body, G_VARIANT_TYPE (STEP_TYPE)))
    return FALSE;
  g_variant_get (body, "(ysb@mv)", &type, &self->name, &self->step.joined, &maybe);
  self->step.type = (MnStepType) type;
  self->step.name = self->name;
  if (g_variant_n_children (maybe) > 0)
    {
      g_autoptr (GVariant) wrapped = g_variant_get_maybe (maybe);

      edit = g_variant_get_variant (wrapped);
      self->step.edit = mn_edit_from_variant (edit, error);
      return self->step.edit != NULL;
    }
  return type != MN_STEP_EDIT;
}

static gboolean
read_place (MnRecord *self, GVariant *body)
{
  if (!g_variant_is_of_type (body, G_VARIANT_TYPE (PLACE_TYPE)))
    return FALSE;
  g_variant_get (body, PLACE_TYPE, &self->section, &self->item);
  return TRUE;
}

static gboolean
read_past (MnRecord *self, GVariant *body)
{
  if (!g_variant_is_of_type (body, G_VARIANT_TYPE (MN_DOCUMENT_PAST_TYPE)))
    return FALSE;
  self->past = g_variant_ref (body);
  return TRUE;
}

static gboolean
read_file (MnRecord *self, GVariant *body)
{
  const char *hash;

  if (!g_variant_is_of_type (body, G_VARIANT_TYPE (FILE_TYPE)))
    return FALSE;
  g_variant_get (body, "(ttxtt&s)", &self->in_file, &self->stamp.size, &self->stamp.mtime,
                 &self->stamp.inode, &self->stamp.device, &hash);
  g_strlcpy (self->stamp.hash, hash, sizeof self->stamp.hash);
  return TRUE;
}

static gboolean
read_body (MnRecord *self, GVariant *body, GError **error)
{
  switch (self->type)
    {
    case MN_RECORD_BASE:
      return read_base (self, body);
    case MN_RECORD_STEP:
      return read_step (self, body, error);
    case MN_RECORD_PLACE:
      return read_place (self, body);
    case MN_RECORD_PAST:
      return read_past (self, body);
    case MN_RECORD_FILE:
      return read_file (self, body);
    default:
      return FALSE;
    }
}

/** mn_journal_record_read: (transfer full) (nullable); %MN_ERROR_FORMAT where it makes no sense. */
MnRecord *
mn_journal_record_read (GBytes *payload, GError **error)
{
  g_autoptr (MnRecord) self = g_new0 (MnRecord, 1);
  g_autoptr (GVariant) raw = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (RECORD_TYPE), payload, FALSE));
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GError)   local = NULL;
  guchar               type;

  if (g_variant_is_normal_form (raw))
    {
      g_variant_get (raw, "(yv)", &type, &body);
      self->type = (MnRecordType) type;
      if (read_body (self, body, &local))
        return g_steal_pointer (&self);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, MN_ERROR, MN_ERROR_FORMAT, _ ("A journal record is damaged"));
  return NULL;
}
