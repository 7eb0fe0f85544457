#include "mn-disk-look.h"

#include "mn-xml.h"

/**
 * mn_disk_look_new:
 * @path: of the document's file
 * @kind: what its root must be
 * @known: the file as last read or written
 */
MnDiskLook *
mn_disk_look_new (const char *path, const MnKind *kind, const MnStamp *known)
{
  MnDiskLook *self = g_atomic_rc_box_new0 (MnDiskLook);

  self->path = g_strdup (path);
  self->kind = kind;
  self->known = self->stamp = *known;
  return self;
}

MnDiskLook *
mn_disk_look_ref (MnDiskLook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_look (gpointer data)
{
  MnDiskLook *self = data;

  g_free (self->path);
  g_free (self->lock_path);
  g_free (self->token);
  g_clear_pointer (&self->me, mn_lock_holder_free);
  g_clear_object (&self->root);
  g_clear_error (&self->error);
}

void
mn_disk_look_unref (MnDiskLook *self)
{
  g_atomic_rc_box_release_full (self, clear_look);
}

/** mn_disk_look_run: what has changed is read, too. */
void
mn_disk_look_run (MnDiskLook *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *name = g_filename_display_name (self->path);
  MnXmlInfo          info = { 0 };

  if (self->lock_path != NULL)
    self->lock = mn_lock_look (self->lock_path, self->me, self->sign_of_life, &self->token);
  self->seen = mn_stamp_look (self->path, &self->stamp, &bytes, &self->error);
  if (bytes == NULL)
    return;
  self->root = mn_xml_read_document (bytes, name, self->kind, &info, &self->error);
  self->newer = info.newer;
}
