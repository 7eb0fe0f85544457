#include <string.h>

#include "mn-form-parts.h"
#include "mn-form-status.h"
#include "mn-form-table.h"
#include "mn-official.h"
#include "mn-said.h"
#include "mn-session.h"
#include "mn-wording.h"

enum
{
  NUMBER_COLUMN,
  WHAT_COLUMN,
  THEN_COLUMN,
  NOW_COLUMN,
  REMARKS_COLUMN,
  N_COLUMNS,
};

/** Comparison: both sessions, and the table so far. */
typedef struct
{
  MnComposer  *now;
  MnComposer  *then; /* (nullable) */
  MnFormTable  table;
  MnFormColumn columns[N_COLUMNS];
  guint        group, number;
} Comparison;

/* ---- rows ----------------------------------------------------------------------------------- */

static void
begin_group (Comparison *self, const char *heading)
{
  g_autofree char *label = mn_official_roman (++self->group);

  mn_form_table_add_group (&self->table, label, WHAT_COLUMN, NULL, heading);
}

/* @item is named by: it is the one of this session, else the one of the other. */
static void
add_row (Comparison *self,
         MnItem     *item, /* (nullable) */
         const char *key,
         const char *what,
         MnText     *then, /* (transfer full) */
         MnText     *now,  /* (transfer full) */
         const char *remarks)
{
  g_autofree char *digits = g_strdup_printf ("%u", ++self->number);
  g_autofree char *anchor = g_strconcat ("row:", key, NULL);
  g_autofree char *anchor_then = g_strconcat (anchor, ":then", NULL);
  g_autofree char *anchor_now = g_strconcat (anchor, ":now", NULL);

  mn_form_table_add_row (&self->table, item);
  mn_form_table_add_string (&self->table, digits);
  mn_composer_name (mn_form_table_add_string (&self->table, what), anchor);
  mn_composer_name (mn_form_table_add_text (&self->table, then), anchor_then);
  mn_composer_name (mn_form_table_add_text (&self->table, now), anchor_now);
  mn_form_table_add_string (&self->table, remarks);
}

static MnText *
new_clean (const char *words)
{
  g_autofree char *clean = mn_sentence_clean (words);

  return mn_text_new (clean);
}

static char *
dup_parties (MnComposer *self, MnItem *item, const char *field)
{
  g_autoptr (GPtrArray) parties = mn_composer_list (self, item, field);
  g_autofree char      *who = mn_wording_parties (self, parties, MN_PARTY_NAME_ONLY);

  return mn_sentence_upper (who);
}

static guint
count (MnItem *parent, const char *slot)
{
  return mn_item_get_n_children (parent, slot);
}

/* ---- the meetings --------------------------------------------------------------------------- */

static char *
dup_when (MnComposer *self)
{
  GDate date;

  return mn_item_get_date (self->general, "starts", &date) ? mn_official_date_short (&date)
                                                           : g_strdup ("");
}

static char *
dup_chairs (MnComposer *self)
{
  return dup_parties (self, self->general, "chairs");
}

static char *
dup_venue (MnComposer *self)
{
  return mn_sentence_fragment (mn_item_get (self->general, "venue"));
}

static char *
dup_count (MnItem *parent, const char *slot)
{
  return g_strdup_printf ("%02u", count (parent, slot));
}

static char *
dup_n_reports (MnComposer *self)
{
  return dup_count (self->record, "reports");
}

static char *
dup_n_contributions (MnComposer *self)
{
  return dup_count (self->record, "contributions");
}

static char *
dup_n_proposals (MnComposer *self)
{
  return dup_count (self->record, "proposals");
}

static char *
dup_n_points (MnComposer *self)
{
  return dup_count (self->conclusion, "points");
}

