#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MnCleanFlags: what cleaned text may hold besides letters.
 * @MN_CLEAN_LINE: one line; line breaks and tabs become spaces
 * @MN_CLEAN_BLOCK: line breaks stay, as '\n'
 */
typedef enum
{
  MN_CLEAN_LINE,
  MN_CLEAN_BLOCK,
} MnCleanFlags;

char *mn_clean_text (const char *raw, gssize n_bytes, MnCleanFlags flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
