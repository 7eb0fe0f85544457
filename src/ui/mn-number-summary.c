#include "mn-number-summary.h"

#include <glib/gi18n.h>

#include "mn-official.h"

/* Takes the line. */
static void
append_line (GString *out, char *line)
{
  g_autofree char *owned = line;

  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, owned);
}

static char *
dup_gaps (MnNumberSequence *sequence)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sequence->gaps->len; i++)
    {
      MnNumberGap      gap = g_array_index (sequence->gaps, MnNumberGap, i);
      g_autofree char *from = mn_official_two_digits (gap.from);
      g_autofree char *to = mn_official_two_digits (gap.to);

      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", from);
      if (gap.to > gap.from)
        g_string_append_printf (out, "–%s", to);
    }
  return g_string_free (out, FALSE);
}

static char *
dup_doubles (MnNumberSequence *sequence)
{
  GString *out = g_string_new (NULL);
  guint    last = 0;

  for (guint i = 0; i < sequence->entries->len; i++)
    {
      const MnNumberEntry *entry = sequence->entries->pdata[i];
      g_autofree char     *number = mn_official_two_digits (entry->number);

      if (entry->twice && entry->number != last)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", number);
      if (entry->twice)
        last = entry->number;
    }
  return g_string_free (out, FALSE);
}

/** mn_number_summary_dup: (transfer full) */
char *
mn_number_summary_dup (MnNumberSequence *sequence)
{
  g_autofree char *next = mn_number_sequence_dup_number (sequence, sequence->next);
  g_autofree char *gaps = dup_gaps (sequence), *doubles = dup_doubles (sequence);
  GString         *out = g_string_new (NULL);

  append_line (out, g_strdup_printf (_ ("Next number: %s"), next));
  if (*gaps != '\0')
    append_line (out, g_strdup_printf (_ ("Not used: %s"), gaps));
  if (*doubles != '\0')
    append_line (out, g_strdup_printf (_ ("There twice: %s"), doubles));
  if (sequence->open_ended)
    append_line (
        out,
        g_strdup (_ ("No term of this committee is known, so its numbers count as one row; enter "
                     "its terms.")));
  return g_string_free (out, FALSE);
}