static void
add_meetings (Comparison *self)
{
  static const struct
  {
    const char *key, *what;
    char *(*dup) (MnComposer *composer);
  } facts[] = {
    { "when", "Ngày họp", dup_when },
    { "venue", "Địa điểm", dup_venue },
    { "chairs", "Chủ trì", dup_chairs },
    { "reports", "Số báo cáo", dup_n_reports },
    { "contributions", "Số ý kiến phát biểu", dup_n_contributions },
    { "proposals", "Số kiến nghị, đề xuất", dup_n_proposals },
    { "points", "Số nội dung kết luận", dup_n_points },
  };

  begin_group (self, "Thông tin chung");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *then = self->then != NULL ? facts[i].dup (self->then) : g_strdup ("");
      g_autofree char *now = facts[i].dup (self->now);

      add_row (self, NULL, facts[i].key, facts[i].what, new_clean (then), new_clean (now), "");
    }
}

/* ---- what was concluded and followed up ----------------------------------------------------- */

static const char *
get_key (MnItem *item)
{
  return mn_item_is (item, "follow-up") ? mn_said_get_row_key (item) : mn_item_get_id (item);
}

static MnItem *
find_row (MnComposer *self, const char *key)
{
  for (guint i = 0; i < count (self->record, "follow-ups"); i++)
    {
      MnItem *row = mn_item_get_child (self->record, "follow-ups", i);

      if (strcmp (mn_said_get_row_key (row), key) == 0)
        return row;
    }
  return NULL;
}

static MnText *
compose_point (MnComposer *self, MnItem *point)
{
  MnText          *text = mn_form_point_text (self, point);
  g_autofree char *heading = NULL;

  if (!mn_text_is_empty (text))
    return text;
  mn_text_unref (text);
  heading = mn_sentence_finish (mn_item_get (point, "heading"));
  return mn_text_new (heading);
}

/* Where it stood at the end of that meeting: its status, and what was said of it there. */
static MnText *
compose_row (MnComposer *self, MnItem *row)
{
  MnText          *own = mn_item_get_rich (row, "words");
  g_autofree char *last = NULL;
  g_autofree char *before = NULL;
  g_autofree char *line = NULL;
  MnFormStatus     status;

  mn_form_read_status (self, row, &status);
  before = status.said ? g_strconcat (mn_form_status_words (&status.status), ".", NULL)
                       : g_strdup ("");
  if (own != NULL && !mn_text_is_empty (own))
    return mn_sentence_text (before, own, NULL, MN_SENTENCE_PLAIN);
  last = mn_sentence_finish (status.last != NULL ? mn_item_get (status.last, "words") : NULL);
  line = g_strjoin (*before != '\0' && *last != '\0' ? " " : "", before, last, NULL);
  return new_clean (line);
}

/* "Rà soát biên chế (Văn phòng Tỉnh ủy)": on one line, whatever paragraphs it has. */
static char *
dup_what (MnComposer *self, MnItem *item)
{
  g_autofree char *plain = mn_item_dup_plain (item, "text");
  g_autofree char *heading = mn_item_is (item, "point") ? mn_item_dup_plain (item, "heading")
                                                        : g_strdup ("");
  g_autofree char *lead = dup_parties (self, item, "leads");
  g_autofree char *words = mn_sentence_fragment (
      g_strdelimit (*heading != '\0' ? heading : plain, "\n", ' '));
  g_autofree char *upper = mn_sentence_upper (words);

  if (*upper == '\0' || *lead == '\0')
    return g_strdup (*upper != '\0' ? upper : lead);
  return g_strdup_printf ("%s (%s)", upper, lead);
}

static void
add_followed (Comparison *self, MnItem *then, MnItem *now)
{
  MnItem          *item = now != NULL ? now : then;
  MnComposer      *side = now != NULL ? self->now : self->then;
  g_autofree char *what = dup_what (side, item);
  MnText          *old = NULL;
  const char      *remarks = "";

  if (then == NULL)
    old = new_clean ("");
  else
    old = mn_item_is (then, "point") ? compose_point (self->then, then)
                                     : compose_row (self->then, then);
  if (now == NULL)
    remarks = "Không theo dõi tiếp";
  add_row (self, now, get_key (item), what, old,
           now != NULL ? compose_row (self->now, now) : new_clean (""), remarks);
}

