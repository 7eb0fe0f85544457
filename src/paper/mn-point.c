#include "mn-point.h"

#include "mn-official.h"

/* "1.", "a)", "(i)", "(1)": the order in which HD 05-HD/VPTW numbers its own text. */
static char *
format_number (guint number, guint level)
{
  g_autofree char *sign = NULL;
  g_autofree char *lower = NULL;

  switch (level)
    {
    case 1:
      return g_strdup_printf ("%u.", number);
    case 2:
      sign = mn_official_point_letter (number - 1);
      return g_strdup_printf ("%s)", sign);
    case 3:
      sign = mn_official_roman (number);
      lower = g_ascii_strdown (sign, -1);
      return g_strdup_printf ("(%s)", lower);
    default:
      return g_strdup_printf ("(%u)", number);
    }
}

/**
 * mn_points_next:
 * @self: the counter, having seen all paragraphs before
 * @paragraph: the next paragraph
 * @outer_level: levels of numbers that stand outside the text already
 *
 * A list ends at a plain paragraph or at a point of a higher level, and the next one counts from 1.
 * Dashes alternate with pluses by level, as offices write them.
 *
 * Returns: (transfer full) (nullable): what is printed before the paragraph
 */
char *
mn_points_next (MnPoints *self, const MnParagraph *paragraph, guint outer_level)
{
  guint level = MIN (paragraph->level, MN_TEXT_MAX_LEVEL);
  guint first_ended = paragraph->style == MN_PARAGRAPH_NUMBER ? level + 1 : level;

  for (guint i = first_ended; i <= MN_TEXT_MAX_LEVEL; i++)
    self->counts[i] = 0;
  switch (paragraph->style)
    {
    case MN_PARAGRAPH_DASH:
      return g_strdup (level % 2 == 0 ? "+" : "-");
    case MN_PARAGRAPH_NUMBER:
      return format_number (++self->counts[level], level + outer_level);
    case MN_PARAGRAPH_PLAIN:
    default:
      return NULL;
    }
}
