#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MnTextDiff: the one splice that makes one text of another; positions in characters. */
typedef struct
{
  guint       position;
  guint       n_removed;
  const char *inserted; /* inside the new text, not terminated */
  gsize       n_bytes;
} MnTextDiff;

gboolean mn_text_diff (const char *before, const char *after, MnTextDiff *diff);

G_END_DECLS
