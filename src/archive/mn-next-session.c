#include "mn-archive-private.h"

#include <string.h>

#include "mn-period.h"
#include "mn-session.h"

/** What is being copied: from where, into what, and which new item stands for which old one. */
typedef struct
{
  MnItem     *from;
  MnItem     *next;
  GHashTable *heirs; /* old id → new id */
} Copying;

/* ---- pieces --------------------------------------------------------------------------------- */

static void
copy_fields (MnItem *old, MnItem *new, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    mn_item_set (new, fields[i], mn_item_get (old, fields[i]), NULL);
}

static void
note_heir (Copying *copying, MnItem *old, MnItem *new)
{
  g_hash_table_insert (copying->heirs, g_strdup (mn_item_get_id (old)),
                       g_strdup (mn_item_get_id (new)));
}

static void
copy_parties (Copying *copying)
{
  MnItem *old = mn_session_get_record (copying->from), *new = mn_session_get_record (copying->next);

  for (guint i = 0; i < mn_item_get_n_children (old, "parties"); i++)
    {
      MnItem            *party = mn_item_get_child (old, "parties", i);
      g_autoptr (MnItem) copy = mn_item_copy (party, MN_COPY_NEW_IDS);

      note_heir (copying, party, copy);
      mn_item_add (new, "parties", copy);
    }
}

static void
copy_attendees (Copying *copying)
{
  static const char *const fields[] = { "party", "category", "role", NULL };
  MnItem *old = mn_session_get_record (copying->from), *new = mn_session_get_record (copying->next);

  for (guint i = 0; i < mn_item_get_n_children (old, "attendees"); i++)
    {
      MnItem            *attendee = mn_item_get_child (old, "attendees", i);
      g_autoptr (MnItem) copy = mn_item_new (mn_item_get_kind (attendee));

      copy_fields (attendee, copy, fields);
      mn_item_set (copy, "copied-from", mn_item_get_id (attendee), NULL);
      mn_item_add (new, "attendees", copy);
    }
}

/* Headings without times: those belong to one day. */
static void
copy_agenda (MnItem *old, const char *old_slot, MnItem *new)
{
  static const char *const fields[] = { "title", "kind", NULL };

  for (guint i = 0; i < mn_item_get_n_children (old, old_slot); i++)
    {
      MnItem            *point = mn_item_get_child (old, old_slot, i);
      g_autoptr (MnItem) copy = mn_item_new (mn_item_get_kind (point));

      copy_fields (point, copy, fields);
      mn_item_set (copy, "copied-from", mn_item_get_id (point), NULL);
      copy_agenda (point, "points", copy);
      mn_item_add (new, old_slot, copy);
    }
}

static void
copy_recipients (MnItem *old, MnItem *new)
{
  for (guint i = 0; i < mn_item_get_n_children (old, "recipients"); i++)
    {
      g_autoptr (MnItem) copy = mn_item_copy (mn_item_get_child (old, "recipients", i),
                                              MN_COPY_NEW_IDS);

      mn_item_add (new, "recipients", copy);
    }
}

static MnItem *
add_draft (MnItem *session, const char *form)
{
  g_autoptr (MnItem) document = mn_item_new (mn_kind_find ("document"));

  mn_item_set (document, "form", form, NULL);
  mn_item_set (document, "state", "draft", NULL);
  mn_item_add (session, "documents", document);
  return document; /* the session keeps it alive */
}

static void
copy_document (Copying *copying, const char *form)
{
  static const char *const fields[] = { "symbol",     "place",    "signatory", "authority",
                                        "collective", "position", "own-style", NULL };
  MnItem                  *old = mn_session_get_document (copying->from, form);
  MnItem *new = add_draft (copying->next, form);

  if (old == NULL)
    return;
  copy_fields (old, new, fields);
  copy_recipients (old, new);
}

/* ---- general -------------------------------------------------------------------------------- */

/* Today at the hour at which the last session began, or else at eight. */
static void
set_start (MnArchive *archive, MnItem *general, const char *like)
{
  gboolean         has_time = like != NULL && strncmp (like + 10, "T00:00:00", 9) != 0;
  g_autofree char *moment = NULL;
  GDate            today;

  mn_clock_today (mn_archive_get_clock (archive), &today);
  moment = g_strdup_printf ("%04u-%02u-%02u%s", g_date_get_year (&today),
                            (guint) g_date_get_month (&today), g_date_get_day (&today),
                            has_time ? like + 10 : "T08:00:00+07:00");
  mn_item_set (general, "starts", moment, NULL);
}

static void
copy_general (MnArchive *archive, Copying *copying)
{
  static const char *const fields[] = {
    "kind",        "series",       "series-id", "venue",     "host",      "body",
    "parent-body", "other-bodies", "chairs",    "secretary", "concluder", "signatory",
    "style",       "own-style",    "language",  NULL,
  };
  MnItem *old = mn_session_get_general (copying->from);
  MnItem *new = mn_session_get_general (copying->next);
  g_autofree char *title = NULL;

  copy_fields (old, new, fields);
  mn_item_set (new, "previous", mn_item_get_id (copying->from), NULL);
  set_start (archive, new, mn_item_get (old, "starts"));
  mn_period_count_on (copying->from, copying->next);
  title = mn_period_dup_next_title (copying->from, copying->next);
  mn_item_set (new, "title", title, NULL);
}

/* ---- follow-up ------------------------------------------------------------------------------ */

static const char *
get_first_deadline (MnItem *item)
{
  guint n;

  if (!mn_item_is (item, "proposal"))
    return mn_item_get (item, "deadline");
  n = mn_item_get_n_children (item, "answers");
  return n > 0 ? mn_item_get (mn_item_get_child (item, "answers", n - 1), "deadline") : NULL;
}

