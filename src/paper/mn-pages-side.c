#include "mn-pages-private.h"

/* Sides of sheets: which pages are fronts and which are backs, where both are printed. */

static guint
get_side (MnPages *self, guint page)
{
  return ((const MnPage *) self->pages->pdata[page])->side;
}

gboolean
mn_pages_begins_sheets (MnPages *self, guint page)
{
  g_return_val_if_fail (MN_IS_PAGES (self), FALSE);
  g_return_val_if_fail (page < self->pages->len, FALSE);

  return get_side (self, page) == 0;
}

gboolean
mn_pages_is_back (MnPages *self, guint page)
{
  g_return_val_if_fail (MN_IS_PAGES (self), FALSE);
  g_return_val_if_fail (page < self->pages->len, FALSE);

  return get_side (self, page) % 2 == 1;
}

/**
 * mn_pages_count_sides:
 * @self: pages
 * @page: from 0
 *
 * Returns: how many sides of sheets lie before @page's where both are printed: a back stays empty
 *   before what begins sheets of its own
 */
guint
mn_pages_count_sides (MnPages *self, guint page)
{
  guint n = 0;

  g_return_val_if_fail (MN_IS_PAGES (self), 0);
  g_return_val_if_fail (page < self->pages->len, 0);

  for (guint i = 0; i <= page; i++)
    {
      if (get_side (self, i) == 0)
        n += n % 2;
      if (i < page)
        n++;
    }
  return n;
}
