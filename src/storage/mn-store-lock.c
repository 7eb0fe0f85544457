/* Who edits the document: the lock beside its file, and what follows from it. */

#include <glib/gi18n-lib.h>

#include "mn-store-private.h"

#define SIGN_EVERY (60 * G_TIME_SPAN_SECOND)
#define RELEASE_EVERY 3000 /* milliseconds between looks for a release; a share tells nobody */

static gboolean
is_held (MnStore *self)
{
  return self->lock != NULL && mn_lock_get_state (self->lock) == MN_LOCK_HELD;
}

gboolean
mn_store_holds_lock (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), FALSE);

  return !is_held (self);
}

static char *
dup_sentence (MnStore *self)
{
  const MnLockHolder *holder = mn_lock_get_holder (self->lock);
  g_autofree char    *name = g_filename_display_name (self->path);

  if (holder == NULL)
    return g_strdup_printf (
        _ ("“%s” is being edited by somebody else, so what was typed here isn't "
           "saved into it"),
        name);
  /* Translators: a file, a person, the name of a machine */
  return g_strdup_printf (_ ("“%s” is being edited by %s on %s, so what was typed here isn't saved "
                             "into it"),
                          name, holder->name, holder->host);
}

/* The lock is another one's, or ours, or nobody's, as it wasn't before. */
static void
follow_lock (MnStore *self)
{
  mn_store_update_read_only (self);
  if (is_held (self) && mn_store_is_dirty (self))
    {
      g_autofree char *sentence = dup_sentence (self);

      g_clear_handle_id (&self->timer, g_source_remove);
      mn_store_set_message (self, sentence);
    }
  else if (!is_held (self) && self->on_disk == MN_ON_DISK_SAME && mn_store_is_dirty (self))
    mn_store_schedule (self, FALSE);
  mn_store_update_state (self);
  mn_store_lock_changed (self);
}

/* ---- waiting for its release ----------------------------------------------------------------- */

static gboolean
release_timer_cb (gpointer user_data)
{
  mn_store_check_disk (user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * mn_store_await_release:
 * @await: whether the document becomes ours by itself as soon as its holder has gone
 */
void
mn_store_await_release (MnStore *self, gboolean await)
{
  g_return_if_fail (MN_IS_STORE (self));

  self->awaits_release = await && is_held (self);
  if (!self->awaits_release)
    g_clear_handle_id (&self->lock_timer, g_source_remove);
  else if (self->lock_timer == 0)
    {
      self->lock_timer = g_timeout_add (RELEASE_EVERY, release_timer_cb, self);
      mn_store_check_disk (self);
    }
}

gboolean
mn_store_awaits_release (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), FALSE);

  return self->awaits_release;
}

static void
look_again_at_lock (MnStore *self, gboolean take)
{
  if (take)
    mn_store_try_lock (self);
  else
    {
      mn_lock_take (self->lock);
      follow_lock (self);
    }
}

/* While we look on, one who edits may go and another come. */
static gboolean
is_other_holder (MnStore *self, const MnDiskLook *look)
{
  const MnLockHolder *holder = mn_lock_get_holder (self->lock);

  return look->lock == MN_LOCK_SEEN_OTHERS &&
         g_strcmp0 (look->token, holder != NULL ? holder->token : NULL) != 0;
}

/** mn_store_see_lock: what a look has found. */
void
mn_store_see_lock (MnStore *self, const MnDiskLook *look)
{
  if (self->lock == NULL || look->lock_path == NULL)
    return;
  switch (mn_lock_get_state (self->lock))
    {
    case MN_LOCK_OURS:
      if (look->lock != MN_LOCK_SEEN_OURS)
        look_again_at_lock (self, FALSE);
      break;
    case MN_LOCK_HELD:
      if (look->lock == MN_LOCK_SEEN_FREE && self->awaits_release)
        look_again_at_lock (self, TRUE);
      else if (is_other_holder (self, look))
        look_again_at_lock (self, FALSE);
      break;
    case MN_LOCK_NONE:
    case MN_LOCK_WITHOUT:
      if (self->has_file)
        look_again_at_lock (self, FALSE);
      break;
    case MN_LOCK_REFUSED:
    default:
      break;
    }
}

/** mn_store_prepare_look: the look takes the lock in, and gives a sign of life once a minute. */
void
mn_store_prepare_look (MnStore *self, MnDiskLook *look)
{
  gint64 now = g_get_monotonic_time ();

  if (self->lock == NULL)
    return;
  look->lock_path = g_strdup (mn_lock_get_path (self->lock));
  look->me = mn_lock_holder_copy (mn_lock_get_me (self->lock));
  look->sign_of_life = mn_lock_get_state (self->lock) == MN_LOCK_OURS &&
                       now - self->signed_at > SIGN_EVERY;
  if (look->sign_of_life)
    self->signed_at = now;
}

/* ---- taking ---------------------------------------------------------------------------------- */

/**
 * mn_store_use_lock:
 *
 * The document is ours to edit from now on, or it is read-only because somebody else edits it or
 * its folder can't be written. A document without a file gets its lock with the file.
 */
void
mn_store_use_lock (MnStore *self)
{
  g_return_if_fail (MN_IS_STORE (self));
  g_return_if_fail (self->lock == NULL);

  if (self->newer)
    return;
  self->lock = mn_lock_new (self->path, mn_document_get_clock (self->document));
  self->signed_at = g_get_monotonic_time ();
  if (self->has_file)
    mn_lock_take (self->lock);
  follow_lock (self);
}

/* What the other one has saved comes before the first edit here. */
static gboolean
begin_editing (MnStore *self)
{
  if (is_held (self))
    {
      follow_lock (self);
      return FALSE;
    }
  mn_store_await_release (self, FALSE);
  self->signed_at = g_get_monotonic_time ();
  if (mn_store_is_dirty (self) && self->on_disk == MN_ON_DISK_SAME)
    mn_store_set_message (self, NULL);
  mn_store_wait_for_disk (self);
  follow_lock (self);
  return TRUE;
}

/** mn_store_try_lock: takes the lock if nobody has it; the document is then as its file is. */
gboolean
mn_store_try_lock (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->lock != NULL, FALSE);

  mn_lock_take (self->lock);
  return begin_editing (self);
}

/** mn_store_take_over_lock: takes it from its holder, because a person has said so. */
gboolean
mn_store_take_over_lock (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->lock != NULL, FALSE);

  mn_lock_take_over (self->lock);
  return begin_editing (self);
}

MnLock *
mn_store_get_lock (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->lock;
}

void
mn_store_leave_lock (MnStore *self)
{
  g_clear_handle_id (&self->lock_timer, g_source_remove);
  g_clear_pointer (&self->lock, mn_lock_free);
}
