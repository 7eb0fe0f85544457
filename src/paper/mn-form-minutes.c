#include "mn-form-parts.h"

#include <string.h>

#include "mn-official.h"
#include "mn-session.h"
#include "mn-wording.h"

/* ---- opening items -------------------------------------------------------------------------- */

/* "- Thời gian: Bắt đầu …": a capital follows the colon of an item's heading (QĐ 4148-QĐ/VPTW). An
 * empty item keeps its label, to be filled by hand. */
static void
add_item (MnComposer *self, const char *heading, const char *anchor, const char *words)
{
  g_autofree char *clean = mn_sentence_finish (words);
  g_autofree char *upper = mn_sentence_upper (clean);
  g_autofree char *line = g_strdup_printf ("%s:%s%s", heading, *upper != '\0' ? " " : "", upper);
  MnBlock         *block = mn_composer_add_string (self, MN_ROLE_OPENING_ITEM, self->general, line);

  if (!mn_composer_is_state (self))
    mn_composer_label (block, "-");
  mn_composer_name (block, anchor);
}

/* The same with the label of the style: "Địa điểm". */
static void
add_worded (MnComposer *self, MnStyleWord word, const char *anchor, const char *words)
{
  g_autofree char *heading = mn_composer_dup_word (self, word, self->noun);

  add_item (self, heading, anchor, words);
}

/* The hour alone on the day on which the break began. */
static char *
dup_break_moment (MnItem *pause, const char *field)
{
  g_autoptr (GDateTime) moment = mn_item_get_moment (pause, field);
  GDate                 from, day;

  if (!mn_item_get_date (pause, "from", &from) || !mn_item_get_date (pause, field, &day) ||
      g_date_compare (&from, &day) != 0)
    return mn_wording_moment (pause, field, 0);
  return mn_official_time (g_date_time_get_hour (moment), g_date_time_get_minute (moment));
}

static void
append_break (GString *words, MnItem *pause)
{
  g_autofree char *reason = mn_sentence_fragment (mn_item_get (pause, "reason"));
  g_autofree char *lower = mn_sentence_lower (reason);
  g_autofree char *began = NULL;
  g_autofree char *ended = NULL;

  if (mn_item_get (pause, "from") == NULL || mn_item_get (pause, "to") == NULL)
    return;
  began = dup_break_moment (pause, "from");
  ended = dup_break_moment (pause, "to");
  g_string_append_printf (words, "; nghỉ từ %s đến %s", began, ended);
  if (*lower != '\0')
    g_string_append_printf (words, " (%s)", lower);
}

static void
add_time (MnComposer *self)
{
  g_autofree char *moment = mn_wording_moment (self->general, "starts", 0);
  GString         *words = g_string_new (NULL);

  if (mn_composer_is_state (self)) /* whose label says "bắt đầu" */
    g_string_append (words, moment);
  else if (mn_item_get (self->general, "starts") == NULL)
    g_string_append_printf (words, "Bắt đầu vào hồi%s", moment);
  else if (mn_item_moment_has_time (self->general, "starts"))
    g_string_append_printf (words, "Bắt đầu vào hồi %s", moment);
  else
    g_string_append (words, moment);
  for (guint i = 0; i < mn_item_get_n_children (self->general, "breaks"); i++)
    append_break (words, mn_item_get_child (self->general, "breaks", i));
  add_worded (self, MN_WORD_TIME, "opening:time", words->str);
  g_string_free (words, TRUE);
}

static void
add_venue (MnComposer *self)
{
  const char      *venue = mn_item_get (self->general, "venue");
  MnItem          *host = mn_composer_find (self, self->general, "host");
  g_autofree char *name = host != NULL ? mn_wording_party (self, host, MN_PARTY_NAME_ONLY) : NULL;

  add_worded (self, MN_WORD_VENUE, "opening:venue", venue != NULL ? venue : name);
}

