#include "mn-cli-number-edit.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-cli-archive.h"
#include "mn-register-entry.h"

/** Entry: what the command line says of one. Strings are owned and nullable. */
typedef struct
{
  char *archive;
  char *body, *symbol, *kind, *number, *date, *words, *by, *until;
} Entry;

static void
entry_clear (Entry *self)
{
  g_free (self->archive);
  g_free (self->body);
  g_free (self->symbol);
  g_free (self->kind);
  g_free (self->number);
  g_free (self->date);
  g_free (self->words);
  g_free (self->by);
  g_free (self->until);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

/** Verb: what can be done with an entry; which fields of it the options are. */
typedef struct
{
  const char *name;
  const char *kind; /* NULL: it is taken away */
  const char *words;
  const char *date;
  const char *summary; /* untranslated */
} Verb;

static const Verb verbs[] = {
  { "reserve", "reserved-number", "reason", "date",
    N_ ("Keeps a number for later: the one given, or the next.") },
  { "release", NULL, NULL, "date", N_ ("Takes a reservation back.") },
  { "foreign", "foreign-number", "title", "date",
    N_ ("Enters a number that was issued outside the archive.") },
  { "start", "number-start", "note", "date",
    N_ ("Sets the first number of a body, a kind and a period.") },
  { "term", "term", "title", "from", N_ ("Enters the term of a committee.") },
};

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

/** mn_cli_number_edit_knows: whether that word after "numbers" changes the register. */
gboolean
mn_cli_number_edit_knows (const char *name)
{
  return find_verb (name) != NULL;
}

/* ---- the entry ------------------------------------------------------------------------------ */

static gboolean
set_field (MnItem *item, const char *field, const char *value, GError **error)
{
  if (value == NULL)
    return TRUE;
  if (field != NULL && mn_kind_find_field (mn_item_get_kind (item), field) != NULL)
    return mn_item_set (item, field, value, error);
  g_set_error (error, MN_ERROR, MN_ERROR_VALUE, _ ("“%s” has no place in this entry"), value);
  return FALSE;
}

static MnItem *
make_entry (const Verb *verb, const Entry *entry, GError **error)
{
  const char        *kind = verb->kind != NULL ? verb->kind : "reserved-number";
  g_autoptr (MnItem) item = mn_item_new (mn_kind_find (kind));

  if (set_field (item, "body", entry->body, error) &&
      set_field (item, "symbol", entry->symbol, error) &&
      set_field (item, "kind", entry->kind, error) &&
      set_field (item, "number", entry->number, error) &&
      set_field (item, verb->date, entry->date, error) &&
      set_field (item, verb->words, entry->words, error) &&
      set_field (item, "by", entry->by, error) && set_field (item, "until", entry->until, error))
    return g_steal_pointer (&item);
  return NULL;
}

/* The number as it stands on paper, or nothing for a term. */
static MnExit
put_number (MnArchive *archive, MnItem *item)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (MnRegister) numbers = NULL;
  g_autofree char       *text = NULL, *line = NULL;

  if (mn_item_is (item, "term"))
    return MN_EXIT_DONE;
  numbers = mn_register_new (archive, NULL, &error);
  if (numbers == NULL)
    return mn_cli_tell_error (error);
  text = mn_register_dup_entry_number (numbers, item);
  line = g_strconcat (text, "\n", NULL);
  return mn_cli_put (line, strlen (line));
}

static const MnNumberEntry *
find_reservation (MnRegister *numbers, MnItem *item)
{
  MnNumberSequence *sequence = mn_register_find_entry (numbers, item);
  gint64            number = mn_item_get_integer (item, "number", 0);

  for (guint i = 0; i < sequence->entries->len; i++)
    {
      const MnNumberEntry *entry = sequence->entries->pdata[i];

      if (entry->source == MN_NUMBER_RESERVED && entry->number == number)
        return entry;
    }
  return NULL;
}

