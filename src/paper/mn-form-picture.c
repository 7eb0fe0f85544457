#include "mn-check.h"
#include "mn-form-check.h"
#include "mn-form-parts.h"

/* A caller that reads no files gets the picture's place on the page. */
static MnPicture *
find_picture (MnComposer *self, const char *name)
{
  if (self->input.pictures == NULL && self->no_pictures == NULL)
    self->no_pictures = mn_pictures_new (NULL);
  return mn_pictures_get (self->input.pictures != NULL ? self->input.pictures : self->no_pictures,
                          name);
}

static void
add_caption (MnComposer *self, MnItem *item)
{
  g_autofree char *caption = mn_sentence_fragment (mn_item_get (item, "caption"));

  if (*caption != '\0')
    mn_composer_add_string (self, MN_ROLE_PICTURE_CAPTION, item, caption);
}

/* The caption says what is seen there to those who don't see it, else what the file is called. */
static void
add_picture (MnComposer *self, MnItem *item, const char *file)
{
  MnBlock    *block = mn_block_new (MN_BLOCK_PICTURE, MN_ROLE_PICTURE_CAPTION);
  const char *caption = mn_item_get (item, "caption");
  const char *fault;

  block->picture = mn_picture_ref (find_picture (self, file));
  block->text = mn_text_new (caption != NULL ? caption : file);
  block->source = g_strdup (mn_item_get_id (item));
  block->keep_with_next = caption != NULL;
  mn_composer_add (self, block);
  fault = mn_picture_get_fault (block->picture);
  if (fault != NULL && self->fault == NULL)
    self->fault = g_strdup (fault);
}

/** mn_form_add_pictures: those of an appendix, each with its caption below. */
void
mn_form_add_pictures (MnComposer *self, MnItem *appendix)
{
  for (guint i = 0; i < mn_item_get_n_children (appendix, "pictures"); i++)
    {
      MnItem     *item = mn_item_get_child (appendix, "pictures", i);
      const char *file = mn_item_get (item, "file");

      if (file != NULL)
        add_picture (self, item, file);
      add_caption (self, item);
    }
}

/* ---- checking ------------------------------------------------------------------------------- */

typedef struct
{
  MnPictures *pictures;
  GPtrArray  *findings;
} Search;

static void
check_pictures (Search *search, MnItem *appendix)
{
  for (guint i = 0; i < mn_item_get_n_children (appendix, "pictures"); i++)
    {
      MnItem     *item = mn_item_get_child (appendix, "pictures", i);
      const char *file = mn_item_get (item, "file");
      const char *fault = file != NULL
                              ? mn_picture_get_fault (mn_pictures_get (search->pictures, file))
                              : NULL;
      MnFinding  *finding;

      if (fault == NULL)
        continue;
      finding = g_new0 (MnFinding, 1);
      finding->severity = MN_FINDING_ERROR;
      finding->item = g_strdup (mn_item_get_id (item));
      finding->field = g_strdup ("file");
      finding->text = g_strdup (fault);
      g_ptr_array_add (search->findings, finding);
    }
}

static gboolean
visit_cb (MnItem *item, gpointer user_data)
{
  if (mn_item_is (item, "appendix"))
    check_pictures (user_data, item);
  return TRUE;
}

GPtrArray *
mn_form_check_pictures (MnItem *session, MnPictures *pictures)
{
  Search search = { pictures, g_ptr_array_new_with_free_func ((GDestroyNotify) mn_finding_free) };

  g_return_val_if_fail (mn_item_is (session, "session"), search.findings);

  mn_item_walk (session, visit_cb, &search);
  return search.findings;
}