/* Who has to act on a proposal: to whom it was assigned, else to whom it was addressed. */
static const char *
get_leads (MnItem *item)
{
  guint       n;
  const char *assigned;

  if (!mn_item_is (item, "proposal"))
    return mn_item_get (item, "leads");
  n = mn_item_get_n_children (item, "answers");
  assigned = n > 0 ? mn_item_get (mn_item_get_child (item, "answers", n - 1), "leads") : NULL;
  return assigned != NULL ? assigned : mn_item_get (item, "addressees");
}

/* A row that was itself followed up keeps its first origin; one from outside becomes the origin of
 * all that follow it. */
static void
fill_from_row (Copying *copying, MnItem *old, MnItem *row)
{
  static const char *const fields[] = { "origin-session",  "origin-item", "origin-body",
                                        "origin-date",     "label",       "deadline",
                                        "origin-document", NULL };

  copy_fields (old, row, fields);
  if (mn_item_get (old, "origin-item") != NULL)
    return;
  mn_item_set (row, "origin-session", mn_item_get_id (copying->from), NULL);
  mn_item_set (row, "origin-item", mn_item_get_id (old), NULL);
}

static void
fill_from_item (Copying *copying, MnItem *item, const char *label, MnItem *row)
{
  MnItem          *general = mn_session_get_general (copying->from);
  g_autofree char *body = mn_session_dup_parties (copying->from, general, "body");
  const char      *starts = mn_item_get (general, "starts");
  g_autofree char *day = starts != NULL ? g_strndup (starts, 10) : NULL;

  mn_item_set (row, "origin-session", mn_item_get_id (copying->from), NULL);
  mn_item_set (row, "origin-item", mn_item_get_id (item), NULL);
  mn_item_set (row, "label", label, NULL);
  mn_item_set (row, "origin-body", body, NULL);
  mn_item_set (row, "origin-date", day, NULL);
  mn_item_set (row, "deadline", get_first_deadline (item), NULL);
}

static void
add_row (Copying *copying, const MnCarried *carried)
{
  g_autoptr (MnItem) row = mn_item_new (mn_kind_find ("follow-up"));

  if (mn_item_is (carried->item, "follow-up"))
    fill_from_row (copying, carried->item, row);
  else
    fill_from_item (copying, carried->item, carried->label, row);
  mn_item_set_rich (row, "text", mn_item_get_rich (carried->item, "text"));
  mn_item_set (row, "leads", get_leads (carried->item), NULL);
  mn_item_add (mn_session_get_record (copying->next), "follow-ups", row);
}

/* ---- references ----------------------------------------------------------------------------- */

static char *
map_refs (GHashTable *heirs, char **ids)
{
  GString *mapped = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *heir = g_hash_table_lookup (heirs, ids[i]);

      if (heir != NULL)
        g_string_append_printf (mapped, "%s%s", mapped->len > 0 ? " " : "", heir);
    }
  return g_string_free (mapped, FALSE);
}

/* Whoever has no heir in the new session can't be referred to in it. */
static gboolean
follow_heirs (MnItem *item, gpointer user_data)
{
  const MnKind *kind = mn_item_get_kind (item);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    {
      const MnField   *field = &kind->fields[i];
      g_auto (GStrv)   ids = NULL;
      g_autofree char *mapped = NULL;

      if (field->type != MN_FIELD_REF && field->type != MN_FIELD_REFS)
        continue;
      ids = mn_item_get_refs (item, field->name);
      mapped = map_refs (user_data, ids);
      mn_item_set (item, field->name, mapped, NULL);
    }
  return TRUE;
}

/**
 * mn_archive_make_next:
 * @self: the archive
 * @from: the session that the new one follows; it isn't touched
 * @carried: of MnCarried, from mn_archive_list_carried(); those that return become follow-up rows
 *
 * Returns: (transfer full): a new root item; see mn_archive_next_session()
 */
MnItem *
mn_archive_make_next (MnArchive *self, MnItem *from, GPtrArray *carried)
{
  g_autoptr (GHashTable) heirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Copying                copying = { from, NULL, heirs };

  g_return_val_if_fail (MN_IS_ARCHIVE (self), NULL);
  g_return_val_if_fail (MN_IS_ITEM (from), NULL);

  copying.next = mn_session_new ();
  copy_parties (&copying);
  copy_general (self, &copying);
  copy_attendees (&copying);
  copy_agenda (mn_session_get_record (from), "agenda", mn_session_get_record (copying.next));
  for (guint i = 0; i < carried->len; i++)
    if (((MnCarried *) carried->pdata[i])->returns)
      add_row (&copying, carried->pdata[i]);
  copy_document (&copying, "minutes");
  copy_document (&copying, "notice");
  mn_item_walk (copying.next, follow_heirs, heirs);
  return copying.next;
}

MnItem *
mn_archive_next_session (MnArchive *self, MnItem *from)
{
  g_autoptr (GPtrArray) carried = mn_archive_list_carried (self, from);

  g_return_val_if_fail (carried != NULL, NULL);

  return mn_archive_make_next (self, from, carried);
}

/** mn_archive_blank_session: (transfer full) */
MnItem *
mn_archive_blank_session (MnArchive *self)
{
  MnItem *session = mn_session_new ();
  MnItem *general = mn_session_get_general (session);

  mn_item_set (general, "language", "vi", NULL);
  set_start (self, general, NULL);
  add_draft (session, "minutes");
  add_draft (session, "notice");
  return session;
}
