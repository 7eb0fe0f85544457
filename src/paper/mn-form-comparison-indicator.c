#include <string.h>

#include "mn-form-comparison-private.h"
#include "mn-official.h"

static char *
dup_value (MnItem *indicator)
{
  const char      *value = mn_item_get (indicator, "value");
  const char      *part = mn_item_get (indicator, "numerator");
  const char      *whole = mn_item_get (indicator, "denominator");
  g_autofree char *unit = mn_sentence_fragment (mn_item_get (indicator, "unit"));
  g_autofree char *words = mn_sentence_fragment (mn_item_get (indicator, "words"));
  g_autofree char *number = NULL;

  if (*words != '\0')
    return mn_sentence_upper (words);
  if (value == NULL && part != NULL && whole != NULL)
    return g_strdup_printf ("%s/%s", part, whole);
  if (value == NULL)
    return g_strdup ("");
  number = mn_official_decimal (value);
  return g_strdup_printf ("%s%s%s", number, *unit != '\0' && strcmp (unit, "%") != 0 ? MN_NBSP : "",
                          unit);
}

static gboolean
is_share (MnItem *indicator)
{
  const char *unit = mn_item_get (indicator, "unit");

  return unit != NULL && *unit == '%';
}

/* "Tăng 12", "Giảm 0,5 điểm phần trăm": where both are numbers of one unit. */
static char *
dup_difference (MnItem *then, MnItem *now)
{
  const char      *before = mn_item_get (then, "value"), *after = mn_item_get (now, "value");
  g_autofree char *number = NULL;
  char             digits[G_ASCII_DTOSTR_BUF_SIZE];
  double           difference;

  if (before == NULL || after == NULL ||
      g_strcmp0 (mn_item_get (then, "unit"), mn_item_get (now, "unit")) != 0)
    return g_strdup ("");
  difference = g_ascii_strtod (after, NULL) - g_ascii_strtod (before, NULL);
  g_ascii_formatd (digits, sizeof digits, "%.2f", ABS (difference));
  while (g_str_has_suffix (digits, "0") && strchr (digits, '.') != NULL)
    digits[strlen (digits) - 1] = '\0';
  if (g_str_has_suffix (digits, "."))
    digits[strlen (digits) - 1] = '\0';
  if (strcmp (digits, "0") == 0)
    return g_strdup ("Không đổi");
  number = mn_official_decimal (digits);
  return g_strdup_printf ("%s %s%s", difference > 0 ? "Tăng" : "Giảm", number,
                          is_share (now) ? " điểm phần trăm" : "");
}

static GPtrArray *
list_indicators (MnComposer *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; self != NULL && i < mn_item_get_n_children (self->record, "reports"); i++)
    {
      MnItem *report = mn_item_get_child (self->record, "reports", i);

      for (guint n = 0; n < mn_item_get_n_children (report, "indicators"); n++)
        if (mn_item_get (mn_item_get_child (report, "indicators", n), "label") != NULL)
          g_ptr_array_add (found, mn_item_get_child (report, "indicators", n));
    }
  return found;
}

static MnItem *
take_same (GPtrArray *indicators, MnItem *indicator)
{
  g_autofree char *label = mn_sentence_fold (mn_item_get (indicator, "label"));

  for (guint i = 0; i < indicators->len; i++)
    {
      g_autofree char *other = mn_sentence_fold (mn_item_get (indicators->pdata[i], "label"));

      if (strcmp (label, other) == 0)
        return g_ptr_array_steal_index (indicators, i);
    }
  return NULL;
}

static void
add_indicator (MnComparison *self, MnItem *then, MnItem *now)
{
  MnItem          *item = now != NULL ? now : then;
  g_autofree char *label = mn_sentence_fragment (mn_item_get (item, "label"));
  g_autofree char *upper = mn_sentence_upper (label);
  g_autofree char *before = then != NULL ? dup_value (then) : g_strdup ("");
  g_autofree char *after = now != NULL ? dup_value (now) : g_strdup ("");
  g_autofree char *remarks = then != NULL && now != NULL ? dup_difference (then, now)
                                                         : g_strdup ("");

  mn_comparison_add_row (self, now, mn_item_get_id (item), upper, mn_comparison_new_text (before),
                         mn_comparison_new_text (after), remarks);
}

void
mn_comparison_add_indicators (MnComparison *self)
{
  g_autoptr (GPtrArray) then = list_indicators (self->then);
  g_autoptr (GPtrArray) now = list_indicators (self->now);

  if (then->len + now->len == 0)
    return;
  mn_comparison_begin_group (self, "Chỉ tiêu, số liệu");
  for (guint i = 0; i < now->len; i++)
    add_indicator (self, take_same (then, now->pdata[i]), now->pdata[i]);
  for (guint i = 0; i < then->len; i++)
    add_indicator (self, then->pdata[i], NULL);
}