/* Rows of this session beside what they go back to; then what that session followed up or
 * concluded and this one doesn't speak of. */
static void
add_follow_ups (Comparison *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  if (count (self->now->record, "follow-ups") == 0 &&
      (self->then == NULL || (count (self->then->record, "follow-ups") == 0 &&
                              count (self->then->conclusion, "points") == 0)))
    return;
  begin_group (self, "Thực hiện kết luận");
  for (guint i = 0; i < count (self->now->record, "follow-ups"); i++)
    {
      MnItem     *row = mn_item_get_child (self->now->record, "follow-ups", i);
      const char *key = mn_said_get_row_key (row);
      MnItem     *then = self->then != NULL ? find_row (self->then, key) : NULL;

      if (then == NULL && self->then != NULL)
        then = g_hash_table_lookup (self->then->items, key);
      if (then != NULL && !mn_item_is (then, "point") && !mn_item_is (then, "follow-up"))
        then = NULL;
      g_hash_table_add (told, (gpointer) key);
      add_followed (self, then, row);
    }
  for (guint i = 0; self->then != NULL && i < count (self->then->record, "follow-ups"); i++)
    {
      MnItem *row = mn_item_get_child (self->then->record, "follow-ups", i);

      if (!g_hash_table_contains (told, mn_said_get_row_key (row)))
        add_followed (self, row, NULL);
    }
  for (guint i = 0; self->then != NULL && i < count (self->then->conclusion, "points"); i++)
    {
      MnItem *point = mn_item_get_child (self->then->conclusion, "points", i);

      if (!g_hash_table_contains (told, mn_item_get_id (point)))
        add_followed (self, point, NULL);
    }
}

/* ---- proposals, by who proposes ------------------------------------------------------------- */

static MnText *
compose_proposals (MnComposer *self, const char *who)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  guint                     n = 0;

  for (guint i = 0; self != NULL && i < count (self->record, "proposals"); i++)
    {
      MnItem          *proposal = mn_item_get_child (self->record, "proposals", i);
      g_autofree char *own = dup_parties (self, proposal, "proposers");
      g_autofree char *plain = mn_item_dup_plain (proposal, "text");
      g_autofree char *line = NULL;
      g_autofree char *words = NULL;
      g_autofree char *status = mn_sentence_lower (
          mn_form_proposal_words (mn_form_get_proposal_status (self, proposal)));

      if (strcmp (own, who) != 0 || *plain == '\0')
        continue;
      g_strdelimit (plain, "\n", ' ');
      line = mn_sentence_fragment (plain);
      words = g_strdup_printf ("- %s (%s).", line, status);
      mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
      mn_text_builder_run (builder, words, -1, MN_MARK_NONE);
      n++;
    }
  if (n == 0)
    mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  return mn_text_builder_end (builder);
}

static void
list_proposers (MnComposer *self, GPtrArray *names)
{
  for (guint i = 0; self != NULL && i < count (self->record, "proposals"); i++)
    {
      MnItem          *proposal = mn_item_get_child (self->record, "proposals", i);
      g_autofree char *who = dup_parties (self, proposal, "proposers");

      if (!mn_item_is_empty (proposal) &&
          !g_ptr_array_find_with_equal_func (names, who, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&who));
    }
}

static void
add_proposals (Comparison *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  list_proposers (self->now, names);
  list_proposers (self->then, names);
  if (names->len == 0)
    return;
  begin_group (self, "Kiến nghị, đề xuất");
  for (guint i = 0; i < names->len; i++)
    {
      const char      *who = names->pdata[i];
      g_autofree char *key = g_strconcat ("proposals:", who, NULL);

      add_row (self, NULL, key, *who != '\0' ? who : "Chưa rõ cơ quan, tổ chức",
               compose_proposals (self->then, who), compose_proposals (self->now, who), "");
    }
}

/* ---- conclusions of this session ------------------------------------------------------------ */

