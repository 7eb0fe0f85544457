#include "mn-tagger.h"

#include <string.h>

#define MAX_DEPTH 6

/* An open tag. Two of one name are one if they have the same places in the document. */
typedef struct
{
  const char   *name;
  gconstpointer place;
  guint         number;
} Tag;

struct _MnTagger
{
  cairo_t    *cr;      /* (borrowed) */
  GHashTable *targets; /* (borrowed) */
  Tag         open[MAX_DEPTH];
  guint       n_open;
  gboolean    in_text; /* the innermost tag holds type */
  gboolean    in_link;
};

MnTagger *
mn_tagger_new (cairo_t *cr, GHashTable *targets)
{
  MnTagger *self = g_new0 (MnTagger, 1);

  self->cr = cr;
  self->targets = targets;
  cairo_tag_begin (cr, "Document", NULL);
  return self;
}

static void
close_to (MnTagger *self, guint depth)
{
  while (self->n_open > depth)
    cairo_tag_end (self->cr, self->open[--self->n_open].name);
}

void
mn_tagger_free (MnTagger *self)
{
  close_to (self, 0);
  cairo_tag_end (self->cr, "Document");
  g_free (self);
}

static gboolean
equal_tags (const Tag *a, const Tag *b)
{
  return a->place == b->place && a->number == b->number && strcmp (a->name, b->name) == 0;
}

/* The names of headings by depth; the kind of the document is its title. */
static const char *
find_heading (const MnBlock *block)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  if (block->role == MN_ROLE_KIND)
    return names[0];
  if (block->outline > 0)
    return names[MIN (block->outline, 5)];
  if (block->role >= MN_ROLE_HEADING_1 && block->role <= MN_ROLE_HEADING_3)
    return names[1 + block->role - MN_ROLE_HEADING_1];
  return NULL;
}

static guint
add_tag (Tag *path, guint n, const char *name, gconstpointer place, guint number)
{
  path[n] = (Tag){ name, place, number };
  return n + 1;
}

/* Headings, points of lists and plain paragraphs. */
static guint
add_paragraph (Tag *path, guint n, const MnLine *line, gboolean is_label)
{
  const char *heading = line->block != NULL ? find_heading (line->block) : NULL;

  if (heading != NULL || !line->is_point)
    return add_tag (path, n, heading != NULL ? heading : "P", line->block, line->paragraph);
  n = add_tag (path, n, "L", NULL, 0);
  n = add_tag (path, n, "LI", line->block, line->paragraph);
  return add_tag (path, n, is_label ? "Lbl" : "LBody", line->block, line->paragraph);
}

static gboolean
has_paragraphs (const MnUnit *unit, guint row, guint cell)
{
  const MnBlock *cells = mn_unit_get_block (unit)->children->pdata[row];
  const MnBlock *block = cells->children->pdata[cell];

  return block->kind != MN_BLOCK_PARAGRAPH ||
         (block->text != NULL && mn_text_get_n_paragraphs (block->text) > 1);
}

/* A cell that holds one paragraph is that paragraph. */
static guint
find_path (const MnUnit *unit, guint row, const MnLine *line, gboolean is_label, Tag *path)
{
  guint n = 0;

  if (unit->edges == NULL)
    return add_paragraph (path, n, line, is_label);
  n = add_tag (path, n, "Table", unit, 0);
  n = add_tag (path, n, "TR", unit, row);
  n = add_tag (path, n, row < unit->n_head_rows ? "TH" : "TD", unit, line->cell);
  return has_paragraphs (unit, row, line->cell) ? add_paragraph (path, n, line, is_label) : n;
}

/** mn_tagger_begin_text: what is drawn next is the label or the text of @line. */
void
mn_tagger_begin_text (MnTagger     *self,
                      const MnUnit *unit,
                      guint         row,
                      const MnLine *line,
                      gboolean      is_label)
{
  Tag   path[MAX_DEPTH];
  guint n = find_path (unit, row, line, is_label, path);
  guint n_common = 0;

  while (n_common < MIN (n, self->n_open) && equal_tags (&path[n_common], &self->open[n_common]))
    n_common++;
  if (n_common == n && self->in_text)
    return;
  /* A tag that is to hold type and has been closed for it is opened anew. */
  close_to (self, MIN (n_common, n - 1));
  for (guint i = self->n_open; i < n; i++)
    {
      cairo_tag_begin (self->cr, path[i].name, NULL);
      self->open[self->n_open++] = path[i];
    }
  self->in_text = TRUE;
}

/** mn_tagger_end_text: what is drawn next is no text of the document. */
void
mn_tagger_end_text (MnTagger *self)
{
  if (self->in_text)
    close_to (self, self->n_open - 1);
  self->in_text = FALSE;
}

/** mn_tagger_begin_page: names the places on @page to which links lead. */
void
mn_tagger_begin_page (MnTagger *self, guint page)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->targets);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const MnTarget  *target = value;
      g_autofree char *attributes = NULL;

      if (target == NULL || target->page != page)
        continue;
      attributes = g_strdup_printf ("name='t%u' x=0 y=%d", target->number, target->y);
      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
}

/**
 * mn_tagger_begin_link: after mn_tagger_begin_text(): @line leads where its block's link says.
 *
 * A link goes to a named place: cairo 1.16 loses those that name a page.
 */
void
mn_tagger_begin_link (MnTagger *self, const MnLine *line, double x, double y, double height)
{
  const char      *link = line->block != NULL ? line->block->link : NULL;
  const MnTarget  *target = link != NULL ? g_hash_table_lookup (self->targets, link) : NULL;
  g_autofree char *attributes = NULL;

  if (target == NULL || line->n_pieces == 0)
    return;
  attributes = g_strdup_printf ("rect=[%d %d %d %d] dest='t%u'", (int) (x + line->x), (int) y,
                                (int) line->width + 1, (int) height + 1, target->number);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  self->in_link = TRUE;
}

void
mn_tagger_end_link (MnTagger *self)
{
  if (self->in_link)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
  self->in_link = FALSE;
}
