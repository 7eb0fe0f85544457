#include "mn-codec.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-error.h"

static gboolean
set_nonsense (GError **error, const char *what)
{
  g_set_error (error, MN_ERROR, MN_ERROR_FORMAT, _ ("A journal record is damaged (%s)"), what);
  return FALSE;
}

static GVariant *
wrap_text (MnText *text)
{
  return text != NULL ? g_variant_new_variant (mn_text_to_variant (text)) : NULL;
}

/** mn_edit_to_variant: of type %MN_CODEC_EDIT_TYPE. (transfer floating) */
GVariant *
mn_edit_to_variant (const MnEdit *edit)
{
  return g_variant_new (
      "(yssmsms@mv@mvuu@mv@mvss@mvb)", (guchar) edit->type, edit->item,
      edit->field != NULL ? edit->field : "", edit->before, edit->after,
      g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, wrap_text (edit->rich_before)),
      g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, wrap_text (edit->rich_after)), edit->position,
      edit->to, g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, wrap_text (edit->removed)),
      g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, wrap_text (edit->inserted)),
      edit->parent != NULL ? edit->parent : "", edit->slot != NULL ? edit->slot : "",
      g_variant_new_maybe (G_VARIANT_TYPE_VARIANT,
                           edit->snapshot != NULL
                               ? g_variant_new_variant (mn_item_to_variant (edit->snapshot))
                               : NULL),
      edit->binned);
}

/* A child of type "mv" as what is inside, or NULL for nothing. */
static GVariant *
unwrap (GVariant *tuple, gsize index)
{
  g_autoptr (GVariant) maybe = g_variant_get_child_value (tuple, index);
  g_autoptr (GVariant) variant = g_variant_get_maybe (maybe);

  return variant != NULL ? g_variant_get_variant (variant) : NULL;
}

static gboolean
unwrap_text (GVariant *tuple, gsize index, MnText **text, GError **error)
{
  g_autoptr (GVariant) value = unwrap (tuple, index);

  if (value == NULL)
    return TRUE;
  *text = mn_text_from_variant (value, error);
  return *text != NULL;
}

static gboolean
is_complete (const MnEdit *edit)
{
  switch (edit->type)
    {
    case MN_EDIT_SET:
      return edit->field != NULL;
    case MN_EDIT_SPLICE:
      return edit->field != NULL && edit->removed != NULL && edit->inserted != NULL;
    case MN_EDIT_INSERT:
    case MN_EDIT_REMOVE:
      return edit->parent != NULL && edit->slot != NULL && edit->snapshot != NULL &&
             strcmp (mn_item_get_id (edit->snapshot), edit->item) == 0;
    case MN_EDIT_MOVE:
      return edit->parent != NULL && edit->slot != NULL;
    case MN_EDIT_FOREIGN:
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
dup_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * mn_edit_from_variant:
 * @variant: what mn_edit_to_variant() gave, from wherever it has been since
 * @error: %MN_ERROR_FORMAT or %MN_ERROR_VALUE
 *
 * Returns: (transfer full) (nullable): an edit that has all that its type needs; whether it fits a
 *   document is for mn_document_replay() to say
 */
MnEdit *
mn_edit_from_variant (GVariant *variant, GError **error)
{
  g_autoptr (MnEdit)   edit = NULL;
  g_autoptr (GVariant) snapshot = NULL;
  guchar               type;
  const char          *item, *field, *parent, *slot;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (MN_CODEC_EDIT_TYPE)))
    {
      set_nonsense (error, "edit");
      return NULL;
    }
  g_variant_get_child (variant, 0, "y", &type);
  g_variant_get_child (variant, 1, "&s", &item);
  g_variant_get_child (variant, 2, "&s", &field);
  g_variant_get_child (variant, 11, "&s", &parent);
  g_variant_get_child (variant, 12, "&s", &slot);
  edit = mn_edit_new ((MnEditType) type, item);
  edit->field = dup_or_null (field);
  edit->parent = dup_or_null (parent);
  edit->slot = dup_or_null (slot);
  g_variant_get_child (variant, 3, "ms", &edit->before);
  g_variant_get_child (variant, 4, "ms", &edit->after);
  g_variant_get_child (variant, 7, "u", &edit->position);
  g_variant_get_child (variant, 8, "u", &edit->to);
  g_variant_get_child (variant, 14, "b", &edit->binned);
  snapshot = unwrap (variant, 13);
  if (!unwrap_text (variant, 5, &edit->rich_before, error) ||
      !unwrap_text (variant, 6, &edit->rich_after, error) ||
      !unwrap_text (variant, 9, &edit->removed, error) ||
      !unwrap_text (variant, 10, &edit->inserted, error))
    return NULL;
  if (snapshot != NULL && (edit->snapshot = mn_item_from_variant (snapshot, error)) == NULL)
    return NULL;
  if (!is_complete (edit))
    {
      set_nonsense (error, "edit");
      return NULL;
    }
  return g_steal_pointer (&edit);
}
