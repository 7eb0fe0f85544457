#include "mn-archive-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-index-update.h"
#include "mn-official.h"
#include "mn-said.h"
#include "mn-session.h"

/** What the walk over the last session collects. */
typedef struct
{
  MnArchive  *archive;
  MnItem     *from;
  guint32     today;
  GPtrArray  *carried;
  GHashTable *keys; /* items that have a line */
} Listing;

void
mn_carried_free (MnCarried *self)
{
  g_clear_object (&self->item);
  g_free (self->label);
  g_free (self->text);
  g_free (self->reason);
  g_free (self);
}

/* ---- why ------------------------------------------------------------------------------------ */

static char *
dup_day (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  return mn_official_date_short (&date);
}

static char *
explain_open (const MnStatus *status)
{
  g_autofree char *deadline = status->deadline != 0 ? dup_day (status->deadline) : NULL;

  if (status->term == MN_TERM_OVERDUE)
    return g_strdup_printf (
        ngettext ("%u day overdue (due %s)", "%u days overdue (due %s)", status->days_overdue),
        status->days_overdue, deadline);
  if (status->stored == MN_STORED_PAUSED)
    return g_strdup (_ ("open, paused"));
  if (deadline != NULL)
    /* Translators: a date */
    return g_strdup_printf (_ ("open, due %s"), deadline);
  return g_strdup (_ ("open, without a deadline"));
}

static char *
explain_closed (const MnStatus *status)
{
  g_autofree char *day = status->done_on != 0 ? dup_day (status->done_on) : NULL;

  switch (status->stored)
    {
    case MN_STORED_CANCELLED:
      return g_strdup (_ ("cancelled"));
    case MN_STORED_FORWARDED:
      return g_strdup (_ ("forwarded to another body"));
    case MN_STORED_NOT_STARTED:
    case MN_STORED_DOING:
    case MN_STORED_DONE:
    case MN_STORED_PAUSED:
    case MN_STORED_RESUMED:
    case MN_STORED_HANDED:
    default:
      /* Translators: a date */
      return day != NULL ? g_strdup_printf (_ ("done on %s"), day) : g_strdup (_ ("done"));
    }
}

/* ---- lines ---------------------------------------------------------------------------------- */

static guint32
get_julian (MnItem *item, const char *field)
{
  GDate day;

  return item != NULL && mn_item_get_date (item, field, &day) ? g_date_get_julian (&day) : 0;
}

static MnCarried *
add_line (Listing *listing, MnItem *item, const char *key)
{
  MnCarried *line;

  if (!g_hash_table_add (listing->keys, g_strdup (key)))
    return NULL;
  line = g_new0 (MnCarried, 1);
  line->item = g_object_ref (item);
  line->label = mn_item_is (item, "follow-up") ? mn_item_dup_plain (item, "label")
                                               : mn_session_dup_label (listing->from, item);
  line->text = mn_item_dup_plain (item, "text");
  g_ptr_array_add (listing->carried, line);
  return line;
}

static void
judge (Listing *listing, MnCarried *line, const char *key, guint32 deadline)
{
  MnStatus status;

  mn_archive_get_status (listing->archive, key, deadline, listing->from, listing->today, G_MAXINT64,
                         &status);
  line->returns = status.open;
  line->reason = status.open ? explain_open (&status) : explain_closed (&status);
}

static void
settle (MnCarried *line, const char *reason)
{
  g_free (line->reason);
  line->reason = g_strdup (reason);
  line->returns = FALSE;
}

static void
add_row (Listing *listing, MnItem *row)
{
  const char             *key = mn_said_get_row_key (row);
  MnCarried              *line = add_line (listing, row, key);
  g_autoptr (MnKnownItem) origin = NULL;

  if (line == NULL)
    return;
  origin = mn_archive_find_item (listing->archive, key);
  judge (listing, line, key,
         origin != NULL && *origin->deadline != '\0' ? mn_archive_parse_day (origin->deadline)
                                                     : get_julian (row, "deadline"));
  if (line->returns && origin != NULL && origin->answered)
    settle (line, _ ("answered"));
}

static void
add_point (Listing *listing, MnItem *point)
{
  MnCarried *line = add_line (listing, point, mn_item_get_id (point));

  if (line == NULL)
    return;
  if (mn_item_get_boolean (point, "task"))
    judge (listing, line, mn_item_get_id (point), get_julian (point, "deadline"));
  else
    settle (line, _ ("not a task"));
}

static void
add_proposal (Listing *listing, MnItem *proposal)
{
  guint      n = mn_item_get_n_children (proposal, "answers");
  MnItem    *last = n > 0 ? mn_item_get_child (proposal, "answers", n - 1) : NULL;
  MnCarried *line = add_line (listing, proposal, mn_item_get_id (proposal));

  if (line == NULL)
    return;
  judge (listing, line, mn_item_get_id (proposal), get_julian (last, "deadline"));
  if (line->returns && mn_proposal_is_answered (listing->from, proposal))
    settle (line, _ ("answered"));
}

static void
add_all (Listing *listing, MnItem *parent, const char *slot, void (*add) (Listing *, MnItem *))
{
  for (guint i = 0; i < mn_item_get_n_children (parent, slot); i++)
    add (listing, mn_item_get_child (parent, slot, i));
}

/**
 * mn_archive_list_carried:
 * @self: the archive
 * @from: the last session; stands for its file
 *
 * What the next session may have to follow up: all rows, conclusions and proposals of @from, each
 * with whether it is open as of today and why. What several rows follow stands once.
 *
 * Returns: (transfer full): of MnCarried
 */
GPtrArray *
mn_archive_list_carried (MnArchive *self, MnItem *from)
{
  Listing                listing = { self, from, 0, NULL, NULL };
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MnItem                *record;
  GDate                  today;

  g_return_val_if_fail (MN_IS_ARCHIVE (self), NULL);
  g_return_val_if_fail (MN_IS_ITEM (from), NULL);

  mn_clock_today (mn_archive_get_clock (self), &today);
  listing.today = g_date_get_julian (&today);
  listing.carried = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_carried_free);
  listing.keys = keys;
  record = mn_session_get_record (from);
  add_all (&listing, record, "follow-ups", add_row);
  add_all (&listing, mn_session_get_conclusion (from), "points", add_point);
  add_all (&listing, record, "proposals", add_proposal);
  return listing.carried;
}
