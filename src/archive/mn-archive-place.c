#include "mn-archive.h"
#include "mn-scan.h"

/**
 * mn_archive_dup_folder_of:
 * @path: of a session's file
 *
 * An archive is a folder with folders of years; a session lies in one of them, or beside them.
 *
 * Returns: (transfer full): the folder of the archive in which @path lies
 */
char *
mn_archive_dup_folder_of (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (folder);

  return mn_scan_is_year (name) ? g_path_get_dirname (folder) : g_steal_pointer (&folder);
}
