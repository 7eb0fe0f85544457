#include <string.h>

#include "mn-form-parts.h"
#include "mn-form-status.h"
#include "mn-form-table.h"
#include "mn-official.h"
#include "mn-wording.h"

enum
{
  NUMBER_COLUMN,
  PROPOSER_COLUMN,
  TEXT_COLUMN,
  AREA_COLUMN,
  AUTHORITY_COLUMN,
  ANSWER_COLUMN,
  DEADLINE_COLUMN,
  RESULT_COLUMN,
  STATUS_COLUMN,
  REMARKS_COLUMN,
  N_COLUMNS,
};

/* Shares in millimetres of a turned sheet. */
static const MnFormColumn columns[N_COLUMNS] = {
  [NUMBER_COLUMN] = { "STT", 12, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  [PROPOSER_COLUMN] = { "Cơ quan, tổ chức kiến nghị", 30, MN_ALIGN_LEFT, 0 },
  [TEXT_COLUMN] = { "Nội dung kiến nghị, đề xuất", 58, MN_ALIGN_LEFT, 0 },
  [AREA_COLUMN] = { "Lĩnh vực", 17, MN_ALIGN_LEFT, 0, MN_COLUMN_FITTED },
  [AUTHORITY_COLUMN] = { "Cơ quan có thẩm quyền giải quyết", 30, MN_ALIGN_LEFT, 0 },
  [ANSWER_COLUMN] = { "Hướng giải quyết", 52, MN_ALIGN_LEFT, 0 },
  [DEADLINE_COLUMN] = { "Thời hạn", 22, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  [RESULT_COLUMN] = { "Kết quả giải quyết, trả lời", 30, MN_ALIGN_LEFT, 0 },
  [STATUS_COLUMN] = { "Tình trạng", 19, MN_ALIGN_CENTRE, 0, MN_COLUMN_FITTED },
  [REMARKS_COLUMN] = { "Ghi chú", 24, MN_ALIGN_LEFT, 0 },
};

/* ---- cells ---------------------------------------------------------------------------------- */

static MnItem *
get_last_answer (MnItem *proposal)
{
  guint n = mn_item_get_n_children (proposal, "answers");

  return n > 0 ? mn_item_get_child (proposal, "answers", n - 1) : NULL;
}

/* Whom it is addressed to, else who was charged with it. */
static char *
dup_authority (MnComposer *self, MnItem *proposal)
{
  g_autofree char *who = mn_wording_cell (self, proposal, "addressees");
  MnItem          *answer = get_last_answer (proposal);

  if (*who != '\0' || answer == NULL)
    return g_steal_pointer (&who);
  return mn_wording_cell (self, answer, "leads");
}

static void
copy_lines (MnTextBuilder *builder, const MnText *text)
{
  for (guint i = 0; i < mn_text_get_n_paragraphs (text); i++)
    {
      MnParagraph paragraph = mn_text_get_paragraph (text, i);
      MnRun       run;

      mn_text_builder_begin (builder, paragraph.style, paragraph.level, NULL);
      for (guint cursor = 0; mn_text_next_run (text, i, &cursor, &run);)
        mn_text_builder_run (builder, run.utf8, (gssize) run.n_bytes, run.marks);
    }
}

static void
add_lines (MnTextBuilder *builder, MnText *text, guint *n)
{
  if (!mn_text_is_empty (text))
    {
      copy_lines (builder, text);
      (*n)++;
    }
  mn_text_unref (text);
}

/* What was answered, else what was concluded about it. */
static MnText *
compose_answers (MnComposer *self, MnItem *proposal)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (GPtrArray)     points = mn_composer_list (self, proposal, "settled-by");
  guint                     n = 0;

  for (guint i = 0; i < mn_item_get_n_children (proposal, "answers"); i++)
    add_lines (builder,
               mn_form_answer_text (self, mn_item_get_child (proposal, "answers", i), NULL,
                                    MN_SENTENCE_PLAIN),
               &n);
  for (guint i = 0; n == 0 && i < points->len; i++)
    add_lines (builder, mn_form_point_text (self, points->pdata[i]), &n);
  if (n == 0)
    mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  return mn_text_builder_end (builder);
}

/* The answer's own, else that of the conclusion which takes it up. */
static char *
dup_deadline (MnComposer *self, MnItem *proposal)
{
  g_autoptr (GPtrArray) points = mn_composer_list (self, proposal, "settled-by");
  MnItem               *answer = get_last_answer (proposal);
  guint32               day = answer != NULL ? mn_form_get_julian (answer, "deadline") : 0;

  for (guint i = 0; day == 0 && i < points->len; i++)
    {
      MnFormStatus status;

      mn_form_read_status (self, points->pdata[i], &status);
      day = status.status.deadline;
    }
  return mn_form_dup_julian (day);
}

static char *
join_words (const char *first, const char *second)
{
  return g_strdup_printf ("%s%s%s", first, *first != '\0' && *second != '\0' ? "; " : "", second);
}

/* "Công văn số 12-CV/VPTU, ngày 05/6/2026", and what was said of it last. */
static char *
dup_result (MnComposer *self, MnItem *proposal)
{
  MnItem          *answer = get_last_answer (proposal);
  g_autofree char *paper = mn_sentence_fragment (answer != NULL ? mn_item_get (answer, "document")
                                                                : NULL);
  g_autofree char *day = mn_form_dup_julian (mn_form_get_julian (answer, "date"));
  g_autofree char *last = NULL;
  g_autofree char *words = NULL;
  MnFormStatus     status;

  mn_form_read_status (self, proposal, &status);
  last = mn_sentence_fragment (status.last != NULL ? mn_item_get (status.last, "words") : NULL);
  if (*paper != '\0' && *day != '\0' && !mn_sentence_says (paper, day))
    words = g_strconcat (paper, mn_wording_of_day (self), day, NULL);
  else
    words = g_strdup_printf ("%s%s", *paper == '\0' && *day != '\0' ? "Trả lời ngày " : paper,
                             *paper == '\0' ? day : "");
  return join_words (words, last);
}

static char *
dup_remarks (MnItem *proposal)
{
  g_autofree char *beyond = mn_sentence_fragment (mn_item_get (proposal, "beyond"));

  return *beyond != '\0' ? g_strdup_printf ("Vượt thẩm quyền của %s", beyond) : g_strdup ("");
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void
add_proposal (MnComposer *self, MnFormTable *table, MnItem *proposal, const char *label)
{
  g_autofree char *area = mn_sentence_fragment (mn_item_get (proposal, "area"));
  g_autofree char *field = mn_sentence_upper (area);
  g_autofree char *proposers = mn_wording_cell (self, proposal, "proposers");
  g_autofree char *authority = dup_authority (self, proposal);
  g_autofree char *deadline = dup_deadline (self, proposal);
  g_autofree char *result = dup_result (self, proposal);
  g_autofree char *remarks = dup_remarks (proposal);
  MnProposalStatus status = mn_form_get_proposal_status (self, proposal);

  mn_form_table_add_row (table, proposal);
  mn_form_table_add_string (table, label);
  mn_form_table_add_item (table, proposers, "proposal", proposal, "proposers");
  mn_form_table_add_item_text (
      table, mn_sentence_text (NULL, mn_item_get_rich (proposal, "text"), NULL, MN_SENTENCE_PLAIN),
      "proposal", proposal, NULL);
  mn_form_table_add_string (table, field);
  mn_form_table_add_item (table, authority, "proposal", proposal, "authority");
  mn_form_table_add_item_text (table, compose_answers (self, proposal), "proposal", proposal,
                               "answer");
  mn_form_table_add_string (table, deadline);
  mn_form_table_add_item (table, result, "proposal", proposal, "result");
  mn_form_table_add_item (table, mn_form_proposal_words (status), "proposal", proposal, "status");
  mn_form_table_add_item (table, remarks, "proposal", proposal, "remarks");
}

static MnItem *
get_proposal (MnComposer *self, guint i)
{
  return mn_item_get_child (self->record, "proposals", i);
}

static guint
count_proposals (MnComposer *self)
{
  return mn_item_get_n_children (self->record, "proposals");
}

static gboolean
has_field (MnComposer *self, const char *field)
{
  for (guint i = 0; i < count_proposals (self); i++)
    if (mn_item_get (get_proposal (self, i), field) != NULL)
      return TRUE;
  return FALSE;
}

/* Proposals of the same proposers, in the order of their first one. */
static GPtrArray *
group_by_proposers (MnComposer *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_proposers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < count_proposals (self); i++)
    {
      MnItem     *proposal = get_proposal (self, i);
      const char *proposers = mn_item_get (proposal, "proposers");
      const char *key = proposers != NULL ? proposers : "";
      GPtrArray  *group = g_hash_table_lookup (by_proposers, key);

      if (mn_item_is_empty (proposal))
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (by_proposers, (gpointer) key, group);
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group, proposal);
    }
  return groups;
}