/* The theme, else the titles of the agenda one after the other. */
static void
add_content (MnComposer *self)
{
  const char *theme = mn_item_get (self->general, "theme");
  GString    *words = g_string_new (theme);
  guint       n = theme == NULL ? mn_item_get_n_children (self->record, "agenda") : 0;

  for (guint i = 0; i < n; i++)
    {
      MnItem          *point = mn_item_get_child (self->record, "agenda", i);
      g_autofree char *title = mn_sentence_fragment (mn_item_get (point, "title"));
      g_autofree char *lower = mn_sentence_lower (title);

      if (*title == '\0' || g_strcmp0 (mn_item_get (point, "kind"), "break") == 0)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                              words->len > 0 ? lower : title);
    }
  add_worded (self, MN_WORD_CONTENT, "opening:content", words->str);
  g_string_free (words, TRUE);
}

static void
add_people (MnComposer *self)
{
  g_autoptr (GPtrArray) chairs = mn_composer_list (self, self->general, "chairs");
  MnItem               *secretary = mn_composer_find (self, self->general, "secretary");
  g_autofree char      *chair = mn_wording_parties (self, chairs, MN_PARTY_WITH_POST);
  g_autofree char      *writer = secretary != NULL
                                     ? mn_wording_party (self, secretary, MN_PARTY_WITH_POST)
                                     : NULL;

  add_worded (self, MN_WORD_CHAIRS, "opening:chairs", chair);
  add_worded (self, MN_WORD_SECRETARY, "opening:secretary", writer);
}

/* "Báo cáo số 12-BC/VPTU, ngày 05/4/2026 của Văn phòng Tỉnh ủy về …": what identifies a document
 * stands between its kind and what it is about. */
static char *
dup_reference (MnComposer *self, MnItem *reference)
{
  g_autofree char *title = mn_sentence_fragment (mn_item_get (reference, "title"));
  g_autofree char *number = mn_sentence_fragment (mn_item_get (reference, "number"));
  g_autofree char *issuer = mn_sentence_fragment (mn_item_get (reference, "issuer"));
  const char      *about = strstr (title, " về ");
  GString         *words = g_string_new_len (title, about != NULL ? about - title : -1);
  GDate            date;

  if (*number != '\0' && !mn_sentence_says (title, number))
    g_string_append_printf (words, "%ssố %s", words->len > 0 ? " " : "", number);
  if (words->len > 0 && mn_item_get_date (reference, "date", &date))
    {
      g_autofree char *day = mn_official_date_short (&date);

      g_string_append_printf (words, "%s%s", mn_wording_of_day (self), day);
    }
  if (words->len > 0 && *issuer != '\0')
    g_string_append_printf (words, " của %s", issuer);
  if (about != NULL)
    g_string_append (words, about);
  return g_string_free (words, FALSE);
}

static void
add_materials (MnComposer *self)
{
  const char *materials = mn_item_get (self->general, "materials");
  GString    *words = g_string_new (materials);
  guint       n = materials == NULL ? mn_item_get_n_children (self->record, "references") : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *reference = dup_reference (
          self, mn_item_get_child (self->record, "references", i));

      if (*reference != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", reference);
    }
  if (words->len > 0)
    add_worded (self, MN_WORD_MATERIALS, "opening:materials", words->str);
  g_string_free (words, TRUE);
}

/* ---- conclusion and closing ----------------------------------------------------------------- */

static gboolean
add_conclusion (MnComposer *self, guint number)
{
  MnItem          *concluder = mn_composer_find (self, self->general, "concluder");
  g_autofree char *who = concluder != NULL ? mn_wording_party (self, concluder, MN_PARTY_WITH_POST)
                                           : g_strdup ("");
  g_autofree char *label = mn_composer_number (self, &number, 1);
  g_autofree char *heading = *who != '\0' ? g_strdup_printf ("Kết luận của %s", who)
                                          : g_strdup_printf ("Kết luận %s", self->noun);

  if (!mn_form_has_conclusion (self))
    return FALSE;
  mn_composer_add_heading (self, 1, label, "heading:conclusion", heading);
  mn_form_add_conclusion (self, number);
  return TRUE;
}

