#include "mn-form-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-check.h"
#include "mn-composer.h"

/** Habit: how a family writes what the other writes otherwise. */
typedef struct
{
  const char *party, *state;
} Habit;

/* HD 05, ô 7a and 9a; NĐ 30, Phụ lục I, II.7 and II.9. */
static const Habit habits[] = {
  { "T/M", "TM." }, { "K/T", "KT." }, { "T/L", "TL." }, { "T/L", "TUQ" }, { "Lưu Văn", "Lưu: VT" },
};

static void
add_finding (GPtrArray *findings, MnItem *item, const char *field, char *text)
{
  MnFinding *finding = g_new0 (MnFinding, 1);

  finding->severity = MN_FINDING_ADVICE;
  finding->item = g_strdup (mn_item_get_id (item));
  finding->field = g_strdup (field);
  finding->text = text;
  g_ptr_array_add (findings, finding);
}

static void
check_words (MnComposer *self, MnItem *item, const char *field, GPtrArray *findings)
{
  const char *words = mn_item_get (item, field);
  gboolean    is_state = mn_composer_is_state (self);

  if (words == NULL)
    return;
  while (*words == '-' || *words == ' ')
    words++;
  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      const char *foreign = is_state ? habits[i].party : habits[i].state;
      const char *ours = is_state ? habits[i].state : habits[i].party;

      if (!g_str_has_prefix (words, foreign))
        continue;
      add_finding (findings, item, field,
                   /* Translators: what was typed, how the paper's family writes it, and its rule */
                   g_strdup_printf (_ ("“%s” is how other papers write it; here it is “%s” (%s)"),
                                    foreign, ours, self->style->rule));
      return;
    }
}

/* ---- what is missing ------------------------------------------------------------------------ */

#define FORM(form) (1u << MN_FORM_##form)
#define NUMBERED (FORM (MINUTES) | FORM (NOTICE) | FORM (FOLLOW_UP) | FORM (INVITATION))
#define SIGNED (FORM (NOTICE) | FORM (FOLLOW_UP) | FORM (INVITATION) | FORM (TASK_SLIP))

static gboolean
is_finished (MnComposer *self)
{
  const char *state = mn_composer_get (self, "state");

  return g_strcmp0 (state, "approved") == 0 || g_strcmp0 (state, "issued") == 0;
}

/* Minutes of the State bear no line of place and date (NĐ 30, Mẫu 1.9). */
static gboolean
is_dated (MnComposer *self)
{
  return self->form != MN_FORM_MINUTES || self->style->minutes_dated;
}

/* What the paper prints and the session doesn't know: a gap stands for it. A draft may have gaps.
 */
static void
check_missing (MnComposer *self, GPtrArray *findings)
{
  const struct
  {
    const char *field, *text;
    gboolean    is_printed;
  } parts[] = {
    /* Translators: a paper: "Invitation" */
    { "number", _ ("%s: the number is missing, so a gap is printed for it; fill in “Number”"),
      (NUMBERED & (1u << self->form)) != 0 },
    { "date", _ ("%s: the date is missing, so a gap is printed for it; fill in “Date”"),
      is_dated (self) },
    { "signatory", _ ("%s: nobody is named who signs it; fill in “Signatory”"),
      (SIGNED & (1u << self->form)) != 0 &&
          mn_composer_find (self, self->general, "signatory") == NULL },
  };

  for (guint i = 0; is_finished (self) && i < G_N_ELEMENTS (parts); i++)
    if (parts[i].is_printed && mn_composer_get (self, parts[i].field) == NULL)
      {
        GString *text = g_string_new (parts[i].text);

        g_string_replace (text, "%s", mn_form_get_label (self->form), 1);
        add_finding (findings, self->document, parts[i].field, g_string_free (text, FALSE));
      }
}

/* ---- by whose rule -------------------------------------------------------------------------- */

/* A rule that was set for this paper and isn't the one in force on its day may be meant so. */
static void
check_style (MnComposer *self, GPtrArray *findings)
{
  const char         *in_force = mn_form_get_style_in_force (self->form, self->session);
  g_autoptr (MnStyle) style = mn_style_load (in_force, NULL);
  const char         *set = mn_composer_get (self, "style");

  if (set == NULL || mn_composer_get (self, "own-style") != NULL || strcmp (set, in_force) == 0 ||
      self->style->family != style->family)
    return;
  add_finding (
      findings, self->document, "style",
      /* Translators: a paper, the rule that was set for it, the rule in force on its day */
      g_strdup_printf (_ ("%s: it is printed by %s; on its day %s is in force"),
                       mn_form_get_label (self->form), self->style->rule, style->rule));
}

/**
 * mn_form_check:
 *
 * What stands against printing @form as it is: words in the manner of the other family, and what
 * the form prints but nobody has said once its paper is approved.
 *
 * Returns: (transfer full) (element-type MnFinding): advice, empty where the session has no such
 *   paper
 */
GPtrArray *
mn_form_check (MnForm form, MnItem *session)
{
  static const char *const fields[] = { "collective", "position", "symbol" };
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_finding_free);
  g_autoptr (MnComposer) composer = NULL;

  g_return_val_if_fail (mn_item_is (session, "session"), findings);

  composer = mn_composer_new (form, session);
  if (composer->document != NULL)
    {
      check_missing (composer, findings);
      check_style (composer, findings);
    }
  for (guint i = 0; composer->document != NULL && i < G_N_ELEMENTS (fields); i++)
    check_words (composer, composer->document, fields[i], findings);
  for (guint i = 0;
       composer->document != NULL && i < mn_item_get_n_children (composer->document, "recipients");
       i++)
    check_words (composer, mn_item_get_child (composer->document, "recipients", i), "text",
                 findings);
  return findings;
}
