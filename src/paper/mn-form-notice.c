#include "mn-form-parts.h"

#include "mn-wording.h"

/* ---- subject -------------------------------------------------------------------------------- */

/* Who concluded: the body that convened, else who spoke the conclusion. */
static char *
dup_who (MnComposer *self)
{
  MnItem          *concluder = mn_composer_find (self, self->general, "concluder");
  g_autofree char *convener = mn_wording_convener (self);

  if (*convener != '\0')
    return g_steal_pointer (&convener);
  return concluder != NULL ? mn_wording_party (self, concluder, MN_PARTY_WITH_POST) : g_strdup ("");
}

/* In lower case with the Party (HD 05, ô 5a), with a capital with the State ("Về …": NĐ 30, Phụ lục
 * I, II.5). */
static char *
set_case (MnComposer *self, const char *subject)
{
  return mn_composer_is_state (self) ? mn_sentence_upper (subject) : mn_sentence_lower (subject);
}

/* "kết luận của Thường trực Tỉnh ủy tại hội nghị giao ban …" */
static char *
dup_subject (MnComposer *self, const char *who)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *phrase = mn_wording_meeting_phrase (self);
  g_autofree char *meeting = mn_wording_drop_convener (phrase, who);
  g_autofree char *line = NULL;

  if (*given != '\0')
    return set_case (self, given);
  if (*who == '\0')
    line = g_strdup_printf ("kết luận tại %s", meeting);
  else
    line = g_strdup_printf ("kết luận của %s tại %s", who, meeting);
  return set_case (self, line);
}

/* "kết luận của Thường trực Tỉnh ủy", which HD 05's example 3 sets in capitals above the rest; ""
 * where the subject names another author, or nobody is known. */
static char *
dup_author (MnComposer *self, const char *who, const char *subject)
{
  g_autofree char *author = g_strdup_printf ("kết luận của %s", who);

  if (!self->style->notice_author || *who == '\0' ||
      (mn_sentence_begins (subject, "kết luận của ") && !mn_sentence_begins (subject, author)))
    return g_strdup ("");
  return g_steal_pointer (&author);
}

/* Of what: without its author, or "kết luận" alone. */
static const char *
skip_author (const char *subject, const char *author)
{
  const char *said = mn_sentence_begins (subject, author) ? author : "kết luận";

  if (mn_sentence_begins (subject, said))
    subject = g_utf8_offset_to_pointer (subject, g_utf8_strlen (said, -1));
  while (g_unichar_isspace (g_utf8_get_char (subject)))
    subject = g_utf8_next_char (subject);
  return subject;
}

static void
add_title (MnComposer *self)
{
  g_autofree char *who = dup_who (self);
  g_autofree char *subject = dup_subject (self, who);
  g_autofree char *author = dup_author (self, who, subject);
  g_autofree char *capitals = g_utf8_strup (author, -1);
  const char      *rest = skip_author (subject, author);

  if (*author == '\0' || *rest == '\0')
    {
      mn_form_add_title (self, "THÔNG BÁO", subject, NULL);
      return;
    }
  self->subject = g_strdup_printf ("%s %s", author, rest);
  mn_form_add_title (self, "THÔNG BÁO", capitals, rest);
}

/* ---- end ------------------------------------------------------------------------------------ */

static void
add_closing (MnComposer *self)
{
  g_autofree char *convener = mn_wording_convener (self);
  g_autofree char *line = NULL;
  MnBlock         *block;

  if (*convener != '\0')
    line = g_strdup_printf ("%s thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, triển "
                            "khai thực hiện.",
                            convener);
  else
    line = g_strdup_printf ("Trên đây là kết luận tại %s, thông báo để các cơ quan, đơn vị, cá "
                            "nhân liên quan biết, triển khai thực hiện.",
                            self->noun);
  block = mn_composer_add_string (self, MN_ROLE_BODY, self->general, line);
  mn_composer_name (block, "closing");
}

/**
 * mn_form_compose_notice:
 *
 * "Thông báo" of a meeting's conclusions: there is no form of its own, it is the ordinary named
 * document of HD 05 (NĐ 30: Mẫu 1.4) with the sections that offices use.
 */
void
mn_form_compose_notice (MnComposer *self)
{
  mn_form_add_letterhead (self);
  add_title (self);
  mn_form_add_bases (self);
  mn_form_add_lead (self);
  mn_form_add_heard (self);
  mn_form_add_conclusion (self, 0);
  add_closing (self);
  mn_form_close_body (self);
  mn_form_add_notice_signature (self);
  mn_form_add_marks (self);
  mn_form_add_appendices (self);
}
