#include "mn-form-parts.h"
#include "mn-session.h"

/* Which task answers which proposal: ids to ids. */
typedef struct
{
  GHashTable *proposals; /* by task */
  GHashTable *tasks;     /* by proposal */
} Links;

/* The first of several is the one that is led to. */
static void
add_pair (Links *links, const char *task, const char *proposal)
{
  if (!g_hash_table_contains (links->proposals, task))
    g_hash_table_insert (links->proposals, g_strdup (task), g_strdup (proposal));
  if (!g_hash_table_contains (links->tasks, proposal))
    g_hash_table_insert (links->tasks, g_strdup (proposal), g_strdup (task));
}

/* Either of the two may name the other. */
static void
add_pairs (Links *links, MnItem *item)
{
  gboolean       is_task = mn_item_is (item, "point");
  g_auto (GStrv) ids = mn_item_get_refs (item, is_task ? "answers" : "settled-by");

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_task)
      add_pair (links, mn_item_get_id (item), ids[i]);
    else
      add_pair (links, ids[i], mn_item_get_id (item));
}

static void
link_block (const Links *links, MnBlock *block)
{
  const char *link = NULL;

  if (block->source != NULL)
    link = g_hash_table_lookup (links->proposals, block->source);
  if (link == NULL && block->source != NULL)
    link = g_hash_table_lookup (links->tasks, block->source);
  if (link != NULL && block->link == NULL)
    block->link = g_strdup (link);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    link_block (links, block->children->pdata[i]);
}

/** mn_form_add_links: tasks lead to the first proposal that they answer, and proposals to the task.
 */
void
mn_form_add_links (MnComposer *self)
{
  Links links = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  for (guint i = 0; i < mn_item_get_n_children (self->conclusion, "points"); i++)
    add_pairs (&links, mn_item_get_child (self->conclusion, "points", i));
  for (guint i = 0; i < mn_item_get_n_children (self->record, "proposals"); i++)
    add_pairs (&links, mn_item_get_child (self->record, "proposals", i));
  for (guint i = 0; i < self->blocks->len && g_hash_table_size (links.tasks) > 0; i++)
    link_block (&links, self->blocks->pdata[i]);
  g_hash_table_unref (links.proposals);
  g_hash_table_unref (links.tasks);
}
