#pragma once

#include "mn-edit.h"
#include "mn-save.h"

G_BEGIN_DECLS

/** MnRecordType: what one record of a journal says. */
typedef enum
{
  MN_RECORD_BASE, /* the document as it was opened, as XML */
  MN_RECORD_STEP,
  MN_RECORD_PLACE, /* where the secretary was */
  MN_RECORD_PAST,  /* right behind a base: what could be undone, redone and restored */
  MN_RECORD_FILE,  /* what the document's file held, and how it could be known again */
} MnRecordType;

/** MnRecord: a record read back; strings and steps are owned. */
typedef struct
{
  MnRecordType type;
  char        *path;    /* BASE: of the document's file, or "" */
  GBytes      *xml;     /* BASE */
  MnStep       step;    /* STEP */
  char        *name;    /* STEP: step.name */
  char        *section; /* PLACE */
  char        *item;    /* PLACE: or "" */
  GVariant    *past;    /* PAST */
  guint64      in_file; /* FILE: the revision that it held */
  MnStamp      stamp;   /* FILE */
} MnRecord;

GVariant *mn_journal_record_new_base (const char *path, GBytes *xml) G_GNUC_WARN_UNUSED_RESULT;
GVariant *mn_journal_record_new_step (const MnStep *step) G_GNUC_WARN_UNUSED_RESULT;
GVariant *mn_journal_record_new_place (const char *section, const char *item)
    G_GNUC_WARN_UNUSED_RESULT;
GVariant *mn_journal_record_new_past (GVariant *past) G_GNUC_WARN_UNUSED_RESULT;
GVariant *mn_journal_record_new_file (guint64 revision, const MnStamp *stamp)
    G_GNUC_WARN_UNUSED_RESULT;

/* Any bytes give a record or an error. */
MnRecord *mn_journal_record_read (GBytes *payload, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void      mn_record_free (MnRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnRecord, mn_record_free)

G_END_DECLS