static gboolean
release (MnArchive *archive, MnItem *item, GError **error)
{
  g_autoptr (MnRegister) numbers = NULL;
  const MnNumberEntry   *entry;

  if (!mn_archive_refresh (archive, error))
    return FALSE;
  numbers = mn_register_new (archive, NULL, error);
  if (numbers == NULL)
    return FALSE;
  entry = find_reservation (numbers, item);
  if (entry != NULL)
    return mn_register_drop (archive, entry->item, NULL, error);
  g_set_error_literal (error, MN_ERROR, MN_ERROR_VALUE,
                       _ ("no such number is reserved; “minutes-cli numbers” lists them"));
  return FALSE;
}

static MnExit
change (const Verb *verb, const Entry *entry)
{
  g_autoptr (MnArchive) archive = mn_cli_archive_new (entry->archive);
  g_autoptr (GError)    error = NULL;
  g_autoptr (MnItem)    item = make_entry (verb, entry, &error);

  if (item == NULL)
    return mn_cli_tell_error (error);
  if (verb->kind == NULL ? !release (archive, item, &error)
                         : !mn_register_put (archive, item, NULL, &error))
    return mn_cli_tell_error (error);
  return put_number (archive, item);
}

/* ---- the command ---------------------------------------------------------------------------- */

static MnExit
check_and_change (const char *name, const Verb *verb, const Entry *entry, const char *more)
{
  if (entry->archive == NULL)
    return mn_cli_usage (name, "%s", _ ("--archive DIR is missing"));
  if (entry->body == NULL)
    return mn_cli_usage (name, "%s", _ ("--body NAME is missing"));
  if (verb->kind == NULL && entry->number == NULL)
    return mn_cli_usage (name, "%s", _ ("--number N is missing"));
  if (more != NULL)
    return mn_cli_usage (name, _ ("“%s” is too much"), more);
  if (g_file_test (entry->archive, G_FILE_TEST_IS_DIR))
    return change (verb, entry);
  mn_cli_tell (_ ("%s: there is no such folder"), entry->archive);
  return MN_EXIT_INPUT;
}

/** mn_cli_number_edit: @arguments begins with the word after "numbers". */
MnExit
mn_cli_number_edit (char **arguments)
{
  const Verb        *verb = find_verb (arguments[0]);
  g_auto (Entry)     entry = { NULL };
  const GOptionEntry options[] = {
    { "archive", 'a', 0, G_OPTION_ARG_FILENAME, &entry.archive, N_ ("The archive's folder"),
      N_ ("DIR") },
    { "body", 0, 0, G_OPTION_ARG_STRING, &entry.body, N_ ("Who issues"), N_ ("NAME") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &entry.kind, N_ ("Kind of document: TB, BB, …"),
      N_ ("SIGN") },
    { "symbol", 0, 0, G_OPTION_ARG_STRING, &entry.symbol,
      N_ ("Sign of the organ, where it isn't the body's own"), N_ ("SIGN") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &entry.number, N_ ("The number"), "N" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &entry.date,
      N_ ("Its day (a term's first), which decides the period; today if not given"),
      N_ ("YYYY-MM-DD") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &entry.until, N_ ("Last day of a term"),
      N_ ("YYYY-MM-DD") },
    { "words", 0, 0, G_OPTION_ARG_STRING, &entry.words,
      N_ ("What it is reserved for, the document's title, or the term's name"), N_ ("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &entry.by, N_ ("Who reserves it"), N_ ("NAME") },
    { NULL }
  };
  g_auto (GStrv) files = NULL, named = g_strdupv (arguments);
  MnExit         status;

  g_free (named[0]);
  named[0] = g_strconcat ("numbers ", arguments[0], NULL);
  if (!mn_cli_parse (named, "--archive DIR --body NAME …", _ (verb->summary), options, &files,
                     &status))
    return status;
  return check_and_change (named[0], verb, &entry, files[0]);
}
