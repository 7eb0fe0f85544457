#include "mn-codec.h"

#include <glib/gi18n-lib.h>

#include "mn-error.h"

#define TEXT_TYPE                                                                                  \
  "a(yysa(sys))" /* paragraphs: style, level, foreign, runs: (words, marks, object) */
#define ITEM_TYPE                                                                                  \
  "(ssa(ss)a(sv)a(sav)a(sbs))" /* kind, id, values, rich values, slots, foreign parts */
#define MAX_DEPTH 32

static gboolean
set_nonsense (GError **error, const char *what)
{
  g_set_error (error, MN_ERROR, MN_ERROR_FORMAT, _ ("A journal record is damaged (%s)"), what);
  return FALSE;
}

/* ---- text ----------------------------------------------------------------------------------- */

static void
add_runs (GVariantBuilder *builder, const MnText *text, guint paragraph)
{
  guint cursor = 0;
  MnRun run;

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sys)"));
  while (mn_text_next_run (text, paragraph, &cursor, &run))
    {
      g_autofree char *words = g_strndup (run.utf8, run.object != NULL ? 0 : run.n_bytes);

      g_variant_builder_add (builder, "(sys)", words, (guchar) run.marks,
                             run.object != NULL ? run.object : "");
    }
  g_variant_builder_close (builder);
}

/** mn_text_to_variant: (transfer floating) */
GVariant *
mn_text_to_variant (const MnText *text)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TEXT_TYPE));
  for (guint i = 0; i < mn_text_get_n_paragraphs (text); i++)
    {
      MnParagraph paragraph = mn_text_get_paragraph (text, i);

      g_variant_builder_open (&builder, G_VARIANT_TYPE ("(yysa(sys))"));
      g_variant_builder_add (&builder, "y", (guchar) paragraph.style);
      g_variant_builder_add (&builder, "y", paragraph.level);
      g_variant_builder_add (&builder, "s", paragraph.foreign != NULL ? paragraph.foreign : "");
      add_runs (&builder, text, i);
      g_variant_builder_close (&builder);
    }
  return g_variant_builder_end (&builder);
}

static void
read_runs (MnTextBuilder *builder, GVariantIter *runs)
{
  const char *words, *object;
  guchar      marks;

  while (g_variant_iter_next (runs, "(&sy&s)", &words, &marks, &object))
    {
      MnMarks known = (MnMarks) (marks & (MN_MARK_BOLD | MN_MARK_ITALIC));

      if (*object != '\0')
        mn_text_builder_object (builder, object, known);
      else
        mn_text_builder_run (builder, words, -1, known);
    }
}

/**
 * mn_text_from_variant:
 * @variant: what mn_text_to_variant() gave, from wherever it has been since
 * @error: %MN_ERROR_FORMAT
 *
 * Returns: (transfer full) (nullable): the text, cleaned
 */
MnText *
mn_text_from_variant (GVariant *variant, GError **error)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (GVariantIter)  paragraphs = NULL;
  GVariantIter             *runs;
  guchar                    style, level;
  const char               *foreign;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (TEXT_TYPE)))
    {
      set_nonsense (error, "text");
      return NULL;
    }
  paragraphs = g_variant_iter_new (variant);
  while (g_variant_iter_next (paragraphs, "(yy&sa(sys))", &style, &level, &foreign, &runs))
    {
      mn_text_builder_begin (
          builder, style <= MN_PARAGRAPH_NUMBER ? (MnParagraphStyle) style : MN_PARAGRAPH_PLAIN,
          level, *foreign != '\0' ? foreign : NULL);
      read_runs (builder, runs);
      g_variant_iter_free (runs);
    }
  return mn_text_builder_end (builder);
}

/* ---- items ---------------------------------------------------------------------------------- */

static void
add_values (GVariantBuilder *builder, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].type != MN_FIELD_RICH && mn_item_get (item, kind->fields[i].name) != NULL)
      g_variant_builder_add (builder, "(ss)", kind->fields[i].name,
                             mn_item_get (item, kind->fields[i].name));
  g_variant_builder_close (builder);
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].type == MN_FIELD_RICH &&
        mn_item_get_rich (item, kind->fields[i].name) != NULL)
      g_variant_builder_add (builder, "(sv)", kind->fields[i].name,
                             mn_text_to_variant (mn_item_get_rich (item, kind->fields[i].name)));
  g_variant_builder_close (builder);
}

static void
add_slots (GVariantBuilder *builder, MnItem *item)
{
  const MnKind *kind = mn_item_get_kind (item);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sav)"));
  for (guint i = 0; kind->slots[i].name != NULL; i++)
    {
      guint n = mn_item_get_n_children (item, kind->slots[i].name);

      g_variant_builder_open (builder, G_VARIANT_TYPE ("(sav)"));
      g_variant_builder_add (builder, "s", kind->slots[i].name);
      g_variant_builder_open (builder, G_VARIANT_TYPE ("av"));
      for (guint c = 0; c < n; c++)
        g_variant_builder_add (
            builder, "v", mn_item_to_variant (mn_item_get_child (item, kind->slots[i].name, c)));
      g_variant_builder_close (builder);
      g_variant_builder_close (builder);
    }
  g_variant_builder_close (builder);
}