static void
add_heading (MnComposer *self, MnFormTable *table, GPtrArray *group, guint number)
{
  g_autofree char *label = mn_official_roman (number);
  g_autofree char *who = mn_wording_cell (self, group->pdata[0], "proposers");
  g_autofree char *line = g_strdup_printf (
      "%s (%02u kiến nghị, đề xuất)", *who != '\0' ? who : "Chưa rõ cơ quan, tổ chức", group->len);

  mn_form_table_add_group (table, label, line);
}

/* Under the organisation's name where one of them proposes several, else with a column for it. */
static void
add_table (MnComposer *self)
{
  g_autoptr (GPtrArray) groups = group_by_proposers (self);
  gboolean              grouped = FALSE;
  guint                 number = 1, hidden = 0;
  MnFormTable           table;

  for (guint i = 0; i < groups->len; i++)
    grouped |= ((GPtrArray *) groups->pdata[i])->len > 1;
  hidden |= grouped ? 1u << PROPOSER_COLUMN : 0;
  hidden |= has_field (self, "area") ? 0 : 1u << AREA_COLUMN;
  hidden |= has_field (self, "beyond") ? 0 : 1u << REMARKS_COLUMN;
  mn_form_table_begin (&table, columns, N_COLUMNS, hidden);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = groups->pdata[i];

      if (grouped)
        add_heading (self, &table, group, i + 1);
      for (guint n = 0; n < group->len; n++)
        {
          g_autofree char *label = g_strdup_printf ("%u", number++);

          add_proposal (self, &table, group->pdata[n], label);
        }
    }
  mn_form_table_end (&table, self);
}

