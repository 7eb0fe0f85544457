/* What other programs wrote into an item, as one string, so that an edit can carry it. */

#include <string.h>

#include "mn-item-private.h"

#define PARTS "a(sbs)" /* place or "", attribute, XML */

/** mn_item_has_same_foreign: whether both hold the same foreign parts in the same order. */
gboolean
mn_item_has_same_foreign (MnItem *self, MnItem *other)
{
  guint n = self->foreign != NULL ? self->foreign->len : 0;

  if (n != (other->foreign != NULL ? other->foreign->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      MnForeign *a = self->foreign->pdata[i], *b = other->foreign->pdata[i];

      if (a->attribute != b->attribute || g_strcmp0 (a->place, b->place) != 0 ||
          strcmp (a->xml, b->xml) != 0)
        return FALSE;
    }
  return TRUE;
}

/** mn_item_dup_foreign: (transfer full) (nullable): all foreign parts; %NULL for none. */
char *
mn_item_dup_foreign (MnItem *self)
{
  GVariantBuilder      builder;
  g_autoptr (GVariant) parts = NULL;

  if (self->foreign == NULL || self->foreign->len == 0)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (PARTS));
  for (guint i = 0; i < self->foreign->len; i++)
    {
      MnForeign *part = self->foreign->pdata[i];

      g_variant_builder_add (&builder, "(sbs)", part->place != NULL ? part->place : "",
                             part->attribute, part->xml);
    }
  parts = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (parts, FALSE);
}

/** mn_foreign_is_valid: whether mn_item_put_foreign() takes @parts. */
gboolean
mn_foreign_is_valid (const char *parts)
{
  g_autoptr (GVariant) variant = NULL;

  if (parts == NULL)
    return TRUE;
  variant = g_variant_parse (G_VARIANT_TYPE (PARTS), parts, NULL, NULL, NULL);
  return variant != NULL && g_variant_n_children (variant) > 0;
}

/** mn_item_put_foreign: puts what mn_item_dup_foreign() gave in the place of all there is. */
void
mn_item_put_foreign (MnItem *self, const char *parts)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantIter         iter;
  const char          *place, *xml;
  gboolean             attribute;

  g_clear_pointer (&self->foreign, g_ptr_array_unref);
  if (parts != NULL)
    variant = g_variant_parse (G_VARIANT_TYPE (PARTS), parts, NULL, NULL, NULL);
  if (variant == NULL)
    return;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&sb&s)", &place, &attribute, &xml))
    mn_item_add_foreign (self, *place != '\0' ? place : NULL, attribute, xml);
}
