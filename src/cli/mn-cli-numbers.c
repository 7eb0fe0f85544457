#include <glib/gi18n.h>

#include "mn-cli-archive.h"
#include "mn-cli-number-edit.h"
#include "mn-json.h"
#include "mn-register.h"

static const char *const sources[] = {
  [MN_NUMBER_DOCUMENT] = "document",
  [MN_NUMBER_RESERVED] = "reserved",
  [MN_NUMBER_FOREIGN] = "foreign",
};

/* ---- text ----------------------------------------------------------------------------------- */

static void
append_mark (GString *out, gboolean set, const char *words)
{
  if (set)
    g_string_append_printf (out, "  [%s]", words);
}

static void
append_entry (GString *out, const MnNumberEntry *entry)
{
  g_string_append_printf (out, "  %-14s %-10s %s", entry->text, entry->date, entry->title);
  append_mark (out, entry->source == MN_NUMBER_RESERVED, _ ("reserved"));
  append_mark (out, entry->source == MN_NUMBER_FOREIGN, _ ("issued outside the archive"));
  append_mark (out, entry->source == MN_NUMBER_DOCUMENT && g_strcmp0 (entry->state, "issued") != 0,
               _ ("not issued yet"));
  append_mark (out, entry->twice, _ ("twice"));
  append_mark (out, entry->late, _ ("a lower number has a later date"));
  g_string_append_c (out, '\n');
}

static void
append_sequence (GString *out, MnNumberSequence *sequence)
{
  g_autofree char *name = mn_number_sequence_dup_name (sequence);
  g_autofree char *next = mn_number_sequence_dup_number (sequence, sequence->next);

  g_string_append_printf (out, "%s%s\n", out->len > 0 ? "\n" : "", name);
  if (sequence->open_ended)
    g_string_append_printf (out, "  %s\n",
                            _ ("(no term of the committee is known: counted as one)"));
  for (guint i = 0; i < sequence->entries->len; i++)
    append_entry (out, sequence->entries->pdata[i]);
  for (guint i = 0; i < sequence->gaps->len; i++)
    {
      MnNumberGap gap = g_array_index (sequence->gaps, MnNumberGap, i);

      if (gap.from == gap.to)
        g_string_append_printf (out, _ ("  not used: %02u\n"), gap.from);
      else
        g_string_append_printf (out, _ ("  not used: %02u to %02u\n"), gap.from, gap.to);
    }
  g_string_append_printf (out, _ ("  next: %s\n"), next);
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static void
append_json_entry (GString *out, const MnNumberEntry *entry)
{
  const struct
  {
    const char *key, *value;
  } words[] = {
    { "text", entry->text },   { "date", entry->date }, { "title", entry->title },
    { "state", entry->state }, { "item", entry->item }, { "session", entry->session },
    { "by", entry->by },
  };

  g_string_append_printf (out, "{ \"number\": %u, \"source\": \"%s\"", entry->number,
                          sources[entry->source]);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_string_append_printf (out, ", \"%s\": ", words[i].key);
      mn_json_append_string (out, words[i].value);
    }
  g_string_append_printf (out, ", \"double\": %s, \"out-of-order\": %s }",
                          entry->twice ? "true" : "false", entry->late ? "true" : "false");
}

static void
append_json_head (GString *out, MnNumberSequence *sequence)
{
  const struct
  {
    const char *key, *value;
  } words[] = {
    { "body", sequence->body },
    { "symbol", sequence->signs.organ },
    { "kind", sequence->kind },
    { "period", sequence->period },
    { "family", sequence->signs.family == MN_FAMILY_STATE ? "state" : "party" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_string_append_printf (out, "    \"%s\": ", words[i].key);
      mn_json_append_string (out, words[i].value);
      g_string_append (out, ",\n");
    }
  g_string_append_printf (out, "    \"first\": %u,\n    \"next\": %u,\n    \"gaps\": [",
                          sequence->first, sequence->next);
}

static void
append_json (GString *out, MnNumberSequence *sequence)
{
  g_string_append (out, out->len > 0 ? ",\n  {\n" : "  {\n");
  append_json_head (out, sequence);
  for (guint i = 0; i < sequence->gaps->len; i++)
    {
      MnNumberGap gap = g_array_index (sequence->gaps, MnNumberGap, i);

      g_string_append_printf (out, "%s[%u, %u]", i > 0 ? ", " : "", gap.from, gap.to);
    }
  g_string_append (out, "],\n    \"numbers\": [");
  for (guint i = 0; i < sequence->entries->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n      " : "\n      ");
      append_json_entry (out, sequence->entries->pdata[i]);
    }
  g_string_append (out, "\n    ]\n  }");
}

/* ---- the command ---------------------------------------------------------------------------- */

static MnExit
put_numbers (const char *folder, gboolean json)
{
  g_autoptr (MnArchive)  archive = mn_cli_archive_new (folder);
  g_autoptr (MnRegister) numbers = NULL;
  g_autoptr (GString)    out = g_string_new (NULL);
  g_autoptr (GError)     error = NULL;

  if (mn_archive_refresh (archive, &error))
    numbers = mn_register_new (archive, NULL, &error);
  if (numbers == NULL)
    return mn_cli_tell_error (error);
  for (guint i = 0; i < mn_register_get_sequences (numbers)->len; i++)
    (json ? append_json : append_sequence) (out, mn_register_get_sequences (numbers)->pdata[i]);
  if (json)
    {
      g_string_prepend (out, "[\n");
      g_string_append (out, "\n]\n");
    }
  return mn_cli_put (out->str, out->len);
}

/** mn_cli_numbers: the register of numbers of an archive. */
MnExit
mn_cli_numbers (char **arguments)
{
  g_autofree char   *folder = NULL;
  gboolean           json = FALSE;
  const GOptionEntry options[] = {
    { "archive", 'a', 0, G_OPTION_ARG_FILENAME, &folder, N_ ("The archive's folder"), N_ ("DIR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON array of objects"), NULL },
    { NULL }
  };
  g_auto (GStrv) files = NULL;
  MnExit         status;

  if (mn_cli_number_edit_knows (arguments[1]))
    return mn_cli_number_edit (arguments + 1);
  if (!mn_cli_parse (arguments, "--archive DIR",
                     _ ("Tells which numbers of documents are taken, by whom, and which comes "
                        "next. “minutes-cli numbers reserve”, “release”, “foreign”, “start” and "
                        "“term” change the register; each has a --help of its own."),
                     options, &files, &status))
    return status;
  if (folder == NULL)
    return mn_cli_usage (arguments[0], "%s", _ ("--archive DIR is missing"));
  if (files[0] != NULL)
    return mn_cli_usage (arguments[0], _ ("“%s” is too much"), files[0]);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      mn_cli_tell (_ ("%s: there is no such folder"), folder);
      return MN_EXIT_INPUT;
    }
  return put_numbers (folder, json);
}
