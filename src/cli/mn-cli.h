#pragma once

#include <gio/gio.h>

#include "mn-item.h"

G_BEGIN_DECLS

/** MnExit: what the program tells its caller. */
typedef enum
{
  MN_EXIT_DONE = 0,
  MN_EXIT_INPUT = 1,  /* what was given can't be used */
  MN_EXIT_USAGE = 2,  /* what was asked for doesn't exist */
  MN_EXIT_SYSTEM = 3, /* no space, no permission */
} MnExit;

/* Commands; @arguments begins with the command's name and ends with NULL. */
MnExit mn_cli_check (char **arguments);
MnExit mn_cli_print (char **arguments);
MnExit mn_cli_info (char **arguments);
MnExit mn_cli_numbers (char **arguments);
MnExit mn_cli_demo (char **arguments);

/* Reads options off @arguments. FALSE: done with *status (a mistake, told; or --help, given).
 * @files: (transfer full): what is no option, never NULL */
gboolean mn_cli_parse (char             **arguments,
                       const char        *synopsis,
                       const char        *summary,
                       const GOptionEntry options[],
                       char            ***files,
                       MnExit            *status);

/* One line on stderr. */
void   mn_cli_tell (const char *format, ...) G_GNUC_PRINTF (1, 2);
MnExit mn_cli_tell_error (const GError *error); /* and what it means for the exit status */
MnExit mn_cli_usage (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* What went wrong worst counts. */
MnExit mn_cli_worse (MnExit a, MnExit b);

/* Bytes to standard output, flushed; tells of a failure. */
MnExit mn_cli_put (const char *bytes, gsize n_bytes);

/* A session's root item, or what is wrong told and *status set. (transfer full) (nullable) */
MnItem *mn_cli_read (const char *path, gboolean *newer, MnExit *status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
