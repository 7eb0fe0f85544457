#include "mn-papers.h"

#include "mn-session.h"

GPtrArray *
mn_papers_collect (MnItem *session)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_paper_free);

  for (guint i = 0; i < mn_item_get_n_children (session, "documents"); i++)
    {
      MnItem *document = mn_item_get_child (session, "documents", i);

      if (mn_item_get_integer (document, "number", 0) > 0)
        g_ptr_array_add (papers, mn_paper_new (session, document));
    }
  return papers;
}

static gboolean
put_paper (MnIndex *index, gint64 file, const MnPaper *paper, GError **error)
{
  g_autoptr (MnStatement) statement = mn_index_prepare (
      index,
      "INSERT INTO paper (file, item, form, state, symbol, date, title, body, body_symbol, style,"
      " session, session_title, day, above, joint, number, congress, family)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  const char *const values[] = {
    paper->item,          paper->form, paper->state,       paper->symbol, paper->date,
    paper->title,         paper->body, paper->body_symbol, paper->style,  paper->session,
    paper->session_title, paper->day,  paper->above,       paper->joint,
  };

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, file);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    mn_statement_bind (statement, (int) i + 2, values[i]);
  sqlite3_bind_int64 (statement, 16, paper->number);
  sqlite3_bind_int (statement, 17, paper->congress);
  sqlite3_bind_int (statement, 18, (int) paper->family);
  return mn_index_execute (index, statement, error);
}

/** mn_papers_put: what mn_papers_list() gives back, for a file's row. */
gboolean
mn_papers_put (MnIndex *index, gint64 file, MnItem *session, GError **error)
{
  g_autoptr (GPtrArray) papers = mn_papers_collect (session);

  for (guint i = 0; i < papers->len; i++)
    if (!put_paper (index, file, papers->pdata[i], error))
      return FALSE;
  return TRUE;
}

static MnPaper *
read_row (MnStatement *row)
{
  MnPaper *paper = mn_paper_new_empty ();
  char   **values[] = {
      &paper->item,          &paper->form, &paper->state,       &paper->symbol, &paper->date,
      &paper->title,         &paper->body, &paper->body_symbol, &paper->style,  &paper->session,
      &paper->session_title, &paper->day,  &paper->above,       &paper->joint,
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_free (*values[i]);
      *values[i] = g_strdup (mn_statement_get (row, (int) i));
    }
  paper->number = (guint) sqlite3_column_int64 (row, 14);
  paper->congress = sqlite3_column_int (row, 15) != 0;
  paper->family = sqlite3_column_int (row, 16) == MN_FAMILY_STATE ? MN_FAMILY_STATE
                                                                  : MN_FAMILY_PARTY;
  return paper;
}

GPtrArray *
mn_papers_list (MnIndex *index, const char *but_session, GError **error)
{
  g_autoptr (GPtrArray)   papers = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_paper_free);
  g_autoptr (GError)      failure = NULL;
  g_autoptr (MnStatement) statement = mn_index_prepare (
      index,
      "SELECT item, form, state, symbol, date, title, body, body_symbol, style, session,"
      " session_title, day, above, joint, number, congress, family FROM paper"
      " WHERE session <> ? ORDER BY number, rowid",
      error);

  if (statement == NULL)
    return NULL;
  mn_statement_bind (statement, 1, but_session != NULL ? but_session : "");
  while (mn_index_step (index, statement, &failure))
    g_ptr_array_add (papers, read_row (statement));
  if (failure == NULL)
    return g_steal_pointer (&papers);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
