#include "mn-block-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-session.h"

struct _MnBlockEntry
{
  GObject parent_instance;

  char        *anchor;   /* (owned) (nullable) */
  char        *source;   /* (owned) (nullable) */
  char        *label;    /* (owned) (nullable) */
  MnText      *text;     /* (owned) */
  MnText      *composed; /* (owned) (nullable) */
  MnBlockState state;
};

G_DEFINE_FINAL_TYPE (MnBlockEntry, mn_block_entry, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
mn_block_entry_finalize (GObject *object)
{
  MnBlockEntry *self = MN_BLOCK_ENTRY (object);

  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->text, mn_text_unref);
  g_clear_pointer (&self->composed, mn_text_unref);

  G_OBJECT_CLASS (mn_block_entry_parent_class)->finalize (object);
}

static void
mn_block_entry_class_init (MnBlockEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_block_entry_finalize;

  signals[CHANGED] = g_signal_new ("changed", MN_TYPE_BLOCK_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
mn_block_entry_init (MnBlockEntry *self)
{
  self->text = mn_text_new (NULL);
}

MnBlockEntry *
mn_block_entry_new (const char *anchor)
{
  MnBlockEntry *self = g_object_new (MN_TYPE_BLOCK_ENTRY, NULL);

  self->anchor = g_strdup (anchor);
  return self;
}

const char *
mn_block_entry_get_anchor (MnBlockEntry *self)
{
  return self->anchor;
}

const char *
mn_block_entry_get_source (MnBlockEntry *self)
{
  return self->source;
}

const char *
mn_block_entry_get_label (MnBlockEntry *self)
{
  return self->label;
}

MnText *
mn_block_entry_get_text (MnBlockEntry *self)
{
  return self->text;
}

MnText *
mn_block_entry_get_composed (MnBlockEntry *self)
{
  return self->composed;
}

MnBlockState
mn_block_entry_get_state (MnBlockEntry *self)
{
  return self->state;
}

const char *
mn_block_state_get_label (MnBlockState state)
{
  switch (state)
    {
    case MN_BLOCK_STATE_CHANGED:
      return _ ("Changed by hand");
    case MN_BLOCK_STATE_OUTDATED:
      return _ ("Changed by hand; the session has changed since");
    case MN_BLOCK_STATE_OWN:
      return _ ("Added by hand");
    case MN_BLOCK_STATE_REMOVED:
      return _ ("Taken out by hand");
    case MN_BLOCK_STATE_COMPOSED:
    default:
      return NULL;
    }
}

/* ---- listing -------------------------------------------------------------------------------- */

/* Paragraphs in reading order, those in columns and cells too. */
static void
collect (GPtrArray *blocks, GPtrArray *paragraphs)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      MnBlock *block = blocks->pdata[i];

      if (block->kind == MN_BLOCK_PARAGRAPH && block->text != NULL && block->anchor != NULL)
        g_ptr_array_add (paragraphs, block);
      collect (block->children, paragraphs);
    }
}

static MnBlock *
find_block (GPtrArray *paragraphs, const char *anchor, guint *index)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      MnBlock *block = paragraphs->pdata[i];

      if (strcmp (block->anchor, anchor) == 0)
        {
          *index = i;
          return block;
        }
    }
  return NULL;
}

static GHashTable *
index_blocks (GPtrArray *paragraphs)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < paragraphs->len; i++)
    g_hash_table_insert (index, ((MnBlock *) paragraphs->pdata[i])->anchor, paragraphs->pdata[i]);
  return index;
}

static MnBlockEntry *
create_entry (const MnBlock *block, const MnBlock *plain, char **outdated)
{
  MnBlockEntry *entry = mn_block_entry_new (block->anchor);

  entry->source = g_strdup (block->source);
  entry->label = g_strdup (block->label);
  g_clear_pointer (&entry->text, mn_text_unref);
  entry->text = mn_text_ref (block->text);
  entry->composed = plain != NULL ? mn_text_ref (plain->text) : NULL;
  if (plain == NULL)
    entry->state = MN_BLOCK_STATE_OWN;
  else if (g_strv_contains ((const char *const *) outdated, block->anchor))
    entry->state = MN_BLOCK_STATE_OUTDATED;
  else if (block->hand_changed)
    entry->state = MN_BLOCK_STATE_CHANGED;
  return entry;
}

static guint
find_entry (GPtrArray *entries, const char *anchor)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (((MnBlockEntry *) entries->pdata[i])->anchor, anchor) == 0)
      return i;
  return entries->len;
}

