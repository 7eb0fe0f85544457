#pragma once

#include <gtk/gtk.h>

#include "mn-archive.h"

G_BEGIN_DECLS

/* The columns of the list of sessions: day, session, chair, conclusions. */
void mn_library_columns_add (GtkColumnView *view);

/* Shows as many columns as @width has room for. */
void mn_library_columns_fit (GtkColumnView *view, int width);

/* "No. 5 · quý I/2024 · Giao ban quý"; "" if the session belongs to no series. */
char *mn_library_dup_place (MnSessionEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

/* "12/4/2024"; "" without one. @moment begins with a date as in the file. */
char *mn_library_dup_day (const char *moment) G_GNUC_WARN_UNUSED_RESULT;

/* "12/4/2024 · Giao ban quý I/2024": a session out of a list. */
char *mn_library_dup_name (MnSessionEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

/* "6 open, 2 overdue"; "" where there is none to follow. */
char *mn_library_dup_open (MnSessionEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
