#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "mn-picture-private.h"

/* A picture that was read, and what the file was then. */
typedef struct
{
  MnPicture *picture; /* (owned) */
  char      *path;    /* (owned) (nullable): where no file may be looked for */
  gint64     seconds, nanoseconds;
  goffset    size;
} Entry;

struct _MnPictures
{
  char       *folder;  /* (nullable) */
  GHashTable *entries; /* name → Entry */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  mn_picture_unref (entry->picture);
  g_free (entry->path);
  g_free (entry);
}

/** mn_pictures_new: @folder: (nullable): without one no picture is found */
MnPictures *
mn_pictures_new (const char *folder)
{
  MnPictures *self = g_new0 (MnPictures, 1);

  self->folder = g_strdup (folder);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  return self;
}

void
mn_pictures_free (MnPictures *self)
{
  g_hash_table_unref (self->entries);
  g_free (self->folder);
  g_free (self);
}

/* A session that came by mail must not print what lies elsewhere on this computer. */
static gboolean
stays_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  return !g_path_is_absolute (name) && !g_strv_contains ((const char *const *) parts, "..");
}

static void
look_at (Entry *entry)
{
  GStatBuf about = { 0 };

  if (entry->path != NULL && g_stat (entry->path, &about) != 0)
    memset (&about, 0, sizeof about);
  entry->seconds = about.st_mtim.tv_sec;
  entry->nanoseconds = about.st_mtim.tv_nsec;
  entry->size = about.st_size;
}

static Entry *
read_entry (MnPictures *self, const char *name)
{
  Entry           *entry = g_new0 (Entry, 1);
  g_autofree char *fault = NULL;

  if (self->folder != NULL && stays_inside (name))
    {
      entry->path = g_build_filename (self->folder, name, NULL);
      look_at (entry);
      entry->picture = mn_picture_read (entry->path, name);
      return entry;
    }
  fault = g_strdup_printf (_ ("The picture “%s” doesn't lie in the session's archive; choose it "
                              "anew"),
                           name);
  entry->picture = mn_picture_new_faulty (name, fault);
  return entry;
}

MnPicture *
mn_pictures_get (MnPictures *self, const char *name)
{
  Entry *entry = g_hash_table_lookup (self->entries, name);

  if (entry == NULL)
    {
      entry = read_entry (self, name);
      g_hash_table_insert (self->entries, g_strdup (name), entry);
    }
  return entry->picture;
}

static gboolean
has_changed_cb (gpointer name, gpointer data, gpointer user_data)
{
  Entry *entry = data, now = *entry;

  look_at (&now);
  return now.seconds != entry->seconds || now.nanoseconds != entry->nanoseconds ||
         now.size != entry->size;
}

gboolean
mn_pictures_refresh (MnPictures *self)
{
  return g_hash_table_foreach_remove (self->entries, has_changed_cb, NULL) > 0;
}
