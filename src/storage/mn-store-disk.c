/* The file as others leave it: looking, reloading, and two versions that stand side by side. */

#include <glib/gi18n-lib.h>

#include "mn-background.h"
#include "mn-store-private.h"

#define REACH_EVERY 15000 /* milliseconds between looks for a share that is away */
#define GROUP_DELAY 100   /* milliseconds: a group of edits that goes on is not cut in two */

/* ---- taking the file's version --------------------------------------------------------------- */

/* The document is now what the file holds. */
static void
adopt (MnStore *self, MnItem *root, const MnStamp *stamp, gboolean newer)
{
  g_autoptr (GDateTime) now = mn_clock_now (mn_document_get_clock (self->document));

  mn_store_set_base (self, root, stamp);
  self->saved_revision = mn_document_get_revision (self->document);
  self->has_file = TRUE;
  self->backed_up = self->version_kept = FALSE; /* the next save keeps what the other one wrote */
  self->newer = newer;
  g_clear_handle_id (&self->timer, g_source_remove);
  mn_store_set_on_disk (self, MN_ON_DISK_SAME);
  mn_store_set_message (self, NULL);
  mn_store_set_safe_at (self, now);
  if (self->journal != NULL)
    mn_journal_note_saved (self->journal, self->saved_revision, &self->stamp);
  mn_store_update_read_only (self);
}

/* Who only reads gets the changes, too. */
static gboolean
become (MnStore *self, MnItem *root, const char *name, GError **error)
{
  gboolean read_only = mn_document_get_read_only (self->document);
  gboolean ok;

  g_object_freeze_notify (G_OBJECT (self->document));
  mn_document_set_read_only (self->document, FALSE);
  ok = mn_document_become (self->document, root, name, error);
  mn_document_set_read_only (self->document, read_only);
  g_object_thaw_notify (G_OBJECT (self->document));
  return ok;
}

/* ---- two versions ---------------------------------------------------------------------------- */

static char *
dup_sentence (MnStore *self, MnOnDisk on_disk)
{
  g_autofree char *name = g_filename_display_name (self->path);

  if (on_disk == MN_ON_DISK_CHANGED)
    return g_strdup_printf (_ ("Another program has changed “%s”: there are two versions now, in "
                               "the file and here"),
                            name);
  return g_strdup_printf (
      _ ("Another program has written something into “%s” that can't be opened; "
         "what it held before is kept here"),
      name);
}

static void
stand_against (MnStore *self, MnDiskLook *look, MnOnDisk on_disk)
{
  g_autofree char *sentence = dup_sentence (self, on_disk);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->theirs_stamp = look->stamp;
  self->theirs_newer = look->newer;
  g_set_object (&self->theirs, look->root);
  mn_store_set_on_disk (self, on_disk);
  mn_store_set_message (self, sentence);
}

/* What only looks otherwise, or has come to the same on both sides, is no second version. */
static void
take_other_version (MnStore *self, MnDiskLook *look)
{
  if (mn_item_equal (look->root, mn_document_get_root (self->document)))
    {
      adopt (self, look->root, &look->stamp, look->newer);
      return;
    }
  if (self->base != NULL && !look->newer && mn_item_equal (look->root, self->base))
    {
      self->stamp = look->stamp;
      mn_store_set_on_disk (self, MN_ON_DISK_SAME);
      mn_store_schedule (self, FALSE);
      return;
    }
  mn_store_flush (self);
  if (!mn_store_has_edits (self) && become (self, look->root, _ ("Changes from disk"), NULL))
    adopt (self, look->root, &look->stamp, look->newer);
  else
    stand_against (self, look, MN_ON_DISK_CHANGED);
}

/* ---- looking --------------------------------------------------------------------------------- */

static gboolean
look_timer_cb (gpointer user_data)
{
  MnStore *self = user_data;

  self->look_timer = 0;
  mn_store_check_disk (self);
  return G_SOURCE_REMOVE;
}

static void
look_later (MnStore *self, guint milliseconds)
{
  if (self->look_timer == 0)
    self->look_timer = g_timeout_add (milliseconds, look_timer_cb, self);
}

/* All is well with the file again. */
static void
settle (MnStore *self)
{
  if (self->on_disk == MN_ON_DISK_SAME)
    return;
  mn_store_set_on_disk (self, MN_ON_DISK_SAME);
  mn_store_set_message (self, NULL);
  if (mn_store_is_dirty (self))
    mn_store_schedule (self, FALSE);
}

/* With edits here the next save makes the file again, or says why it can't. */
static void
miss (MnStore *self, MnOnDisk on_disk, const GError *error)
{
  if (on_disk == MN_ON_DISK_UNREACHABLE)
    look_later (self, REACH_EVERY);
  if (mn_store_has_edits (self))
    {
      mn_store_schedule (self, FALSE);
      return;
    }
  mn_store_set_on_disk (self, on_disk);
  mn_store_set_message (self, error->message);
}

static void
take_look (MnStore *self, MnDiskLook *look)
{
  switch (look->seen)
    {
    case MN_SEEN_SAME:
      self->stamp = look->stamp;
      settle (self);
      break;
    case MN_SEEN_GONE:
      miss (self, MN_ON_DISK_GONE, look->error);
      break;
    case MN_SEEN_UNREACHABLE:
      miss (self, MN_ON_DISK_UNREACHABLE, look->error);
      break;
    case MN_SEEN_CHANGED:
    case MN_SEEN_UNREADABLE:
    default:
      if (look->root != NULL)
        take_other_version (self, look);
      else
        stand_against (self, look, MN_ON_DISK_UNREADABLE);
      break;
    }
}

