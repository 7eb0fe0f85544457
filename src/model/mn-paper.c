#include "mn-paper.h"

#include <string.h>

#include "mn-numbering.h"
#include "mn-session.h"

void
mn_paper_free (MnPaper *self)
{
  g_free (self->item);
  g_free (self->form);
  g_free (self->kind);
  g_free (self->state);
  g_free (self->symbol);
  g_free (self->date);
  g_free (self->title);
  g_free (self->body);
  g_free (self->body_symbol);
  g_free (self->above);
  g_free (self->joint);
  g_free (self->style);
  g_free (self->session);
  g_free (self->session_title);
  g_free (self->day);
  g_free (self);
}

MnPaper *
mn_paper_new_empty (void)
{
  MnPaper *self = g_new0 (MnPaper, 1);
  char   **strings[] = { &self->item,        &self->form,          &self->kind,  &self->state,
                         &self->symbol,      &self->date,          &self->title, &self->body,
                         &self->body_symbol, &self->above,         &self->joint, &self->style,
                         &self->session,     &self->session_title, &self->day };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = g_strdup ("");
  return self;
}

static void
take (char **place, char *value)
{
  g_free (*place);
  *place = value;
}

static void
copy_field (char **place, MnItem *item, const char *field)
{
  const char *value = item != NULL ? mn_item_get (item, field) : NULL;

  take (place, g_strdup (value != NULL ? value : ""));
}

static MnItem *
find_party (MnItem *session, const char *id)
{
  MnItem *item = mn_session_find (session, id);

  return item != NULL && mn_item_is (item, "party") ? item : NULL;
}

/* One line for each body: its sign, where it has one of its own, and its name. */
static char *
dup_joint (MnItem *session, MnItem *document)
{
  g_auto (GStrv) ids = mn_item_get_refs (document, "joint-bodies");
  GString       *out = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      MnItem          *party = find_party (session, ids[i]);
      const char      *symbol = party != NULL ? mn_item_get (party, "symbol") : NULL;
      const char      *name = party != NULL ? mn_item_get (party, "name") : NULL;
      g_autofree char *line = g_strdup_printf ("%s\t%s", symbol != NULL ? symbol : "",
                                               name != NULL ? name : "");

      g_strdelimit (line, "\n", ' ');
      g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (out, FALSE);
}

static void
read_document (MnPaper *self, MnItem *session, MnItem *document)
{
  take (&self->item, g_strdup (mn_item_get_id (document)));
  copy_field (&self->form, document, "form");
  copy_field (&self->state, document, "state");
  copy_field (&self->symbol, document, "symbol");
  copy_field (&self->date, document, "date");
  copy_field (&self->title, document, "subject");
  take (&self->joint, dup_joint (session, document));
  self->number = (guint) mn_item_get_integer (document, "number", 0);
}

static void
read_issuer (MnPaper *self, MnItem *session)
{
  MnItem *issuer = mn_session_get_issuer (session);

  take (&self->body, mn_session_dup_issuer (session));
  copy_field (&self->body_symbol, issuer, "symbol");
  if (issuer != NULL)
    copy_field (&self->above, find_party (session, mn_item_get (issuer, "body")), "name");
}

/** mn_paper_new: of a document, numbered or not. */
MnPaper *
mn_paper_new (MnItem *session, MnItem *document)
{
  MnItem     *general = mn_session_get_general (session);
  const char *style = mn_session_get_style (session, document);
  MnPaper    *self = mn_paper_new_empty ();

  if (document != NULL)
    read_document (self, session, document);
  read_issuer (self, session);
  take (&self->style, g_strdup (style != NULL ? style : ""));
  take (&self->session, g_strdup (mn_item_get_id (session)));
  take (&self->session_title, mn_session_dup_title (session));
  copy_field (&self->day, general, "starts");
  if (strlen (self->day) > 10)
    self->day[10] = '\0';
  self->family = mn_session_get_family (session);
  self->congress = g_strcmp0 (mn_item_get (general, "kind"), "congress") == 0;
  return self;
}

const char *
mn_paper_get_day (const MnPaper *self)
{
  return *self->date != '\0' ? self->date : self->day;
}
