#pragma once

#include <gio/gio.h>

#include "mn-clock.h"

G_BEGIN_DECLS

/**
 * MnLockHolder: who edits a document, as the lock file beside it says: a person, and the process by
 * which a lock that was left behind is known. Nothing is NULL; "" is what isn't known.
 */
typedef struct
{
  char  *name;    /* of the person, for people to read */
  char  *host;    /* of the machine */
  char  *machine; /* tells machines of one name apart */
  char  *boot;    /* of this start of the machine */
  char  *space;   /* in which the number of the process counts */
  char  *start;   /* of the process, in ticks since the machine's start */
  char  *since;   /* a moment: when the document was opened */
  char  *token;   /* of this one lock */
  gint64 pid;
} MnLockHolder;

MnLockHolder *mn_lock_holder_new (MnClock *clock) G_GNUC_WARN_UNUSED_RESULT;
MnLockHolder *mn_lock_holder_copy (const MnLockHolder *self) G_GNUC_WARN_UNUSED_RESULT;
void          mn_lock_holder_free (MnLockHolder *self);

MnLockHolder *mn_lock_holder_parse (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
char         *mn_lock_holder_to_text (const MnLockHolder *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean mn_lock_holder_is_here (const MnLockHolder *self, const MnLockHolder *me);
gboolean mn_lock_holder_is_dead (const MnLockHolder *self, const MnLockHolder *me);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnLockHolder, mn_lock_holder_free)

G_END_DECLS
