#include "mn-form-parts.h"

#include "mn-official.h"
#include "mn-wording.h"

/* ---- answers -------------------------------------------------------------------------------- */

/* What a disposition says where nobody wrote it out. */
static const char *
get_disposition_words (MnItem *answer)
{
  static const struct
  {
    const char *nick, *words;
  } dispositions[] = {
    { "agreed", "thống nhất với kiến nghị, đề xuất" },
    { "assigned", "thống nhất giao nghiên cứu, tham mưu" },
    { "forwarded", "chuyển cơ quan có thẩm quyền xem xét, giải quyết" },
    { "explained", "đã giải trình, cung cấp thông tin" },
    { "not-agreed", "chưa thống nhất với kiến nghị, đề xuất" },
  };
  const char *nick = mn_item_get (answer, "disposition");

  for (guint i = 0; i < G_N_ELEMENTS (dispositions); i++)
    if (g_strcmp0 (nick, dispositions[i].nick) == 0)
      return dispositions[i].words;
  return "";
}

/* "giao Sở Nội vụ nghiên cứu, tham mưu" for those who are named. */
static char *
dup_disposition (MnComposer *self, MnItem *answer)
{
  g_autoptr (GPtrArray) leads = mn_composer_list (self, answer, "leads");
  g_autofree char      *who = mn_wording_parties (self, leads, MN_PARTY_WITH_AND);
  const char           *nick = mn_item_get (answer, "disposition");

  if (*who == '\0')
    return g_strdup (get_disposition_words (answer));
  if (g_strcmp0 (nick, "forwarded") == 0)
    return g_strdup_printf ("chuyển %s xem xét, giải quyết theo thẩm quyền", who);
  if (g_strcmp0 (nick, "agreed") == 0)
    return g_strdup_printf ("thống nhất với kiến nghị, đề xuất; giao %s thực hiện", who);
  return g_strdup_printf ("giao %s nghiên cứu, tham mưu", who);
}

static gboolean
says_all (MnComposer *self, const char *text, MnItem *item, const char *field)
{
  g_autoptr (GPtrArray) parties = mn_composer_list (self, item, field);

  for (guint i = 0; i < parties->len; i++)
    {
      const char *name = mn_item_get (parties->pdata[i], "name");

      if (name != NULL && !mn_sentence_says (text, name))
        return FALSE;
    }
  return TRUE;
}

/* Not agreed to is the one disposition that words without it may hide. */
static gboolean
needs_refusal (MnItem *answer, const char *said)
{
  return g_strcmp0 (mn_item_get (answer, "disposition"), "not-agreed") == 0 &&
         !mn_sentence_says (said, "không") && !mn_sentence_says (said, "chưa");
}

/* What goes on after the words of the answer: who was charged, until when, by which document. */
static char *
dup_tail (MnComposer *self, MnItem *answer, const char *said)
{
  const char      *nick = mn_item_get (answer, "disposition");
  GString         *tail = g_string_new (NULL);
  g_autofree char *document = mn_sentence_fragment (mn_item_get (answer, "document"));
  GDate            date;

  if (*said != '\0' && (g_strcmp0 (nick, "assigned") == 0 || g_strcmp0 (nick, "forwarded") == 0) &&
      !says_all (self, said, answer, "leads"))
    {
      g_autofree char *words = dup_disposition (self, answer);

      g_string_append_printf (tail, "; %s", words);
    }
  if (mn_item_get_date (answer, "deadline", &date) && !mn_wording_says_day (said, &date))
    {
      g_autofree char *day = mn_official_date_short (&date);

      g_string_append_printf (tail, "; hoàn thành trước ngày %s", day);
    }
  if (*document != '\0' && !mn_sentence_says (said, document))
    g_string_append_printf (tail, " (%s)", document);
  return g_string_free (tail, FALSE);
}

/**
 * mn_form_answer_text:
 * @before: (nullable): words that lead into the answer, ending with a colon
 * @flags: MN_SENTENCE_IN_POINT where the answer stands behind a dash
 *
 * The answer's own words with what its fields say besides, else what its disposition means.
 */
