#include "mn-archive-private.h"
#include "mn-snippet.h"

#define DEFAULT_LIMIT 20

void
mn_search_hit_free (MnSearchHit *self)
{
  g_free (self->session);
  g_free (self->item);
  g_free (self->section);
  g_free (self->snippet);
  g_free (self);
}

/* Every term is a quoted string of letters and digits only, so there is nothing in it that the
 * query language could take for its own. */
static char *
make_expression (GPtrArray *terms)
{
  GString *expression = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const MnTerm    *term = terms->pdata[i];
      g_autofree char *words = g_strjoinv (" ", term->words);

      g_string_append_printf (expression, "%s\"%s\"%s", i > 0 ? " AND " : "", words,
                              term->prefix ? " *" : "");
    }
  return g_string_free (expression, FALSE);
}

static MnSearchHit *
read_hit (MnStatement *row, GPtrArray *terms)
{
  MnSearchHit *hit = g_new0 (MnSearchHit, 1);

  hit->session = g_strdup (mn_statement_get (row, 0));
  hit->item = g_strdup (mn_statement_get (row, 1));
  hit->section = g_strdup (mn_statement_get (row, 2));
  hit->snippet = mn_snippet_make (mn_statement_get (row, 3), terms);
  return hit;
}

/* Sessions whose day nobody knows yet are new ones. */
static MnStatement *
prepare_search (MnIndex *index, GPtrArray *terms, guint limit, GError **error)
{
  g_autofree char *expression = make_expression (terms);
  MnStatement     *statement = mn_index_prepare (
          index,
          "SELECT file.session, passage.item, passage.section, passage.raw"
              " FROM text JOIN passage ON passage.id = text.rowid JOIN file ON file.id = passage.file"
              " WHERE text MATCH ? ORDER BY file.starts_at IS NULL DESC, file.starts_at DESC, file.path,"
              " passage.id LIMIT ?",
          error);

  if (statement == NULL)
    return NULL;
  mn_statement_bind (statement, 1, expression);
  sqlite3_bind_int64 (statement, 2, limit > 0 ? limit : DEFAULT_LIMIT);
  return statement;
}

GPtrArray *
mn_archive_search (MnArchive *self, const char *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_search_hit_free);
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (MnStatement) statement = NULL;
  g_autoptr (GError)      failure = NULL;
  MnIndex                *index;

  g_return_val_if_fail (MN_IS_ARCHIVE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  terms = mn_query_parse (query);
  if (terms->len == 0)
    return g_steal_pointer (&hits);
  index = mn_archive_get_index (self, error);
  if (index == NULL)
    return NULL;
  statement = prepare_search (index, terms, limit, error);
  if (statement == NULL)
    return NULL;
  while (mn_index_step (index, statement, &failure))
    g_ptr_array_add (hits, read_hit (statement, terms));
  if (failure == NULL)
    return g_steal_pointer (&hits);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
