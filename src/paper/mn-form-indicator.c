#include "mn-form-parts.h"

#include <string.h>

#include "mn-official.h"
#include "mn-wording.h"

#define TABLE_FROM 3 /* fewer indicators are told in sentences */

/* ---- indicators ----------------------------------------------------------------------------- */

static char *
dup_decimal (MnItem *item, const char *field)
{
  const char *value = mn_item_get (item, field);

  return value != NULL ? mn_official_decimal (value) : g_strdup ("");
}

static char *
dup_with_unit (MnItem *indicator, const char *field)
{
  g_autofree char *value = dup_decimal (indicator, field);
  g_autofree char *unit = mn_sentence_fragment (mn_item_get (indicator, "unit"));

  if (*value == '\0' || *unit == '\0')
    return g_steal_pointer (&value);
  return g_strdup_printf ("%s%s%s", value, strcmp (unit, "%") == 0 ? "" : MN_NBSP, unit);
}

/* "524/765, đạt 68,5%" */
static char *
dup_share (MnItem *indicator)
{
  g_autofree char *part = dup_decimal (indicator, "numerator");
  g_autofree char *whole = dup_decimal (indicator, "denominator");
  g_autofree char *value = dup_with_unit (indicator, "value");
  g_autofree char *percent = NULL;

  if (*part == '\0' || *whole == '\0')
    return g_steal_pointer (&value);
  if (*value == '\0')
    {
      percent = mn_wording_percent (
          g_ascii_strtoll (mn_item_get (indicator, "numerator"), NULL, 10),
          g_ascii_strtoll (mn_item_get (indicator, "denominator"), NULL, 10));
      g_free (value);
      value = g_steal_pointer (&percent);
    }
  return g_strdup_printf ("%s/%s%s%s", part, whole, *value != '\0' ? ", đạt " : "", value);
}

/* "(trong đó: tập thể 1.986, cá nhân 727)" */
static void
append_parts (GString *words, MnItem *indicator)
{
  guint n = mn_item_get_n_children (indicator, "parts");
  guint told = 0;

  for (guint i = 0; i < n; i++)
    {
      MnItem          *part = mn_item_get_child (indicator, "parts", i);
      g_autofree char *label = mn_sentence_fragment (mn_item_get (part, "label"));
      g_autofree char *value = dup_decimal (part, "value");
      g_autofree char *lower = mn_sentence_lower (label);

      if (*label == '\0' && *value == '\0')
        continue;
      g_string_append (words, told++ == 0 ? " (trong đó: " : "; ");
      g_string_append_printf (words, "%s%s%s", lower, *label != '\0' && *value != '\0' ? " " : "",
                              value);
    }
  if (told > 0)
    g_string_append_c (words, ')');
}

/* What was reached: the words as they were said come first. */
static char *
dup_reached (MnItem *indicator)
{
  g_autofree char *said = mn_sentence_fragment (mn_item_get (indicator, "words"));
  g_autofree char *share = dup_share (indicator);
  GString         *words = g_string_new (*said != '\0' ? said : share);

  append_parts (words, indicator);
  return g_string_free (words, FALSE);
}

/* "đến ngày 29/3/2024", "8 tháng đầu năm 2023" */
static char *
dup_when (MnItem *indicator)
{
  g_autofree char *period = mn_sentence_fragment (mn_item_get (indicator, "period"));
  GString         *words = g_string_new (period);
  GDate            date;

  if (mn_item_get_date (indicator, "as-of", &date))
    {
      g_autofree char *day = mn_official_date_short (&date);

      if (!mn_sentence_says (words->str, day))
        g_string_append_printf (words, "%sđến ngày %s", words->len > 0 ? ", " : "", day);
    }
  return g_string_free (words, FALSE);
}

static gboolean
is_empty_indicator (MnItem *indicator)
{
  g_autofree char *reached = dup_reached (indicator);

  return *reached == '\0' && mn_item_get (indicator, "label") == NULL;
}

static void
add_indicator_sentence (MnComposer *self, MnItem *indicator)
{
  g_autofree char *label = mn_sentence_fragment (mn_item_get (indicator, "label"));
  g_autofree char *reached = dup_reached (indicator);
  g_autofree char *when = dup_when (indicator);
  g_autofree char *target = dup_with_unit (indicator, "target");
  g_autofree char *line = NULL;
  g_autofree char *upper = NULL;
  MnBlock         *block;

  line = g_strdup_printf ("%s%s%s%s%s%s%s%s.", label,
                          *label != '\0' && *reached != '\0' ? ": " : "", reached,
                          *when != '\0' ? " (" : "", when, *when != '\0' ? ")" : "",
                          *target != '\0' ? "; chỉ tiêu: " : "", target);
  upper = mn_sentence_upper (line);
  block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, upper);
  mn_composer_label (block, "+");
  mn_composer_name_item (block, "indicator", indicator, NULL);
}

