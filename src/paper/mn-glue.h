#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * mn_glue:
 * @syllables: a paragraph, parted at its blanks
 * @n: their number
 * @held: (out caller-allocates): for each but the last, whether no line may end after it
 *
 * Finds what is read as one: a number with what it counts or numbers, a date, an hour, a range, the
 * sign of a document ("Số 15-TB/ĐU"), a name after "đồng chí", "ông" or "bà", initials with the
 * name they belong to. A dash never begins a line.
 */
void mn_glue (const char *const *syllables, guint n, gboolean *held);

G_END_DECLS