/* "Hội nghị kết thúc vào hồi 11 giờ 30, ngày …"; "vào 11 giờ 30" with the State (Mẫu 1.9). */
static void
append_end (MnComposer *self, GString *words)
{
  g_autofree char *moment = mn_wording_moment (self->general, "ends", mn_wording_year (self));
  g_autofree char *noun = mn_sentence_upper (self->noun);
  gboolean         known = mn_item_get (self->general, "ends") != NULL;
  gboolean         has_time = !known || mn_item_moment_has_time (self->general, "ends");
  const char      *at = mn_composer_is_state (self) ? "vào" : "vào hồi";

  g_string_append_printf (words, "%s kết thúc %s%s%s.", noun, has_time ? at : "",
                          known && has_time ? " " : "", moment);
}

/* That minutes were read back is their writer's word; a draft after a report that doesn't even tell
 * the end can't give it. The State's form closes with the hour of the end. */
static void
add_closing (MnComposer *self)
{
  gboolean known = mn_item_get (self->general, "ends") != NULL;
  GString *words = g_string_new (NULL);
  MnBlock *block;

  if (known || mn_item_get (self->general, "source") == NULL)
    {
      if (!mn_composer_is_state (self))
        append_end (self, words);
      g_string_append_printf (words,
                              "%sBiên bản này đã được đọc lại cho các đại biểu dự %s cùng nghe, "
                              "thống nhất thông qua.",
                              words->len > 0 ? " " : "", self->noun);
      if (mn_composer_is_state (self))
        {
          g_string_append_c (words, ' ');
          append_end (self, words);
        }
      block = mn_composer_add_string (self, MN_ROLE_BODY, self->general, words->str);
      mn_composer_name (block, "closing");
    }
  g_string_free (words, TRUE);
}

static void
add_source_note (MnComposer *self)
{
  g_autofree char *source = mn_sentence_finish (mn_item_get (self->general, "source"));
  g_autofree char *line = g_strconcat ("Nguồn: ", source, NULL);
  MnBlock         *block;

  if (*source == '\0')
    return;
  block = mn_composer_add_string (self, MN_ROLE_SOURCE_NOTE, self->general, line);
  mn_composer_name (block, "source");
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* The meeting's name: with a capital where the State's family wants one (NĐ 30, Phụ lục I, II.5).
 */
static char *
dup_title (MnComposer *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));

  if (*given == '\0')
    return mn_wording_meeting_title (self);
  return mn_composer_is_state (self) ? mn_sentence_upper (given) : g_steal_pointer (&given);
}

static void
add_minutes_title (MnComposer *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *period = mn_session_dup_period (self->session);

  if (*period != '\0' && mn_sentence_says (title, period))
    *period = '\0';
  mn_form_add_title (self, "BIÊN BẢN", title, period);
}

/* The form of Hướng dẫn 16-HD/VPTW: items with dashes, then the sections. */
static void
add_party_body (MnComposer *self)
{
  guint number = 1;

  add_time (self);
  add_venue (self);
  add_content (self);
  add_people (self);
  add_materials (self);
  mn_form_add_attendance (self, number++);
  if (mn_form_add_course (self, number))
    number++;
  add_conclusion (self, number);
}

/* Mẫu 1.9: who came stands before who was in the chair, and the course of the meeting is what the
 * content is. */
static void
add_state_body (MnComposer *self)
{
  add_time (self);
  add_venue (self);
  mn_form_add_attendance_items (self);
  add_people (self);
  add_materials (self);
  add_content (self);
  add_conclusion (self, mn_form_add_sections (self));
}

/**
 * mn_form_compose_minutes:
 *
 * The form of Hướng dẫn 16-HD/VPTW under the heading and with the signatures of HD 05, or Mẫu 1.9
 * of NĐ 30. Sections that nothing is known of are left out, and the numbers go on without them.
 */
void
mn_form_compose_minutes (MnComposer *self)
{
  mn_form_add_letterhead (self);
  add_minutes_title (self);
  mn_form_add_bases (self);
  if (mn_composer_is_state (self))
    add_state_body (self);
  else
    add_party_body (self);
  add_closing (self);
  mn_form_close_body (self);
  mn_form_add_minutes_signatures (self);
  add_source_note (self);
  mn_form_add_marks (self);
  mn_form_add_appendices (self);
}
