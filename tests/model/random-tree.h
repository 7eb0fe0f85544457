#pragma once

/* Versions of a session, changed by a number: the same seed makes the same tree. */

#include "mn-session.h"

typedef struct
{
  GRand      *rand;
  MnDocument *document;
  GPtrArray  *items; /* of all items of the document, borrowed */
} RandomTree;

static gboolean
note_item (MnItem *item, gpointer items)
{
  g_ptr_array_add (items, item);
  return TRUE;
}

static MnItem *
any_item (RandomTree *self)
{
  g_ptr_array_set_size (self->items, 0);
  mn_item_walk (mn_document_get_root (self->document), note_item, self->items);
  return self->items->pdata[g_rand_int_range (self->rand, 0, (int) self->items->len)];
}

static guint
below (RandomTree *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (int) n);
}

/* Paragraphs, points, marks and accents. */
static MnText *
any_text (RandomTree *self)
{
  static const char *const words[] = { "Đồng chí", "kết luận số 5-KL/TU", "một\nhai\nba",
                                       "a",        "Đồng chí Chủ tịch",   "" };
  g_autoptr (MnText)       plain = mn_text_new (words[below (self, G_N_ELEMENTS (words))]);
  guint                    start = below (self, mn_text_get_length (plain) + 1);
  g_autoptr (MnText)       marked = mn_text_mark (plain, start, mn_text_get_length (plain) - start,
                                                  (MnMarks) below (self, 4), MN_MARK_NONE);
  guint                    last = mn_text_get_n_paragraphs (marked) - 1;

  return mn_text_style (marked, below (self, last + 1), last, (MnParagraphStyle) below (self, 3),
                        1 + below (self, 3));
}

static void
set_field (RandomTree *self, MnItem *item, const MnField *field)
{
  g_autoptr (MnText) text = any_text (self);
  guint              n = 0;

  switch (field->type)
    {
    case MN_FIELD_RICH:
      mn_document_set_rich (self->document, item, field->name, text, NULL);
      break;
    case MN_FIELD_TEXT:
      mn_document_set (self->document, item, field->name, mn_text_get_plain (text), NULL);
      break;
    case MN_FIELD_ENUM:
      while (field->values[n].nick != NULL)
        n++;
      mn_document_set (self->document, item, field->name, field->values[below (self, n)].nick,
                       NULL);
      break;
    case MN_FIELD_REF:
    case MN_FIELD_REFS:
    case MN_FIELD_ID:
      mn_document_set (self->document, item, field->name, mn_item_get_id (any_item (self)), NULL);
      break;
    case MN_FIELD_INTEGER:
    case MN_FIELD_DECIMAL:
      mn_document_set (self->document, item, field->name, below (self, 2) ? "7" : "", NULL);
      break;
    case MN_FIELD_BOOLEAN:
    case MN_FIELD_DATE:
    case MN_FIELD_TIME:
    case MN_FIELD_MOMENT:
    default:
      mn_document_set (self->document, item, field->name, NULL, NULL);
    }
}

static void
change_field (RandomTree *self)
{
  MnItem *item = any_item (self);
  guint   n = mn_kind_get_n_fields (mn_item_get_kind (item));

  if (n > 0)
    set_field (self, item, &mn_item_get_kind (item)->fields[below (self, n)]);
}

static void
add_item (RandomTree *self)
{
  MnItem            *parent = any_item (self);
  guint              n = mn_kind_get_n_slots (mn_item_get_kind (parent));
  const MnSlot      *slot = n > 0 ? &mn_item_get_kind (parent)->slots[below (self, n)] : NULL;
  g_autoptr (MnItem) child = NULL;

  if (slot == NULL || slot->single)
    return;
  child = mn_item_new (slot->kind);
  mn_document_insert (self->document, parent, slot->name, below (self, 5), child, NULL);
}

static gboolean
is_above (MnItem *item, MnItem *other)
{
  for (; other != NULL; other = mn_item_get_parent (other))
    if (other == item)
      return TRUE;
  return FALSE;
}

/* To a list of the same sort that belongs to another item, with all below it. */
static void
carry_elsewhere (RandomTree *self, MnItem *item)
{
  MnItem       *parent = any_item (self);
  const MnSlot *slots = mn_item_get_kind (parent)->slots;

  for (guint i = 0; slots[i].name != NULL && !is_above (item, parent); i++)
    if (!slots[i].single && slots[i].kind == mn_item_get_kind (item))
      {
        g_autoptr (MnItem) copy = mn_item_copy (item, MN_COPY_SAME_IDS);

        mn_document_remove (self->document, item, NULL);
        mn_document_insert (self->document, parent, slots[i].name, below (self, 4), copy, NULL);
        return;
      }
}

static void
change_place (RandomTree *self)
{
  MnItem *item = any_item (self);
  guint   what = below (self, 4);

  if (mn_item_get_slot (item) == NULL || mn_item_get_slot (item)->single)
    return;
  if (what == 0)
    mn_document_remove (self->document, item, NULL);
  else if (what == 1)
    mn_document_move (self->document, item, below (self, 6), NULL);
  else
    carry_elsewhere (self, item);
}

/* Another version of @base after @n random changes. (transfer full) */
static G_GNUC_UNUSED MnItem *
random_version (MnItem *base, guint32 seed, guint n)
{
  g_autoptr (MnClock)    clock = mn_clock_new_fixed ("2026-04-15T08:00:00+07:00");
  g_autoptr (MnItem)     root = mn_item_copy (base, MN_COPY_SAME_IDS);
  g_autoptr (MnDocument) document = mn_document_new (root, clock);
  RandomTree             self = { g_rand_new_with_seed (seed), document, g_ptr_array_new () };
  MnItem                *version;

  for (guint i = 0; i < n; i++)
    {
      guint what = below (&self, 10);

      if (what < 3)
        add_item (&self);
      else if (what < 6)
        change_place (&self);
      else
        change_field (&self);
    }
  version = mn_item_copy (root, MN_COPY_SAME_IDS);
  g_ptr_array_set_size (self.items, 0);
  mn_item_walk (version, note_item, self.items);
  for (guint i = 0; i < n / 20; i++)
    mn_item_add_foreign (self.items->pdata[below (&self, self.items->len)], i % 3 ? NULL : "text",
                         i % 2 == 0,
                         i % 2 == 0 ? " x:a=\"1\"" : "<x:b xmlns:x=\"urn:x\">“'\"</x:b>");
  g_ptr_array_unref (self.items);
  g_rand_free (self.rand);
  return version;
}
