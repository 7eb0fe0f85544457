#pragma once

#include "mn-item.h"
#include "mn-lock.h"
#include "mn-stamp.h"

G_BEGIN_DECLS

/**
 * MnDiskLook: one look at a document's file and its lock, in any thread, since a share can take its
 * time. It is run once; what it found is read after it has ended.
 */
typedef struct
{
  /* What is known before. */
  char         *path;      /* (owned) */
  const MnKind *kind;      /* of the document */
  char         *lock_path; /* (owned) (nullable): no lock to look at */
  MnLockHolder *me;        /* (owned) (nullable) */
  MnStamp       known;     /* the file as last read or written */
  MnStamp       stamp;     /* as found */
  gboolean      sign_of_life;

  /* What it found. */
  MnSeen     seen;
  MnLockSeen lock;
  char      *token; /* (owned) (nullable) of the lock */
  MnItem    *root;  /* (owned) (nullable): the other version of a changed file */
  gboolean   newer; /* which a newer version of Minutes wrote */
  GError    *error; /* (owned) (nullable): why there is none */
} MnDiskLook;

MnDiskLook *mn_disk_look_new (const char *path, const MnKind *kind, const MnStamp *known)
    G_GNUC_WARN_UNUSED_RESULT;
MnDiskLook *mn_disk_look_ref (MnDiskLook *self);
void        mn_disk_look_unref (MnDiskLook *self);
void        mn_disk_look_run (MnDiskLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnDiskLook, mn_disk_look_unref)

G_END_DECLS