static void
add_foreign (GVariantBuilder *builder, MnItem *item)
{
  GPtrArray *foreign = mn_item_get_foreign (item);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sbs)"));
  for (guint i = 0; foreign != NULL && i < foreign->len; i++)
    {
      MnForeign *part = foreign->pdata[i];

      g_variant_builder_add (builder, "(sbs)", part->place != NULL ? part->place : "",
                             part->attribute, part->xml);
    }
  g_variant_builder_close (builder);
}

/** mn_item_to_variant: the item with all below it. (transfer floating) */
GVariant *
mn_item_to_variant (MnItem *item)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (ITEM_TYPE));
  g_variant_builder_add (&builder, "s", mn_item_get_kind (item)->name);
  g_variant_builder_add (&builder, "s", mn_item_get_id (item));
  add_values (&builder, item);
  add_slots (&builder, item);
  add_foreign (&builder, item);
  return g_variant_builder_end (&builder);
}

static MnItem *read_item (GVariant *variant, guint depth, GError **error);

static gboolean
read_values (MnItem *item, GVariant *values, GError **error)
{
  const MnKind *kind = mn_item_get_kind (item);
  GVariantIter  iter;
  const char   *name, *value;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, &value))
    {
      const MnField *field = mn_kind_find_field (kind, name);

      if (field == NULL || field->type == MN_FIELD_RICH)
        return set_nonsense (error, name);
      if (!mn_item_set (item, name, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_rich_values (MnItem *item, GVariant *values, GError **error)
{
  GVariantIter iter;
  const char  *name;
  GVariant    *value;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "(&sv)", &name, &value))
    {
      const MnField       *field = mn_kind_find_field (mn_item_get_kind (item), name);
      g_autoptr (GVariant) owned = value;
      g_autoptr (MnText)   text = mn_text_from_variant (owned, error);

      if (text == NULL)
        return FALSE;
      if (field == NULL || field->type != MN_FIELD_RICH)
        return set_nonsense (error, name);
      mn_item_set_rich (item, name, text);
    }
  return TRUE;
}

static gboolean
read_slot (MnItem *item, const char *name, GVariantIter *children, guint depth, GError **error)
{
  const MnSlot *slot = mn_kind_find_slot (mn_item_get_kind (item), name);
  GVariant     *value;

  if (slot == NULL || (slot->single && g_variant_iter_n_children (children) != 1))
    return set_nonsense (error, name);
  while (g_variant_iter_next (children, "v", &value))
    {
      g_autoptr (GVariant) owned = value;
      g_autoptr (MnItem)   child = read_item (owned, depth + 1, error);

      if (child == NULL)
        return FALSE;
      if (mn_item_get_kind (child) != slot->kind)
        return set_nonsense (error, name);
      mn_item_add (item, name, child);
    }
  return TRUE;
}

static gboolean
read_slots (MnItem *item, GVariant *slots, guint depth, GError **error)
{
  GVariantIter  iter;
  GVariantIter *children;
  const char   *name;
  gboolean      ok = TRUE;

  g_variant_iter_init (&iter, slots);
  while (ok && g_variant_iter_next (&iter, "(&sav)", &name, &children))
    {
      ok = read_slot (item, name, children, depth, error);
      g_variant_iter_free (children);
    }
  return ok;
}

static void
read_foreign (MnItem *item, GVariant *parts)
{
  GVariantIter iter;
  const char  *place, *xml;
  gboolean     attribute;

  g_variant_iter_init (&iter, parts);
  while (g_variant_iter_next (&iter, "(&sb&s)", &place, &attribute, &xml))
    mn_item_add_foreign (item, *place != '\0' ? place : NULL, attribute, xml);
}

static MnItem *
read_item (GVariant *variant, guint depth, GError **error)
{
  g_autoptr (MnItem)   item = NULL;
  g_autoptr (GVariant) values = NULL, rich = NULL, slots = NULL, foreign = NULL;
  const char          *kind_name, *id;
  const MnKind        *kind;

  if (depth > MAX_DEPTH || !g_variant_is_of_type (variant, G_VARIANT_TYPE (ITEM_TYPE)))
    {
      set_nonsense (error, "item");
      return NULL;
    }
  g_variant_get (variant, "(&s&s@a(ss)@a(sv)@a(sav)@a(sbs))", &kind_name, &id, &values, &rich,
                 &slots, &foreign);
  kind = mn_kind_find (kind_name);
  if (kind == NULL || !g_uuid_string_is_valid (id))
    {
      set_nonsense (error, kind_name);
      return NULL;
    }
  item = mn_item_new_with_id (kind, id);
  if (!read_values (item, values, error) || !read_rich_values (item, rich, error) ||
      !read_slots (item, slots, depth, error))
    return NULL;
  read_foreign (item, foreign);
  return g_steal_pointer (&item);
}

/**
 * mn_item_from_variant:
 * @variant: what mn_item_to_variant() gave, from wherever it has been since
 * @error: %MN_ERROR_FORMAT or %MN_ERROR_VALUE
 *
 * Returns: (transfer full) (nullable): the item, standing in no document
 */
MnItem *
mn_item_from_variant (GVariant *variant, GError **error)
{
  return read_item (variant, 0, error);
}
