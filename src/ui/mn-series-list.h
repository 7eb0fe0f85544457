#pragma once

#include <gtk/gtk.h>

#include "mn-archive.h"

G_BEGIN_DECLS

/* The side list of series in a library. A series is known by its id, or by its name where a file
 * gives none; sessions without a series have the key "". */
const char *mn_series_list_get_key (MnSessionEntry *entry);

/* Fills @list with "All sessions" and a row for each series in @sessions; selects @selected's, or
 * the first row where that one is gone. */
void mn_series_list_fill (GtkListBox *list, GListModel *sessions, const char *selected);

const char *mn_series_list_get_row_key (GtkListBoxRow *row); /* NULL: all sessions */

G_END_DECLS