/* ---- indicators as a table ------------------------------------------------------------------ */

typedef char *(*CellFunc) (MnItem *indicator);

static char *
dup_label (MnItem *indicator)
{
  g_autofree char *label = mn_sentence_fragment (mn_item_get (indicator, "label"));

  return mn_sentence_upper (label);
}

/* The column's heading says "when": the bare day does. */
static char *
dup_when_only (MnItem *indicator)
{
  GDate date;

  if (mn_item_get (indicator, "period") == NULL && mn_item_get_date (indicator, "as-of", &date))
    return mn_official_date_short (&date);
  return dup_when (indicator);
}

static char *
dup_target (MnItem *indicator)
{
  return dup_with_unit (indicator, "target");
}

static const struct
{
  const char  *heading;
  MnColumnKind kind;
  double       width;
  MnAlign      align;
  CellFunc     dup;
  gboolean     optional; /* left out where no row has anything in it */
} columns[] = {
  { "Nội dung", MN_COLUMN_SHARED, 0.34, MN_ALIGN_LEFT, dup_label, FALSE },
  { "Kết quả", MN_COLUMN_SHARED, 0.27, MN_ALIGN_LEFT, dup_reached, FALSE },
  { "Chỉ tiêu", MN_COLUMN_FITTED, 24, MN_ALIGN_CENTRE, dup_target, TRUE },
  { "Thời điểm", MN_COLUMN_FITTED, 30, MN_ALIGN_CENTRE, dup_when_only, TRUE },
};

#define NUMBER_WIDTH 12 /* millimetres */

static gboolean
is_column_used (GPtrArray *indicators, guint column)
{
  for (guint i = 0; i < indicators->len; i++)
    {
      g_autofree char *cell = columns[column].dup (indicators->pdata[i]);

      if (*cell != '\0')
        return TRUE;
    }
  return !columns[column].optional;
}

static void
add_cell (MnBlock *row, MnRole role, MnAlign align, const char *text)
{
  g_autofree char *clean = mn_sentence_clean (text);
  MnBlock         *cell = mn_block_new_string (role, clean);

  cell->align = align;
  mn_block_add (row, cell);
}

/* The numbers' column and those in use. */
static MnBlock *
new_table (const gboolean *used)
{
  MnBlock *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  MnBlock *head = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_HEAD);

  mn_block_add_column (table, MN_COLUMN_FITTED, NUMBER_WIDTH);
  add_cell (head, MN_ROLE_TABLE_HEAD, MN_ALIGN_ROLE, "STT");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (used[i])
      {
        mn_block_add_column (table, columns[i].kind, columns[i].width);
        add_cell (head, MN_ROLE_TABLE_HEAD, MN_ALIGN_ROLE, columns[i].heading);
      }
  table->n_head_rows = 1;
  mn_block_add (table, head);
  return table;
}

static void
add_indicator_row (MnBlock *table, const gboolean *used, MnItem *indicator, guint number)
{
  MnBlock         *row = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_CELL);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  row->source = g_strdup (mn_item_get_id (indicator));
  add_cell (row, MN_ROLE_TABLE_CELL, MN_ALIGN_CENTRE, digits);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (used[i])
      {
        g_autofree char *words = columns[i].dup (indicator);
        g_autofree char *cell = mn_sentence_upper (words);

        add_cell (row, MN_ROLE_TABLE_CELL, columns[i].align, cell);
      }
  mn_block_add (table, row);
}

static void
add_indicator_table (MnComposer *self, GPtrArray *indicators)
{
  gboolean used[G_N_ELEMENTS (columns)];
  MnBlock *table;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    used[i] = is_column_used (indicators, i);
  table = new_table (used);
  for (guint i = 0; i < indicators->len; i++)
    add_indicator_row (table, used, indicators->pdata[i], i + 1);
  mn_composer_add (self, table);
}

/** mn_form_add_indicators: a few in sentences, more as a table. */
void
mn_form_add_indicators (MnComposer *self, MnItem *report)
{
  g_autoptr (GPtrArray) indicators = g_ptr_array_new ();
  guint                 n = mn_item_get_n_children (report, "indicators");
  MnBlock              *block;

  for (guint i = 0; i < n; i++)
    {
      MnItem *indicator = mn_item_get_child (report, "indicators", i);

      if (!is_empty_indicator (indicator))
        g_ptr_array_add (indicators, indicator);
    }
  if (indicators->len == 0)
    return;
  block = mn_composer_add_string (self, MN_ROLE_BODY, report, "Một số kết quả cụ thể:");
  block->keep_with_next = TRUE;
  mn_composer_label (block, "-");
  mn_composer_name_item (block, "report", report, "indicators");
  if (indicators->len >= TABLE_FROM)
    {
      add_indicator_table (self, indicators);
      return;
    }
  for (guint i = 0; i < indicators->len; i++)
    add_indicator_sentence (self, indicators->pdata[i]);
}
