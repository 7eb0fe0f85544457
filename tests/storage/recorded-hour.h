#pragma once

/* An hour at the keyboard, as edits: sentences letter by letter, with the letters that Telex puts
 * in place of others, slips that are taken back, items that come, move and go. The same seed makes
 * the same hour; one call is one press of a key. */

#include "mn-session.h"

typedef struct
{
  GRand      *rand;
  const char *sentence; /* where it goes on; NULL: a new one begins */
  const char *field;
  char        item[37];
  guint       position;
  gboolean    plain; /* the letter stands there without its mark */
  guint       n_keys;
} RecordedHour;

static const char *const hour_sentences[] = {
  "Đồng chí Bí thư kết luận: giao Văn phòng tổng hợp, báo cáo trước ngày 15/8. ",
  "Tỷ lệ giải ngân vốn đầu tư công đạt 62,4% kế hoạch, thấp hơn cùng kỳ. ",
  "Các chi bộ tiếp tục rà soát hộ nghèo, hộ cận nghèo; ưu tiên gia đình chính sách. ",
  "Đề nghị bổ sung 02 biên chế cho bộ phận một cửa. ",
};

static G_GNUC_UNUSED void
hour_begin (RecordedHour *self, guint32 seed)
{
  memset (self, 0, sizeof *self);
  self->rand = g_rand_new_with_seed (seed);
}

static G_GNUC_UNUSED void
hour_end (RecordedHour *self)
{
  g_rand_free (self->rand);
}

static guint
hour_choose (RecordedHour *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (int) n);
}

static void
hour_splice (RecordedHour *self,
             MnDocument   *document,
             guint         position,
             guint         n_removed,
             const char   *letters)
{
  g_autoptr (MnText) text = mn_text_new (letters);

  mn_document_splice (document, mn_document_find (document, self->item), self->field, position,
                      n_removed, text, NULL);
}

static MnItem *
hour_get_record (MnDocument *document)
{
  return mn_session_get_record (mn_document_get_root (document));
}

static void
hour_add_item (RecordedHour *self, MnDocument *document)
{
  g_autoptr (MnItem) item = NULL;

  g_snprintf (self->item, sizeof self->item, "%08x-%04x-4%03x-8%03x-%08x%04x",
              g_rand_int (self->rand), hour_choose (self, 0x10000), hour_choose (self, 0x1000),
              hour_choose (self, 0x1000), g_rand_int (self->rand), hour_choose (self, 0x10000));
  item = mn_item_new_with_id (mn_kind_find ("proposal"), self->item);
  mn_document_begin (document, "Add");
  mn_document_insert (document, hour_get_record (document), "proposals", G_MAXUINT, item, NULL);
  mn_document_set (document, mn_session_get_general (mn_document_get_root (document)), "theme",
                   self->item, NULL);
  mn_document_end (document);
}

/* Something else than typing; most of it begins a new sentence. */
static void
hour_do_other (RecordedHour *self, MnDocument *document)
{
  MnItem *record = hour_get_record (document);
  guint   n = mn_item_get_n_children (record, "proposals");
  MnItem *item = n > 0 ? mn_item_get_child (record, "proposals", hour_choose (self, n)) : NULL;

  switch (hour_choose (self, 8))
    {
    case 0:
      mn_document_undo (document);
      break;
    case 1:
      mn_document_redo (document);
      break;
    case 2:
      if (item != NULL)
        mn_document_move (document, item, hour_choose (self, n), NULL);
      break;
    case 3:
      if (item != NULL && n > 5)
        mn_document_remove (document, item, NULL);
      break;
    case 4:
      mn_document_break_typing (document);
      break;
    case 5:
      mn_clock_advance (mn_document_get_clock (document), 5000); /* someone speaks */
      break;
    default:
      hour_add_item (self, document);
    }
  self->sentence = NULL;
}

static void
hour_begin_sentence (RecordedHour *self, MnDocument *document)
{
  MnItem *record = hour_get_record (document);
  guint   n = mn_item_get_n_children (record, "proposals");

  if (n == 0)
    hour_add_item (self, document);
  else
    g_strlcpy (self->item,
               mn_item_get_id (mn_item_get_child (record, "proposals", hour_choose (self, n))),
               sizeof self->item);
  self->field = "text";
  self->position = 0;
  self->plain = FALSE;
  self->sentence = hour_sentences[hour_choose (self, G_N_ELEMENTS (hour_sentences))];
}

/* Telex: the letter comes first, its mark with the next key. */
static void
hour_type (RecordedHour *self, MnDocument *document)
{
  g_autofree char *letter = g_strndup (
      self->sentence, (gsize) (g_utf8_next_char (self->sentence) - self->sentence));
  g_autofree char *apart = g_utf8_normalize (letter, -1, G_NORMALIZE_NFD);

  if (!self->plain && strlen (apart) > 1 && g_ascii_isalpha (*apart))
    {
      apart[1] = '\0';
      hour_splice (self, document, self->position, 0, apart);
      self->plain = TRUE;
      return;
    }
  hour_splice (self, document, self->position, self->plain ? 1 : 0, letter);
  self->plain = FALSE;
  self->position++;
  self->sentence += strlen (letter);
}

/** hour_press: the next key. */
static G_GNUC_UNUSED void
hour_press (RecordedHour *self, MnDocument *document)
{
  guint what = hour_choose (self, 100);

  mn_clock_advance (mn_document_get_clock (document), 250);
  self->n_keys++;
  if (what == 0)
    hour_do_other (self, document);
  if (self->sentence == NULL || *self->sentence == '\0' ||
      mn_document_find (document, self->item) == NULL)
    hour_begin_sentence (self, document);
  if (what < 4 && self->position > 0 && !self->plain)
    hour_splice (self, document, --self->position, 1, ""); /* a slip */
  else
    hour_type (self, document);
}
