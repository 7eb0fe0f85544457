#include "mn-tagger.h"

#include <string.h>

#define MAX_DEPTH 6
#define FIGURE "Figure"

/* A tag. Two of one name are one if they have the same places in the document. */
typedef struct
{
  const char   *name;
  gconstpointer place;
  guint         number;
  guint         instance; /* of the unit: equal blocks share one */
} Tag;

/* An element that has begun, and to which of those before it it belongs, itself if to none. */
typedef struct
{
  guint first, parent;
  guint last_child; /* 0 = none */
  Tag   tag;
} Element;

struct _MnTagger
{
  cairo_t    *cr;        /* (borrowed) */
  GHashTable *targets;   /* (borrowed) */
  GHashTable *instances; /* (owned) MnUnit to the number of times it has begun */
  GArray     *elements;  /* (owned) of Element; the document is the first */
  GHashTable *firsts;    /* (owned) Tag to the element that it is of */
  MnTagJoins *joins;     /* (owned) */
  guint       open[MAX_DEPTH];
  guint       n_open;
  guint       instance;
  gboolean    is_mark; /* the unit: it stands between the lines of another one */
  gboolean    in_text; /* the innermost tag holds type */
  gboolean    in_link;
};

#define ELEMENT(self, i) g_array_index ((self)->elements, Element, i)

static void
clear_figure (gpointer data)
{
  g_free (((MnTagFigure *) data)->words);
}

void
mn_tag_joins_free (MnTagJoins *self)
{
  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->figures, g_array_unref);
  g_free (self);
}

static guint
hash_tag (gconstpointer data)
{
  const Tag *tag = data;

  return g_direct_hash (tag->place) + 31 * tag->number + 1009 * tag->instance +
         g_str_hash (tag->name);
}

static gboolean
equal_tags (gconstpointer data, gconstpointer other)
{
  const Tag *a = data;
  const Tag *b = other;

  return a->place == b->place && a->number == b->number && a->instance == b->instance &&
         strcmp (a->name, b->name) == 0;
}

/* The element is held by the innermost that is open; @parent is what that one belongs to. */
static Element *
add_element (MnTagger *self, const Tag *tag, guint parent)
{
  GArray            *about = self->joins->elements;
  const Element      element = { self->elements->len, parent, 0, *tag };
  const guint        holder = self->n_open > 0 ? self->open[self->n_open - 1] : 0;
  const MnTagElement place = {
    holder, about->len > 0 ? g_array_index (about, MnTagElement, holder).n_kids++ : 0, 0
  };

  g_array_append_val (about, place);
  g_array_append_val (self->elements, element);
  return &ELEMENT (self, self->elements->len - 1);
}

MnTagger *
mn_tagger_new (cairo_t *cr, GHashTable *targets)
{
  MnTagger *self = g_new0 (MnTagger, 1);

  self->cr = cr;
  self->targets = targets;
  self->instances = g_hash_table_new (NULL, NULL);
  self->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  self->firsts = g_hash_table_new_full (hash_tag, equal_tags, g_free, NULL);
  self->joins = g_new0 (MnTagJoins, 1);
  self->joins->elements = g_array_new (FALSE, FALSE, sizeof (MnTagElement));
  self->joins->pairs = g_array_new (FALSE, FALSE, sizeof (MnTagJoin));
  self->joins->figures = g_array_new (FALSE, FALSE, sizeof (MnTagFigure));
  g_array_set_clear_func (self->joins->figures, clear_figure);
  add_element (self, &(Tag){ "Document" }, 0);
  cairo_tag_begin (cr, "Document", NULL);
  return self;
}

static void
close_to (MnTagger *self, guint depth)
{
  while (self->n_open > depth)
    cairo_tag_end (self->cr, ELEMENT (self, self->open[--self->n_open]).tag.name);
}

