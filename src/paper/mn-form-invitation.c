#include <string.h>

#include "mn-form-parts.h"
#include "mn-wording.h"

#define MAX_INVITED 10 /* lines; more get a sheet each, with room for the name */

static gboolean
is_invited (MnItem *attendee)
{
  const char *category = mn_item_get (attendee, "category");

  return g_strcmp0 (category, "staff") != 0;
}

/* Whoever the list of attendees names, without those who work there. */
static GPtrArray *
list_invited (MnComposer *self)
{
  GPtrArray *invited = g_ptr_array_new ();

  for (guint i = 0; i < mn_item_get_n_children (self->record, "attendees"); i++)
    {
      MnItem          *attendee = mn_item_get_child (self->record, "attendees", i);
      MnItem          *party = mn_composer_find (self, attendee, "party");
      g_autofree char *who = party != NULL ? mn_wording_party (self, party, MN_PARTY_WITH_POST)
                                           : g_strdup ("");

      if (*who != '\0' && is_invited (attendee))
        g_ptr_array_add (invited, attendee);
    }
  return invited;
}

static void
add_invited_line (MnComposer *self, MnItem *attendee, gboolean last)
{
  MnItem          *party = mn_composer_find (self, attendee, "party");
  g_autofree char *who = mn_wording_party (self, party, MN_PARTY_WITH_POST | MN_PARTY_ADDRESSED);
  g_autofree char *upper = mn_sentence_upper (who);
  g_autofree char *line = g_strconcat (upper, last ? "." : ";", NULL);
  MnBlock         *block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line);

  mn_composer_label (block, "-");
  mn_composer_name_item (block, "invited", attendee, NULL);
}

/* "Ban Thường vụ Tỉnh ủy trân trọng kính mời:" and whom; where nobody is named, or too many are,
 * room for the name of who gets this sheet. */
static void
add_invited (MnComposer *self)
{
  g_autoptr (GPtrArray) invited = list_invited (self);
  g_autofree char      *convener = mn_wording_convener (self);
  gboolean              listed = invited->len > 0 && invited->len <= MAX_INVITED;
  g_autofree char      *line = g_strdup_printf ("%s%s kính mời:%s", convener,
                                           *convener != '\0' ? " trân trọng" : "Trân trọng",
                                           listed ? "" : MN_WORDING_GAP MN_WORDING_GAP);
  MnBlock              *block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line);

  mn_composer_name (block, "invited");
  block->keep_with_next = TRUE;
  for (guint i = 0; listed && i < invited->len; i++)
    add_invited_line (self, invited->pdata[i], i + 1 == invited->len);
}

/* "- Tới dự: Hội nghị giao ban …"; the State's form goes on in the sentence of who invites: "Tới dự
 * cuộc họp …" (Mẫu 1.7). */
static void
add_meeting (MnComposer *self)
{
  g_autofree char *title = mn_wording_meeting_title (self);
  g_autofree char *phrase = mn_wording_meeting_phrase (self);
  g_autofree char *convener = mn_wording_convener (self);
  gboolean         is_named = mn_sentence_begins (title, self->noun);
  g_autofree char *name = is_named ? mn_sentence_lower (title) : g_strdup (phrase);
  g_autofree char *meeting = mn_wording_drop_convener (name, convener);
  g_autofree char *line = g_strdup_printf ("Tới dự %s.", meeting);

  if (mn_composer_is_state (self))
    mn_composer_name (mn_composer_add_string (self, MN_ROLE_OPENING_ITEM, self->general, line),
                      "opening:meeting");
  else
    mn_form_add_line (self, "Tới dự", "opening:meeting", is_named ? title : phrase);
}

/* The theme, else what the agenda says. */
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

      if (*title != '\0' && g_strcmp0 (mn_item_get (point, "kind"), "break") != 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "",
                                words->len > 0 ? lower : title);
    }
  mn_form_add_line (self, "Nội dung", "opening:content", words->str);
  g_string_free (words, TRUE);
}

static void
add_request (MnComposer *self)
{
  g_autofree char *line = g_strdup_printf (
      "Đề nghị các đại biểu được mời sắp xếp thời gian dự %s đúng thành phần, đúng giờ.",
      self->noun);

  mn_composer_name (mn_composer_add_string (self, MN_ROLE_BODY, NULL, line), "closing");
}

/**
 * mn_form_compose_invitation:
 *
 * "Giấy mời" in the order of NĐ 30, Phụ lục III, Mẫu 1.7, which Party offices follow too: there is
 * no Party form of its own. Who is invited is whom the attendees name.
 */
void
mn_form_compose_invitation (MnComposer *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *meeting = mn_wording_meeting_phrase (self);
  g_autofree char *subject = *given != '\0' ? mn_sentence_lower (given)
                                            : g_strdup_printf ("dự %s", meeting);

  mn_form_add_letterhead (self);
  mn_form_add_cased_title (self, "GIẤY MỜI", subject);
  add_invited (self);
  add_meeting (self);
  mn_form_add_chairs (self);
  mn_form_add_when_and_where (self);
  add_content (self);
  add_request (self);
  mn_form_close_body (self);
  mn_form_add_notice_signature (self);
  mn_form_add_marks (self);
  mn_form_add_appendices (self);
}
