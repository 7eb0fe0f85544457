#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MnFoundFile: a file of the archive's folder, or why it can't be looked at. */
typedef struct
{
  char  *path;
  gint64 mtime; /* nanoseconds */
  gint64 size;
  gint64 inode;
  char  *error; /* or NULL */
} MnFoundFile;

void mn_found_file_free (MnFoundFile *self);

/**
 * mn_scan_folder:
 *
 * Finds NAME.minutes in the folder and in its folders of four digits (YYYY). It looks no deeper, so
 * links can't lead it in circles, and opens nothing. An absent folder holds nothing.
 *
 * Returns: (transfer full) (nullable): of MnFoundFile, by path; %NULL if @folder can't be read
 */
GPtrArray *mn_scan_folder (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a folder of that name holds a year's sessions: "2026". */
gboolean mn_scan_is_year (const char *name);

G_END_DECLS