/** mn_tagger_end: ends the document. (transfer full): which of its elements are one. */
MnTagJoins *
mn_tagger_end (MnTagger *self)
{
  MnTagJoins *joins = g_steal_pointer (&self->joins);

  close_to (self, 0);
  cairo_tag_end (self->cr, "Document");
  g_hash_table_unref (self->instances);
  g_hash_table_unref (self->firsts);
  g_array_unref (self->elements);
  g_free (self);
  return joins;
}

/* ---- what belongs to what ------------------------------------------------------------------- */

/* Points that follow each other are one list, which has no place of its own. */
static guint
find_list (MnTagger *self, guint parent, const Tag *point)
{
  guint item = GPOINTER_TO_UINT (g_hash_table_lookup (self->firsts, point));
  guint last = ELEMENT (self, parent).last_child;

  if (item > 0)
    return ELEMENT (self, item).parent;
  return strcmp (ELEMENT (self, last).tag.name, "L") == 0 ? last : 0;
}

/* The element that this one goes on with; 0 if it is a new one. */
static guint
find_first (MnTagger *self, guint parent, const Tag *tag)
{
  if (strcmp (tag->name, "L") == 0)
    return find_list (self, parent, tag + 1);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->firsts, tag));
}

static void
describe_figure (MnTagger *self, const MnBlock *block, guint element)
{
  const MnTagFigure figure = { element,
                               g_strdup (block->text ? mn_text_get_plain (block->text) : "") };

  g_array_append_val (self->joins->figures, figure);
}

/* Begins @tag, which is followed by the tags inside it. */
static void
open_tag (MnTagger *self, const Tag *tag)
{
  guint    parent = self->n_open > 0 ? ELEMENT (self, self->open[self->n_open - 1]).first : 0;
  guint    first = find_first (self, parent, tag);
  guint    later = self->elements->len;
  Element *element = add_element (self, tag, parent);

  if (first > 0)
    {
      const MnTagJoin join = { first, later };

      element->first = first;
      g_array_append_val (self->joins->pairs, join);
    }
  else if (tag->place != NULL)
    g_hash_table_insert (self->firsts, g_memdup2 (tag, sizeof *tag), GUINT_TO_POINTER (later));
  if (!self->is_mark)
    ELEMENT (self, parent).last_child = element->first;
  if (strcmp (tag->name, FIGURE) == 0)
    describe_figure (self, tag->place, later);
  cairo_tag_begin (self->cr, tag->name, NULL);
  self->open[self->n_open++] = later;
}

/** mn_tagger_begin_unit: what is drawn next is of @unit, which begins or goes on after a page's
 * end.
 */
void
mn_tagger_begin_unit (MnTagger *self, const MnUnit *unit, gboolean goes_on)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->instances, unit));

  self->is_mark = mn_unit_get_block (unit)->kind == MN_BLOCK_MARK;
  self->instance = goes_on ? n : n + 1;
  g_hash_table_insert (self->instances, (gpointer) unit, GUINT_TO_POINTER (self->instance));
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
  path[n] = (Tag){ name, place, number, 0 };
  return n + 1;
}

/* Headings, points of lists and plain paragraphs. */
static guint
add_paragraph (Tag *path, guint n, const MnLine *line, gboolean is_label)
{
  const char *heading = line->block != NULL ? find_heading (line->block) : NULL;

  if (line->block != NULL && line->block->kind == MN_BLOCK_PICTURE)
    return add_tag (path, n, FIGURE, line->block, 0);
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
  n = add_tag (path, n, row < unit->n_head_rows ? "TH" : "TD", unit,
               row * unit->edges->len + line->cell);
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

  for (guint i = 0; i < n; i++)
    path[i].instance = path[i].place != NULL ? self->instance : 0;
  while (n_common < MIN (n, self->n_open) &&
         equal_tags (&path[n_common], &ELEMENT (self, self->open[n_common]).tag))
    n_common++;
  if (n_common == n && self->in_text)
    return;
  /* A tag that is to hold type and has been closed for it is opened anew. */
  close_to (self, MIN (n_common, n - 1));
  for (guint i = self->n_open; i < n; i++)
    open_tag (self, &path[i]);
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
  add_element (self, &(Tag){ CAIRO_TAG_LINK }, 0);
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
