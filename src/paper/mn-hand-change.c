#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-form-parts.h"
#include "mn-session.h"

/* A hand change replaces the paragraph that bears its anchor, or stands after it; the composed text
 * itself is never stored, only its hash. A change whose anchor is gone is never dropped. */

#define OWN_PREFIX "hand:" /* anchors of paragraphs that somebody added */

/* ---- hash ----------------------------------------------------------------------------------- */

static void
add_to_sum (GChecksum *sum, const char *bytes, gsize n)
{
  g_checksum_update (sum, (const guchar *) bytes, (gssize) n);
}

/**
 * mn_form_hash_text:
 *
 * Returns: (transfer full): SHA-256 in hex of the characters with their marks and the paragraphs'
 *   styles; the same for equal texts
 */
char *
mn_form_hash_text (const MnText *text)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < mn_text_get_n_paragraphs (text); i++)
    {
      MnParagraph      paragraph = mn_text_get_paragraph (text, i);
      g_autofree char *head = g_strdup_printf ("\n%d,%u:", paragraph.style, paragraph.level);
      MnRun            run;

      add_to_sum (sum, head, strlen (head));
      for (guint cursor = 0; mn_text_next_run (text, i, &cursor, &run);)
        {
          g_autofree char *marks = g_strdup_printf ("\t%d:", run.marks);

          add_to_sum (sum, marks, strlen (marks));
          add_to_sum (sum, run.utf8, run.n_bytes);
        }
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* ---- blocks by anchor ----------------------------------------------------------------------- */

static MnBlock *
find_in (MnBlock *block, const char *anchor)
{
  if (g_strcmp0 (block->anchor, anchor) == 0)
    return block;
  return block->children != NULL ? mn_hand_change_find_block (block->children, anchor) : NULL;
}

/** mn_hand_change_find_block: the block with that anchor, in tables too; %NULL if there is none. */
MnBlock *
mn_hand_change_find_block (GPtrArray *blocks, const char *anchor)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      MnBlock *found = find_in (blocks->pdata[i], anchor);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The place of the block, or of the table that it stands in; -1 if there is none. */
static int
find_place (GPtrArray *blocks, const char *anchor)
{
  for (guint i = 0; i < blocks->len; i++)
    if (find_in (blocks->pdata[i], anchor) != NULL)
      return (int) i;
  return -1;
}

/* ---- laying over ---------------------------------------------------------------------------- */

static void
insert_block (MnComposer *self, guint place, MnBlock *block)
{
  g_ptr_array_insert (self->blocks, (int) place, block);
  if (place <= self->body_end)
    self->body_end++;
}

static MnBlock *
new_hand_block (MnItem *change, const char *anchor)
{
  MnText  *text = mn_item_get_rich (change, "text");
  MnBlock *block = mn_block_new_paragraph (MN_ROLE_BODY, text);

  block->level = 1;
  block->anchor = g_strdup (anchor);
  block->source = g_strdup (mn_item_get_id (change));
  block->hand_changed = TRUE;
  return block;
}

/* Paragraphs added after the same one keep the order in which they were added. */
static void
add_own (MnComposer *self, MnItem *change, GHashTable *followers)
{
  const char *anchor = mn_item_get (change, "anchor");
  int         place = anchor != NULL ? find_place (self->blocks, anchor) : -1;
  char       *own = g_strconcat (OWN_PREFIX, mn_item_get_id (change), NULL);
  MnBlock    *block = new_hand_block (change, own);
  guint       followed;

  g_free (own);
  if (place < 0 || (guint) place >= self->body_end)
    {
      insert_block (self, self->body_end, block);
      return;
    }
  followed = GPOINTER_TO_UINT (g_hash_table_lookup (followers, anchor));
  g_hash_table_insert (followers, (gpointer) anchor, GUINT_TO_POINTER (followed + 1));
  insert_block (self, (guint) place + 1 + followed, block);
}

static gboolean
has_text (MnItem *change)
{
  MnText *text = mn_item_get_rich (change, "text");

  return text != NULL && !mn_text_is_empty (text);
}

/* A heading can't be taken out: what stands below it is numbered by it. */
static void
remove_block (MnComposer *self, MnBlock *block)
{
  guint place;

  if (block->outline > 0 || !g_ptr_array_find (self->blocks, block, &place))
    return;
  g_ptr_array_remove_index (self->blocks, place);
  if (place < self->body_end)
    self->body_end--;
}

static void
replace (MnComposer *self, MnItem *change)
{
  const char *anchor = mn_item_get (change, "anchor");
  MnBlock    *block = anchor != NULL ? mn_hand_change_find_block (self->blocks, anchor) : NULL;

  if (block == NULL)
    {
      if (has_text (change))
        insert_block (self, self->body_end, new_hand_block (change, anchor));
      return;
    }
  if (!has_text (change))
    {
      remove_block (self, block);
      return;
    }
  g_clear_pointer (&block->text, mn_text_unref);
  block->text = mn_text_ref (mn_item_get_rich (change, "text"));
  block->hand_changed = TRUE;
}

/**
 * mn_hand_change_lay_over:
 *
 * Own paragraphs come first, while every anchor is still there to stand after.
 */
void
mn_hand_change_lay_over (MnComposer *self)
{
  g_autoptr (GHashTable) followers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = self->document != NULL ? mn_item_get_n_children (self->document, "hand-changes") : 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        MnItem *change = mn_item_get_child (self->document, "hand-changes", i);

        if (mn_item_get_boolean (change, "after") != (pass == 0))
          continue;
        if (pass == 1)
          replace (self, change);
        else if (has_text (change))
          add_own (self, change, followers);
      }
}

