#include "mn-print-part.h"

#include "mn-session.h"
#include "mn-style.h"

MnPrintPart *
mn_print_part_new (MnPages *pages, MnForm form, const char *title)
{
  MnPrintPart *self = g_new0 (MnPrintPart, 1);

  self->pages = g_object_ref (pages);
  self->form = form;
  self->title = g_strdup (title);

  return self;
}

/**
 * mn_print_part_compose:
 * @input: what it is made of
 * @form: what to make of it
 * @error: return location: the house style can't be used, or a picture is missing
 *
 * Lays the paper out on pages of its own, which later edits don't touch while it is being printed.
 *
 * Returns: (transfer full): the paper, or %NULL
 */
MnPrintPart *
mn_print_part_compose (const MnFormInput *input, MnForm form, GError **error)
{
  MnStyle *style = mn_style_load (mn_form_get_style_name (form, input->session), error);
  g_autoptr (MnComposed) composed = NULL;
  g_autoptr (MnPages)    pages = NULL;
  g_autofree char       *title = NULL;

  if (!style)
    return NULL;

  pages = mn_pages_new (style);
  composed = mn_form_compose_input (form, input);
  mn_pages_update (pages, composed);
  if (mn_pages_get_fault (pages))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, mn_pages_get_fault (pages));
      return NULL;
    }
  title = mn_session_dup_title (input->session);

  return mn_print_part_new (pages, form, title);
}

void
mn_print_part_free (MnPrintPart *self)
{
  g_object_unref (self->pages);
  g_free (self->title);
  g_free (self);
}

/** mn_print_parts_new: an empty array that owns its #MnPrintPart. */
GPtrArray *
mn_print_parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mn_print_part_free);
}

/**
 * mn_print_sides_new:
 * @parts: of #MnPrintPart
 * @two_sided: whether a sheet is printed on both of its sides
 *
 * Returns: (transfer full): of #MnPrintSide, in order. Every part begins on a front, and so does
 * what is handed out alone within one: where both sides are printed an empty back follows an odd
 * number of pages. Nothing follows the last.
 */
GArray *
mn_print_sides_new (GPtrArray *parts, gboolean two_sided)
{
  GArray           *sides = g_array_new (FALSE, FALSE, sizeof (MnPrintSide));
  const MnPrintSide empty = { NULL, 0, FALSE };

  for (guint i = 0; i < parts->len; i++)
    {
      MnPrintPart *part = parts->pdata[i];
      guint        n_pages = mn_pages_get_n_pages (part->pages);

      for (guint page = 0; page < n_pages; page++)
        {
          const MnPrintSide side = { part->pages, page, FALSE };

          if (two_sided && mn_pages_begins_sheets (part->pages, page) && sides->len % 2 == 1)
            g_array_append_val (sides, empty);
          g_array_append_val (sides, side);
        }
    }

  return sides;
}
