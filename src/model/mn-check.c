#include "mn-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-session.h"

#define NAME_CHARACTERS 60

void
mn_finding_free (MnFinding *self)
{
  g_free (self->item);
  g_free (self->field);
  g_free (self->text);
  g_free (self);
}

/* ---- saying what was found ------------------------------------------------------------------ */

/* "Proposal 3 “Đề nghị hỗ trợ …”"; parts that there is only one of go by their kind alone. */
static char *
name_item (MnItem *item)
{
  const MnSlot    *slot = mn_item_get_slot (item);
  const char      *kind = mn_kind_get_label (mn_item_get_kind (item));
  g_autofree char *words = mn_item_dup_words (item);

  if (slot == NULL || slot->single)
    return g_strdup (kind);
  if (*words == '\0')
    return g_strdup_printf ("%s %u", kind, mn_item_get_index (item) + 1);
  if (g_utf8_strlen (words, -1) > NAME_CHARACTERS)
    {
      g_autofree char *head = g_utf8_substring (words, 0, NAME_CHARACTERS);

      g_free (words);
      words = g_strconcat (g_strchomp (head), "…", NULL);
    }
  /* Translators: names an item: its kind, its number in the list, its first words */
  return g_strdup_printf (_ ("%s %u “%s”"), kind, mn_item_get_index (item) + 1, words);
}

static void
find (MnCheck *check, MnItem *item, MnSeverity severity, const char *field, const char *text)
{
  MnFinding       *finding = g_new0 (MnFinding, 1);
  g_autofree char *name = name_item (item);

  finding->severity = severity;
  finding->item = g_strdup (mn_item_get_id (item));
  finding->field = g_strdup (field);
  /* Translators: a finding: the item, what is wrong with it */
  finding->text = g_strdup_printf (_ ("%s: %s"), name, text);
  g_ptr_array_add (check->findings, finding);
}

void
mn_check_advise (MnCheck *check, MnItem *item, const char *field, const char *text)
{
  find (check, item, MN_FINDING_ADVICE, field, text);
}

void
mn_check_fault (MnCheck *check, MnItem *item, const char *field, const char *text)
{
  find (check, item, MN_FINDING_ERROR, field, text);
}

gboolean
mn_check_is_set (MnItem *item, const char *field)
{
  return mn_item_get (item, field) != NULL || mn_item_get_rich (item, field) != NULL;
}

/* ---- every kind ----------------------------------------------------------------------------- */

/* What should be filled in, if @when_field holds @when. */
static const struct
{
  const char *kind, *field, *when_field, *when, *text;
} wanted[] = {
  { "general", "starts", NULL, NULL, N_ ("the date is missing; say when the meeting began") },
  { "general", "venue", NULL, NULL, N_ ("the venue is missing; say where the meeting was held") },
  { "general", "chairs", NULL, NULL, N_ ("nobody is named as chair") },
  { "general", "secretary", NULL, NULL, N_ ("nobody is named as secretary") },
  { "attendee", "party", NULL, NULL, N_ ("nobody is named; choose who attends") },
  { "presence", "substitute", "state", "substitute", N_ ("who stands in isn't named") },
  { "answer", "disposition", NULL, NULL, N_ ("what was decided on the proposal isn't said") },
  { "answer", "leads", "disposition", "assigned", N_ ("it isn't said to whom it was assigned") },
  { "answer", "leads", "disposition", "forwarded", N_ ("it isn't said to whom it was forwarded") },
  { "answer", "text", "disposition", "not-agreed", N_ ("the reason for not agreeing is missing") },
  { "point", "leads", "task", "yes", N_ ("the task has no lead; name who is in charge") },
  { "point", "deadline", "deadline-kind", "date", N_ ("the date of the deadline is missing") },
  { "point", "deadline-words", "deadline-kind", "period",
    N_ ("the period for the deadline is missing") },
};

static void
check_wanted (MnCheck *check, MnItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (mn_item_is (item, wanted[i].kind) && !mn_check_is_set (item, wanted[i].field) &&
        (wanted[i].when == NULL ||
         g_strcmp0 (mn_item_get (item, wanted[i].when_field), wanted[i].when) == 0))
      mn_check_advise (check, item, wanted[i].field, _ (wanted[i].text));
}

