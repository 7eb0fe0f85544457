#include "mn-form-parts.h"

#include <string.h>

#include "mn-official.h"
#include "mn-session.h"
#include "mn-wording.h"

/* ---- one attendee --------------------------------------------------------------------------- */

static gboolean
is_absent (MnItem *attendee)
{
  return strcmp (mn_attendee_get_state (attendee), "absent") == 0;
}

static char *
dup_time (MnItem *presence)
{
  const char      *at = mn_item_get (presence, "at");
  g_autofree char *time = NULL;

  if (at == NULL)
    return NULL;
  time = mn_official_time ((int) g_ascii_strtoll (at, NULL, 10),
                           (int) g_ascii_strtoll (at + 3, NULL, 10));
  return mn_sentence_clean (time);
}

static void
add_words (GString *words, const char *before, const char *what)
{
  if (what == NULL || *what == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append_printf (words, "%s%s", before, what);
}

/* "vắng đến 09 giờ 00", "lý do: đi công tác": what a time line tells besides being present. */
static void
tell_presence (MnComposer *self, MnItem *presence, GString *words)
{
  const char      *state = mn_item_get (presence, "state");
  g_autofree char *time = dup_time (presence);
  g_autofree char *reason = mn_sentence_fragment (mn_item_get (presence, "reason"));
  g_autofree char *lower = mn_sentence_lower (reason);
  MnItem          *substitute = mn_composer_find (self, presence, "substitute");

  if (g_strcmp0 (state, "online") == 0)
    add_words (words, "", "dự trực tuyến");
  else if (g_strcmp0 (state, "arrived") == 0)
    add_words (words, "đến lúc" MN_NBSP, time);
  else if (g_strcmp0 (state, "left") == 0 && time != NULL)
    {
      g_autofree char *left = g_strdup_printf ("rời %s lúc" MN_NBSP "%s", self->noun, time);

      add_words (words, "", left);
    }
  if (substitute != NULL)
    {
      g_autofree char *who = mn_wording_party (self, substitute, MN_PARTY_WITH_POST);

      add_words (words, "", who);
      g_string_append (words, " dự thay");
    }
  add_words (words, "lý do: ", lower);
}

char *
mn_form_dup_remarks (MnComposer *self, MnItem *attendee)
{
  g_autofree char *role = mn_sentence_fragment (mn_item_get (attendee, "role"));
  g_autofree char *lower = mn_sentence_lower (role);
  GString         *words = g_string_new (NULL);

  add_words (words, "", lower);
  for (guint i = 0; i < mn_item_get_n_children (attendee, "presences"); i++)
    tell_presence (self, mn_item_get_child (attendee, "presences", i), words);
  return g_string_free (words, FALSE);
}

/* Who works there or reports of it is no delegate: the State counts them as people. */
static const char *
get_head (MnComposer *self, MnItem *attendee)
{
  const char *category = mn_item_get (attendee, "category");
  gboolean    serves = g_strcmp0 (category, "staff") == 0 || g_strcmp0 (category, "press") == 0;

  return mn_composer_is_state (self) && serves ? "người" : mn_wording_head (self);
}

/* "Đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy (dự trực tuyến)"; a group with its number. */
static char *
dup_attendee (MnComposer *self, MnItem *attendee)
{
  MnItem          *party = mn_composer_find (self, attendee, "party");
  g_autofree char *who = party != NULL ? mn_wording_party (self, party, MN_PARTY_WITH_POST)
                                       : g_strdup ("");
  g_autofree char *upper = mn_sentence_upper (who);
  g_autofree char *remarks = mn_form_dup_remarks (self, attendee);
  GString         *line = g_string_new (NULL);
  gint64           count;

  if (*who == '\0')
    return g_string_free (line, FALSE);
  if (g_strcmp0 (mn_item_get (party, "type"), "body") == 0)
    g_string_append_printf (line, "Đại diện %s", who);
  else
    g_string_append (line, upper);
  count = mn_item_get_integer (party, "count", 0);
  if (count > 1)
    g_string_append_printf (line, ": %02" G_GINT64_FORMAT " %s", count, get_head (self, attendee));
  if (*remarks != '\0')
    g_string_append_printf (line, " (%s)", remarks);
  return g_string_free (line, FALSE);
}

/* ---- lists ---------------------------------------------------------------------------------- */

/* Categories in the order of the form; the presidium leads the members. */
static void
collect (MnComposer *self, const char *category, int absent, GPtrArray *found)
{
  guint n = mn_item_get_n_children (self->record, "attendees");

  for (guint i = 0; i < n; i++)
    {
      MnItem          *attendee = mn_item_get_child (self->record, "attendees", i);
      const char      *own = mn_item_get (attendee, "category");
      g_autofree char *line = NULL;

      if (strcmp (own != NULL ? own : "member", category) != 0 ||
          (absent >= 0 && is_absent (attendee) != (absent == 1)))
        continue;
      line = dup_attendee (self, attendee);
      if (*line != '\0')
        g_ptr_array_add (found, attendee);
    }
}

static GPtrArray *
list_members (MnComposer *self, gboolean absent)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (self, "presidium", absent, found);
  collect (self, "member", absent, found);
  return found;
}

/* How many heads; FALSE where a group's number isn't known. */
static gboolean
count_heads (MnComposer *self, GPtrArray *attendees, gint64 *heads)
{
  *heads = 0;
  for (guint i = 0; i < attendees->len; i++)
    {
      MnItem *party = mn_composer_find (self, attendees->pdata[i], "party");

      if (mn_item_get (party, "count") == NULL && !mn_party_is_person (party) &&
          mn_item_get (party, "type") != NULL)
        return FALSE;
      *heads += mn_item_get_integer (party, "count", 1);
    }
  return TRUE;
}

