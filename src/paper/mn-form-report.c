#include "mn-form-parts.h"

#include "mn-wording.h"

/* ---- who reports what ----------------------------------------------------------------------- */

/* "Đồng chí A, x, thay mặt Hội Nông dân tỉnh" */
static char *
dup_reporters (MnComposer *self, MnItem *report)
{
  g_autoptr (GPtrArray) reporters = mn_composer_list (self, report, "reporters");
  g_autoptr (GPtrArray) bodies = mn_composer_list (self, report, "bodies");
  g_autofree char      *who = mn_wording_parties (self, reporters,
                                                  MN_PARTY_WITH_POST | MN_PARTY_SUBJECT);
  g_autofree char      *whose = mn_wording_parties (self, bodies, MN_PARTY_WITH_AND);

  if (*who == '\0')
    return g_steal_pointer (&whose);
  if (*whose == '\0' || mn_sentence_says (who, whose))
    return g_steal_pointer (&who);
  return g_strdup_printf ("%s%s thay mặt %s,", who, g_str_has_suffix (who, ",") ? "" : ",", whose);
}

/* The title says what is presented, not only what it is about. */
static gboolean
is_named (const char *title)
{
  static const char *const heads[] = { "Báo cáo", "Tham luận", "Tờ trình",    "Đề án",
                                       "Dự thảo", "Kế hoạch",  "Chương trình" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (mn_sentence_begins (title, heads[i]))
      return TRUE;
  return FALSE;
}

/* "báo cáo kết quả … quý II/2026" */
static char *
dup_title (MnItem *report)
{
  g_autofree char *title = mn_sentence_fragment (mn_item_get (report, "title"));
  g_autofree char *period = mn_sentence_fragment (mn_item_get (report, "period"));
  g_autofree char *lower = mn_sentence_lower (title);
  g_autofree char *when = mn_sentence_lower (period);
  GString         *words = g_string_new (is_named (title) ? "" : "báo cáo");

  if (*lower != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", lower);
  if (*when != '\0' && !mn_sentence_says (words->str, when))
    g_string_append_printf (words, " (%s)", when);
  return g_string_free (words, FALSE);
}

/* The sentence without its stop. */
static char *
dup_lead (MnComposer *self, MnItem *report)
{
  g_autofree char *who = dup_reporters (self, report);
  g_autofree char *title = dup_title (report);
  g_autofree char *line = NULL;
  g_autofree char *own = g_strdup_printf (" của %s", who);
  GString         *words = g_string_new (title);

  g_string_replace (words, own, "", 0); /* "Hội Nông dân tỉnh" presents its own report */
  g_free (title);
  title = g_string_free (words, FALSE);
  if (*who == '\0')
    line = g_strdup (title);
  else
    line = g_strdup_printf ("%s trình bày %s", who, title);
  return mn_sentence_upper (line);
}

/* ---- reports -------------------------------------------------------------------------------- */

static void
add_words (MnComposer *self, MnItem *report, const char *field, const char *lead)
{
  MnText  *text = mn_item_get_rich (report, field);
  MnBlock *block;

  if (text == NULL || mn_text_is_empty (text))
    return;
  block = mn_composer_add_text (
      self, MN_ROLE_BODY, report,
      mn_sentence_text (lead, text, NULL, MN_SENTENCE_BEFORE_ITALIC | MN_SENTENCE_IN_POINT));
  mn_composer_label (block, "-");
  mn_composer_name_item (block, "report", report, field);
}

static void
add_carried (MnComposer *self, MnItem *report)
{
  g_autoptr (GPtrArray) carried = mn_composer_list (self, report, "carries");
  g_autofree char      *line = NULL;
  MnBlock              *block;

  if (carried->len == 0)
    return;
  line = g_strdup_printf ("Báo cáo tổng hợp, chuyển đến %s %02u kiến nghị, đề xuất.", self->noun,
                          carried->len);
  block = mn_composer_add_string (self, MN_ROLE_BODY, report, line);
  mn_composer_label (block, "-");
  mn_composer_name_item (block, "report", report, "carries");
}

static void
add_report (MnComposer *self, MnItem *report)
{
  g_autofree char *lead = dup_lead (self, report);
  guint            before = self->blocks->len;
  MnBlock         *block = mn_composer_add_string (self, MN_ROLE_HEADING_3, report, lead);
  g_autofree char *line = NULL;

  mn_composer_name_item (block, "report", report, NULL);
  add_words (self, report, "results", "Kết quả:");
  mn_form_add_indicators (self, report);
  add_words (self, report, "difficulties", "Khó khăn, hạn chế:");
  add_words (self, report, "causes", "Nguyên nhân:");
  add_carried (self, report);
  /* A report of which nothing is told is a plain sentence, else it leads what follows. */
  block->role = self->blocks->len > before + 1 ? MN_ROLE_HEADING_3 : MN_ROLE_BODY;
  block->keep_with_next = block->role == MN_ROLE_HEADING_3;
  line = g_strconcat (lead, block->keep_with_next ? ":" : ".", NULL);
  mn_text_unref (block->text);
  block->text = mn_text_new (line);
  if (!block->keep_with_next)
    mn_composer_label (block, "-");
}

void
mn_form_add_reports (MnComposer *self)
{
  guint n = mn_item_get_n_children (self->record, "reports");

  for (guint i = 0; i < n; i++)
    {
      MnItem *report = mn_item_get_child (self->record, "reports", i);

      if (!mn_item_is_empty (report))
        add_report (self, report);
    }
}
