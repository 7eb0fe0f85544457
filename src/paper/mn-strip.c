#include "mn-unit.h"

static void
free_strokes (MnStroke *stroke)
{
  while (stroke != NULL)
    {
      MnStroke *next = stroke->next;

      g_free (stroke);
      stroke = next;
    }
}

static void
clear_strip (gpointer data)
{
  MnStrip *strip = data;

  g_clear_pointer (&strip->lines, mn_line_free);
  g_clear_pointer (&strip->strokes, free_strokes);
}

GArray *
mn_strips_new (void)
{
  GArray *strips = g_array_new (FALSE, TRUE, sizeof (MnStrip));

  g_array_set_clear_func (strips, clear_strip);
  return strips;
}

/** mn_strip_add_stroke: a black line, or with more filled in, another. Returns: (transfer none) */
MnStroke *
mn_strip_add_stroke (MnStrip *self, double x1, double x2, double y, double weight)
{
  MnStroke *stroke = g_new0 (MnStroke, 1);

  stroke->x1 = x1;
  stroke->x2 = x2;
  stroke->y = y;
  stroke->weight = weight;
  stroke->next = self->strokes;
  self->strokes = stroke;
  return stroke;
}

/** mn_strips_get_height: of a stack from its first strip's top to its last one's end. */
double
mn_strips_get_height (const GArray *strips)
{
  double height = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      const MnStrip *strip = &g_array_index (strips, MnStrip, i);

      if (i > 0)
        height += strip->space + g_array_index (strips, MnStrip, i - 1).space_after;
      height += strip->height;
    }
  return height;
}

/* Moves the type of @source into @self, @y lower. */
static void
take_content (MnStrip *self, MnStrip *source, double y)
{
  MnLine   **end = &self->lines;
  MnStroke **last = &self->strokes;

  while (*end != NULL)
    end = &(*end)->next;
  *end = g_steal_pointer (&source->lines);
  for (MnLine *line = *end; line != NULL; line = line->next)
    line->baseline += y;
  while (*last != NULL)
    last = &(*last)->next;
  *last = g_steal_pointer (&source->strokes);
  for (MnStroke *stroke = *last; stroke != NULL; stroke = stroke->next)
    stroke->y += y;
  self->is_text = self->is_text || source->is_text;
}

/* Above its first strip a flow leaves only what it leaves more than the others. */
static double
flow_space (const GArray *flow, guint i, double common)
{
  const MnStrip *strip = &g_array_index (flow, MnStrip, i);

  if (i == 0)
    return strip->space - common;
  return strip->space + g_array_index (flow, MnStrip, i - 1).space_after;
}

static double
flow_height (const GArray *flow, double common)
{
  double height = 0;

  for (guint i = 0; i < flow->len; i++)
    height += flow_space (flow, i, common) + g_array_index (flow, MnStrip, i).height;
  return height;
}

static void
find_common (GPtrArray *flows, double *space, double *space_after, guint *n_strips)
{
  gboolean is_first = TRUE;

  *space = *space_after = 0;
  *n_strips = 0;
  for (guint i = 0; i < flows->len; i++)
    {
      const GArray *flow = flows->pdata[i];

      if (flow->len == 0)
        continue;
      *space = is_first ? g_array_index (flow, MnStrip, 0).space
                        : MIN (*space, g_array_index (flow, MnStrip, 0).space);
      *space_after = MAX (*space_after, g_array_index (flow, MnStrip, flow->len - 1).space_after);
      *n_strips = MAX (*n_strips, flow->len);
      is_first = FALSE;
    }
}

static void
merge_whole (GPtrArray *flows, double common, MnStrip *merged)
{
  for (guint i = 0; i < flows->len; i++)
    {
      GArray *flow = flows->pdata[i];
      double  y = 0;

      for (guint j = 0; j < flow->len; j++)
        {
          MnStrip *strip = &g_array_index (flow, MnStrip, j);

          y += flow_space (flow, j, common);
          take_content (merged, strip, y);
          y += strip->height;
        }
      merged->height = MAX (merged->height, y);
    }
}

/* The strips numbered @row of all flows side by side. */
static void
merge_level (GPtrArray *flows, guint row, double common, MnStrip *merged)
{
  for (guint i = 0; i < flows->len; i++)
    {
      GArray *flow = flows->pdata[i];

      if (row < flow->len)
        merged->space = MAX (merged->space, flow_space (flow, row, common));
    }
  for (guint i = 0; i < flows->len; i++)
    {
      GArray *flow = flows->pdata[i];

      if (row >= flow->len)
        continue;
      merged->height = MAX (merged->height, g_array_index (flow, MnStrip, row).height);
      take_content (merged, &g_array_index (flow, MnStrip, row), 0);
    }
}

/**
 * mn_strips_merge:
 * @flows: (element-type GArray): stacks of strips that stand side by side
 * @limit: height of a page
 * @strips: where the result goes: one strip; or, where that were taller than @limit, one for each
 *   level of lines, so that even such a row is printed whole
 */
void
mn_strips_merge (GPtrArray *flows, double limit, GArray *strips)
{
  double space, space_after, height = 0;
  guint  n_strips;

  find_common (flows, &space, &space_after, &n_strips);
  for (guint i = 0; i < flows->len; i++)
    height = MAX (height, flow_height (flows->pdata[i], space));
  for (guint row = 0; row < (height > limit ? n_strips : 1); row++)
    {
      MnStrip merged = { 0 };

      if (height > limit)
        merge_level (flows, row, space, &merged);
      else
        merge_whole (flows, space, &merged);
      merged.space += row == 0 ? space : 0;
      g_array_append_val (strips, merged);
    }
  g_array_index (strips, MnStrip, strips->len - 1).space_after = space_after;
}
