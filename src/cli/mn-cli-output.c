#include "mn-cli-output.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "mn-error.h"

#define SUFFIX ".minutes"

void
mn_output_free (MnOutput *self)
{
  g_free (self->path);
  g_free (self->input);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* ---- places --------------------------------------------------------------------------------- */

static char *
name_output (const char *input, const char *form)
{
  g_autofree char *name = g_path_get_basename (input);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return g_strdup_printf ("%s-%s.pdf", name, form);
}

static char *
place_output (const char *input, const char *form, const char *out, gboolean several)
{
  g_autofree char *name = name_output (input, form);
  g_autofree char *beside = g_path_get_dirname (input);

  if (out != NULL && !several)
    return g_strdup (out);
  return g_build_filename (out != NULL ? out : beside, name, NULL);
}

GPtrArray *
mn_output_plan (char **inputs, const char *form, const char *out, MnExit *status)
{
  g_autoptr (GPtrArray)  outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_output_free);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  *status = MN_EXIT_DONE;
  for (guint i = 0; inputs[i] != NULL; i++)
    {
      MnOutput *output = g_new0 (MnOutput, 1);

      output->input = g_strdup (inputs[i]);
      output->path = place_output (inputs[i], form, out, inputs[1] != NULL);
      g_ptr_array_add (outputs, output);
      if (g_hash_table_add (places, g_canonicalize_filename (output->path, NULL)))
        continue;
      mn_cli_tell (_ ("%s: two inputs would both become %s"), inputs[i], output->path);
      *status = MN_EXIT_INPUT;
    }
  return g_steal_pointer (&outputs);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  struct stat first, second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/* What isn't an ordinary file, a device or a pipe, would be replaced by one. */
static MnExit
check_place (const MnOutput *output, gboolean force)
{
  g_autofree char *folder = g_path_get_dirname (output->path);

  if (g_file_test (output->path, G_FILE_TEST_IS_DIR))
    mn_cli_tell (_ ("%s is a folder; a file is needed here"), output->path);
  else if (g_file_test (folder, G_FILE_TEST_EXISTS) && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    mn_cli_tell (_ ("%s isn't a folder"), folder);
  else if (g_file_test (output->path, G_FILE_TEST_EXISTS) &&
           !g_file_test (output->path, G_FILE_TEST_IS_REGULAR))
    mn_cli_tell (_ ("%s isn't an ordinary file"), output->path);
  else if (is_same_file (output->path, output->input))
    mn_cli_tell (_ ("%s is the input itself"), output->path);
  else if (!force && g_file_test (output->path, G_FILE_TEST_EXISTS))
    mn_cli_tell (_ ("%s is there already; --force overwrites it"), output->path);
  else
    return MN_EXIT_DONE;
  return MN_EXIT_INPUT;
}

/* An input of the same command is never overwritten. */
static MnExit
check_inputs (GPtrArray *outputs, const MnOutput *output)
{
  for (guint i = 0; i < outputs->len; i++)
    {
      const MnOutput *other = outputs->pdata[i];

      if (other == output || !is_same_file (output->path, other->input))
        continue;
      mn_cli_tell (_ ("%s is an input"), output->path);
      return MN_EXIT_INPUT;
    }
  return MN_EXIT_DONE;
}

MnExit
mn_output_check (GPtrArray *outputs, gboolean force)
{
  MnExit status = MN_EXIT_DONE;

  for (guint i = 0; i < outputs->len; i++)
    {
      MnExit found = check_place (outputs->pdata[i], force);

      if (found == MN_EXIT_DONE)
        found = check_inputs (outputs, outputs->pdata[i]);
      status = mn_cli_worse (status, found);
    }
  return status;
}

/* ---- writing -------------------------------------------------------------------------------- */

/** Written: an output that stands beside its place. */
typedef struct
{
  char *temporary;
  char *place; /* links followed */
} Written;

static void
written_free (Written *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->place);
  g_free (self);
}

static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *place = g_strdup (real != NULL ? real : path);

  free (real);
  return place;
}

static int
choose_mode (const char *place)
{
  struct stat status;
  mode_t      mask;

  if (stat (place, &status) == 0)
    return (int) (status.st_mode & 07777);
  mask = umask (0);
  umask (mask);
  return (int) (0666 & ~mask);
}

static Written *
write_beside (const MnOutput *output, GError **error)
{
  Written           *written = g_new0 (Written, 1);
  g_autofree char   *folder = NULL;
  g_autoptr (GError) local = NULL;
  gsize              length;
  const char        *bytes = g_bytes_get_data (output->bytes, &length);

  written->place = follow_links (output->path);
  folder = g_path_get_dirname (written->place);
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                   _ ("the folder %s can't be made: %s"), folder, g_strerror (code));
    }
  else
    {
      written->temporary = g_strdup_printf ("%s.part-%08x", written->place, g_random_int ());
      if (g_file_set_contents_full (written->temporary, bytes, (gssize) length,
                                    G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                    choose_mode (written->place), &local))
        return written;
      g_set_error (error, local->domain, local->code, _ ("%s can't be written: %s"), output->path,
                   mn_error_get_reason (local));
    }
  written_free (written);
  return NULL;
}

static MnExit
put_in_place (GPtrArray *all_written)
{
  for (guint i = 0; i < all_written->len; i++)
    {
      Written *written = all_written->pdata[i];

      if (g_rename (written->temporary, written->place) != 0)
        {
          mn_cli_tell (_ ("%s can't be written: %s"), written->place, g_strerror (errno));
          return MN_EXIT_SYSTEM;
        }
      g_clear_pointer (&written->temporary, g_free);
    }
  return MN_EXIT_DONE;
}

MnExit
mn_output_write (GPtrArray *outputs)
{
  g_autoptr (GPtrArray) all_written = g_ptr_array_new_with_free_func (
      (GDestroyNotify) written_free);

  for (guint i = 0; i < outputs->len; i++)
    {
      g_autoptr (GError) error = NULL;
      Written           *written = write_beside (outputs->pdata[i], &error);

      if (written == NULL)
        {
          mn_cli_tell_error (error);
          return MN_EXIT_SYSTEM;
        }
      g_ptr_array_add (all_written, written);
    }
  return put_in_place (all_written);
}
