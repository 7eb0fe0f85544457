#pragma once

#include <gio/gio.h>

#include "archive-make.h"

/** Outcome: how a run of minutes-cli ended. */
typedef struct
{
  int     status;
  char   *out;
  char   *err;
  GBytes *bytes; /* of standard output */
} Outcome;

/* Runs the real program without a display; arguments end with NULL. */
void cli_run (Outcome *outcome, const char *argument, ...) G_GNUC_NULL_TERMINATED;
/* The same, each file it writes limited to @limit bytes, standard output to @out_path if not NULL.
 */
void cli_run_limited (Outcome          *outcome,
                      const char       *out_path,
                      gint64            limit,
                      const char *const arguments[]);
void outcome_clear (Outcome *outcome);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

guint cli_count_lines (const char *text);

/* The run failed with @status and said so in one line that holds @word; nothing on stdout. */
void cli_assert_failed (const Outcome *outcome, int status, const char *word);

/* A session that mn_check_session() has nothing against but advice. */
char *cli_save_session (Folder *folder, const char *name, const char *title);

/* The same in a format that only later versions know all of. */
char *cli_save_newer (Folder *folder, const char *name);
