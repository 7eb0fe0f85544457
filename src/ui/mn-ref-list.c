#include "mn-ref-list.h"

#include <string.h>

#include "mn-fold.h"
#include "mn-session.h"

/** mn_ref_dup_words: how an item is named where it is chosen: "ĐX 5-3 · Hỗ trợ vốn …". */
char *
mn_ref_dup_words (MnItem *session, MnItem *item)
{
  g_autofree char *summary = mn_item_dup_summary (item);
  g_autofree char *label = NULL;

  if (!mn_item_is (item, "proposal") && !mn_item_is (item, "point"))
    return g_steal_pointer (&summary);
  label = mn_session_dup_label (session, item);
  return g_strdup_printf ("%s · %s", label, summary);
}

typedef struct
{
  MnItem     *session;
  const char *kind;
  const char *folded;
  char      **except;
  guint       limit;
  GPtrArray  *starts; /* those whose words begin so come first */
  GPtrArray  *found;
} Search;

static gboolean
search_item (MnItem *item, gpointer user_data)
{
  Search          *search = user_data;
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (!mn_item_is (item, search->kind) ||
      (search->except != NULL &&
       g_strv_contains ((const char *const *) search->except, mn_item_get_id (item))))
    return TRUE;
  words = mn_ref_dup_words (search->session, item);
  folded = mn_fold (words);
  if (g_str_has_prefix (folded, search->folded))
    g_ptr_array_add (search->starts, item);
  else if (strstr (folded, search->folded) != NULL && search->found->len < search->limit)
    g_ptr_array_add (search->found, item);
  return search->starts->len < search->limit;
}

/**
 * mn_ref_find:
 * @typed: any part of the words, with or without marks; "" finds all
 * @except: (nullable): ids to leave out
 *
 * Returns: (transfer full): of MnItem (borrowed), at most @limit
 */
GPtrArray *
mn_ref_find (MnItem *session, const char *kind, const char *typed, char **except, guint limit)
{
  g_autofree char *folded = mn_fold (typed);
  Search           search = { session, kind, NULL, except, limit, NULL, NULL };

  search.folded = g_strstrip (folded);
  search.starts = g_ptr_array_new ();
  search.found = g_ptr_array_new ();
  mn_item_walk (session, search_item, &search);
  for (guint i = 0; i < search.found->len && search.starts->len < limit; i++)
    g_ptr_array_add (search.starts, search.found->pdata[i]);
  g_ptr_array_unref (search.found);
  return search.starts;
}

/** mn_ref_find_exact: the item whose words, or for parties whose short name, is @typed but for
 * marks and case; %NULL if there is none. */
MnItem *
mn_ref_find_exact (MnItem *session, const char *kind, const char *typed)
{
  g_autofree char      *wanted = mn_fold (typed);
  g_autoptr (GPtrArray) found = mn_ref_find (session, kind, typed, NULL, G_MAXUINT);

  g_strstrip (wanted);
  for (guint i = 0; i < found->len; i++)
    {
      MnItem          *item = found->pdata[i];
      g_autofree char *words = mn_ref_dup_words (session, item);
      g_autofree char *name = mn_item_is (item, "party") ? mn_party_dup_short (item)
                                                         : g_strdup (words);
      g_autofree char *folded_words = mn_fold (words);
      g_autofree char *folded_name = mn_fold (name);

      if (strcmp (folded_words, wanted) == 0 || strcmp (folded_name, wanted) == 0)
        return item;
    }
  return NULL;
}

/** mn_ref_add: @refs (nullable) with @id behind them. (transfer full) */
char *
mn_ref_add (const char *refs, const char *id)
{
  return refs != NULL ? g_strconcat (refs, " ", id, NULL) : g_strdup (id);
}

/** mn_ref_remove: @refs without @id. (transfer full) */
char *
mn_ref_remove (const char *refs, const char *id)
{
  g_auto (GStrv)      ids = g_strsplit (refs != NULL ? refs : "", " ", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) != 0)
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", ids[i]);
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/** mn_ref_move: @refs with @id @step places further on, as far as there is room. */
char *
mn_ref_move (const char *refs, const char *id, int step)
{
  g_auto (GStrv) ids = g_strsplit (refs != NULL ? refs : "", " ", -1);
  int            n = (int) g_strv_length (ids);

  for (int i = 0; i < n; i++)
    if (strcmp (ids[i], id) == 0)
      {
        int   to = CLAMP (i + step, 0, n - 1);
        char *other = ids[to];

        ids[to] = ids[i];
        ids[i] = other;
        break;
      }
  return g_strjoinv (" ", ids);
}
