#include "mn-column.h"

#include <math.h>

/* A fitted column is wider than its form says for a long piece only, and up to this share. */
#define MAX_FITTED_SHARE 0.25

/* Columns with shares keep this part of the width at least, whatever the others hold. */
#define MIN_SHARED_SHARE (1.0 / 3)

/* Lines of type are as wide as their letters; this keeps rounding from parting them. */
#define SLACK 0.01

typedef struct
{
  GPtrArray *tables; /* of MnBlock (borrowed), alike */
  double    *needs;  /* (owned) of each fitted column; NULL until they are asked for */
} Kind;

struct _MnTables
{
  GPtrArray *kinds; /* of Kind */
};

static guint
count_children (const MnBlock *block)
{
  return block->children != NULL ? block->children->len : 0;
}

static guint
count_columns (const MnBlock *table)
{
  guint n = 1;

  for (guint i = 0; i < count_children (table); i++)
    n = MAX (n, count_children (table->children->pdata[i]));
  return n;
}

/* ---- tables that are alike ------------------------------------------------------------------ */

static void
free_kind (gpointer data)
{
  Kind *self = data;

  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->needs, g_free);
  g_free (self);
}

static gboolean
are_alike (const MnBlock *a, const MnBlock *b)
{
  guint n_head = MIN (a->n_head_rows, count_children (a));

  if (a == b)
    return TRUE;
  if (n_head != MIN (b->n_head_rows, count_children (b)) || !mn_block_equal_columns (a, b) ||
      count_columns (a) != count_columns (b))
    return FALSE;
  for (guint i = 0; i < n_head; i++)
    if (!mn_block_equal (a->children->pdata[i], b->children->pdata[i]))
      return FALSE;
  return TRUE;
}

static Kind *
get_kind (MnTables *self, const MnBlock *table)
{
  Kind *kind;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      kind = self->kinds->pdata[i];
      if (are_alike (kind->tables->pdata[0], table))
        return kind;
    }
  kind = g_new0 (Kind, 1);
  kind->tables = g_ptr_array_new ();
  g_ptr_array_add (self->kinds, kind);
  return kind;
}

/**
 * mn_tables_new:
 * @blocks: (element-type MnBlock): a form; must outlive the tables
 */
MnTables *
mn_tables_new (const GPtrArray *blocks)
{
  MnTables *self = g_new0 (MnTables, 1);

  self->kinds = g_ptr_array_new_with_free_func (free_kind);
  for (guint i = 0; i < blocks->len; i++)
    {
      MnBlock *block = blocks->pdata[i];

      if (block->kind == MN_BLOCK_TABLE)
        g_ptr_array_add (get_kind (self, block)->tables, block);
    }
  return self;
}

void
mn_tables_free (MnTables *self)
{
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_free (self);
}

/* ---- what stands in them -------------------------------------------------------------------- */

/* What the form says of the table's columns, or NULL if that makes no sense. */
static const MnColumn *
get_columns (const MnBlock *table, guint n)
{
  if (table->columns == NULL || table->columns->len != n)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      double width = g_array_index (table->columns, MnColumn, i).width;

      if (!(width > 0) || !isfinite (width))
        return NULL;
    }
  return &g_array_index (table->columns, MnColumn, 0);
}

/* The last cell of a short row stands in other columns, too. */
static gboolean
is_own_cell (const MnBlock *table, const MnBlock *row, guint i)
{
  guint n = count_children (row);

  return i + 1 < n || (i + 1 == n && n == table->columns->len);
}

/* What the cells of column @i need, at @most; a column in which nothing stands but its heading is
 * to be filled by hand. */
static double
measure_column (MnLayout *layout, const Kind *kind, guint i, double most)
{
  double   padding = 2 * layout->style->cell_padding_x + SLACK;
  double   need = 0;
  gboolean is_filled = FALSE;

  for (guint t = 0; t < kind->tables->len; t++)
    {
      const MnBlock *table = kind->tables->pdata[t];

      for (guint row = 0; row < count_children (table); row++)
        {
          const MnBlock *cells = table->children->pdata[row];
          double         room = 0;

          if (is_own_cell (table, cells, i))
            room = mn_layout_measure (layout, cells->children->pdata[i], most - padding);
          need = MAX (need, room);
          is_filled = is_filled || (room > 0 && row >= table->n_head_rows);
        }
    }
  return is_filled ? need + padding : MAX (need + padding, most);
}

