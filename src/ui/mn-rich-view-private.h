#pragma once

#include "mn-rich-view.h"

G_BEGIN_DECLS

#define MN_RICH_MARGIN 8  /* pixels beside the text */
#define MN_RICH_INDENT 22 /* pixels a level of points */

struct _MnRichView
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer; /* (owned) */
  MnText        *text;   /* (owned) what the buffer shows */
  gpointer       data;   /* (borrowed) (nullable) */
  MnRichSource   source;
  GtkTextTag    *bold, *italic;                /* (borrowed) */
  GtkTextTag    *points[2][MN_TEXT_MAX_LEVEL]; /* (borrowed) */
  guint          pending_at;
  guint          n_pending; /* characters gone from the buffer, not yet from the text */
  guint          action_depth;
  MnMarks        typing_marks;
  gboolean       has_typing_marks;
  gboolean       showing;  /* the buffer changes because the text did */
  gboolean       splicing; /* the text changes because the buffer did */
  gboolean       settling; /* the buffer follows what the source made of a splice */
  gboolean       composing;
};

void mn_rich_view_install_actions (GtkWidgetClass *klass);
void mn_rich_view_add_keys (MnRichView *self);
void mn_rich_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot);
void mn_rich_view_backspace (GtkTextView *view);

G_END_DECLS