static void
add_points (Comparison *self)
{
  if (count (self->now->conclusion, "points") == 0)
    return;
  begin_group (self, "Kết luận mới");
  for (guint i = 0; i < count (self->now->conclusion, "points"); i++)
    {
      MnItem          *point = mn_item_get_child (self->now->conclusion, "points", i);
      g_autofree char *lead = dup_parties (self->now, point, "leads");
      const char      *from = mn_item_get (point, "derived-from");
      MnItem          *then = self->then != NULL && from != NULL
                                  ? g_hash_table_lookup (self->then->items, from)
                                  : NULL;

      add_row (self, point, get_key (point), lead,
               then != NULL && mn_item_is (then, "point") ? compose_point (self->then, then)
                                                          : new_clean (""),
               compose_point (self->now, point), "");
    }
}

/* ---- indicators, by what they measure ------------------------------------------------------- */

static char *
dup_value (MnItem *indicator)
{
  const char      *value = mn_item_get (indicator, "value");
  const char      *part = mn_item_get (indicator, "numerator");
  const char      *whole = mn_item_get (indicator, "denominator");
  g_autofree char *unit = mn_sentence_fragment (mn_item_get (indicator, "unit"));
  g_autofree char *words = mn_sentence_fragment (mn_item_get (indicator, "words"));
  g_autofree char *number = NULL;

  if (*words != '\0')
    return g_steal_pointer (&words);
  if (value == NULL && part != NULL && whole != NULL)
    return g_strdup_printf ("%s/%s", part, whole);
  if (value == NULL)
    return g_strdup ("");
  number = mn_official_decimal (value);
  return g_strdup_printf ("%s%s%s", number, *unit != '\0' && strcmp (unit, "%") != 0 ? MN_NBSP : "",
                          unit);
}

/* "tăng 12", "giảm 0,5": where both are numbers of one unit. */
static char *
dup_difference (MnItem *then, MnItem *now)
{
  const char      *before = mn_item_get (then, "value"), *after = mn_item_get (now, "value");
  g_autofree char *number = NULL;
  char             digits[G_ASCII_DTOSTR_BUF_SIZE];
  double           difference;

  if (before == NULL || after == NULL ||
      g_strcmp0 (mn_item_get (then, "unit"), mn_item_get (now, "unit")) != 0)
    return g_strdup ("");
  difference = g_ascii_strtod (after, NULL) - g_ascii_strtod (before, NULL);
  g_ascii_formatd (digits, sizeof digits, "%.2f", ABS (difference));
  while (g_str_has_suffix (digits, "0") && strchr (digits, '.') != NULL)
    digits[strlen (digits) - 1] = '\0';
  if (g_str_has_suffix (digits, "."))
    digits[strlen (digits) - 1] = '\0';
  if (strcmp (digits, "0") == 0)
    return g_strdup ("Không đổi");
  number = mn_official_decimal (digits);
  return g_strdup_printf ("%s %s", difference > 0 ? "Tăng" : "Giảm", number);
}

static GPtrArray *
list_indicators (MnComposer *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; self != NULL && i < count (self->record, "reports"); i++)
    {
      MnItem *report = mn_item_get_child (self->record, "reports", i);

      for (guint n = 0; n < count (report, "indicators"); n++)
        if (mn_item_get (mn_item_get_child (report, "indicators", n), "label") != NULL)
          g_ptr_array_add (found, mn_item_get_child (report, "indicators", n));
    }
  return found;
}

static MnItem *
take_same (GPtrArray *indicators, MnItem *indicator)
{
  g_autofree char *label = mn_sentence_fold (mn_item_get (indicator, "label"));

  for (guint i = 0; i < indicators->len; i++)
    {
      g_autofree char *other = mn_sentence_fold (mn_item_get (indicators->pdata[i], "label"));

      if (strcmp (label, other) == 0)
        return g_ptr_array_steal_index (indicators, i);
    }
  return NULL;
}

