#pragma once

#include <adwaita.h>

#include "mn-archive.h"

G_BEGIN_DECLS

/**
 * MnNumbersWindow: the register of numbers of an archive: who bears which, by body, kind and
 * period, with gaps and doubles; numbers are reserved and entered in dialogs of it.
 *
 * Actions: "numbers.reserve", "numbers.foreign", "numbers.start", "numbers.term" ask for a new
 * entry; "numbers.open", "numbers.change" and "numbers.remove" are for the selected row;
 * "numbers.refresh".
 *
 * Signal "open" (const char *session, const char *document): a person wants to see that document.
 */
#define MN_TYPE_NUMBERS_WINDOW (mn_numbers_window_get_type ())
G_DECLARE_FINAL_TYPE (MnNumbersWindow, mn_numbers_window, MN, NUMBERS_WINDOW, AdwWindow)

/* (transfer none): windows belong to GTK. @archive is refreshed. */
GtkWidget *mn_numbers_window_new (GtkWindow *parent, MnArchive *archive);

G_END_DECLS