static void
add_attendees (MnComposer *self, GPtrArray *attendees, const char *label)
{
  for (guint i = 0; i < attendees->len; i++)
    {
      g_autofree char *who = dup_attendee (self, attendees->pdata[i]);
      const char      *stop = i + 1 < attendees->len ? ";" : ".";
      g_autofree char *line = g_strconcat (who, stop, NULL);
      MnBlock         *block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line);

      mn_composer_name_item (block, "attendee", attendees->pdata[i], NULL);
      mn_composer_label (block, label);
    }
}

/* "Có mặt: 05 đồng chí, gồm:"; a gap for the number where it isn't known. */
static void
add_count (MnComposer *self, const char *word, GPtrArray *attendees, const char *anchor)
{
  gint64   heads;
  gboolean known = count_heads (self, attendees, &heads);
  char    *line;
  MnBlock *block;

  line = known ? g_strdup_printf ("%s: %02" G_GINT64_FORMAT " %s, gồm:", word, heads,
                                  mn_wording_head (self))
               : g_strdup_printf ("%s:" MN_WORDING_GAP "%s, gồm:", word, mn_wording_head (self));
  block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line);
  block->keep_with_next = TRUE;
  mn_composer_label (block, "-");
  mn_composer_name (block, anchor);
  g_free (line);
}

static void
add_blank_count (MnComposer *self, const char *word, const char *anchor)
{
  g_autofree char *line = g_strdup_printf ("%s:" MN_WORDING_GAP "%s.", word,
                                           mn_wording_head (self));
  MnBlock         *block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line);

  mn_composer_label (block, "-");
  mn_composer_name (block, anchor);
}

static void
add_none_absent (MnComposer *self)
{
  MnBlock *block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, "Vắng mặt: Không.");

  mn_composer_label (block, "-");
  mn_composer_name (block, "attendance:absent");
}

static void
add_members (MnComposer *self)
{
  g_autoptr (GPtrArray) present = list_members (self, FALSE);
  g_autoptr (GPtrArray) absent = list_members (self, TRUE);
  gint64                heads;

  if (present->len > 0)
    {
      add_count (self, "Có mặt", present, "attendance:present");
      add_attendees (self, present, "+");
    }
  else
    add_blank_count (self, "Có mặt", "attendance:present");
  if (absent->len > 0)
    {
      add_count (self, "Vắng mặt", absent, "attendance:absent");
      add_attendees (self, absent, "+");
    }
  else if (present->len > 0 && count_heads (self, present, &heads))
    add_none_absent (self);
  else
    add_blank_count (self, "Vắng mặt", "attendance:absent");
}

static const struct
{
  const char *category, *anchor, *heading;
} others[] = {
  { "invited", "heading:invited", "Đại biểu mời dự" },
  { "press", "heading:press", "Cơ quan báo chí, truyền hình đưa tin" },
  { "staff", "heading:staff", "Bộ phận giúp việc" },
};

/** mn_form_add_attendance: "1. Thành phần hội nghị" with 1.1 and those of 1.2 to 1.4 that came. */
void
mn_form_add_attendance (MnComposer *self, guint number)
{
  guint            path[] = { number, 1 };
  g_autofree char *label = mn_composer_number (self, path, 1);
  g_autofree char *heading = mn_composer_dup_word (self, MN_WORD_ATTENDANCE, self->noun);
  g_autofree char *first = mn_composer_number (self, path, 2);

  mn_composer_add_heading (self, 1, label, "heading:attendance", heading);
  mn_composer_add_heading (self, 2, first, "heading:official", "Đại biểu chính thức");
  add_members (self);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GPtrArray) attendees = g_ptr_array_new ();
      g_autofree char      *next = NULL;

      collect (self, others[i].category, -1, attendees);
      if (attendees->len == 0)
        continue;
      path[1]++;
      next = mn_composer_number (self, path, 2);
      mn_composer_add_heading (self, 2, next, others[i].anchor, others[i].heading);
      add_attendees (self, attendees, "-");
    }
}

/* Mẫu 1.9 has one label for all who came; those beside the members follow with a line of their own.
 */
static void
add_others (MnComposer *self, guint i)
{
  g_autoptr (GPtrArray) attendees = g_ptr_array_new ();
  g_autofree char      *line = g_strconcat (others[i].heading, ":", NULL);
  MnBlock              *block;

  collect (self, others[i].category, -1, attendees);
  if (attendees->len == 0)
    return;
  block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line);
  block->keep_with_next = TRUE;
  mn_composer_label (block, "-");
  mn_composer_name (block, others[i].anchor);
  add_attendees (self, attendees, "+");
}

/** mn_form_add_attendance_items: "Thành phần tham dự:" of the State's form. */
void
mn_form_add_attendance_items (MnComposer *self)
{
  g_autofree char *word = mn_composer_dup_word (self, MN_WORD_ATTENDANCE, self->noun);
  g_autofree char *line = g_strconcat (word, ":", NULL);
  MnBlock         *block = mn_composer_add_string (self, MN_ROLE_OPENING_ITEM, NULL, line);

  block->keep_with_next = TRUE;
  mn_composer_name (block, "heading:attendance");
  add_members (self);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    add_others (self, i);
}