/* A look that began before a save ended has seen what is no longer there. */
static void
end_look (MnStore *self, MnDiskLook *look)
{
  g_autoptr (MnDiskLook) held = NULL;

  if (self->look != look)
    return;
  held = g_steal_pointer (&self->look);
  g_object_freeze_notify (G_OBJECT (self));
  if (self->job != NULL || !mn_stamp_equal (&look->known, &self->stamp))
    self->look_again = TRUE;
  else if (mn_document_is_in_group (self->document))
    look_later (self, GROUP_DELAY);
  else
    take_look (self, held);
  mn_store_update_state (self);
  mn_store_see_lock (self, held);
  g_object_thaw_notify (G_OBJECT (self));
  if (self->look_again && self->job == NULL)
    mn_store_check_disk (self);
}

static void
prepare_look (MnStore *self)
{
  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_pointer (&self->look, mn_disk_look_unref);
  self->look_again = FALSE;
  self->look = mn_disk_look_new (
      self->path, mn_item_get_kind (mn_document_get_root (self->document)), &self->stamp);
  mn_store_prepare_look (self, self->look);
}

/**
 * mn_store_check_disk:
 *
 * Looks whether the file is still what it was, and whose the lock is; what follows from it follows
 * in the main loop. Cheap if nothing has happened: at every focus-in.
 */
void
mn_store_check_disk (MnStore *self)
{
  g_return_if_fail (MN_IS_STORE (self));

  if (!self->has_file)
    return;
  if (self->job != NULL || self->look != NULL)
    {
      self->look_again = TRUE;
      return;
    }
  prepare_look (self);
  mn_background_run (self, mn_disk_look_ref (self->look), (GDestroyNotify) mn_disk_look_unref,
                     (MnBackgroundWork) mn_disk_look_run, (MnBackgroundDone) end_look);
}

/** mn_store_wait_for_disk: mn_store_check_disk(), and all that follows from it has happened. */
void
mn_store_wait_for_disk (MnStore *self)
{
  g_autoptr (MnDiskLook) look = NULL;

  g_return_if_fail (MN_IS_STORE (self));

  if (!self->has_file || self->job != NULL)
    return;
  prepare_look (self);
  look = mn_disk_look_ref (self->look);
  mn_disk_look_run (look);
  end_look (self, look);
}

static void
happened_cb (gpointer user_data)
{
  mn_store_check_disk (user_data);
}

/** mn_store_use_watch: from now on the file is looked at whenever something happens to it. */
void
mn_store_use_watch (MnStore *self)
{
  g_autofree char *target = NULL;

  g_return_if_fail (MN_IS_STORE (self));
  g_return_if_fail (self->watch == NULL);

  target = mn_save_follow_links (self->path);
  self->watch = mn_watch_new (target, happened_cb, self);
}

void
mn_store_leave_disk (MnStore *self)
{
  g_clear_pointer (&self->watch, mn_watch_free);
  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_pointer (&self->look, mn_disk_look_unref);
}

/** mn_store_after_save: what has waited for the end of a save. */
void
mn_store_after_save (MnStore *self)
{
  gboolean locked = self->lock == NULL || mn_lock_get_state (self->lock) != MN_LOCK_NONE;

  if (self->look_again || !locked || self->on_disk == MN_ON_DISK_CHANGED)
    mn_store_check_disk (self);
}

/* ---- the person's choice --------------------------------------------------------------------- */

MnOnDisk
mn_store_get_on_disk (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), MN_ON_DISK_SAME);

  return (MnOnDisk) self->on_disk;
}

MnItem *
mn_store_get_theirs (MnStore *self)
{
  g_return_val_if_fail (MN_IS_STORE (self), NULL);

  return self->theirs;
}

/**
 * mn_store_overwrite: the next save replaces what another program wrote; that stays as the backup
 * beside it. If it has been written once more since it was last seen, there are two versions again.
 */
void
mn_store_overwrite (MnStore *self)
{
  g_return_if_fail (MN_IS_STORE (self));

  if (*self->theirs_stamp.hash != '\0')
    self->stamp = self->theirs_stamp;
  else
    self->overwrite = TRUE;
  self->backed_up = self->version_kept = FALSE;
  self->replaces_theirs = TRUE;
  self->saved_revision = G_MAXUINT64; /* nothing of ours is in the file */
  mn_store_set_on_disk (self, MN_ON_DISK_SAME);
}

/**
 * mn_store_take_theirs:
 * @error: why it can't be taken: it is no version of this document
 *
 * The document becomes what the file holds, by one change with a name, so that undoing it brings
 * back what was here.
 */
gboolean
mn_store_take_theirs (MnStore *self, GError **error)
{
  g_autoptr (MnItem) theirs = NULL;
  MnStamp            stamp;

  g_return_val_if_fail (MN_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->theirs != NULL, FALSE);

  theirs = g_object_ref (self->theirs);
  stamp = self->theirs_stamp;
  g_object_freeze_notify (G_OBJECT (self));
  if (!become (self, theirs, _ ("Take the version in the file"), error))
    {
      g_object_thaw_notify (G_OBJECT (self));
      return FALSE;
    }
  adopt (self, theirs, &stamp, self->theirs_newer);
  mn_store_update_state (self);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}