/* ---- summary -------------------------------------------------------------------------------- */

/* "Tổng số 12 kiến nghị, đề xuất; trong đó: đã giải quyết 03; đang giải quyết 05 …" */
static void
add_summary (MnComposer *self)
{
  guint            counts[MN_PROPOSAL_FORWARDED + 1] = { 0 }, total = 0;
  GString         *words = g_string_new (NULL);
  g_autofree char *day = mn_form_dup_julian (mn_form_get_day (self));
  MnBlock         *block;

  for (guint i = 0; i < count_proposals (self); i++)
    if (!mn_item_is_empty (get_proposal (self, i)))
      {
        counts[mn_form_get_proposal_status (self, get_proposal (self, i))]++;
        total++;
      }
  if (*day != '\0')
    g_string_append_printf (words, "Tính đến ngày %s: ", day);
  if (total == 0)
    g_string_append (words,
                     *day != '\0' ? "không có kiến nghị, đề xuất" : "Không có kiến nghị, đề xuất");
  else
    g_string_append_printf (words, "%s %02u kiến nghị, đề xuất",
                            *day != '\0' ? "tổng số" : "Tổng số", total);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      {
        g_autofree char *label = mn_sentence_lower (mn_form_proposal_words ((MnProposalStatus) i));

        g_string_append_printf (words, "; %s: %02u", label, counts[i]);
      }
  g_string_append_c (words, '.');
  block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, words->str);
  mn_composer_name (block, "summary");
  g_string_free (words, TRUE);
}

/**
 * mn_form_compose_digest:
 *
 * All proposals of the session with what becomes of them, on turned sheets. It is signed only where
 * somebody is named who signs it: mostly it goes along with another paper.
 */
void
mn_form_compose_digest (MnComposer *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *meeting = mn_wording_meeting_phrase (self);
  g_autofree char *subject = *given != '\0'
                                 ? mn_sentence_lower (given)
                                 : g_strdup_printf ("kiến nghị, đề xuất tại %s", meeting);

  mn_form_begin_landscape (self);
  mn_form_add_letterhead (self);
  mn_form_add_cased_title (self, "BẢNG TỔNG HỢP", subject);
  add_summary (self);
  add_table (self);
  self->body_end = self->blocks->len;
  if (mn_composer_get (self, "signatory") != NULL)
    mn_form_add_notice_signature (self);
  mn_form_add_marks (self);
}
