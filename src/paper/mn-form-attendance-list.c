#include <string.h>

#include "mn-form-parts.h"
#include "mn-form-table.h"
#include "mn-official.h"
#include "mn-session.h"
#include "mn-wording.h"

#define MAX_GROUP_ROWS 300 /* a group's number is somebody's typing */

static const MnFormColumn columns[] = {
  { "STT", 13, MN_ALIGN_CENTRE, MN_ROLE_TABLE_CELL, MN_COLUMN_FITTED },
  { "Họ và tên", 0.27, MN_ALIGN_LEFT, MN_ROLE_TABLE_CELL },
  { "Chức vụ, đơn vị", 0.315, MN_ALIGN_LEFT, MN_ROLE_TABLE_CELL },
  { "Chữ ký", 30, MN_ALIGN_CENTRE, MN_ROLE_TABLE_SIGN, MN_COLUMN_FIXED },
  { "Ghi chú", 0.16, MN_ALIGN_LEFT, MN_ROLE_TABLE_CELL },
};

/** List: the table, and how many rows have been numbered. */
typedef struct
{
  MnComposer *composer;
  MnFormTable table;
  guint       group;
  guint       number;
  gboolean    uncounted; /* a group's number isn't known */
} List;

/* ---- one attendee --------------------------------------------------------------------------- */

/* Who is known to be absent is marked where the others sign. */
static void
add_signature (List *list, MnItem *attendee)
{
  gboolean absent = strcmp (mn_attendee_get_state (attendee), "absent") == 0;
  MnBlock *cell = mn_form_table_add_string (&list->table, absent ? "Vắng mặt" : "");

  if (absent)
    cell->role = MN_ROLE_TABLE_CELL;
}

/* A body by its name: who comes for it writes in the name. */
static char *
dup_post (MnComposer *self, MnItem *party)
{
  MnItem          *body = mn_composer_find (self, party, "body");
  const char      *post = mn_item_get (party, "post");
  g_autofree char *words = NULL;

  if (!mn_party_is_person (party))
    words = mn_sentence_fragment (mn_item_get (party, "name"));
  else if (post != NULL)
    words = mn_sentence_fragment (post);
  else
    words = body != NULL ? mn_wording_party (self, body, MN_PARTY_NAME_ONLY) : g_strdup ("");
  return mn_sentence_upper (words);
}

static void
add_number (List *list)
{
  g_autofree char *digits = g_strdup_printf ("%u", ++list->number);

  mn_form_table_add_string (&list->table, digits);
}

static void
add_person (List *list, MnItem *attendee, MnItem *party)
{
  gboolean         person = mn_party_is_person (party);
  g_autofree char *name = person ? mn_wording_bare_name (party) : g_strdup ("");
  g_autofree char *post = dup_post (list->composer, party);
  g_autofree char *remarks = mn_form_dup_remarks (list->composer, attendee);
  g_autofree char *upper = mn_sentence_upper (remarks);

  mn_form_table_add_row (&list->table, attendee);
  add_number (list);
  mn_form_table_add_item (&list->table, name, "attendee", attendee, NULL);
  mn_form_table_add_item (&list->table, post, "attendee", attendee, "post");
  add_signature (list, attendee);
  mn_form_table_add_item (&list->table, upper, "attendee", attendee, "remarks");
}

/* A group is asked for each of its members' name and signature. */
static void
add_members_of_group (List *list, MnItem *attendee, MnItem *party)
{
  gint64           count = mn_item_get_integer (party, "count", 0);
  g_autofree char *post = dup_post (list->composer, party);

  list->uncounted |= count < 1;
  for (gint64 i = 0; i < CLAMP (count, 1, MAX_GROUP_ROWS); i++)
    {
      mn_form_table_add_row (&list->table, attendee);
      add_number (list);
      mn_form_table_add_string (&list->table, "");
      if (i == 0)
        mn_form_table_add_item (&list->table, post, "attendee", attendee, "post");
      else
        mn_form_table_add_string (&list->table, "");
      mn_form_table_add_string (&list->table, "");
      mn_form_table_add_string (&list->table, "");
    }
}

