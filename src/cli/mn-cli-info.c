#include <glib/gi18n.h>
#include <string.h>

#include "mn-cli.h"
#include "mn-json.h"
#include "mn-session.h"

/** Fact: a line of the table: a word or a number of one session. */
typedef struct
{
  const char *key;   /* in JSON */
  const char *label; /* for people, untranslated */
  char       *words; /* NULL: a number */
  gint64      number;
} Fact;

static void
clear_fact (gpointer data)
{
  g_free (((Fact *) data)->words);
}

static void
add_words (GArray *facts, const char *key, const char *label, char *words)
{
  Fact fact = { key, label, words != NULL ? words : g_strdup (""), 0 };

  g_array_append_val (facts, fact);
}

static void
add_number (GArray *facts, const char *key, const char *label, gint64 number)
{
  Fact fact = { key, label, NULL, number };

  g_array_append_val (facts, fact);
}

/* ---- what is counted ------------------------------------------------------------------------ */

static guint
count_tasks (MnItem *conclusion)
{
  guint n = 0;

  for (guint i = 0; i < mn_item_get_n_children (conclusion, "points"); i++)
    n += mn_item_get_boolean (mn_item_get_child (conclusion, "points", i), "task") ? 1 : 0;
  return n;
}

static guint
count_with (MnItem *record, const char *slot, const char *below)
{
  guint n = 0;

  for (guint i = 0; i < mn_item_get_n_children (record, slot); i++)
    n += mn_item_get_n_children (mn_item_get_child (record, slot, i), below) > 0 ? 1 : 0;
  return n;
}

static guint
count_below (MnItem *record, const char *slot, const char *below)
{
  guint n = 0;

  for (guint i = 0; i < mn_item_get_n_children (record, slot); i++)
    n += mn_item_get_n_children (mn_item_get_child (record, slot, i), below);
  return n;
}

static void
add_general (GArray *facts, MnItem *session, const char *path)
{
  MnItem *general = mn_session_get_general (session);

  add_words (facts, "file", N_ ("File"), g_filename_display_name (path));
  add_words (facts, "id", N_ ("Id"), g_strdup (mn_item_get_id (session)));
  add_words (facts, "title", N_ ("Title"), mn_session_dup_title (session));
  add_words (facts, "series", N_ ("Series"), mn_item_dup_plain (general, "series"));
  add_number (facts, "ordinal", N_ ("Ordinal"), mn_item_get_integer (general, "ordinal", 0));
  add_words (facts, "period", N_ ("Period"), mn_session_dup_period (session));
  add_words (facts, "starts", N_ ("Starts"), mn_item_dup_plain (general, "starts"));
  add_words (facts, "chairs", N_ ("Chairs"), mn_session_dup_parties (session, general, "chairs"));
}

static void
add_counts (GArray *facts, MnItem *session)
{
  static const struct
  {
    const char *slot, *label;
  } slots[] = {
    { "agenda", N_ ("Agenda items") },   { "follow-ups", N_ ("Follow-up rows") },
    { "reports", N_ ("Reports") },       { "contributions", N_ ("Contributions") },
    { "proposals", N_ ("Proposals") },   { "votes", N_ ("Votes") },
    { "references", N_ ("References") }, { "attachments", N_ ("Attachments") },
    { "tray", N_ ("Unfiled lines") },
  };
  MnItem    *record = mn_session_get_record (session);
  MnItem    *conclusion = mn_session_get_conclusion (session);
  MnRollCall roll_call;

  mn_session_call_roll (session, &roll_call);
  add_number (facts, "attendees", N_ ("Attendees"), mn_item_get_n_children (record, "attendees"));
  add_number (facts, "members", N_ ("Members"), roll_call.members);
  add_number (facts, "members-present", N_ ("Members present"), roll_call.members_present);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    add_number (facts, slots[i].slot, slots[i].label,
                mn_item_get_n_children (record, slots[i].slot));
  add_number (facts, "indicators", N_ ("Indicators"),
              count_below (record, "reports", "indicators"));
  add_number (facts, "proposals-answered", N_ ("Proposals with an answer"),
              count_with (record, "proposals", "answers"));
  add_number (facts, "conclusions", N_ ("Conclusions"),
              mn_item_get_n_children (conclusion, "points"));
  add_number (facts, "tasks", N_ ("Of them tasks"), count_tasks (conclusion));
  add_number (facts, "documents", N_ ("Documents"), mn_item_get_n_children (session, "documents"));
}

/* ---- text and JSON -------------------------------------------------------------------------- */

static void
append_json (GString *out, GArray *facts)
{
  g_string_append (out, "  {");
  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);

      g_string_append_printf (out, "%s\n    \"%s\": ", i > 0 ? "," : "", fact->key);
      if (fact->words != NULL)
        mn_json_append_string (out, fact->words);
      else
        g_string_append_printf (out, "%" G_GINT64_FORMAT, fact->number);
    }
  g_string_append (out, "\n  }");
}

static void
append_text (GString *out, GArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);

      if (fact->words != NULL && *fact->words != '\0')
        g_string_append_printf (out, "%s: %s\n", _ (fact->label), fact->words);
      else if (fact->words == NULL && fact->number > 0)
        g_string_append_printf (out, "%s: %" G_GINT64_FORMAT "\n", _ (fact->label), fact->number);
    }
}

static MnExit
add_file (GString *out, const char *path, gboolean json)
{
  MnExit             status = MN_EXIT_DONE;
  g_autoptr (MnItem) session = mn_cli_read (path, NULL, &status);
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (Fact));

  g_array_set_clear_func (facts, clear_fact);
  if (session == NULL)
    return status;
  add_general (facts, session, path);
  add_counts (facts, session);
  if (out->len > 0)
    g_string_append (out, json ? ",\n" : "\n");
  if (json)
    append_json (out, facts);
  else
    append_text (out, facts);
  return status;
}

/** mn_cli_info: what sessions hold, in numbers. */
MnExit
mn_cli_info (char **arguments)
{
  gboolean            json = FALSE;
  const GOptionEntry  options[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json,
                                      N_ ("One JSON array of objects"), NULL },
                                    { NULL } };
  g_auto (GStrv)      files = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  MnExit              status;

  if (!mn_cli_parse (arguments, "FILE…", _ ("Tells what sessions hold, in numbers."), options,
                     &files, &status))
    return status;
  if (files[0] == NULL)
    return mn_cli_usage (arguments[0], "%s", _ ("a FILE is missing"));
  for (guint i = 0; files[i] != NULL; i++)
    status = mn_cli_worse (status, add_file (out, files[i], json));
  if (status != MN_EXIT_DONE)
    return status;
  if (json)
    {
      g_string_prepend (out, "[\n");
      g_string_append (out, "\n]\n");
    }
  return mn_cli_put (out->str, out->len);
}
