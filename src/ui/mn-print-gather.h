#pragma once

#include <gtk/gtk.h>

#include "mn-form.h"

G_BEGIN_DECLS

/** MnPrintWish: a paper that somebody wants printed. */
typedef struct
{
  char  *session; /* (owned) id */
  MnForm form;
} MnPrintWish;

MnPrintWish *mn_print_wish_new (const char *session, MnForm form) G_GNUC_WARN_UNUSED_RESULT;
void         mn_print_wish_free (MnPrintWish *self);

/* The root item of a session. (transfer full) */
typedef MnItem *(*MnPrintRead) (GtkWindow *window, const char *session, GError **error);

/* Composes the papers one after the other while the window lives on, then prints them as one job.
 * @wishes: of MnPrintWish, at least one. */
void mn_print_gather (GtkWindow *window, GPtrArray *wishes, MnPrintRead read);

G_END_DECLS
