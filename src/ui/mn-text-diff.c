#include "mn-text-diff.h"

#include <string.h>

/**
 * mn_text_diff:
 * @before: UTF-8
 * @after: UTF-8
 * @diff: (out): the splice between what both texts begin and end with
 *
 * Returns: %FALSE if the texts are the same
 */
gboolean
mn_text_diff (const char *before, const char *after, MnTextDiff *diff)
{
  const char *a = before, *b = after;
  const char *a_end = before + strlen (before), *b_end = after + strlen (after);

  memset (diff, 0, sizeof *diff);
  while (a < a_end && b < b_end && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      diff->position++;
    }
  while (a_end > a && b_end > b)
    {
      const char *a_last = g_utf8_prev_char (a_end), *b_last = g_utf8_prev_char (b_end);

      if (g_utf8_get_char (a_last) != g_utf8_get_char (b_last))
        break;
      a_end = a_last;
      b_end = b_last;
    }
  diff->n_removed = (guint) g_utf8_strlen (a, a_end - a);
  diff->inserted = b;
  diff->n_bytes = (gsize) (b_end - b);
  return diff->n_removed > 0 || diff->n_bytes > 0;
}
