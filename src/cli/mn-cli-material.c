#include "mn-cli-material.h"

#include <glib/gi18n.h>

#include "mn-cli-archive.h"

void
mn_material_clear (MnMaterial *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->other);
  g_clear_pointer (&self->histories, g_hash_table_unref);
  g_clear_pointer (&self->pictures, mn_pictures_free);
}

/* ---- the archive that a session lies in ------------------------------------------------------ */

/* What sessions beside FILE say of its items. */
static GHashTable *
read_histories (const char *path, MnItem *session)
{
  g_autofree char      *folder = mn_archive_dup_folder_of (path);
  g_autoptr (MnArchive) archive = mn_cli_archive_new (folder);
  g_autoptr (GError)    error = NULL;

  if (mn_archive_refresh (archive, &error))
    return mn_archive_get_histories (archive, session);
  mn_cli_tell (_ ("%s: advice: what other sessions say of it isn't known: %s"), path,
               error->message);
  return NULL;
}

MnItem *
mn_material_read_session (const char *path, MnExit *status)
{
  gboolean newer = FALSE;
  MnItem  *session = mn_cli_read (path, &newer, status);

  if (newer)
    mn_cli_tell (_ ("%s: advice: the file is of a newer format; what this version doesn't know is "
                    "left out"),
                 path);
  return session;
}

MnPictures *
mn_material_new_pictures (const char *path)
{
  g_autofree char *folder = mn_archive_dup_folder_of (path);

  return mn_pictures_new (folder);
}

/* What is told of the items stands in other sessions too. */
static gboolean
is_followed (MnForm form)
{
  return form == MN_FORM_FOLLOW_UP || form == MN_FORM_PROPOSALS;
}

/* ---- who gets a slip ------------------------------------------------------------------------- */

static char *
dup_lead_names (MnItem *session)
{
  g_autoptr (GPtrArray) leads = mn_form_list_leads (session);
  GString              *names = g_string_new (NULL);

  for (guint i = 0; i < leads->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                            mn_form_get_lead_name (leads->pdata[i]));
  return g_string_free (names, FALSE);
}

static gboolean
find_lead (MnMaterial *self, const char *path, const char *name, MnExit *status)
{
  g_autofree char *names = NULL;

  self->lead = mn_form_find_lead (self->session, name);
  if (self->lead != NULL)
    return TRUE;
  names = dup_lead_names (self->session);
  if (*names != '\0')
    /* Translators: a file, a name that was typed, then names, parted by semicolons */
    mn_cli_tell (_ ("%s: no one lead goes by “%s”; tasks are led by: %s"), path, name, names);
  else
    mn_cli_tell (_ ("%s: nobody leads a task"), path);
  *status = mn_cli_worse (*status, MN_EXIT_INPUT);
  return FALSE;
}

/* ---- all of it ------------------------------------------------------------------------------- */

gboolean
mn_material_read (MnMaterial *self, MnForm form, const char *path, const char *lead, MnExit *status)
{
  self->session = mn_material_read_session (path, status);
  if (self->session == NULL || (lead != NULL && !find_lead (self, path, lead, status)))
    return FALSE;
  self->pictures = mn_material_new_pictures (path);
  if (is_followed (form))
    self->histories = read_histories (path, self->session);
  return TRUE;
}
