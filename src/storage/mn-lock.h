#pragma once

#include "mn-lock-holder.h"

G_BEGIN_DECLS

/** MnLockState: whose the document is. */
typedef enum
{
  MN_LOCK_NONE,    /* nobody's, as far as is known */
  MN_LOCK_OURS,    /* the lock file beside it says that we edit it */
  MN_LOCK_HELD,    /* somebody else does: mn_lock_get_holder() */
  MN_LOCK_REFUSED, /* its folder can't be written: it is for reading */
  MN_LOCK_WITHOUT, /* no lock can be made (a full disk, say): a change on disk is noticed anyway */
} MnLockState;

/**
 * MnLock: the lock file beside a document, ".NAME.lock", a few lines of text that name its holder.
 * It is made in one step, so two can't both have it. A lock that a process of this machine has left
 * behind, or that says nothing that can be read, is replaced. One of another machine is replaced
 * only by mn_lock_take_over().
 */
typedef struct _MnLock MnLock;

MnLock *mn_lock_new (const char *document_path, MnClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void    mn_lock_free (MnLock *self); /* releases it */

MnLockState mn_lock_take (MnLock *self);
MnLockState mn_lock_take_over (MnLock *self);
void        mn_lock_release (MnLock *self);

MnLockState         mn_lock_get_state (MnLock *self); /* as last seen */
const char         *mn_lock_get_path (MnLock *self);
const MnLockHolder *mn_lock_get_holder (
    MnLock *self);                           /* (nullable): the other one, if he said it */
gboolean mn_lock_is_here (MnLock *self);     /* the holder is on this machine */
gint64   mn_lock_get_silence (MnLock *self); /* seconds since the holder's last sign */

/* For a thread: files alone, no lock. */
typedef enum
{
  MN_LOCK_SEEN_FREE,   /* it may be taken */
  MN_LOCK_SEEN_OURS,   /* the token is in it */
  MN_LOCK_SEEN_OTHERS, /* somebody else's is */
} MnLockSeen;

MnLockSeen mn_lock_look (const char         *lock_path,
                         const MnLockHolder *me,
                         gboolean            sign_of_life,
                         char              **token);

/* (transfer none): as whom the lock is taken; tests may be somebody else. */
const MnLockHolder *mn_lock_get_me (MnLock *self);
void                mn_lock_set_me (MnLock *self, const MnLockHolder *me);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnLock, mn_lock_free)

G_END_DECLS
