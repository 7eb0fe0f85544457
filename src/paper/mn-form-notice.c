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
dup_subject (MnComposer *self)
{
  g_autofree char *given = mn_sentence_fragment (mn_composer_get (self, "subject"));
  g_autofree char *who = dup_who (self);
  g_autofree char *meeting = mn_wording_meeting_phrase (self);
  g_autofree char *line = NULL;

  if (*given != '\0')
    return set_case (self, given);
  if (*who == '\0')
    line = g_strdup_printf ("kết luận tại %s", meeting);
  else
    line = g_strdup_printf ("kết luận của %s tại %s", who, meeting);
  return set_case (self, line);
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
  g_autofree char *subject = dup_subject (self);

  mn_form_add_letterhead (self, "TB");
  mn_form_add_title (self, "THÔNG BÁO", subject, NULL);
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