/* What was taken out stays in the list, at its place, so that it can be taken back. */
static void
add_removed (GPtrArray *entries, GPtrArray *plain, MnItem *change)
{
  const char   *anchor = mn_item_get (change, "anchor");
  MnBlockEntry *entry;
  MnBlock      *block;
  guint         at = 0, place = 0;

  if (anchor == NULL || mn_item_get_boolean (change, "after") ||
      find_entry (entries, anchor) < entries->len)
    return;
  block = find_block (plain, anchor, &at);
  if (block == NULL)
    return;
  for (; at > 0; at--)
    {
      place = find_entry (entries, ((MnBlock *) plain->pdata[at - 1])->anchor) + 1;
      if (place <= entries->len)
        break;
    }
  entry = create_entry (block, block, (char *[]){ NULL });
  entry->state = MN_BLOCK_STATE_REMOVED;
  g_clear_pointer (&entry->text, mn_text_unref);
  entry->text = mn_text_new (NULL);
  g_ptr_array_insert (entries, (int) MIN (place, entries->len), entry);
}

/** mn_block_entry_list: of MnBlockEntry, owned by the array. */
GPtrArray *
mn_block_entry_list (MnForm form, const MnFormInput *input)
{
  g_autoptr (MnComposed) actual = mn_form_compose_input (form, input);
  g_autoptr (MnComposed) plain = mn_form_compose_plain (form, input);
  g_autoptr (GPtrArray)  actual_blocks = g_ptr_array_new (), plain_blocks = g_ptr_array_new ();
  g_autoptr (GHashTable) index = NULL;
  g_auto (GStrv)         outdated = mn_form_list_outdated (form, input);
  GPtrArray             *entries = g_ptr_array_new_with_free_func (g_object_unref);
  MnItem                *paper = mn_session_get_document (input->session, mn_form_get_name (form));
  guint                  n = paper != NULL ? mn_item_get_n_children (paper, "hand-changes") : 0;

  collect (actual->blocks, actual_blocks);
  collect (plain->blocks, plain_blocks);
  index = index_blocks (plain_blocks);
  for (guint i = 0; i < actual_blocks->len; i++)
    {
      MnBlock *block = actual_blocks->pdata[i];

      g_ptr_array_add (entries,
                       create_entry (block, g_hash_table_lookup (index, block->anchor), outdated));
    }
  for (guint i = 0; i < n; i++)
    add_removed (entries, plain_blocks, mn_item_get_child (paper, "hand-changes", i));
  return entries;
}

/* ---- updating ------------------------------------------------------------------------------- */

static gboolean
same_text (MnText *a, MnText *b)
{
  return a == b || (a != NULL && b != NULL && mn_text_equal (a, b));
}

static void
take_over (MnBlockEntry *self, MnBlockEntry *other)
{
  gboolean same = same_text (self->text, other->text) &&
                  same_text (self->composed, other->composed) && self->state == other->state &&
                  g_strcmp0 (self->label, other->label) == 0;

  if (same)
    return;
  g_clear_pointer (&self->text, mn_text_unref);
  self->text = mn_text_ref (other->text);
  g_clear_pointer (&self->composed, mn_text_unref);
  self->composed = other->composed != NULL ? mn_text_ref (other->composed) : NULL;
  self->state = other->state;
  g_free (self->label);
  self->label = g_strdup (other->label);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
match (GListModel *store, guint index, MnBlockEntry *entry)
{
  g_autoptr (MnBlockEntry) old = g_list_model_get_item (store, index);

  if (g_strcmp0 (old->anchor, entry->anchor) != 0)
    return FALSE;
  take_over (old, entry);
  return TRUE;
}

/** mn_block_entry_update: a key press changes one entry; only anchors that come or go move rows. */
void
mn_block_entry_update (GListStore *store, GPtrArray *entries)
{
  GListModel *model = G_LIST_MODEL (store);
  guint       n = g_list_model_get_n_items (model), first = 0, last = 0;

  while (first < n && first < entries->len && match (model, first, entries->pdata[first]))
    first++;
  while (last < n - first && last < entries->len - first &&
         match (model, n - 1 - last, entries->pdata[entries->len - 1 - last]))
    last++;
  if (first + last < n || first + last < entries->len)
    g_list_store_splice (store, first, n - first - last, entries->pdata + first,
                         entries->len - first - last);
}

/** mn_block_entry_find_change: (transfer none) (nullable) */
MnItem *
mn_block_entry_find_change (MnBlockEntry *self, MnDocument *document, MnForm form)
{
  MnItem *paper = mn_session_get_document (mn_document_get_root (document),
                                           mn_form_get_name (form));
  MnItem *source = mn_document_find (document, self->source);
  guint   n = paper != NULL ? mn_item_get_n_children (paper, "hand-changes") : 0;

  if (source != NULL && mn_item_is (source, "hand-change"))
    return source;
  for (guint i = 0; i < n; i++)
    {
      MnItem *change = mn_item_get_child (paper, "hand-changes", i);

      if (!mn_item_get_boolean (change, "after") &&
          g_strcmp0 (mn_item_get (change, "anchor"), self->anchor) == 0)
        return change;
    }
  return NULL;
}
