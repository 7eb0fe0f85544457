#pragma once

#include "mn-rich-view.h"

G_BEGIN_DECLS

/* A row of small buttons that format the text of a rich view; seen while the view has the keys. */
GtkWidget *mn_rich_tools_new (MnRichView *view);

G_END_DECLS
