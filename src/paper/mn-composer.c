#include "mn-composer.h"

#include "mn-session.h"
#include "mn-style-choice.h"
#include "mn-style-symbol.h"
#include "mn-wording.h"

static gboolean
index_item (MnItem *item, gpointer user_data)
{
  g_hash_table_insert (user_data, (gpointer) mn_item_get_id (item), item);
  return TRUE;
}

/* A hand change without words takes its paragraph out. */
static void
list_removed (MnComposer *self)
{
  guint n = self->document != NULL ? mn_item_get_n_children (self->document, "hand-changes") : 0;

  for (guint i = 0; i < n; i++)
    {
      MnItem     *change = mn_item_get_child (self->document, "hand-changes", i);
      const char *anchor = mn_item_get (change, "anchor");
      MnText     *text = mn_item_get_rich (change, "text");

      if (anchor != NULL && !mn_item_get_boolean (change, "after") &&
          (text == NULL || mn_text_is_empty (text)))
        g_hash_table_add (self->removed, (gpointer) anchor);
    }
}

/* An office's style that can't be read is told of where it is laid out; words are composed by the
 * newest rule of the Party meanwhile. */
static MnStyle *
find_style (MnForm form, const MnFormInput *input)
{
  MnStyle *style;

  if (input->style != NULL)
    return mn_style_ref (input->style);
  style = mn_style_load (mn_form_get_style_name (form, input->session), NULL);
  return style != NULL ? style : mn_style_load (mn_style_choose (MN_FAMILY_PARTY, NULL), NULL);
}

/** mn_composer_new: from a session alone. */
MnComposer *
mn_composer_new (MnForm form, MnItem *session)
{
  const MnFormInput input = { .session = session };

  return mn_composer_new_input (form, &input);
}

/**
 * mn_composer_new_input:
 *
 * The session is walked once, so that each reference costs one look into a hash.
 */
MnComposer *
mn_composer_new_input (MnForm form, const MnFormInput *input)
{
  MnComposer *self = g_new0 (MnComposer, 1);
  MnItem     *session = input->session;

  self->form = form;
  self->input = *input;
  self->session = session;
  self->record = mn_session_get_record (session);
  self->general = mn_session_get_general (session);
  self->conclusion = mn_session_get_conclusion (session);
  self->document = mn_session_get_document (session, mn_form_get_name (form));
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  self->removed = g_hash_table_new (g_str_hash, g_str_equal);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_block_unref);
  mn_item_walk (session, index_item, self->items);
  list_removed (self);
  self->style = find_style (form, input);
  self->noun = mn_wording_meeting_noun (self);
  return self;
}

void
mn_composer_free (MnComposer *self)
{
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->noun, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->no_pictures, mn_pictures_free);
  g_clear_pointer (&self->style, mn_style_free);
  g_free (self);
}

/* ---- what the session holds ----------------------------------------------------------------- */

static const char *
get_ref_kind (MnItem *item, const char *field)
{
  return mn_kind_find_field (mn_item_get_kind (item), field)->ref;
}

GPtrArray *
mn_composer_list (MnComposer *self, MnItem *item, const char *field)
{
  GPtrArray  *found = g_ptr_array_new ();
  const char *kind = get_ref_kind (item, field);

  g_auto (GStrv) ids = mn_item_get_refs (item, field);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      MnItem *target = g_hash_table_lookup (self->items, ids[i]);

      if (target != NULL && mn_item_is (target, kind))
        g_ptr_array_add (found, target);
    }
  return found;
}

MnItem *
mn_composer_find (MnComposer *self, MnItem *item, const char *field)
{
  const char *id = item != NULL ? mn_item_get (item, field) : NULL;
  MnItem     *target = id != NULL ? g_hash_table_lookup (self->items, id) : NULL;

  return target != NULL && mn_item_is (target, get_ref_kind (item, field)) ? target : NULL;
}

const char *
mn_composer_get (MnComposer *self, const char *field)
{
  return self->document != NULL ? mn_item_get (self->document, field) : NULL;
}

