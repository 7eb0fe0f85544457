#pragma once

#include "mn-disk-look.h"
#include "mn-save-job.h"
#include "mn-store.h"
#include "mn-watch.h"

G_BEGIN_DECLS

struct _MnStore
{
  GObject parent_instance;

  MnDocument *document; /* (owned) */
  MnJournal  *journal;  /* (owned) (nullable) */
  char       *path;     /* (owned) */
  GDateTime  *safe_at;  /* (owned) (nullable) */
  char       *message;  /* (owned) (nullable) */

  /* Saving */
  MnSaveJob *job;     /* (owned) (nullable) the save that runs */
  GDateTime *taken;   /* (owned) when its snapshot was taken */
  GPtrArray *served;  /* (owned) of GTask: answered when it ends */
  GPtrArray *waiting; /* (owned) of GTask: came later, for the save after it */
  guint64    job_revision;
  guint      delay;
  guint      timer;
  gboolean   timer_is_retry;
  gboolean   again;           /* the timer ended while a save ran */
  gboolean   backed_up;       /* the file as it was found is kept */
  gboolean   overwrite;       /* whatever is on disk may go */
  gboolean   replaces_theirs; /* what another program wrote: that stays beside it */

  /* Versions of what a save replaces */
  gboolean       keeps_versions;
  char          *backups; /* (owned) (nullable) folder */
  MnBackupPolicy policy;
  gboolean       version_kept;    /* since it was opened, */
  gint64         version_kept_at; /* then: monotonic, at the start of that save */
  char          *backup_message;  /* (owned) (nullable) */
  gboolean       bin_changed;     /* since it was last written */

  /* The file as last read or written */
  MnItem  *base; /* (owned) (nullable) what it holds */
  MnStamp  stamp;
  guint64  saved_revision; /* of the document that it holds */
  gboolean has_file;
  gboolean newer; /* of a format that we can only read */

  /* The file as others have left it */
  MnWatch    *watch;  /* (owned) (nullable) */
  MnDiskLook *look;   /* (owned) (nullable) the look that goes on */
  MnItem     *theirs; /* (owned) (nullable) the other version, while there are two */
  MnStamp     theirs_stamp;
  gboolean    theirs_newer;
  gboolean    look_again;
  guint       look_timer;
  int         on_disk; /* MnOnDisk */

  /* Who edits it */
  MnLock  *lock; /* (owned) (nullable) */
  guint    lock_timer;
  gint64   signed_at; /* monotonic: the last sign of life */
  gboolean awaits_release;

  int state; /* MnStoreState as last told */
};

/* mn-store.c */
gboolean     mn_store_is_dirty (MnStore *self);
gboolean     mn_store_may_write (MnStore *self);
MnStoreState mn_store_find_state (MnStore *self);
void         mn_store_update_state (MnStore *self);
void         mn_store_set_message (MnStore *self, const char *message);
void         mn_store_set_safe_at (MnStore *self, GDateTime *moment);
void         mn_store_set_on_disk (MnStore *self, MnOnDisk on_disk);
void         mn_store_set_base (MnStore *self, MnItem *root, const MnStamp *stamp);
void         mn_store_update_read_only (MnStore *self);
void         mn_store_lock_changed (MnStore *self);
void         mn_store_flush (MnStore *self);
void         mn_store_set_backup_message (MnStore *self, const char *message);

/* mn-store-save.c */
void mn_store_schedule (MnStore *self, gboolean retry);
void mn_store_edited (MnStore *self);

/* mn-store-backups.c */
void mn_store_prepare_version (MnStore *self);
void mn_store_note_version (MnStore *self, MnSaveJob *job);

/* mn-store-bin.c */
void mn_store_prepare_bin (MnStore *self);
void mn_store_fill_bin (MnStore *self);

/* mn-store-disk.c */
void mn_store_leave_disk (MnStore *self);
void mn_store_after_save (MnStore *self);

/* mn-store-lock.c */
void mn_store_leave_lock (MnStore *self);
void mn_store_see_lock (MnStore *self, const MnDiskLook *look);
void mn_store_prepare_look (MnStore *self, MnDiskLook *look);

G_END_DECLS
