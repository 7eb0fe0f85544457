/* The bin of the document beside its versions: what was removed can be restored another day. */

#include <errno.h>
#include <glib/gstdio.h>

#include "mn-store-private.h"

static char *
dup_path (MnStore *self)
{
  g_autofree char *fallback = self->backups == NULL ? mn_backups_dup_default_folder () : NULL;

  return g_build_filename (self->backups != NULL ? self->backups : fallback,
                           mn_item_get_id (mn_document_get_root (self->document)), "bin", NULL);
}

/* Of the job that is about to run: an empty bin has no file. */
void
mn_store_prepare_bin (MnStore *self)
{
  g_autoptr (GVariant) bin = NULL;

  if (!self->keeps_versions || !self->bin_changed)
    return;
  bin = g_variant_ref_sink (mn_document_bin_to_variant (self->document));
  self->bin_changed = FALSE;
  mn_save_job_keep_bin (self->job, dup_path (self),
                        g_variant_n_children (bin) > 0 ? g_variant_get_data_as_bytes (bin) : NULL);
}

static void
bin_changed_cb (MnStore *self)
{
  self->bin_changed = TRUE;
}

/* What another day left in the bin, and what changes in it from now on. */
void
mn_store_fill_bin (MnStore *self)
{
  g_autofree char *path = dup_path (self);
  GListModel      *bin = mn_document_get_bin (self->document);
  char            *data;
  gsize            size;

  if (g_file_get_contents (path, &data, &size, NULL))
    {
      g_autoptr (GBytes)   bytes = g_bytes_new_take (data, size);
      g_autoptr (GVariant) variant = g_variant_ref_sink (
          g_variant_new_from_bytes (G_VARIANT_TYPE (MN_DOCUMENT_BIN_TYPE), bytes, FALSE));

      mn_document_fill_bin (self->document, variant);
    }
  /* A recovered document comes with what its journal holds. */
  self->bin_changed = g_list_model_get_n_items (bin) > 0;
  g_signal_connect_object (bin, "items-changed", G_CALLBACK (bin_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