static void
add_indicator (Comparison *self, MnItem *then, MnItem *now)
{
  MnItem          *item = now != NULL ? now : then;
  g_autofree char *label = mn_sentence_fragment (mn_item_get (item, "label"));
  g_autofree char *upper = mn_sentence_upper (label);
  g_autofree char *before = then != NULL ? dup_value (then) : g_strdup ("");
  g_autofree char *after = now != NULL ? dup_value (now) : g_strdup ("");
  g_autofree char *remarks = then != NULL && now != NULL ? dup_difference (then, now)
                                                         : g_strdup ("");

  add_row (self, now, mn_item_get_id (item), upper, new_clean (before), new_clean (after), remarks);
}

static void
add_indicators (Comparison *self)
{
  g_autoptr (GPtrArray) then = list_indicators (self->then);
  g_autoptr (GPtrArray) now = list_indicators (self->now);

  if (then->len + now->len == 0)
    return;
  begin_group (self, "Chỉ tiêu, số liệu");
  for (guint i = 0; i < now->len; i++)
    add_indicator (self, take_same (then, now->pdata[i]), now->pdata[i]);
  for (guint i = 0; i < then->len; i++)
    add_indicator (self, then->pdata[i], NULL);
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* "Kỳ họp ngày 09/4/2026" heads a side; both may be of one title. */
static char *
dup_side (MnComposer *self, const char *fallback)
{
  g_autofree char *bare = NULL;
  g_autofree char *period = NULL;
  g_autofree char *day = NULL;

  if (self == NULL)
    return g_strdup (fallback);
  bare = mn_session_dup_period (self->session);
  period = mn_sentence_clean (bare);
  day = dup_when (self);
  if (*period != '\0')
    return mn_sentence_upper (period);
  return *day != '\0' ? g_strdup_printf ("Ngày %s", day) : g_strdup (fallback);
}

static void
add_table (Comparison *self)
{
  g_autofree char *then = dup_side (self->then, "Kỳ trước");
  g_autofree char *now = dup_side (self->now, "Kỳ này");

  self->columns[NUMBER_COLUMN] = (MnFormColumn){ "STT", 13, MN_ALIGN_CENTRE, 0 };
  self->columns[WHAT_COLUMN] = (MnFormColumn){ "Nội dung", 60, MN_ALIGN_LEFT, 0 };
  self->columns[THEN_COLUMN] = (MnFormColumn){ then, 78, MN_ALIGN_LEFT, 0 };
  self->columns[NOW_COLUMN] = (MnFormColumn){ now, 78, MN_ALIGN_LEFT, 0 };
  self->columns[REMARKS_COLUMN] = (MnFormColumn){ "Ghi chú", 25, MN_ALIGN_LEFT, 0 };
  mn_form_table_begin (&self->table, self->columns, N_COLUMNS, 0);
  add_meetings (self);
  add_follow_ups (self);
  add_proposals (self);
  add_points (self);
  add_indicators (self);
  mn_form_table_end (&self->table, self->now);
}

static char *
dup_subject (const Comparison *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self->now, "subject"));
  g_autofree char *now = mn_wording_meeting_phrase (self->now);
  g_autofree char *then = self->then != NULL ? mn_wording_meeting_phrase (self->then)
                                             : g_strdup ("");

  if (*given != '\0')
    return mn_sentence_lower (given);
  if (*then == '\0')
    return g_steal_pointer (&now);
  return g_strdup_printf ("%s và %s", then, now);
}

/**
 * mn_form_compose_comparison:
 *
 * An earlier session beside this one, item by item: what was followed up, proposals by who made
 * them, new conclusions, figures by what they measure.
 */
void
mn_form_compose_comparison (MnComposer *self)
{
  MnItem                *other = self->input.other;
  g_autoptr (MnComposer) then = other != NULL ? mn_composer_new (MN_FORM_COMPARISON, other) : NULL;
  Comparison             comparison = { .now = self, .then = then };
  g_autofree char       *subject = dup_subject (&comparison);

  mn_form_begin_landscape (self);
  mn_form_add_letterhead (self, NULL);
  mn_form_add_cased_title (self, "BẢNG ĐỐI CHIẾU", subject);
  add_table (&comparison);
  self->body_end = self->blocks->len;
  mn_form_add_marks (self);
}
