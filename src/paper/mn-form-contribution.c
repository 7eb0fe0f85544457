#include "mn-form-parts.h"

#include "mn-wording.h"

static gboolean
is_kind (MnItem *item, const char *kind)
{
  return g_strcmp0 (mn_item_get (item, "kind"), kind) == 0;
}

static gboolean
is_silent (MnItem *item)
{
  MnText *text = mn_item_get_rich (item, "text");

  return text == NULL || mn_text_is_empty (text);
}

/* "Đồng chí A, x, tham luận “…”" without the colon; "" where nobody is named. */
static char *
dup_speaker (MnComposer *self, MnItem *item)
{
  static const struct
  {
    const char *kind, *verb;
  } verbs[] = {
    { "paper", "trình bày tham luận" },
    { "direction", "phát biểu chỉ đạo" },
    { "question", "nêu câu hỏi" },
    { "answer", "trả lời, giải trình" },
  };
  g_autoptr (GPtrArray) speakers = mn_composer_list (self, item, "speaker");
  g_autofree char *who = mn_wording_parties (self, speakers, MN_PARTY_WITH_POST | MN_PARTY_SUBJECT);
  g_autofree char *title = mn_sentence_fragment (mn_item_get (item, "title"));
  GString         *words = g_string_new (*who != '\0' ? who : "Ý kiến phát biểu");
  gboolean         is_bare = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (is_kind (item, verbs[i].kind))
      {
        g_string_append_printf (words, " %s", verbs[i].verb);
        is_bare = FALSE;
      }
  if (is_bare && is_silent (item))
    g_string_append (words, " phát biểu ý kiến");
  if (*title != '\0' && is_kind (item, "paper"))
    g_string_append_printf (words, " “%s”", title);
  if (g_str_has_suffix (words->str, ","))
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static gboolean
is_one_plain (MnText *text)
{
  return text != NULL && mn_text_get_n_paragraphs (text) == 1 &&
         mn_text_get_paragraph (text, 0).style == MN_PARAGRAPH_PLAIN;
}

/* Nothing is told of what was said: that something was is told. */
static void
add_bare_contribution (MnComposer *self, MnItem *item, const char *speaker)
{
  g_autofree char *line = g_strconcat (speaker, ".", NULL);
  MnBlock         *block;

  if (mn_composer_find (self, item, "speaker") == NULL)
    return;
  block = mn_composer_add_string (self, MN_ROLE_BODY, item, line);
  mn_composer_label (block, "-");
  mn_composer_name_item (block, "contribution", item, NULL);
}

/* One paragraph goes on after the speaker's name; more stand below it as a heading. */
static void
add_contribution (MnComposer *self, MnItem *item)
{
  MnText          *text = mn_item_get_rich (item, "text");
  g_autofree char *speaker = dup_speaker (self, item);
  g_autofree char *who = mn_sentence_upper (speaker);
  g_autofree char *lead = g_strconcat (who, ":", NULL);
  MnBlock         *block;

  if (is_silent (item))
    {
      add_bare_contribution (self, item, who);
      return;
    }
  if (is_one_plain (text))
    {
      block = mn_composer_add_text (self, MN_ROLE_BODY, item,
                                    mn_sentence_text (lead, text, NULL, MN_SENTENCE_BEFORE_ITALIC));
      mn_composer_label (block, "-");
      mn_composer_name_item (block, "contribution", item, NULL);
      return;
    }
  block = mn_composer_add_string (self, MN_ROLE_HEADING_3, item, lead);
  block->keep_with_next = TRUE;
  mn_composer_name_item (block, "contribution", item, "speaker");
  block = mn_composer_add_text (self, MN_ROLE_BODY, item,
                                mn_sentence_text (NULL, text, NULL, MN_SENTENCE_PLAIN));
  mn_composer_name_item (block, "contribution", item, NULL);
}

/** mn_form_add_contributions: who said what. */
void
mn_form_add_contributions (MnComposer *self)
{
  guint n = mn_item_get_n_children (self->record, "contributions");

  for (guint i = 0; i < n; i++)
    add_contribution (self, mn_item_get_child (self->record, "contributions", i));
}
