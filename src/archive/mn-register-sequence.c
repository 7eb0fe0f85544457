/* In which sequence a number belongs. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-fold.h"
#include "mn-register-private.h"

#define CONGRESS "ĐH" /* the sign of one (HD 05, ô 3) */

static void
entry_free (MnNumberEntry *self)
{
  g_free (self->text);
  g_free (self->date);
  g_free (self->title);
  g_free (self->state);
  g_free (self->item);
  g_free (self->owner);
  g_free (self->by);
  g_free (self->session);
  g_free (self->session_title);
  g_free (self);
}

void
mn_number_sequence_free (MnNumberSequence *self)
{
  g_free (self->body);
  g_free (self->above);
  g_free (self->apart);
  g_free (self->kind);
  g_free (self->period);
  g_free (self->signed_on);
  g_free (self->start_item);
  mn_signs_clear (&self->signs);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->gaps);
  g_free (self);
}

/* The day that decides the period; what has none is of today. */
const char *
mn_register_get_day (MnRegister *self, const MnPaper *paper)
{
  const char *day = mn_paper_get_day (paper);

  return *day != '\0' ? day : self->today;
}

/* ---- the period ----------------------------------------------------------------------------- */

/* "" where the field is unset. */
const char *
mn_register_get_text (MnItem *item, const char *field)
{
  const char *value = mn_item_get (item, field);

  return value != NULL ? value : "";
}

/* An entry of numbers.xml without a body counts for all of them. */
static gboolean
concerns (MnItem *item, const char *body)
{
  const char *own = mn_register_get_text (item, "body");

  return *own == '\0' || mn_same_wording (own, body);
}

/* The newest term of the body that had begun by that day. */
static MnItem *
find_term (MnRegister *self, const char *body, const char *day, gboolean *any)
{
  MnItem *found = NULL;

  for (guint i = 0; i < mn_item_get_n_children (self->numbers, "terms"); i++)
    {
      MnItem     *term = mn_item_get_child (self->numbers, "terms", i);
      const char *from = mn_register_get_text (term, "from");

      if (!concerns (term, body))
        continue;
      *any = TRUE;
      if (strcmp (from, day) <= 0 &&
          (found == NULL || strcmp (from, mn_register_get_text (found, "from")) > 0))
        found = term;
    }
  return found;
}

static char *
dup_term_name (MnItem *term)
{
  const char *title = mn_register_get_text (term, "title");
  const char *from = mn_register_get_text (term, "from"),
             *until = mn_register_get_text (term, "until");

  if (*title != '\0')
    return g_strdup (title);
  return g_strdup_printf ("%.4s–%.4s", from, until);
}

/* State: the calendar year (NĐ 30/2020, Điều 15). Party: the term of the committee (HD 05, II.3);
 * where none is known one term that has no end. */
static char *
dup_period (MnRegister *self, const MnPaper *paper, MnFamily family, gboolean *open_ended)
{
  const char *day = mn_register_get_day (self, paper);
  MnItem     *term;
  gboolean    any = FALSE;

  *open_ended = FALSE;
  if (family == MN_FAMILY_STATE)
    return g_strndup (day, 4);
  term = find_term (self, paper->body, day, &any);
  *open_ended = !any;
  if (term != NULL)
    return dup_term_name (term);
  return g_strdup (any ? _ ("before the first term") : "");
}

/* The head of a State body may let all kinds share one sequence (NĐ 30/2020, Điều 15): an entry of
 * numbers.xml for that body without a kind says so. */
static gboolean
shares_kinds (MnRegister *self, const MnPaper *paper, MnFamily family)
{
  for (guint i = 0; i < mn_item_get_n_children (self->numbers, "starts"); i++)
    {
      MnItem *start = mn_item_get_child (self->numbers, "starts", i);

      if (family == MN_FAMILY_STATE && mn_item_get (start, "body") != NULL &&
          mn_item_get (start, "kind") == NULL && concerns (start, paper->body))
        return TRUE;
    }
  return FALSE;
}

/* ---- the sequence --------------------------------------------------------------------------- */

/* A sign that isn't the body's own is that of another organ with numbers of its own (VPTU); one
 * that others are joined to by a hyphen is the body's. */
static const char *
find_apart (const MnPaper *paper, const MnSigns *signs)
{
  gsize length = strlen (signs->own);

  if (strcmp (signs->organ, CONGRESS) == 0)
    return CONGRESS;
  if (length == 0 || *paper->symbol == '\0')
    return "";
  if (strncmp (paper->symbol, signs->own, length) == 0 &&
      (paper->symbol[length] == '\0' || paper->symbol[length] == '-'))
    return "";
  return paper->symbol;
}

/* The newest paper tells how the next one is signed, without who issued it as well. */
static void
sign_sequence (MnNumberSequence *self, const char *day, const MnSigns *signs)
{
  const char *own = *self->apart != '\0'  ? self->apart
                    : *signs->own != '\0' ? signs->own
                                          : signs->organ;

  if (self->signed_on != NULL && strcmp (day, self->signed_on) < 0)
    return;
  g_free (self->signed_on);
  self->signed_on = g_strdup (day);
  mn_signs_clear (&self->signs);
  mn_signs_copy (&self->signs, signs);
  g_free (self->signs.organ);
  self->signs.organ = g_strdup (own);
  g_free (self->signs.kind);
  self->signs.kind = g_strdup (self->kind);
}

static MnNumberSequence *
add_sequence (MnRegister    *self,
              const MnPaper *paper,
              const MnSigns *signs,
              const char    *kind,
              const char    *apart)
{
  MnNumberSequence *sequence = g_new0 (MnNumberSequence, 1);

  sequence->body = g_strdup (paper->body);
  sequence->above = g_strdup (paper->above);
  sequence->apart = g_strdup (apart);
  sequence->kind = g_strdup (kind);
  sequence->period = dup_period (self, paper, signs->family, &sequence->open_ended);
  sequence->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  sequence->gaps = g_array_new (FALSE, FALSE, sizeof (MnNumberGap));
  g_ptr_array_add (self->sequences, sequence);
  sign_sequence (sequence, mn_register_get_day (self, paper), signs);
  return sequence;
}

/**
 * mn_register_get_sequence:
 * @signs: of that paper
 *
 * All kinds of a congress share one sequence (HD 05, ô 3).
 */
MnNumberSequence *
mn_register_get_sequence (MnRegister *self, const MnPaper *paper, const MnSigns *signs)
{
  const char *apart = find_apart (paper, signs);
  gboolean    shared = strcmp (apart, CONGRESS) == 0 || shares_kinds (self, paper, signs->family);
  const char *kind = shared ? "" : signs->kind;
  gboolean    open_ended;
  g_autofree char *period = dup_period (self, paper, signs->family, &open_ended);

  for (guint i = 0; i < self->sequences->len; i++)
    {
      MnNumberSequence *sequence = self->sequences->pdata[i];

      if (strcmp (sequence->apart, apart) != 0 || strcmp (sequence->kind, kind) != 0 ||
          strcmp (sequence->period, period) != 0 || sequence->signs.family != signs->family ||
          !mn_same_wording (sequence->body, paper->body))
        continue;
      if (*paper->form != '\0')
        sign_sequence (sequence, mn_register_get_day (self, paper), signs);
      return sequence;
    }
  return add_sequence (self, paper, signs, kind, apart);
}
