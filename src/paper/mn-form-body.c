/* What stands before the body, how it ends, and what hangs on to it. */

#include "mn-form-parts.h"
#include "mn-official.h"
#include "mn-wording.h"

/* ---- legal bases ---------------------------------------------------------------------------- */

static void
add_basis (MnComposer *self, const MnText *bases, guint i, guint n)
{
  g_autofree char *paragraph = mn_text_dup_paragraph (bases, i);
  g_autofree char *basis = mn_sentence_fragment (paragraph);
  g_autofree char *line = NULL;
  g_autofree char *anchor = g_strdup_printf ("basis:%u", i + 1);
  const char      *start = basis;
  MnBlock         *block;

  while (*start == '-' || *start == ' ')
    start++;
  if (*start == '\0')
    return;
  line = g_strdup_printf ("%s%s%s", mn_composer_get_word (self, MN_WORD_BASIS), start,
                          i + 1 < n ? ";" : ".");
  block = mn_composer_add_string (self, MN_ROLE_BASIS, self->document, line);
  mn_composer_name (block, anchor);
}

/** mn_form_add_bases: each a paragraph that ends with a semicolon, the last with a full stop; with
 * a dash in the Party's papers, in italics in the State's. */
void
mn_form_add_bases (MnComposer *self)
{
  MnText *bases = self->document != NULL ? mn_item_get_rich (self->document, "bases") : NULL;
  guint   n = bases != NULL ? mn_text_get_n_paragraphs (bases) : 0;

  for (guint i = 0; i < n; i++)
    add_basis (self, bases, i, n);
}

/* ---- end ------------------------------------------------------------------------------------ */

static gboolean
ends_body (const MnBlock *block)
{
  return block->kind == MN_BLOCK_PARAGRAPH && block->text != NULL &&
         (block->role == MN_ROLE_BODY || block->role == MN_ROLE_OPENING_ITEM);
}

/* A full stop becomes the family's end. */
static void
close_paragraph (MnComposer *self, MnBlock *last)
{
  const char        *end = mn_composer_get_word (self, MN_WORD_END);
  g_autoptr (MnText) stop = mn_text_new (end);
  MnText            *closed;
  guint              length;

  if (g_str_equal (end, ".") || !g_str_has_suffix (mn_text_get_plain (last->text), "."))
    return;
  length = mn_text_get_length (last->text);
  closed = mn_text_splice (last->text, length - 1, 1, stop);
  mn_text_unref (last->text);
  last->text = closed;
}

/**
 * mn_form_close_body:
 *
 * The last full stop of the body is "./." in papers of the State (Phụ lục III), and stays a full
 * stop in the Party's (HD 05, ô 6).
 */
void
mn_form_close_body (MnComposer *self)
{
  MnBlock *last = self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1] : NULL;

  self->body_end = self->blocks->len;
  if (last != NULL && ends_body (last))
    close_paragraph (self, last);
}

/* ---- appendices ----------------------------------------------------------------------------- */

/* "Thông báo số 07-TB/TU, ngày 05/02/2026 của Tỉnh uỷ Sông Ngân"; the paper that it belongs to, as
 * it is cited. */
static char *
dup_citation (MnComposer *self)
{
  g_autofree char *number = mn_form_dup_number (self);
  g_autofree char *issuer = mn_form_dup_issuing_body (self);
  GString         *words = g_string_new (mn_form_get_kind (self));
  GDate            date;

  g_string_append_printf (words, " số%s", number);
  if (self->document != NULL && mn_item_get_date (self->document, "date", &date))
    {
      g_autofree char *day = mn_official_date_short (&date);

      g_string_append_printf (words, "%s%s", mn_wording_of_day (self), day);
    }
  if (*issuer != '\0')
    g_string_append_printf (words, " của %s", issuer);
  return g_string_free (words, FALSE);
}

/* Arabic with the Party (HD 05), Roman with the State (NĐ 30, Phụ lục I, III.1); the only one bears
 * no number. */
static char *
dup_appendix_label (MnComposer *self, guint number, guint n)
{
  GString         *label = g_string_new (mn_composer_get_word (self, MN_WORD_APPENDIX));
  g_autofree char *sign = mn_composer_is_state (self) ? mn_official_roman (number)
                                                      : g_strdup_printf ("%u", number);

  g_string_replace (label, " %n", n > 1 ? MN_NBSP "%n" : "", 1);
  g_string_replace (label, "%n", sign, 1);
  return g_string_free (label, FALSE);
}

static void
add_appendix_text (MnComposer *self, MnItem *appendix, MnText *text)
{
  MnBlock *block = mn_composer_add_text (self, MN_ROLE_BODY, NULL,
                                         mn_sentence_text (NULL, text, NULL, MN_SENTENCE_PLAIN));

  block->level = 0;
  mn_composer_name_item (block, "appendix", appendix, NULL);
  close_paragraph (self, block);
}

static void
add_appendix (MnComposer *self, MnItem *appendix, guint number, guint n)
{
  MnBlock         *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);
  g_autofree char *label = dup_appendix_label (self, number, n);
  g_autofree char *title = mn_sentence_fragment (mn_item_get (appendix, "title"));
  g_autofree char *citation = dup_citation (self);
  g_autofree char *of = mn_composer_dup_word (self, MN_WORD_APPENDIX_OF, citation);
  MnText          *text = mn_item_get_rich (appendix, "text");

  section->own_numbers = TRUE;
  mn_composer_add (self, section);
  mn_composer_add_string (self, MN_ROLE_APPENDIX, appendix, label)->outline = 1;
  if (*title != '\0')
    mn_composer_add_string (self, MN_ROLE_APPENDIX_TITLE, appendix, title);
  mn_composer_add_string (self, MN_ROLE_APPENDIX_OF, NULL, of);
  mn_form_add_separator (self, MN_ROLE_APPENDIX_OF);
  if (text != NULL && !mn_text_is_empty (text))
    add_appendix_text (self, appendix, text);
  mn_form_add_pictures (self, appendix);
}

/** mn_form_add_appendices: each begins a page of its own and is numbered on its own. */
void
mn_form_add_appendices (MnComposer *self)
{
  guint n = self->document != NULL ? mn_item_get_n_children (self->document, "appendices") : 0;

  for (guint i = 0; i < n; i++)
    add_appendix (self, mn_item_get_child (self->document, "appendices", i), i + 1, n);
}
