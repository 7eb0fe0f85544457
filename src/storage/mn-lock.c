#include "mn-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mn-save.h"

#define MAX_BYTES 4096
#define MAX_TRIES 4
#define GARBAGE_AGE 10 /* seconds in which whoever is writing a lock has written it */
#define LOCK_MODE 0644 /* everybody may read whose it is */

struct _MnLock
{
  char         *path;   /* (owned) of the lock file */
  MnLockHolder *me;     /* (owned) */
  MnLockHolder *holder; /* (owned) (nullable) */
  gint64        silence;
  MnLockState   state;
};

/* ---- the file ------------------------------------------------------------------------------- */

typedef struct
{
  gboolean      exists;
  gboolean      is_file;
  gboolean      garbage; /* it was read and doesn't say whose it is */
  MnLockHolder *holder;  /* (owned) (nullable) */
  gint64        mtime;   /* seconds */
} Found;

static void
found_clear (Found *found)
{
  g_clear_pointer (&found->holder, mn_lock_holder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static void
read_holder (const char *path, Found *found)
{
  char   text[MAX_BYTES];
  int    fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0);
  gssize n;

  if (fd < 0)
    return;
  n = read (fd, text, sizeof text);
  found->holder = n > 0 ? mn_lock_holder_parse (text, (gsize) n) : NULL;
  found->garbage = n >= 0 && found->holder == NULL;
  close (fd);
}

/* Whatever stands in the lock's place: a pipe isn't waited for, a large file isn't read. */
static void
look_at (const char *path, Found *found)
{
  struct stat status;

  memset (found, 0, sizeof *found);
  if (lstat (path, &status) != 0)
    {
      found->exists = errno != ENOENT && errno != ENOTDIR;
      return;
    }
  found->exists = TRUE;
  found->is_file = S_ISREG (status.st_mode);
  found->mtime = status.st_mtim.tv_sec;
  if (found->is_file)
    read_holder (path, found);
}

static gboolean
has_token (const Found *found, const char *token)
{
  return found->holder != NULL && strcmp (found->holder->token, token) == 0;
}

static gboolean
write_text (int fd, const MnLockHolder *me)
{
  g_autofree char *text = mn_lock_holder_to_text (me);
  gsize            n = strlen (text);

  return write (fd, text, n) == (gssize) n;
}

/* A file of our own in the same folder, written in full before it becomes the lock. Its time is by
 * the clock that the lock's is by, which on a share is the server's. */
static char *
make_temporary (MnLock *self, gint64 *now)
{
  g_autofree char *path = g_strdup_printf ("%s-%s", self->path, self->me->token);
  int              fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, LOCK_MODE);
  struct stat      status;
  gboolean         good;
  int              code;

  if (fd < 0)
    return NULL;
  good = write_text (fd, self->me) && fstat (fd, &status) == 0;
  code = errno;
  if (fchmod (fd, LOCK_MODE) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
  if (close (fd) == 0 && good)
    {
      *now = status.st_mtim.tv_sec;
      return g_steal_pointer (&path);
    }
  g_unlink (path);
  errno = code != 0 ? code : EIO;
  return NULL;
}

/* Not every share knows hard links; there the name is taken first and the text follows. */
static gboolean
create_in_place (MnLock *self)
{
  int      fd = g_open (self->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, LOCK_MODE);
  gboolean good;

  if (fd < 0)
    return FALSE;
  good = write_text (fd, self->me);
  if (close (fd) == 0 && good)
    return TRUE;
  g_unlink (self->path);
  errno = EIO;
  return FALSE;
}

static gboolean
give_name (MnLock *self, const char *temporary)
{
  if (link (temporary, self->path) == 0)
    return TRUE;
  return errno != EEXIST && create_in_place (self);
}

/* ---- taking --------------------------------------------------------------------------------- */

/* A lock may be put aside by two at a time, and the second could get the new lock of the first: so
 * what was got is looked at again, and given back if it isn't what was meant. */
static void
put_aside (MnLock *self, const Found *meant)
{
  g_autofree char *aside = g_strdup_printf ("%s-%s-old", self->path, self->me->token);
  g_auto (Found)   got = { 0 };

  if (g_rename (self->path, aside) != 0)
    return;
  look_at (aside, &got);
  if (got.holder != NULL && (meant->holder == NULL || !has_token (meant, got.holder->token)) &&
      link (aside, self->path) != 0)
    g_debug ("%s: %s", self->path, g_strerror (errno));
  g_unlink (aside);
}

static gboolean
is_left_behind (MnLock *self, const Found *found, gint64 now)
{
  if (found->garbage)
    return now - found->mtime > GARBAGE_AGE;
  if (found->holder == NULL)
    return FALSE;
  return mn_lock_holder_is_dead (found->holder, self->me);
}

static MnLockState
set_state (MnLock *self, MnLockState state)
{
  self->state = state;
  if (state != MN_LOCK_HELD)
    g_clear_pointer (&self->holder, mn_lock_holder_free);
  return state;
}

static MnLockState
set_held (MnLock *self, Found *found, gint64 now)
{
  g_clear_pointer (&self->holder, mn_lock_holder_free);
  self->holder = g_steal_pointer (&found->holder);
  self->silence = MAX (0, now - found->mtime);
  return set_state (self, MN_LOCK_HELD);
}

/* Why no file could be made beside the document. */
static MnLockState
judge_errno (int code)
{
  return code == EACCES || code == EPERM || code == EROFS ? MN_LOCK_REFUSED : MN_LOCK_WITHOUT;
}

static MnLockState
take (MnLock *self, const char *temporary, gint64 now, gboolean by_force)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_auto (Found) found = { 0 };

      if (give_name (self, temporary))
        return set_state (self, MN_LOCK_OURS);
      if (errno != EEXIST)
        return set_state (self, judge_errno (errno));
      look_at (self->path, &found);
      if (has_token (&found, self->me->token))
        return set_state (self, MN_LOCK_OURS);
      if (found.exists && !found.is_file)
        break;
      if (found.exists && !by_force && !is_left_behind (self, &found, now))
        return set_held (self, &found, now);
      put_aside (self, &found);
    }
  /* Something stands there that doesn't go away, a folder say. It is nobody's lock. */
  return set_state (self, MN_LOCK_WITHOUT);
}

