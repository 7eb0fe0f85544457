#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MnPrintProgress: a dialog with how far a long job is and a button that stops it. It isn't seen
 * where all is done in the twinkling of an eye.
 */
typedef struct MnPrintProgress MnPrintProgress;

typedef void (*MnPrintStop) (gpointer user_data);

/* @parent may be NULL; @stop is called at most once, when the person has had enough. */
MnPrintProgress *mn_print_progress_new (GtkWindow  *parent,
                                        const char *heading,
                                        MnPrintStop stop,
                                        gpointer    user_data) G_GNUC_WARN_UNUSED_RESULT;
void             mn_print_progress_set (MnPrintProgress *self, const char *text, double fraction);
void             mn_print_progress_free (MnPrintProgress *self);

G_END_DECLS