MnText *
mn_form_answer_text (MnComposer *self, MnItem *answer, const char *before, MnSentenceFlags flags)
{
  MnText            *text = mn_item_get_rich (answer, "text");
  const char        *said = text != NULL ? mn_text_get_plain (text) : "";
  g_autofree char   *tail = dup_tail (self, answer, said);
  g_autofree char   *words = NULL;
  g_autofree char   *lead = NULL;
  g_autoptr (MnText) own = NULL;

  if (*said != '\0' && needs_refusal (answer, said))
    {
      lead = g_strconcat (before != NULL ? before : "", before != NULL ? " " : "",
                          "Chưa thống nhất.", NULL);
      return mn_sentence_text (lead, text, tail, flags);
    }
  if (*said != '\0')
    return mn_sentence_text (before, text, tail, flags);
  words = dup_disposition (self, answer);
  if (*words == '\0')
    return mn_text_new ("");
  lead = mn_sentence_upper (words);
  own = mn_text_new (lead);
  return mn_sentence_text (before, own, tail, flags);
}

static void
add_answer (MnComposer *self, MnItem *answer)
{
  g_autoptr (GPtrArray) answerers = mn_composer_list (self, answer, "answerers");
  g_autofree char      *who = mn_wording_parties (self, answerers,
                                                  MN_PARTY_WITH_POST | MN_PARTY_SUBJECT);
  g_autofree char      *upper = mn_sentence_upper (who);
  g_autofree char      *lead = NULL;
  g_autoptr (MnText)    text = NULL;
  MnBlock              *block;

  lead = *upper != '\0' ? g_strdup_printf ("%s trả lời:", upper) : g_strdup ("Trả lời:");
  text = mn_form_answer_text (self, answer, lead, MN_SENTENCE_IN_POINT);
  if (mn_text_is_empty (text))
    return;
  block = mn_composer_add_text (self, MN_ROLE_BODY, NULL, g_steal_pointer (&text));
  mn_composer_label (block, "-");
  mn_composer_name_item (block, "answer", answer, NULL);
}

/* ---- proposals ------------------------------------------------------------------------------ */

/* "Hội Nông dân tỉnh kiến nghị Ủy ban nhân dân tỉnh (lĩnh vực đất đai):" */
static char *
dup_lead (MnComposer *self, MnItem *proposal)
{
  g_autoptr (GPtrArray) proposers = mn_composer_list (self, proposal, "proposers");
  g_autoptr (GPtrArray) addressees = mn_composer_list (self, proposal, "addressees");
  g_autofree char      *who = mn_wording_parties (self, proposers,
                                                  MN_PARTY_WITH_POST | MN_PARTY_SUBJECT);
  g_autofree char      *whom = mn_wording_parties (self, addressees, MN_PARTY_WITH_AND);
  g_autofree char      *area = mn_sentence_fragment (mn_item_get (proposal, "area"));
  g_autofree char      *field = mn_sentence_lower (area);
  GString              *words = g_string_new (NULL);
  g_autofree char      *line = NULL;

  if (*who != '\0')
    g_string_append_printf (words, "%s %s", who,
                            *whom != '\0' ? "kiến nghị " : "kiến nghị, đề xuất");
  else
    g_string_append (words, *whom != '\0' ? "kiến nghị với " : "kiến nghị, đề xuất");
  g_string_append (words, whom);
  if (*field != '\0')
    g_string_append_printf (words, " (lĩnh vực %s)", field);
  g_string_append_c (words, ':');
  line = g_string_free (words, FALSE);
  return mn_sentence_upper (line);
}

static void
add_proposal (MnComposer *self, MnItem *proposal, guint *number)
{
  g_autofree char *lead = dup_lead (self, proposal);
  g_autofree char *beyond = mn_sentence_fragment (mn_item_get (proposal, "beyond"));
  g_autofree char *after = *beyond != '\0' ? g_strdup_printf (" (vượt thẩm quyền của %s)", beyond)
                                           : g_strdup ("");
  g_autofree char *label = g_strdup_printf ("(%u)", *number);
  MnBlock         *block;
  guint            n = mn_item_get_n_children (proposal, "answers");

  block = mn_composer_add_text (
      self, MN_ROLE_BODY, NULL,
      mn_sentence_text (lead, mn_item_get_rich (proposal, "text"), after, MN_SENTENCE_PLAIN));
  mn_composer_name_item (block, "proposal", proposal, NULL);
  mn_composer_label (block, label);
  if (!mn_composer_is_removed (self, "proposal", proposal))
    (*number)++;
  for (guint i = 0; i < n; i++)
    add_answer (self, mn_item_get_child (proposal, "answers", i));
}

/** mn_form_add_proposals: who proposed what to whom, each with its answers. */
void
mn_form_add_proposals (MnComposer *self)
{
  guint n = mn_item_get_n_children (self->record, "proposals");
  guint number = 1;

  for (guint i = 0; i < n; i++)
    {
      MnItem *proposal = mn_item_get_child (self->record, "proposals", i);

      if (!mn_item_is_empty (proposal))
        add_proposal (self, proposal, &number);
    }
}
