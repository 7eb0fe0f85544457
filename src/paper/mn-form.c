#include "mn-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-form-parts.h"
#include "mn-session.h"

static const struct
{
  const char *name, *label, *title;
  void (*compose) (MnComposer *self);
  gboolean numbered;
} forms[MN_N_FORMS] = {
  [MN_FORM_MINUTES] = { "minutes", N_ ("Minutes"), "Biên bản", mn_form_compose_minutes, TRUE },
  [MN_FORM_NOTICE] = { "notice", N_ ("Notice of conclusions"), "Thông báo", mn_form_compose_notice,
                       TRUE },
  [MN_FORM_ATTENDANCE] = { "attendance", N_ ("Attendance list"), "Danh sách",
                           mn_form_compose_attendance_list },
  [MN_FORM_AGENDA] = { "agenda", N_ ("Agenda"), "Chương trình", mn_form_compose_agenda },
  [MN_FORM_PROPOSALS] = { "proposals", N_ ("Digest of proposals"), "Bảng tổng hợp",
                          mn_form_compose_digest },
  [MN_FORM_FOLLOW_UP] = { "follow-up", N_ ("Follow-up report"), "Báo cáo",
                          mn_form_compose_follow_up_report, TRUE },
  [MN_FORM_TASK_SLIP] = { "task-slip", N_ ("Task slips"), "Phiếu giao nhiệm vụ",
                          mn_form_compose_task_slips },
  [MN_FORM_INVITATION] = { "invitation", N_ ("Invitation"), "Giấy mời", mn_form_compose_invitation,
                           TRUE },
  [MN_FORM_COMPARISON] = { "comparison", N_ ("Comparison of two sessions"), "Bảng đối chiếu",
                           mn_form_compose_comparison },
};

/** mn_form_get_name: "minutes" or "notice". */
const char *
mn_form_get_name (MnForm form)
{
  g_return_val_if_fail ((guint) form < MN_N_FORMS, NULL);

  return forms[form].name;
}

const char *
mn_form_get_label (MnForm form)
{
  g_return_val_if_fail ((guint) form < MN_N_FORMS, NULL);

  return _ (forms[form].label);
}

const char *
mn_form_get_title (MnForm form)
{
  g_return_val_if_fail ((guint) form < MN_N_FORMS, NULL);

  return forms[form].title;
}

gboolean
mn_form_is_numbered (MnForm form)
{
  g_return_val_if_fail ((guint) form < MN_N_FORMS, FALSE);

  return forms[form].numbered;
}

gboolean
mn_form_from_name (const char *name, MnForm *form)
{
  for (guint i = 0; i < MN_N_FORMS; i++)
    if (g_strcmp0 (name, forms[i].name) == 0)
      {
        *form = (MnForm) i;
        return TRUE;
      }
  return FALSE;
}

/* ---- what the PDF's information fields hold ------------------------------------------------- */

/* "+07:00" and the like, at the end of a moment; the hour of Việt Nam where none is known. */
static const char *
get_zone (MnItem *general)
{
  const char *starts = mn_item_get (general, "starts");

  return starts != NULL && strlen (starts) > 19 ? starts + 19 : "+07:00";
}

static char *
dup_created (MnComposer *self)
{
  const char *date = mn_composer_get (self, "date");

  if (date != NULL)
    return g_strdup_printf ("%sT00:00:00%s", date, get_zone (self->general));
  return g_strdup (mn_item_get (self->general, "starts"));
}

/* The subject as it stands on the paper, after the name of the form. */
static char *
dup_title (MnComposer *self)
{
  if (self->subject != NULL)
    return g_strdup_printf ("%s %s", forms[self->form].title, self->subject);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      MnBlock *block = self->blocks->pdata[i];

      if (block->role == MN_ROLE_SUBJECT)
        {
          GString         *plain = g_string_new (mn_text_get_plain (block->text));
          g_autofree char *subject = NULL;

          g_string_replace (plain, MN_NBSP, " ", 0);
          subject = mn_sentence_lower (plain->str);
          g_string_free (plain, TRUE);
          return g_strdup_printf ("%s %s", forms[self->form].title, subject);
        }
    }
  return g_strdup (forms[self->form].title);
}

const char *
mn_form_get_kind (MnComposer *self)
{
  return forms[self->form].title;
}

static gboolean
is_draft (MnComposer *self)
{
  const char *state = mn_composer_get (self, "state");

  return g_strcmp0 (state, "approved") != 0 && g_strcmp0 (state, "issued") != 0;
}

static MnComposed *
finish (MnComposer *self)
{
  MnComposed *composed = mn_composed_new ();
  const char *theme = mn_item_get (self->general, "theme");

  g_clear_pointer (&composed->blocks, g_ptr_array_unref);
  composed->title = dup_title (self);
  composed->author = mn_form_dup_issuing_body (self);
  composed->subject = theme != NULL ? mn_sentence_fragment (theme)
                                    : mn_session_dup_period (self->session);
  composed->created = dup_created (self);
  composed->draft = is_draft (self);
  composed->fault = g_steal_pointer (&self->fault);
  mn_form_add_links (self);
  composed->blocks = g_steal_pointer (&self->blocks);
  return composed;
}

/* ---- composing ------------------------------------------------------------------------------ */

static gboolean
is_input (MnForm form, const MnFormInput *input)
{
  return (guint) form < MN_N_FORMS && input != NULL && mn_item_is (input->session, "session");
}

MnComposed *
mn_form_compose_input (MnForm form, const MnFormInput *input)
{
  g_autoptr (MnComposer) composer = NULL;

  g_return_val_if_fail (is_input (form, input), NULL);

  composer = mn_composer_new_input (form, input);
  forms[form].compose (composer);
  mn_hand_change_lay_over (composer);
  return finish (composer);
}

MnComposed *
mn_form_compose (MnForm form, MnItem *session)
{
  const MnFormInput input = { .session = session };

  return mn_form_compose_input (form, &input);
}

/** mn_form_compose_plain: what the session says by itself. */
MnComposed *
mn_form_compose_plain (MnForm form, const MnFormInput *input)
{
  g_autoptr (MnComposer) composer = NULL;

  g_return_val_if_fail (is_input (form, input), NULL);

  composer = mn_composer_new_input (form, input);
  g_hash_table_remove_all (composer->removed);
  forms[form].compose (composer);
  return finish (composer);
}