/* ---- what the style says -------------------------------------------------------------------- */

const char *
mn_composer_get_word (MnComposer *self, MnStyleWord word)
{
  return self->style->words[word];
}

char *
mn_composer_dup_word (MnComposer *self, MnStyleWord word, const char *name)
{
  GString *words = g_string_new (self->style->words[word]);

  g_string_replace (words, "%s", name, 1);
  return g_string_free (words, FALSE);
}

gboolean
mn_composer_is_state (MnComposer *self)
{
  return self->style->family == MN_FAMILY_STATE;
}

/* Minutes have fewer levels than the style, and may begin below its first. */
static guint
get_first_level (MnComposer *self)
{
  return self->form == MN_FORM_MINUTES ? self->style->minutes_level : 1;
}

/** mn_composer_number: @path has the numbers of the headings above, and its own last. */
char *
mn_composer_number (MnComposer *self, const guint *path, guint depth)
{
  return mn_style_dup_label (self->style, get_first_level (self), path, depth);
}

/* ---- blocks --------------------------------------------------------------------------------- */

MnBlock *
mn_composer_add (MnComposer *self, MnBlock *block)
{
  g_ptr_array_add (self->blocks, block);
  return block;
}

MnBlock *
mn_composer_add_text (MnComposer *self, MnRole role, MnItem *source, MnText *text)
{
  MnBlock *block = mn_block_new_paragraph (role, text);

  mn_text_unref (text);
  if (role == MN_ROLE_BODY)
    block->level = 1; /* below a numbered heading: numbered points inside are "a)" */
  if (source != NULL)
    block->source = g_strdup (mn_item_get_id (source));
  return mn_composer_add (self, block);
}

MnBlock *
mn_composer_add_string (MnComposer *self, MnRole role, MnItem *source, const char *text)
{
  g_autofree char *clean = mn_sentence_clean (text);

  return mn_composer_add_text (self, role, source, mn_text_new (clean));
}

/** mn_composer_add_heading: a heading of the body, which stays with what follows it. */
MnBlock *
mn_composer_add_heading (MnComposer *self,
                         guint       level,
                         const char *label,
                         const char *anchor,
                         const char *text)
{
  static const MnRole roles[] = { MN_ROLE_HEADING_1, MN_ROLE_HEADING_2, MN_ROLE_HEADING_3 };
  MnBlock            *block;

  guint role = level - 1 + get_first_level (self) - 1;

  g_return_val_if_fail (level >= 1 && level <= G_N_ELEMENTS (roles), NULL);

  block = mn_composer_add_string (self, roles[MIN (role, G_N_ELEMENTS (roles) - 1)], NULL, text);
  block->outline = level;
  block->keep_with_next = TRUE;
  mn_composer_label (block, label);
  mn_composer_name (block, anchor);
  return block;
}

char *
mn_composer_dup_anchor (const char *prefix, MnItem *item, const char *part)
{
  return g_strdup_printf ("%s:%s%s%s", prefix, mn_item_get_id (item), part != NULL ? ":" : "",
                          part != NULL ? part : "");
}

void
mn_composer_name (MnBlock *block, const char *anchor)
{
  g_free (block->anchor);
  block->anchor = g_strdup (anchor);
}

void
mn_composer_name_item (MnBlock *block, const char *prefix, MnItem *item, const char *part)
{
  g_free (block->anchor);
  block->anchor = mn_composer_dup_anchor (prefix, item, part);
  g_free (block->source);
  block->source = g_strdup (mn_item_get_id (item));
}

void
mn_composer_label (MnBlock *block, const char *label)
{
  g_free (block->label);
  block->label = g_strdup (label);
}

/** mn_composer_is_removed: a number isn't spent on a paragraph that a hand took out. */
gboolean
mn_composer_is_removed (MnComposer *self, const char *prefix, MnItem *item)
{
  g_autofree char *anchor = mn_composer_dup_anchor (prefix, item, NULL);

  return g_hash_table_contains (self->removed, anchor);
}
