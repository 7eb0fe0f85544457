#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In the thread; knows the job alone. */
typedef void (*MnBackgroundWork) (gpointer job);
/* In the main loop, once the work has ended. */
typedef void (*MnBackgroundDone) (gpointer owner, gpointer job);

void mn_background_run (gpointer         owner,
                        gpointer         job,
                        GDestroyNotify   job_unref,
                        MnBackgroundWork work,
                        MnBackgroundDone done);

G_END_DECLS
