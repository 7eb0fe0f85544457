#pragma once

#include <gtk/gtk.h>

#include "mn-text.h"

G_BEGIN_DECLS

#define MN_TYPE_RICH_VIEW (mn_rich_view_get_type ())
G_DECLARE_FINAL_TYPE (MnRichView, mn_rich_view, MN, RICH_VIEW, GtkTextView)

/**
 * MnRichSource: where a rich view's text lives. The view never keeps a text of its own: what is
 * typed goes there as splices and comes back from there.
 *
 * @get: the text now (transfer full), never %NULL
 * @splice: typing
 * @set: another text altogether (marks, styles); may be %NULL for plain lines
 */
typedef struct
{
  MnText *(*get) (gpointer data);
  void (*splice) (gpointer data, guint position, guint n_removed, const MnText *inserted);
  void (*set) (gpointer data, MnText *text);
} MnRichSource;

/**
 * MnRichView: a text view whose characters are, one for one, those of an #MnText; marks are tags,
 * and dashes and numbers are drawn beside the paragraphs, not typed into them.
 *
 * Actions: "rich.bold", "rich.italic", "rich.dash", "rich.number", "rich.level-in",
 * "rich.level-out". Property "composing" tells whether an input method holds letters not yet typed.
 */
GtkWidget *mn_rich_view_new (const MnRichSource *source, gpointer data);

void          mn_rich_view_refresh (MnRichView *self); /* the source's text has changed */
void          mn_rich_view_detach (MnRichView *self);  /* @data is going away */
const MnText *mn_rich_view_get_text (MnRichView *self);
gboolean      mn_rich_view_is_composing (MnRichView *self);
MnText       *mn_rich_view_read_buffer (MnRichView *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
