#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

/* Files of pictures in a folder, for tests. */

/* A picture of one colour (0xRRGGBBAA) as FOLDER/@name in @format, "png" or "jpeg"; the path. */
static inline char *
write_picture (const char *folder,
               const char *name,
               const char *format,
               int         width,
               int         height,
               guint32     colour)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, (colour & 0xff) != 0xff, 8,
                                                 width, height);
  g_autoptr (GError)    error = NULL;
  char                 *path = g_build_filename (folder, name, NULL);

  gdk_pixbuf_fill (pixbuf, colour);
  gdk_pixbuf_save (pixbuf, path, format, &error, NULL);
  g_assert_no_error (error);
  return path;
}

static inline char *
write_bytes (const char *folder, const char *name, const char *bytes, gssize n_bytes)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  return path;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}
