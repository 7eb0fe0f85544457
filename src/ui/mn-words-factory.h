#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows of a drop-down: the words of each GtkStringObject on one line. @most characters are asked
 * for, and fewer are shown where there is less room; 0: as many as there are, in any room;
 * negative: the row is as wide as its words. */
GtkListItemFactory *mn_words_factory_new (int most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
