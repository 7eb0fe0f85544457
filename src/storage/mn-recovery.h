#pragma once

#include "mn-document.h"
#include "mn-save.h"

G_BEGIN_DECLS

/** MnRecovery: what a journal gives back; it holds the journal's lock. */
typedef struct
{
  char       *journal;  /* path of the journal */
  char       *path;     /* of the document's file; "" if it had none yet */
  MnDocument *document; /* with its undo history */
  char       *section;  /* where the secretary was, or NULL */
  char       *item;
  char       *typed_item; /* (nullable) in whose text the last change was typed … */
  char       *typed_field;
  guint       typed_end; /* … and where it ends, in characters: the cursor was there */
  guint       n_steps;   /* changes that the file doesn't hold */
  gboolean    covered;   /* the file holds all of it */
  gboolean    cut;       /* the journal goes on with something that can't be read */
  gboolean    known;     /* the file holds an earlier state of the document, and nothing else */
  guint64     from;      /* the revision that the journal begins with */
  guint64     in_file;   /* known: the revision of that state */
  MnStamp     stamp;     /* known: of the file */
  MnStamp     noted;     /* of the file when it was last heard of; zero: never */
  guint64     noted_revision;
  MnItem     *file; /* (nullable) what the file holds, whether known or not */
  int         lock;
} MnRecovery;

char *mn_recovery_dup_default_folder (void) G_GNUC_WARN_UNUSED_RESULT;

void        mn_recovery_free (MnRecovery *self);
MnRecovery *mn_recovery_read (const char *journal, MnClock *clock, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The file has been moved to @path: from now on it is there. */
void mn_recovery_follow (MnRecovery *self, const char *path);

/* Journals in @folder that no running program holds: their paths, the newest first. */
char **mn_recovery_list (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* Moves a journal that can't be read into "lost" beside it. (transfer full): its new path */
char *mn_recovery_set_aside (const char *journal, GError **error);

/* The journal isn't needed any more; what could not be read of it is kept in "lost". */
void mn_recovery_remove (const char *journal, gboolean cut);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnRecovery, mn_recovery_free)

G_END_DECLS
