#include "mn-form-follow-up-report-private.h"
#include "mn-form-parts.h"
#include "mn-item-history.h"
#include "mn-said.h"
#include "mn-session.h"
#include "mn-wording.h"

/* The heir where it was handed on. */
char *
mn_follow_up_dup_lead (MnComposer *self, MnItem *item, const MnFormStatus *status)
{
  if (status->status.lead != NULL)
    return mn_sentence_fragment (status->status.lead);
  return mn_wording_cell (self, item, "leads");
}

MnText *
mn_follow_up_compose_content (MnItem *item)
{
  MnText          *text = mn_item_get_rich (item, "text");
  g_autofree char *heading = NULL;

  if ((text != NULL && !mn_text_is_empty (text)) || !mn_item_is (item, "point"))
    return mn_sentence_text (NULL, text, NULL, MN_SENTENCE_PLAIN);
  heading = mn_sentence_finish (mn_item_get (item, "heading"));
  return mn_text_new (heading);
}

/* "Thông báo số 07-TB/TU, ngày 05/02/2026" of the session that concluded it; "" while it has no
 * number. */
static char *
dup_notice (MnItem *session)
{
  g_autoptr (MnComposer) notice = mn_composer_new (MN_FORM_NOTICE, session);
  g_autofree char       *day = mn_form_dup_julian (mn_form_get_julian (notice->document, "date"));
  g_autofree char       *number = NULL;
  g_autofree char       *words = NULL;
  const char            *bare;

  if (notice->document == NULL || mn_item_get_integer (notice->document, "number", 0) < 1)
    return g_strdup ("");
  number = mn_form_dup_number (notice);
  for (bare = number; g_unichar_isspace (g_utf8_get_char (bare));)
    bare = g_utf8_next_char (bare);
  words = g_strdup_printf ("%s số %s%s%s", mn_form_get_kind (notice), bare,
                           *day != '\0' ? mn_wording_of_day (notice) : "", day);
  return mn_sentence_clean (words);
}

static const MnItemHistory *
find_history (MnComposer *self, MnItem *row)
{
  return self->input.histories != NULL
             ? g_hash_table_lookup (self->input.histories, mn_said_get_row_key (row))
             : NULL;
}

/* What the row says of where it comes from, else the notice of the session that it comes from. */
static char *
dup_row_document (MnComposer *self, MnItem *row)
{
  const MnItemHistory *history = find_history (self, row);
  g_autofree char     *document = mn_sentence_fragment (mn_item_get (row, "origin-document"));
  g_autofree char     *day = mn_form_dup_julian (mn_form_get_julian (row, "origin-date"));
  GString             *words;

  if (*document == '\0' && history != NULL && history->session != NULL)
    return dup_notice (history->session);
  words = g_string_new (document);
  if (*day != '\0' && !mn_sentence_says (document, day))
    g_string_append_printf (words, "%s%s",
                            *document != '\0' ? mn_wording_of_day (self) : "Kết luận ngày ", day);
  return g_string_free (words, FALSE);
}

/* "KL 5-2; Thông báo số …" */
char *
mn_follow_up_dup_document (MnComposer *self, MnItem *item)
{
  gboolean         is_row = mn_item_is (item, "follow-up");
  g_autofree char *own = is_row ? mn_item_dup_plain (item, "label")
                                : mn_session_dup_label (self->session, item);
  g_autofree char *label = mn_sentence_fragment (own);
  g_autofree char *document = is_row ? dup_row_document (self, item) : dup_notice (self->session);

  return g_strdup_printf ("%s%s%s", label, *label != '\0' && *document != '\0' ? "; " : "",
                          document);
}

static gboolean
is_regular (MnItem *item)
{
  return mn_item_is (item, "point") &&
         g_strcmp0 (mn_item_get (item, "deadline-kind"), "regularly") == 0;
}

char *
mn_follow_up_dup_deadline (MnItem *item, const MnFormStatus *status)
{
  g_autofree char *first = mn_form_dup_julian (status->deadline);
  g_autofree char *now = mn_form_dup_julian (status->status.deadline);
  g_autofree char *words = NULL;

  if (is_regular (item))
    return g_strdup ("Thường xuyên");
  if (*first != '\0' && status->deadline != status->status.deadline)
    return g_strdup_printf ("%s, điều chỉnh đến %s", first, now);
  if (*now != '\0' || !mn_item_is (item, "point"))
    return g_steal_pointer (&now);
  words = mn_sentence_fragment (mn_item_get (item, "deadline-words"));
  return mn_sentence_upper (words);
}

/* A task without a term isn't late, and says so. */
const char *
mn_follow_up_get_status_words (MnItem *item, const MnFormStatus *status)
{
  if (status->status.open && status->status.deadline == 0 && is_regular (item))
    return "Thực hiện thường xuyên";
  return mn_form_status_words (&status->status);
}

static void
append_sentence (GString *words, const char *before, const char *what)
{
  if (*what != '\0' && !mn_sentence_says (words->str, what))
    g_string_append_printf (words, "%s%s%s.", words->len > 0 ? " " : "", before, what);
}

static gboolean
is_of_row (MnItem *entry, MnItem *row)
{
  for (guint i = 0; i < mn_item_get_n_children (row, "entries"); i++)
    if (g_strcmp0 (mn_item_get_id (mn_item_get_child (row, "entries", i)),
                   mn_item_get_id (entry)) == 0)
      return TRUE;
  return FALSE;
}

/* What was said last, in full where the meeting itself wrote it down, with its evidence. */
MnText *
mn_follow_up_compose_result (MnItem *item, const MnFormStatus *status)
{
  MnText  *own = mn_item_is (item, "follow-up") ? mn_item_get_rich (item, "words") : NULL;
  gboolean use_own = own != NULL && !mn_text_is_empty (own) &&
                     (status->last == NULL || is_of_row (status->last, item));
  g_autofree char *last = mn_sentence_fragment (
      status->last != NULL && !use_own ? mn_item_get (status->last, "words") : NULL);
  g_autofree char *evidence = mn_sentence_fragment (
      status->last != NULL ? mn_item_get (status->last, "evidence") : NULL);
  g_autofree char *product = mn_sentence_fragment (
      mn_item_is (item, "point") ? mn_item_get (item, "product") : NULL);
  g_autofree char *tail = NULL;
  GString         *words;

  if (use_own)
    {
      tail = *evidence != '\0' ? g_strconcat ("; ", evidence, NULL) : NULL;
      return mn_sentence_text (NULL, own, tail, MN_SENTENCE_PLAIN);
    }
  words = g_string_new (NULL);
  append_sentence (words, "", last);
  append_sentence (words, "", evidence);
  append_sentence (words, "Sản phẩm: ", product);
  tail = g_string_free (words, FALSE);
  return mn_text_new (tail);
}

char *
mn_follow_up_dup_remarks (const MnFormStatus *status)
{
  GString *words = g_string_new (NULL);

  if (status->status.slips > 0)
    g_string_append_printf (words, "Lùi thời hạn %02u lần", status->status.slips);
  if (status->status.term == MN_TERM_OVERDUE || status->status.term == MN_TERM_LATE)
    g_string_append_printf (words, "%s %u ngày", words->len > 0 ? "; chậm" : "Chậm",
                            status->status.days_overdue);
  return g_string_free (words, FALSE);
}