static MnLockState
take_with (MnLock *self, gboolean by_force)
{
  gint64           now = 0;
  g_autofree char *temporary = make_temporary (self, &now);
  MnLockState      state;

  if (temporary == NULL)
    return set_state (self, judge_errno (errno));
  state = take (self, temporary, now, by_force);
  g_unlink (temporary);
  return state;
}

/** mn_lock_take: tries to get the document for us. Waits for nobody. */
MnLockState
mn_lock_take (MnLock *self)
{
  g_return_val_if_fail (self != NULL, MN_LOCK_NONE);

  return take_with (self, FALSE);
}

/** mn_lock_take_over: takes it from whoever holds it, because a person has said so. */
MnLockState
mn_lock_take_over (MnLock *self)
{
  g_return_val_if_fail (self != NULL, MN_LOCK_NONE);

  return take_with (self, TRUE);
}

/** mn_lock_release: the document is free for others; a lock that isn't ours stays. */
void
mn_lock_release (MnLock *self)
{
  g_auto (Found) found = { 0 };

  g_return_if_fail (self != NULL);

  if (self->state == MN_LOCK_OURS)
    {
      look_at (self->path, &found);
      if (has_token (&found, self->me->token))
        g_unlink (self->path);
    }
  set_state (self, MN_LOCK_NONE);
}

/**
 * mn_lock_look:
 * @lock_path: of the lock file
 * @me: as whom it is looked at
 * @sign_of_life: if it is ours its time is set to now; so its age tells others how long nothing
 *   has been heard of us
 * @token: (out) (optional) (transfer full) (nullable): of the lock that is there
 */
MnLockSeen
mn_lock_look (const char *lock_path, const MnLockHolder *me, gboolean sign_of_life, char **token)
{
  g_auto (Found)    found = { 0 };
  g_autoptr (GFile) file = NULL;

  look_at (lock_path, &found);
  if (token != NULL)
    *token = found.holder != NULL ? g_strdup (found.holder->token) : NULL;
  if (has_token (&found, me->token))
    {
      if (sign_of_life && utimensat (AT_FDCWD, lock_path, NULL, 0) != 0)
        g_debug ("%s: %s", lock_path, g_strerror (errno));
      return MN_LOCK_SEEN_OURS;
    }
  if (!found.exists || found.garbage ||
      (found.holder != NULL && mn_lock_holder_is_dead (found.holder, me)))
    return MN_LOCK_SEEN_FREE;
  return MN_LOCK_SEEN_OTHERS;
}

/* ---- the lock ------------------------------------------------------------------------------- */

/**
 * mn_lock_new:
 * @document_path: the document's file; through a link it is the file that the link leads to
 * @clock: (transfer none): what time it is
 *
 * Returns: (transfer full): a lock that isn't taken yet
 */
MnLock *
mn_lock_new (const char *document_path, MnClock *clock)
{
  MnLock          *self = g_new0 (MnLock, 1);
  g_autofree char *target = mn_save_follow_links (document_path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *lock_name = g_strconcat (".", name, ".lock", NULL);

  self->path = g_build_filename (folder, lock_name, NULL);
  self->me = mn_lock_holder_new (clock);
  return self;
}

void
mn_lock_free (MnLock *self)
{
  mn_lock_release (self);
  g_free (self->path);
  mn_lock_holder_free (self->me);
  g_free (self);
}

MnLockState
mn_lock_get_state (MnLock *self)
{
  return self->state;
}

const char *
mn_lock_get_path (MnLock *self)
{
  return self->path;
}

const MnLockHolder *
mn_lock_get_holder (MnLock *self)
{
  return self->holder;
}

gboolean
mn_lock_is_here (MnLock *self)
{
  return self->holder != NULL && mn_lock_holder_is_here (self->holder, self->me);
}

gint64
mn_lock_get_silence (MnLock *self)
{
  return self->silence;
}

const MnLockHolder *
mn_lock_get_me (MnLock *self)
{
  return self->me;
}

void
mn_lock_set_me (MnLock *self, const MnLockHolder *me)
{
  MnLockHolder *copy = mn_lock_holder_copy (me);

  mn_lock_holder_free (self->me);
  self->me = copy;
}
