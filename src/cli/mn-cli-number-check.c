#include "mn-cli-number-check.h"

#include <string.h>

#include "mn-check.h"
#include "mn-cli-archive.h"
#include "mn-register.h"
#include "mn-session.h"

static void
take_finding (GPtrArray *findings, MnSeverity severity, MnItem *item, const char *field, char *text)
{
  MnFinding *finding;

  if (text == NULL)
    return;
  finding = g_new0 (MnFinding, 1);
  finding->severity = severity;
  finding->item = g_strdup (mn_item_get_id (item));
  finding->field = g_strdup (field);
  finding->text = g_strdup_printf ("%s.", text);
  g_free (text);
  g_ptr_array_add (findings, finding);
}

static gboolean
check_padding (MnItem *item, gpointer user_data)
{
  for (const MnField *field = mn_item_get_kind (item)->fields; field->name != NULL; field++)
    {
      g_autofree char      *text = NULL;
      g_autoptr (GPtrArray) faults = NULL;

      if ((field->type != MN_FIELD_TEXT && field->type != MN_FIELD_RICH) ||
          (field->flags & MN_FIELD_HIDDEN) != 0)
        continue;
      text = mn_item_dup_plain (item, field->name);
      faults = mn_number_check_padding (text);
      for (guint i = 0; i < faults->len; i++)
        take_finding (user_data, MN_FINDING_ADVICE, item, field->name, g_strdup (faults->pdata[i]));
    }
  return TRUE;
}

/* FOLDER of FOLDER/2026/NAME.minutes, or that of a file beside numbers.xml; else NULL. */
static char *
find_archive (const char *path)
{
  g_autofree char *folder = mn_archive_dup_folder_of (path);
  g_autofree char *beside = g_path_get_dirname (path);
  g_autofree char *own = g_canonicalize_filename (beside, NULL);
  g_autofree char *numbers = g_build_filename (folder, "numbers.xml", NULL);

  if (strcmp (folder, own) != 0 || g_file_test (numbers, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&folder);
  return NULL;
}

static void
check_document (MnRegister *numbers, MnItem *session, MnItem *document, GPtrArray *findings)
{
  MnNumberSequence *sequence = mn_item_get_integer (document, "number", 0) > 0
                                   ? mn_register_find (numbers, session, document)
                                   : NULL;

  if (sequence == NULL)
    return;
  take_finding (findings, MN_FINDING_ERROR, document, "number",
                mn_number_sequence_dup_double (sequence, document));
  take_finding (findings, MN_FINDING_ADVICE, document, "number",
                mn_number_sequence_dup_advice (sequence, document));
}

static gboolean
has_numbers (MnItem *session)
{
  for (guint i = 0; i < mn_item_get_n_children (session, "documents"); i++)
    if (mn_item_get (mn_item_get_child (session, "documents", i), "number") != NULL)
      return TRUE;
  return FALSE;
}

void
mn_cli_check_numbers (const char *path, MnItem *session, GPtrArray *findings)
{
  g_autofree char       *folder = has_numbers (session) ? find_archive (path) : NULL;
  g_autoptr (MnArchive)  archive = NULL;
  g_autoptr (MnRegister) numbers = NULL;
  g_autoptr (GError)     error = NULL;

  mn_item_walk (session, check_padding, findings);
  if (folder == NULL)
    return;
  archive = mn_cli_archive_new (folder);
  if (mn_archive_refresh (archive, &error))
    numbers = mn_register_new (archive, session, &error);
  if (numbers == NULL)
    {
      take_finding (findings, MN_FINDING_ERROR, session, NULL, g_strdup (error->message));
      return;
    }
  for (guint i = 0; i < mn_item_get_n_children (session, "documents"); i++)
    check_document (numbers, session, mn_item_get_child (session, "documents", i), findings);
}
