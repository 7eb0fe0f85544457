#include "mn-form-parts.h"

#include <string.h>

#include "mn-official.h"
#include "mn-wording.h"

/* ---- agenda --------------------------------------------------------------------------------- */

static gboolean
is_kind (MnItem *item, const char *kind)
{
  return g_strcmp0 (mn_item_get (item, "kind"), kind) == 0;
}

/* "Báo cáo kết quả … (Văn phòng Tỉnh ủy trình bày)" */
static char *
dup_agenda_line (MnComposer *self, MnItem *point)
{
  g_autofree char      *title = mn_sentence_fragment (mn_item_get (point, "title"));
  g_autoptr (GPtrArray) presenters = mn_composer_list (self, point, "presenters");
  g_autofree char      *who = mn_wording_parties (presenters, MN_PARTY_NAME_ONLY);
  gboolean              bare = is_kind (point, "opening") || is_kind (point, "conclusion") ||
                  is_kind (point, "discussion") || is_kind (point, "vote");

  if (*title == '\0' || *who == '\0')
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s (%s%s)", title, who, bare ? "" : " trình bày");
}

static void
add_agenda_points (MnComposer *self, MnItem *parent, const char *slot, guint depth)
{
  guint n = mn_item_get_n_children (parent, slot);

  for (guint i = 0; i < n; i++)
    {
      MnItem          *point = mn_item_get_child (parent, slot, i);
      g_autofree char *line = dup_agenda_line (self, point);
      g_autofree char *sentence = mn_sentence_finish (line);

      if (*sentence != '\0')
        {
          MnBlock *block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, sentence);

          mn_composer_name_item (block, "agenda", point, NULL);
          mn_composer_label (block, depth == 0 ? "-" : "+");
        }
      add_agenda_points (self, point, "points", depth + 1);
    }
}

static void
add_agenda (MnComposer *self)
{
  add_agenda_points (self, self->record, "agenda", 0);
}

/* Without a theme the titles stand in the opening items already; then only more than titles is
 * worth a list. */
static gboolean
has_agenda (MnComposer *self)
{
  guint    n = mn_item_get_n_children (self->record, "agenda");
  gboolean theme = mn_item_get (self->general, "theme") != NULL;

  for (guint i = 0; i < n; i++)
    {
      MnItem *point = mn_item_get_child (self->record, "agenda", i);

      if (mn_item_get (point, "title") == NULL)
        continue;
      if (theme || mn_item_get (point, "presenters") != NULL ||
          mn_item_get_n_children (point, "points") > 0)
        return TRUE;
    }
  return FALSE;
}

/* ---- contributions -------------------------------------------------------------------------- */

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
  g_autofree char      *who = mn_wording_parties (speakers, MN_PARTY_WITH_POST | MN_PARTY_SUBJECT);
  g_autofree char      *title = mn_sentence_fragment (mn_item_get (item, "title"));
  GString              *words = g_string_new (*who != '\0' ? who : "Ý kiến phát biểu");
  gboolean              is_bare = TRUE;

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

static void
add_contributions (MnComposer *self)
{
  guint n = mn_item_get_n_children (self->record, "contributions");

  for (guint i = 0; i < n; i++)
    add_contribution (self, mn_item_get_child (self->record, "contributions", i));
}

/* ---- votes ---------------------------------------------------------------------------------- */

static gboolean
is_ballot (MnItem *vote)
{
  return g_strcmp0 (mn_item_get (vote, "method"), "secret-ballot") == 0;
}

static void
append_count (GString *words, MnItem *vote, const char *field, const char *label, gint64 whole)
{
  gint64           count = mn_item_get_integer (vote, field, 0);
  g_autofree char *percent = mn_wording_percent (count, whole);

  if (mn_item_get (vote, field) == NULL ||
      (count == 0 && strcmp (field, "invalid") == 0 && !is_ballot (vote)))
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append_printf (words, "%s %s%" G_GINT64_FORMAT, label,
                          count > 0 && count < 10 ? "0" : "", count);
  if (strcmp (field, "for") == 0 && whole > 0)
    g_string_append_printf (words, "/%02" G_GINT64_FORMAT, whole);
  if (*percent != '\0' && count > 0)
    g_string_append_printf (words, " (%s)", percent);
}

/* Out of those entitled, else out of those who voted. */
static gint64
count_voters (MnItem *vote)
{
  gint64 entitled = mn_item_get_integer (vote, "entitled", 0);

  if (entitled > 0)
    return entitled;
  return mn_item_get_integer (vote, "for", 0) + mn_item_get_integer (vote, "against", 0) +
         mn_item_get_integer (vote, "other", 0) + mn_item_get_integer (vote, "invalid", 0);
}

static char *
dup_counts (MnItem *vote)
{
  GString *words = g_string_new (NULL);
  gint64   whole = count_voters (vote);

  append_count (words, vote, "for", "tán thành", whole);
  append_count (words, vote, "against", "không tán thành", whole);
  append_count (words, vote, "other", "ý kiến khác", whole);
  append_count (words, vote, "invalid", "không hợp lệ", whole);
  return g_string_free (words, FALSE);
}

