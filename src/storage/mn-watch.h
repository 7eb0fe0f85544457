#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MnWatch: tells when something happens to a file, be it written, replaced, deleted, moved or there
 * again. It says only that a look is worth while; several events in a row are one. It sees what the
 * system tells it, which on a share is what this machine does.
 */
typedef struct _MnWatch MnWatch;

typedef void (*MnWatchFunc) (gpointer user_data);

MnWatch *mn_watch_new (const char *path, MnWatchFunc happened, gpointer user_data)
    G_GNUC_WARN_UNUSED_RESULT;
void mn_watch_free (MnWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnWatch, mn_watch_free)

G_END_DECLS