static void
add_attendee (List *list, MnItem *attendee)
{
  MnItem *party = mn_composer_find (list->composer, attendee, "party");

  if (party == NULL)
    return;
  if (g_strcmp0 (mn_item_get (party, "type"), "group") == 0)
    add_members_of_group (list, attendee, party);
  else
    add_person (list, attendee, party);
}

/* ---- the list ------------------------------------------------------------------------------- */

static gboolean
is_of (MnItem *attendee, const char *category)
{
  const char *own = mn_item_get (attendee, "category");

  return strcmp (own != NULL ? own : "member", category) == 0;
}

static gboolean
has_category (MnComposer *self, const char *category)
{
  for (guint i = 0; i < mn_item_get_n_children (self->record, "attendees"); i++)
    {
      MnItem *attendee = mn_item_get_child (self->record, "attendees", i);

      if (is_of (attendee, category) && mn_composer_find (self, attendee, "party") != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_category (List *list, const char *category, const char *heading)
{
  MnComposer      *self = list->composer;
  g_autofree char *label = NULL;

  if (!has_category (self, category))
    return;
  label = mn_official_roman (++list->group);
  mn_form_table_add_group (&list->table, label, heading);
  for (guint i = 0; i < mn_item_get_n_children (self->record, "attendees"); i++)
    {
      MnItem *attendee = mn_item_get_child (self->record, "attendees", i);

      if (is_of (attendee, category))
        add_attendee (list, attendee);
    }
}

static void
add_table (List *list)
{
  gboolean is_state = mn_composer_is_state (list->composer); /* Mẫu 1.9: "Chủ trì (chủ tọa)" */
  const struct
  {
    const char *category, *heading;
  } categories[] = {
    { "presidium", is_state ? "Chủ trì (chủ tọa)" : "Chủ trì, đoàn chủ tịch" },
    { "member", "Đại biểu chính thức" },
    { "invited", "Đại biểu mời dự" },
    { "press", "Cơ quan báo chí" },
    { "staff", "Bộ phận giúp việc" },
  };

  mn_form_table_begin (&list->table, columns, G_N_ELEMENTS (columns), 0);
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    add_category (list, categories[i].category, categories[i].heading);
  mn_form_table_end (&list->table, list->composer);
}

/* Who really came is counted by hand once all have signed. */
static void
add_total (List *list)
{
  g_autofree char *listed = g_strdup_printf ("Danh sách có %02u đại biểu; có mặt", list->number);
  g_autofree char *line = g_strdup_printf (
      "%s:" MN_WORDING_GAP "đại biểu; vắng mặt:" MN_WORDING_GAP "đại biểu.",
      list->number == 0 || list->uncounted ? "Có mặt" : listed);
  MnBlock *block;

  block = mn_composer_add_string (list->composer, MN_ROLE_BODY, NULL, line);
  mn_composer_name (block, "total");
}

static void
add_title (MnComposer *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *meeting = mn_wording_meeting_phrase (self);
  g_autofree char *subject = *given != '\0' ? mn_sentence_lower (given)
                                            : g_strdup_printf ("đại biểu dự %s", meeting);

  mn_form_add_cased_title (self, "DANH SÁCH", subject);
}

/**
 * mn_form_compose_attendance_list:
 *
 * The list that is laid out to be signed: by category, each row high enough to sign in (8 mm and
 * more). Those known to be absent or online are marked; groups get a row for each of their number.
 */
void
mn_form_compose_attendance_list (MnComposer *self)
{
  List list = { .composer = self };

  mn_form_add_letterhead (self);
  add_title (self);
  mn_form_add_when_and_where (self);
  add_table (&list);
  add_total (&list);
  self->body_end = self->blocks->len;
  mn_form_add_maker (self, "Người lập danh sách",
                     mn_composer_find (self, self->general, "secretary"));
  mn_form_add_marks (self);
}
