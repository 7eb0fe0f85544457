#pragma once

#include "mn-session-page.h"

G_BEGIN_DECLS

/* The window of the earlier versions, over the window that holds the page, or over @parent for a
 * file that isn't open. */
void mn_versions_show (MnSessionPage *page);

/* @path is a file that can't be read. @done is called once a version of it has taken its place. */
typedef void (*MnVersionsDone) (GtkWindow *parent);
void mn_versions_show_of_file (GtkWindow            *parent,
                               const char           *path,
                               const MnBackupPolicy *policy,
                               MnClock              *clock,
                               MnVersionsDone        done);

G_END_DECLS
