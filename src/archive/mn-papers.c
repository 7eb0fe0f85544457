#include "mn-papers.h"

#include <string.h>

#include "mn-numbering.h"
#include "mn-session.h"

void
mn_paper_free (MnPaper *self)
{
  g_free (self->item);
  g_free (self->form);
  g_free (self->state);
  g_free (self->symbol);
  g_free (self->date);
  g_free (self->title);
  g_free (self->body);
  g_free (self->body_symbol);
  g_free (self->style);
  g_free (self->session);
  g_free (self->session_title);
  g_free (self->day);
  g_free (self);
}

static char *
dup_or_empty (MnItem *item, const char *field)
{
  const char *value = item != NULL ? mn_item_get (item, field) : NULL;

  return g_strdup (value != NULL ? value : "");
}

/** mn_paper_new: of a document, numbered or not. */
MnPaper *
mn_paper_new (MnItem *session, MnItem *document)
{
  MnItem  *general = mn_session_get_general (session);
  MnPaper *self = g_new0 (MnPaper, 1);

  self->item = g_strdup (mn_item_get_id (document));
  self->form = dup_or_empty (document, "form");
  self->state = dup_or_empty (document, "state");
  self->symbol = dup_or_empty (document, "symbol");
  self->date = dup_or_empty (document, "date");
  self->title = dup_or_empty (document, "subject");
  self->body = mn_session_dup_issuer (session);
  self->body_symbol = dup_or_empty (mn_session_get_issuer (session), "symbol");
  self->style = dup_or_empty (general, "style");
  self->session = g_strdup (mn_item_get_id (session));
  self->session_title = mn_session_dup_title (session);
  self->day = dup_or_empty (general, "starts");
  if (strlen (self->day) > 10)
    self->day[10] = '\0';
  self->number = (guint) mn_item_get_integer (document, "number", 0);
  self->congress = g_strcmp0 (mn_item_get (general, "kind"), "congress") == 0;
  return self;
}

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
      " session, session_title, day, number, congress)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      error);
  const char *const values[] = {
    paper->item,  paper->form,    paper->state,         paper->symbol,
    paper->date,  paper->title,   paper->body,          paper->body_symbol,
    paper->style, paper->session, paper->session_title, paper->day,
  };

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, file);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    mn_statement_bind (statement, (int) i + 2, values[i]);
  sqlite3_bind_int64 (statement, 14, paper->number);
  sqlite3_bind_int (statement, 15, paper->congress);
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
  MnPaper *paper = g_new0 (MnPaper, 1);
  char   **values[] = {
      &paper->item,  &paper->form,    &paper->state,         &paper->symbol,
      &paper->date,  &paper->title,   &paper->body,          &paper->body_symbol,
      &paper->style, &paper->session, &paper->session_title, &paper->day,
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    *values[i] = g_strdup (mn_statement_get (row, (int) i));
  paper->number = (guint) sqlite3_column_int64 (row, 12);
  paper->congress = sqlite3_column_int (row, 13) != 0;
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
      " session_title, day, number, congress FROM paper WHERE session <> ? ORDER BY number, rowid",
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