/* Spans of time: the end lies before the beginning. Canonical times of a day compare as texts. */
static const struct
{
  const char *kind, *from, *to;
} spans[] = {
  { "general", "starts", "ends" },
  { "break", "from", "to" },
  { "agenda-item", "began", "ended" },
};

static gboolean
is_backwards (MnItem *item, const char *from, const char *to)
{
  g_autoptr (GDateTime) start = NULL, end = NULL;

  if (!mn_check_is_set (item, from) || !mn_check_is_set (item, to))
    return FALSE;
  if (mn_kind_find_field (mn_item_get_kind (item), from)->type == MN_FIELD_TIME)
    return strcmp (mn_item_get (item, to), mn_item_get (item, from)) < 0;
  start = mn_item_get_moment (item, from);
  end = mn_item_get_moment (item, to);
  if (!mn_item_moment_has_time (item, from) || !mn_item_moment_has_time (item, to))
    return strncmp (mn_item_get (item, to), mn_item_get (item, from), strlen ("2026-04-15")) < 0;
  return start != NULL && end != NULL && g_date_time_compare (end, start) < 0;
}

static void
check_spans (MnCheck *check, MnItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (mn_item_is (item, spans[i].kind) && is_backwards (item, spans[i].from, spans[i].to))
      mn_check_fault (check, item, spans[i].to, _ ("the end lies before the beginning"));
}

static void
check_ref (MnCheck *check, MnItem *item, const MnField *field, const char *id)
{
  MnItem          *target = g_hash_table_lookup (check->items, id);
  g_autofree char *text = NULL;

  if (target != NULL && mn_item_is (target, field->ref))
    return;
  if (target == NULL)
    /* Translators: a field's label */
    text = g_strdup_printf (_ ("“%s” points to something that isn't in the session; choose again"),
                            mn_field_get_label (field));
  else
    /* Translators: a field's label, the label of the kind of item that it wrongly points to */
    text = g_strdup_printf (_ ("“%s” points to an item of kind “%s”; choose again"),
                            mn_field_get_label (field),
                            mn_kind_get_label (mn_item_get_kind (target)));
  mn_check_fault (check, item, field->name, text);
}

static void
check_refs (MnCheck *check, MnItem *item)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      g_auto (GStrv) ids = NULL;

      if (field->type != MN_FIELD_REF && field->type != MN_FIELD_REFS)
        continue;
      ids = mn_item_get_refs (item, field->name);
      for (guint i = 0; ids[i] != NULL; i++)
        check_ref (check, item, field, ids[i]);
    }
}

/* ---- the session ---------------------------------------------------------------------------- */

static gboolean
note_item (MnItem *item, gpointer user_data)
{
  MnCheck       *check = user_data;
  g_auto (GStrv) ids = NULL;

  g_hash_table_insert (check->items, (gpointer) mn_item_get_id (item), item);
  if (!mn_item_is (item, "point"))
    return TRUE;
  ids = mn_item_get_refs (item, "answers");
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (check->answered, g_strdup (ids[i]));
  return TRUE;
}

static gboolean
check_item (MnItem *item, gpointer user_data)
{
  MnCheck *check = user_data;

  check_refs (check, item);
  check_spans (check, item);
  check_wanted (check, item);
  mn_check_kind (check, item);
  return TRUE;
}

/**
 * mn_check_session:
 * @session: the root item of a session
 *
 * What is missing in a session and what contradicts itself. Errors can't be as they stand:
 * references to nothing, more votes than voters, an end before its beginning. All else is advice,
 * and a session may well be printed with it.
 *
 * Returns: (transfer full) (element-type MnFinding): the findings, in the order of the session
 */
GPtrArray *
mn_check_session (MnItem *session)
{
  MnCheck check = { session };

  g_return_val_if_fail (MN_IS_ITEM (session), NULL);

  check.items = g_hash_table_new (g_str_hash, g_str_equal);
  check.answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_finding_free);
  g_date_clear (&check.day, 1);
  mn_item_get_date (mn_session_get_general (session), "starts", &check.day);
  mn_item_walk (session, note_item, &check);
  mn_item_walk (session, check_item, &check);
  g_hash_table_unref (check.items);
  g_hash_table_unref (check.answered);
  return check.findings;
}
