#include "mn-form-parts.h"
#include "mn-form-status.h"

#include <string.h>

#include "mn-official.h"
#include "mn-status.h"
#include "mn-wording.h"

/* ---- status --------------------------------------------------------------------------------- */

static guint32
get_day (MnItem *item, const char *field)
{
  GDate date;

  return mn_item_get_date (item, field, &date) ? g_date_get_julian (&date) : 0;
}

/* The row as it stood on the day of the meeting; FALSE where nobody said a word of its status. What
 * was said at the meeting without a day of its own holds from that day. */
static gboolean
read_status (MnComposer *self, MnItem *row, MnStatus *status)
{
  guint                     n = mn_item_get_n_children (row, "entries");
  g_autofree MnStatusEntry *entries = g_new0 (MnStatusEntry, n + 1);
  guint32                   day = get_day (self->general, "starts");
  gboolean                  said = FALSE;

  for (guint i = 0; i < n; i++)
    {
      mn_status_entry_from_item (mn_item_get_child (row, "entries", i), &entries[i]);
      day = MAX (day, entries[i].effective);
      said |= entries[i].has_status || entries[i].deadline != 0;
    }
  mn_status_on (get_day (row, "deadline"), entries, n, day, G_MAXINT64, status);
  return said;
}

/* ---- cells ---------------------------------------------------------------------------------- */

static char *
dup_day (guint32 julian)
{
  GDate date;

  if (julian == 0)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return mn_official_date_short (&date);
}

/* "(KL 5-2, Thông báo số 12-TB/TU, ngày 22/8/2024 của Thường trực Tỉnh ủy)" */
static char *
dup_origin (MnComposer *self, MnItem *row)
{
  g_autofree char *label = mn_sentence_fragment (mn_item_get (row, "label"));
  g_autofree char *document = mn_sentence_fragment (mn_item_get (row, "origin-document"));
  g_autofree char *body = mn_sentence_fragment (mn_item_get (row, "origin-body"));
  g_autofree char *day = dup_day (get_day (row, "origin-date"));
  GString         *words = g_string_new (label);

  if (*document != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", document);
  if (*day != '\0' && !mn_sentence_says (words->str, day))
    g_string_append_printf (words, "%s%s",
                            *document != '\0' ? mn_wording_of_day (self)
                            : words->len > 0  ? ", ngày "
                                              : "ngày ",
                            day);
  if (*body != '\0' && !mn_sentence_says (words->str, body))
    g_string_append_printf (words, "%s%s", words->len > 0 ? " của " : "", body);
  return g_string_free (words, FALSE);
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

static MnText *
compose_content (MnComposer *self, MnItem *row)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (MnText)        text = mn_sentence_text (NULL, mn_item_get_rich (row, "text"), NULL,
                                                     MN_SENTENCE_PLAIN);
  g_autofree char          *origin = dup_origin (self, row);
  g_autofree char          *clean = mn_sentence_clean (origin);
  g_autofree char          *line = g_strdup_printf ("(%s)", clean);

  if (!mn_text_is_empty (text) || *clean == '\0')
    copy_lines (builder, text);
  if (*clean != '\0')
    {
      mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
      mn_text_builder_run (builder, line, -1, MN_MARK_ITALIC);
    }
  return mn_text_builder_end (builder);
}

static char *
dup_deadline (MnItem *row, const MnStatus *status)
{
  guint32          first = get_day (row, "deadline");
  g_autofree char *then = dup_day (first);
  g_autofree char *now = dup_day (status->deadline);

  if (first == 0 || status->deadline == first)
    return g_steal_pointer (&now);
  return g_strdup_printf ("%s, điều chỉnh đến %s", then, now);
}

static void
append_sentence (GString *words, const char *what)
{
  if (*what == '\0')
    return;
  g_string_append_printf (words, "%s%s.", words->len > 0 ? " " : "", what);
}

/* "Hoàn thành đúng hạn." needs no "Đã hoàn thành (đúng hạn)." before it. */
static gboolean
says_status (const char *said, const MnStatus *status)
{
  g_auto (GStrv) parts = g_strsplit_set (mn_form_status_words (status), "()", -1);
  const char    *what = parts[0];

  g_strstrip (parts[0]);
  what += g_str_has_prefix (what, "Đã ") ? strlen ("Đã ") : 0;
  what += g_str_has_prefix (what, "Đang ") ? strlen ("Đang ") : 0;
  return mn_sentence_says (said, what) && (parts[1] == NULL || mn_sentence_says (said, parts[1]));
}

/* The status, then what was said: the words of the row, else those of its entries. */
static MnText *
compose_result (MnComposer *self, MnItem *row, const MnStatus *status, gboolean said)
{
  GString         *words = g_string_new (NULL);
  GString         *papers = g_string_new (NULL);
  guint            n = mn_item_get_n_children (row, "entries");
  MnText          *own = mn_item_get_rich (row, "words");
  gboolean         has_own = own != NULL && !mn_text_is_empty (own);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (said && !(has_own && says_status (mn_text_get_plain (own), status)))
    append_sentence (words, mn_form_status_words (status));
  for (guint i = 0; i < n; i++)
    {
      MnItem          *entry = mn_item_get_child (row, "entries", i);
      g_autofree char *line = mn_sentence_fragment (mn_item_get (entry, "words"));
      g_autofree char *evidence = mn_sentence_fragment (mn_item_get (entry, "evidence"));

      append_sentence (words, has_own ? "" : line);
      if (*evidence != '\0')
        g_string_append_printf (papers, "%s%s", papers->len > 0 ? "; " : " (", evidence);
    }
  if (said && status->lead != NULL && !mn_sentence_says (words->str, status->lead))
    {
      g_autofree char *lead = g_strconcat ("Nơi nhận nhiệm vụ: ", status->lead, NULL);

      append_sentence (words, lead);
    }
  if (papers->len > 0)
    g_string_append_c (papers, ')');
  before = g_string_free (words, FALSE);
  after = g_string_free (papers, FALSE);
  return mn_sentence_text (before, own, after, MN_SENTENCE_PLAIN);
}

/* ---- table ---------------------------------------------------------------------------------- */

static const struct
{
  const char  *heading;
  MnColumnKind kind;
  double       width;
  MnAlign      align;
} columns[] = {
  { "STT", MN_COLUMN_FITTED, 12, MN_ALIGN_CENTRE },
  { "Nội dung kết luận", MN_COLUMN_SHARED, 0.28, MN_ALIGN_LEFT },
  { "Cơ quan chủ" MN_NBSP "trì", MN_COLUMN_SHARED, 0.16, MN_ALIGN_LEFT },
  { "Thời hạn", MN_COLUMN_FITTED, 23, MN_ALIGN_CENTRE },
  { "Kết quả, tình trạng", MN_COLUMN_SHARED, 0.35, MN_ALIGN_LEFT },
};

static MnBlock *
new_table (void)
{
  MnBlock *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  MnBlock *head = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_HEAD);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      mn_block_add_column (table, columns[i].kind, columns[i].width);
      mn_block_add (head, mn_block_new_string (MN_ROLE_TABLE_HEAD, columns[i].heading));
    }
  table->n_head_rows = 1;
  mn_block_add (table, head);
  return table;
}