/* ---- what has changed since ----------------------------------------------------------------- */

static char *
dup_hash (GPtrArray *blocks, const char *anchor)
{
  MnBlock *block = anchor != NULL ? mn_hand_change_find_block (blocks, anchor) : NULL;

  return block != NULL && block->text != NULL ? mn_form_hash_text (block->text) : NULL;
}

/**
 * mn_form_list_outdated:
 *
 * Returns: (transfer full): anchors of the hand changes that replace a text which is composed
 *   differently now, or not at all
 */
char **
mn_form_list_outdated (MnForm form, const MnFormInput *input)
{
  g_autoptr (MnComposed) composed = mn_form_compose_plain (form, input);
  GPtrArray             *outdated = g_ptr_array_new ();
  MnItem *document = mn_session_get_document (input->session, mn_form_get_name (form));
  guint   n = document != NULL ? mn_item_get_n_children (document, "hand-changes") : 0;

  for (guint i = 0; i < n; i++)
    {
      MnItem          *change = mn_item_get_child (document, "hand-changes", i);
      const char      *anchor = mn_item_get (change, "anchor");
      g_autofree char *now = dup_hash (composed->blocks, anchor);

      if (anchor != NULL && !mn_item_get_boolean (change, "after") &&
          g_strcmp0 (now, mn_item_get (change, "replaces")) != 0)
        g_ptr_array_add (outdated, g_strdup (anchor));
    }
  g_ptr_array_add (outdated, NULL);
  return (char **) g_ptr_array_free (outdated, FALSE);
}

/* ---- edits ---------------------------------------------------------------------------------- */

static MnItem *
find_change (MnItem *document, const char *anchor)
{
  guint n = document != NULL ? mn_item_get_n_children (document, "hand-changes") : 0;

  for (guint i = 0; i < n; i++)
    {
      MnItem          *change = mn_item_get_child (document, "hand-changes", i);
      gboolean         own = mn_item_get_boolean (change, "after");
      g_autofree char *own_anchor = g_strconcat (OWN_PREFIX, mn_item_get_id (change), NULL);

      if (g_strcmp0 (own ? own_anchor : mn_item_get (change, "anchor"), anchor) == 0)
        return change;
    }
  return NULL;
}

static MnItem *
new_document (MnForm form)
{
  MnItem *document = mn_item_new (mn_kind_find ("document"));

  mn_item_set (document, "form", mn_form_get_name (form), NULL);
  mn_item_set (document, "state", "draft", NULL);
  return document;
}

