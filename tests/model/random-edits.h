#pragma once

/* Edits of every sort, made by a number: the same seed makes the same stream. */

#include "mn-session.h"

typedef struct
{
  GRand   *rand;
  MnItem  *parent; /* borrowed: where items come and go */
  MnItem  *general;
  gboolean grouped;
} RandomEdits;

/* Accents that meet letters, marks, paragraphs: what typing leaves behind. */
static const char *const random_words[] = {
  "Đồng chí ", "e", "\xcc\x81", "a\xcc\x82", "một\nhai", "", " ", "kết luận số 5-KL/TU",
};

static G_GNUC_UNUSED MnItem *
random_item (RandomEdits *self)
{
  guint n = mn_item_get_n_children (self->parent, "proposals");

  return n > 0 ? mn_item_get_child (self->parent, "proposals",
                                    (guint) g_rand_int_range (self->rand, 0, (int) n))
               : NULL;
}

static G_GNUC_UNUSED MnText *
random_text (RandomEdits *self)
{
  g_autoptr (MnText) text = mn_text_new (
      random_words[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (random_words))]);

  return mn_text_mark (text, 0, mn_text_get_length (text),
                       (MnMarks) g_rand_int_range (self->rand, 0, 4), MN_MARK_NONE);
}

static G_GNUC_UNUSED void
random_splice (RandomEdits *self, MnDocument *document, MnItem *item, const char *field)
{
  const MnField     *description = mn_kind_find_field (mn_item_get_kind (item), field);
  gboolean           is_rich = description->type == MN_FIELD_RICH;
  g_autoptr (MnText) inserted = random_text (self);
  g_autoptr (MnText) now = NULL;
  guint              length, position, n_removed = 0;

  if (is_rich && mn_item_get_rich (item, field) != NULL)
    now = mn_text_ref (mn_item_get_rich (item, field));
  else
    now = mn_text_new (is_rich ? NULL : mn_item_get (item, field));
  length = mn_text_get_length (now);
  position = (guint) g_rand_int_range (self->rand, 0, (int) length + 1);
  if (g_rand_boolean (self->rand))
    n_removed = (guint) g_rand_int_range (self->rand, 0, (int) MIN (5, length - position) + 1);
  mn_document_splice (document, item, field, position, n_removed, inserted, NULL);
}

static G_GNUC_UNUSED void
random_insert (RandomEdits *self, MnDocument *document)
{
  char               id[37];
  g_autoptr (MnItem) item = NULL;
  const MnSlot      *slot = mn_kind_find_slot (mn_item_get_kind (self->parent), "proposals");

  g_snprintf (id, sizeof id, "%08x-%04x-4%03x-8%03x-%08x%04x", g_rand_int (self->rand),
              g_rand_int (self->rand) & 0xffff, g_rand_int (self->rand) & 0xfff,
              g_rand_int (self->rand) & 0xfff, g_rand_int (self->rand),
              g_rand_int (self->rand) & 0xffff);
  item = mn_item_new_with_id (slot->kind, id);
  mn_document_insert (document, self->parent, "proposals",
                      (guint) g_rand_int_range (self->rand, 0, 5), item, NULL);
}

static G_GNUC_UNUSED void
random_group (RandomEdits *self, MnDocument *document)
{
  if (self->grouped)
    mn_document_end (document);
  else
    mn_document_begin (document, "group");
  self->grouped = !self->grouped;
}

/* The rich field of proposals that the stream writes in. */
static G_GNUC_UNUSED const char *
random_rich_field (MnItem *item)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    if (field->type == MN_FIELD_RICH)
      return field->name;
  g_assert_not_reached ();
}

static G_GNUC_UNUSED void
random_edit (RandomEdits *self, MnDocument *document)
{
  MnItem *item = random_item (self);
  guint   what = (guint) g_rand_int_range (self->rand, 0, 20);
  guint   to = (guint) g_rand_int_range (self->rand, 0, 4);

  if (what < 2 || item == NULL)
    random_insert (self, document);
  else if (what == 2)
    mn_document_remove (document, item, NULL);
  else if (what == 3)
    mn_document_move (document, item,
                      MIN (to, mn_item_get_n_children (self->parent, "proposals") - 1), NULL);
  else if (what < 6)
    mn_document_set (document, self->general, "title", random_words[to], NULL);
  else if (what == 6)
    random_group (self, document);
  else if (what == 7)
    mn_document_undo (document);
  else if (what == 8)
    mn_document_redo (document);
  else if (what == 9)
    mn_document_break_typing (document);
  else if (what < 13)
    random_splice (self, document, self->general, "title");
  else
    random_splice (self, document, item, random_rich_field (item));
}

static G_GNUC_UNUSED void
random_begin (RandomEdits *self, MnDocument *document, guint32 seed)
{
  MnItem *root = mn_document_get_root (document);

  self->rand = g_rand_new_with_seed (seed);
  self->parent = mn_session_get_record (root);
  self->general = mn_session_get_general (root);
  self->grouped = FALSE;
}

static G_GNUC_UNUSED void
random_end (RandomEdits *self, MnDocument *document)
{
  if (self->grouped)
    mn_document_end (document);
  g_rand_free (self->rand);
}