static MnBlock *
add_cell (MnBlock *row, MnText *text)
{
  guint    column = row->children != NULL ? row->children->len : 0;
  MnBlock *cell = mn_block_new_paragraph (MN_ROLE_TABLE_CELL, text);

  mn_text_unref (text);
  cell->align = columns[column].align;
  mn_block_add (row, cell);
  return cell;
}

static MnBlock *
new_row (MnComposer *self, MnItem *item, guint number)
{
  MnBlock              *row = mn_block_new (MN_BLOCK_ROW, MN_ROLE_TABLE_CELL);
  g_autoptr (GPtrArray) leads = mn_composer_list (self, item, "leads");
  g_autofree char      *who = mn_wording_parties (self, leads, MN_PARTY_NAME_ONLY);
  g_autofree char      *upper = mn_sentence_upper (who);
  g_autofree char      *digits = g_strdup_printf ("%u", number);
  MnStatus              status;
  gboolean              said = read_status (self, item, &status);
  g_autofree char      *deadline = dup_deadline (item, &status);

  row->source = g_strdup (mn_item_get_id (item));
  add_cell (row, mn_text_new (digits));
  mn_composer_name_item (add_cell (row, compose_content (self, item)), "follow-up", item,
                         "content");
  add_cell (row, mn_text_new (upper));
  add_cell (row, mn_text_new (deadline));
  mn_composer_name_item (add_cell (row, compose_result (self, item, &status, said)), "follow-up",
                         item, NULL);
  return row;
}

/** mn_form_add_follow_ups: what became of earlier conclusions, as a table. */
void
mn_form_add_follow_ups (MnComposer *self)
{
  guint    n = mn_item_get_n_children (self->record, "follow-ups");
  MnBlock *table = new_table ();

  for (guint i = 0; i < n; i++)
    mn_block_add (table, new_row (self, mn_item_get_child (self->record, "follow-ups", i), i + 1));
  mn_composer_add (self, table);
}