static const char *
get_method (MnItem *vote)
{
  static const struct
  {
    const char *nick, *words;
  } methods[] = {
    { "show-of-hands", "giơ tay" },
    { "secret-ballot", "bỏ phiếu kín" },
    { "electronic", "biểu quyết điện tử" },
    { "written", "xin ý kiến bằng văn bản" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (mn_item_get (vote, "method"), methods[i].nick) == 0)
      return methods[i].words;
  return NULL;
}

/* "Thông qua … (giơ tay): tán thành 14/15 (93,3%); không tán thành 01 (6,7%)." */
static void
add_vote (MnComposer *self, MnItem *vote)
{
  g_autofree char *subject = mn_sentence_fragment (mn_item_get (vote, "subject"));
  g_autofree char *upper = mn_sentence_upper (subject);
  g_autofree char *counts = dup_counts (vote);
  const char      *method = get_method (vote);
  GString         *line;
  MnBlock         *block;

  if (*subject == '\0' && *counts == '\0')
    return;
  line = g_string_new (*upper != '\0' ? upper : "Kết quả biểu quyết");
  if (method != NULL)
    g_string_append_printf (line, " (hình thức: %s)", method);
  if (*counts != '\0')
    g_string_append_printf (line, ": %s", counts);
  g_string_append_c (line, '.');
  block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line->str);
  mn_composer_name_item (block, "vote", vote, NULL);
  mn_composer_label (block, "-");
  g_string_free (line, TRUE);
}

void
mn_form_add_votes (MnComposer *self)
{
  guint n = mn_item_get_n_children (self->record, "votes");

  for (guint i = 0; i < n; i++)
    add_vote (self, mn_item_get_child (self->record, "votes", i));
}

/* ---- the sections --------------------------------------------------------------------------- */

typedef struct
{
  const char *agenda_kind; /* the kind of agenda item that calls for it */
  const char *anchor;
  const char *heading;
  const char *slot; /* of the record; it is left out while empty */
  void (*add) (MnComposer *self);
} Section;

static const Section sections[] = {
  { "opening", "heading:agenda", "Nội dung, chương trình", NULL, add_agenda },
  { "follow-up", "heading:follow-up", "Kết quả thực hiện các kết luận, chỉ đạo trước đó",
    "follow-ups", mn_form_add_follow_ups },
  { "report", "heading:reports", "Các báo cáo trình bày tại", "reports", mn_form_add_reports },
  { "discussion", "heading:contributions", "Ý kiến phát biểu, thảo luận", "contributions",
    add_contributions },
  { "proposals", "heading:proposals", "Kiến nghị, đề xuất", "proposals", mn_form_add_proposals },
  { "vote", "heading:votes", "Biểu quyết", "votes", mn_form_add_votes },
};

/* Where the agenda calls for the section; those it doesn't name follow in their usual order. */
static guint
get_rank (MnComposer *self, guint section)
{
  guint n = mn_item_get_n_children (self->record, "agenda");

  if (sections[section].slot == NULL)
    return 0;
  for (guint i = 0; i < n; i++)
    if (is_kind (mn_item_get_child (self->record, "agenda", i), sections[section].agenda_kind))
      return (i + 1) * G_N_ELEMENTS (sections) + section;
  return (n + 1) * G_N_ELEMENTS (sections) + section;
}

static void
order_sections (MnComposer *self, guint *order)
{
  guint ranks[G_N_ELEMENTS (sections)];

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      guint place = i;

      ranks[i] = get_rank (self, i);
      for (; place > 0 && ranks[order[place - 1]] > ranks[i]; place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
}

/* The heading is put before what the section added, and only if it added anything. */
static gboolean
add_section (MnComposer *self, const Section *section, guint number, guint part)
{
  g_autofree char *label = g_strdup_printf ("%u.%u.", number, part);
  g_autofree char *heading = g_str_has_suffix (section->heading, " tại") || section->slot == NULL
                                 ? g_strdup_printf ("%s %s", section->heading, self->noun)
                                 : g_strdup (section->heading);
  guint            before = self->blocks->len;

  if (section->slot != NULL ? mn_item_get_n_children (self->record, section->slot) == 0
                            : !has_agenda (self))
    return FALSE;
  mn_composer_add_heading (self, 2, label, section->anchor, heading);
  section->add (self);
  if (self->blocks->len > before + 1)
    return TRUE;
  g_ptr_array_set_size (self->blocks, (int) before);
  return FALSE;
}

/** mn_form_add_course: "2. Diễn biến hội nghị" in the order of the agenda. */
gboolean
mn_form_add_course (MnComposer *self, guint number)
{
  guint            order[G_N_ELEMENTS (sections)];
  guint            before = self->blocks->len;
  guint            part = 1;
  g_autofree char *label = g_strdup_printf ("%u.", number);
  g_autofree char *heading = g_strconcat ("Diễn biến ", self->noun, NULL);

  mn_composer_add_heading (self, 1, label, "heading:course", heading);
  order_sections (self, order);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (add_section (self, &sections[order[i]], number, part))
      part++;
  if (part > 1)
    return TRUE;
  g_ptr_array_set_size (self->blocks, (int) before);
  return FALSE;
}