/* Puts @change (transfer full) into the document of the form, which is made where there is none. */
static gboolean
insert_change (MnDocument *document, MnForm form, MnItem *change, GError **error)
{
  g_autoptr (MnItem) owned = change;
  g_autoptr (MnItem) made = NULL;
  MnItem            *session = mn_document_get_root (document);
  MnItem            *paper = mn_session_get_document (session, mn_form_get_name (form));

  if (paper != NULL)
    return mn_document_insert (document, paper, "hand-changes",
                               mn_item_get_n_children (paper, "hand-changes"), change, error);
  made = new_document (form);
  mn_item_add (made, "hand-changes", change);
  return mn_document_insert (document, session, "documents",
                             mn_item_get_n_children (session, "documents"), made, error);
}

static MnItem *
new_change (const char *anchor, MnText *text)
{
  MnItem *change = mn_item_new (mn_kind_find ("hand-change"));

  mn_item_set (change, "anchor", anchor, NULL);
  mn_item_set_rich (change, "text", text);
  return change;
}

static gboolean
is_composed_text (const MnComposed *composed, const char *anchor, const MnText *text)
{
  MnBlock *block = mn_hand_change_find_block (composed->blocks, anchor);

  return block != NULL && mn_text_equal (block->text, text);
}

static gboolean
change_existing (MnDocument *document,
                 MnItem     *change,
                 MnText     *text,
                 const char *hash,
                 GError    **error)
{
  return mn_document_set_rich (document, change, "text", text, error) &&
         (mn_item_get_boolean (change, "after") ||
          mn_document_set (document, change, "replaces", hash, error));
}

static gboolean
store (MnDocument        *document,
       MnForm             form,
       const MnFormInput *input,
       const char        *anchor,
       MnText            *text,
       GError           **error)
{
  MnItem                *paper = mn_session_get_document (input->session, mn_form_get_name (form));
  MnItem                *change = find_change (paper, anchor);
  g_autoptr (MnComposed) composed = mn_form_compose_plain (form, input);
  g_autofree char       *hash = dup_hash (composed->blocks, anchor);

  if (text == NULL || is_composed_text (composed, anchor, text))
    return change == NULL || mn_document_remove (document, change, error);
  if (change != NULL)
    return change_existing (document, change, text, hash, error);
  if (hash == NULL)
    {
      g_set_error (error, MN_ERROR, MN_ERROR_PLACE,
                   _ ("the form has no paragraph “%s” that could be changed"), anchor);
      return FALSE;
    }
  change = new_change (anchor, text);
  mn_item_set (change, "replaces", hash, NULL);
  return insert_change (document, form, change, error);
}

/**
 * mn_form_set_hand_change:
 * @document: the session
 * @form: which form
 * @input: what it is composed from
 * @anchor: of a block that was composed, or of a paragraph of one's own
 * @text: (nullable): the words instead; an empty text takes the paragraph out, %NULL and the
 *   composed text itself take the hand change back
 *
 * One named group of edits; the form's document is made where there is none yet.
 *
 * Returns: %FALSE with an error where nothing has that anchor, or the document can't be changed
 */
gboolean
mn_form_set_hand_change (MnDocument        *document,
                         MnForm             form,
                         const MnFormInput *input,
                         const char        *anchor,
                         MnText            *text,
                         GError           **error)
{
  gboolean ok;

  g_return_val_if_fail (MN_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (input->session == mn_document_get_root (document), FALSE);
  g_return_val_if_fail (anchor != NULL, FALSE);

  mn_document_begin (document, text != NULL ? _ ("Change by hand") : _ ("Take back hand change"));
  ok = store (document, form, input, anchor, text, error);
  mn_document_end (document);
  return ok;
}

/**
 * mn_form_add_hand_paragraph:
 * @after_anchor: of the block that it follows, a paragraph of one's own too
 *
 * Returns: (transfer full) (nullable): the new item's id; the block is anchored "hand:" and that id
 */
char *
mn_form_add_hand_paragraph (MnDocument *document,
                            MnForm      form,
                            const char *after_anchor,
                            MnText     *text,
                            GError    **error)
{
  MnItem          *change;
  g_autofree char *id = NULL;
  gboolean         ok;

  g_return_val_if_fail (MN_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (after_anchor != NULL && text != NULL, NULL);

  change = new_change (after_anchor, text);
  mn_item_set (change, "after", "yes", NULL);
  id = g_strdup (mn_item_get_id (change));
  mn_document_begin (document, _ ("Add paragraph by hand"));
  ok = insert_change (document, form, change, error);
  mn_document_end (document);
  return ok ? g_steal_pointer (&id) : NULL;
}