/* Only what is fitted has to be measured. */
static void
measure (MnLayout *layout, const MnColumn *columns, guint n, Kind *kind)
{
  if (kind->needs != NULL)
    return;
  kind->needs = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    if (columns[i].kind == MN_COLUMN_FITTED)
      kind->needs[i] = measure_column (layout, kind, i, MN_MM_TO_PT (columns[i].width));
}

/* ---- how wide they are ---------------------------------------------------------------------- */

/* Whole millimetres: a letter more seldom moves a table's lines. */
static double
round_up (double width)
{
  return MN_MM_TO_PT (ceil (MN_PT_TO_MM (width)));
}

/* Widths of the columns without shares; the others have 0. */
static void
find_own_widths (const MnColumn *columns, guint n, const Kind *kind, double whole, double *widths)
{
  for (guint i = 0; i < n; i++)
    {
      double given = MN_MM_TO_PT (columns[i].width);

      if (columns[i].kind == MN_COLUMN_FIXED)
        widths[i] = given;
      else if (columns[i].kind == MN_COLUMN_FITTED)
        widths[i] = MIN (round_up (kind->needs[i]), MAX (given, MAX_FITTED_SHARE * whole));
    }
}

static double
sum_up (const double *widths, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += widths[i];
  return sum;
}

/* Takes @excess from columns that are wider than their form says, in proportion to how much. */
static void
take_back (const MnColumn *columns, guint n, double excess, double *widths)
{
  double over = 0;

  for (guint i = 0; i < n; i++)
    if (columns[i].kind == MN_COLUMN_FITTED)
      over += MAX (0, widths[i] - MN_MM_TO_PT (columns[i].width));
  for (guint i = 0; i < n && over > 0; i++)
    if (columns[i].kind == MN_COLUMN_FITTED)
      widths[i] -= MAX (0, widths[i] - MN_MM_TO_PT (columns[i].width)) * MIN (1, excess / over);
}

static void
scale (double *widths, guint n, double room)
{
  double sum = sum_up (widths, n);

  for (guint i = 0; i < n && sum > 0; i++)
    widths[i] *= room / sum;
}

static void
share_out (const MnColumn *columns, guint n, double whole, double *widths)
{
  double shares = 0;
  double most = whole * (1 - MIN_SHARED_SHARE);
  double rest;

  for (guint i = 0; i < n; i++)
    shares += columns[i].kind == MN_COLUMN_SHARED ? columns[i].width : 0;
  if (!(shares > 0))
    {
      scale (widths, n, whole);
      return;
    }
  if (sum_up (widths, n) > most)
    take_back (columns, n, sum_up (widths, n) - most, widths);
  if (sum_up (widths, n) > most)
    scale (widths, n, most);
  rest = whole - sum_up (widths, n);
  for (guint i = 0; i < n; i++)
    if (columns[i].kind == MN_COLUMN_SHARED)
      widths[i] = rest * (columns[i].width / shares);
}

/**
 * mn_tables_find_edges:
 * @self: tables
 * @layout: how they are laid out, and into what width
 * @table: one of them
 *
 * Fixed columns and those fitted to what stands in them take theirs; the rest goes to those with
 * shares. Without any of these all are stretched to the whole width.
 */
GArray *
mn_tables_find_edges (MnTables *self, MnLayout *layout, const MnBlock *table)
{
  guint              n = count_columns (table);
  const MnColumn    *columns = get_columns (table, n);
  GArray            *edges = g_array_sized_new (FALSE, FALSE, sizeof (double), n + 1);
  g_autofree double *widths = g_new0 (double, n);
  double             x = 0;

  if (columns != NULL)
    {
      Kind *kind = get_kind (self, table);

      measure (layout, columns, n, kind);
      find_own_widths (columns, n, kind, layout->width, widths);
      share_out (columns, n, layout->width, widths);
    }
  g_array_append_val (edges, x);
  for (guint i = 0; i < n; i++)
    {
      x += columns != NULL ? widths[i] : layout->width / n;
      g_array_append_val (edges, x);
    }
  return edges;
}
