#include "mn-form-status.h"

#include <string.h>

#include "mn-item-history.h"
#include "mn-official.h"
#include "mn-said.h"

guint32
mn_form_get_julian (MnItem *item, const char *field)
{
  GDate date;

  return item != NULL && mn_item_get_date (item, field, &date) ? g_date_get_julian (&date) : 0;
}

char *
mn_form_dup_julian (guint32 day)
{
  GDate date;

  if (day == 0)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return mn_official_date_short (&date);
}

guint32
mn_form_get_day (MnComposer *self)
{
  guint32 day = self->input.as_of;

  if (day == 0)
    day = mn_form_get_julian (self->document, "date");
  return day != 0 ? day : mn_form_get_julian (self->general, "starts");
}

/* ---- what was said -------------------------------------------------------------------------- */

static GHashTable *
index_said (MnItem *session)
{
  g_autoptr (GPtrArray) said = mn_said_collect (session);
  GHashTable           *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < said->len; i++)
    {
      MnSaid    *line = said->pdata[i];
      GPtrArray *entries = g_hash_table_lookup (index, line->key);

      if (entries == NULL)
        {
          entries = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (index, g_strdup (line->key), entries);
        }
      g_ptr_array_add (entries, g_steal_pointer (&line->item));
    }
  return index;
}

static void
add_entries (GPtrArray *all, GPtrArray *entries)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_ptr_array_add (all, entries->pdata[i]);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  MnStatusEntry first, second;

  mn_status_entry_from_item (*(MnItem *const *) a, &first);
  mn_status_entry_from_item (*(MnItem *const *) b, &second);
  if (first.recorded != second.recorded)
    return first.recorded < second.recorded ? -1 : 1;
  return strcmp (first.id, second.id);
}

/* In the order of recording; borrowed. */
static GPtrArray *
list_entries (MnComposer *self, const char *key, const MnItemHistory *history)
{
  GPtrArray *all = g_ptr_array_new ();

  if (self->said == NULL)
    self->said = index_said (self->session);
  add_entries (all, g_hash_table_lookup (self->said, key));
  if (history != NULL)
    add_entries (all, history->entries);
  g_ptr_array_sort (all, compare_entries);
  return all;
}

/* The last words that hold on @day and weren't taken back: whoever strikes comes later. */
static MnItem *
find_last (GPtrArray *entries, guint32 day)
{
  g_autoptr (GHashTable) struck = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = entries->len; i > 0; i--)
    {
      MnStatusEntry entry;

      mn_status_entry_from_item (entries->pdata[i - 1], &entry);
      if (g_hash_table_contains (struck, entry.id))
        continue;
      if (entry.strikes != NULL)
        g_hash_table_add (struck, (gpointer) entry.strikes);
      else if (entry.effective <= day && mn_item_get (entries->pdata[i - 1], "words") != NULL)
        return entries->pdata[i - 1];
    }
  return NULL;
}

void
mn_form_read_status (MnComposer *self, MnItem *item, MnFormStatus *status)
{
  const char           *key = mn_item_is (item, "follow-up") ? mn_said_get_row_key (item)
                                                             : mn_item_get_id (item);
  const MnItemHistory  *history = self->input.histories != NULL
                                      ? g_hash_table_lookup (self->input.histories, key)
                                      : NULL;
  g_autoptr (GPtrArray) all = list_entries (self, key, history);
  g_autoptr (GArray)    entries = g_array_sized_new (FALSE, TRUE, sizeof (MnStatusEntry), all->len);
  guint32               day = mn_form_get_day (self);

  memset (status, 0, sizeof *status);
  for (guint i = 0; i < all->len; i++)
    {
      MnStatusEntry entry;

      mn_status_entry_from_item (all->pdata[i], &entry);
      status->said |= entry.effective <= day;
      g_array_append_val (entries, entry);
    }
  if (!mn_item_is (item, "proposal"))
    status->deadline = mn_form_get_julian (item, "deadline");
  if (history != NULL && history->first_deadline != 0)
    status->deadline = history->first_deadline;
  status->last = find_last (all, day);
  mn_status_on (status->deadline, (const MnStatusEntry *) (gpointer) entries->data, entries->len,
                day, G_MAXINT64, &status->status);
}

/* ---- words ---------------------------------------------------------------------------------- */

const char *
mn_form_status_words (const MnStatus *status)
{
  static const struct
  {
    const char *key, *words;
  } labels[] = {
    { "done-on-time", "Đã hoàn thành (đúng hạn)" },
    { "done-late", "Đã hoàn thành (quá hạn)" },
    { "done", "Đã hoàn thành" },
    { "paused", "Tạm dừng" },
    { "cancelled", "Không tiếp tục thực hiện" },
    { "forwarded", "Đã chuyển cấp có thẩm quyền" },
    { "handed-overdue", "Đã chuyển giao, đang thực hiện (quá hạn)" },
    { "handed", "Đã chuyển giao, đang thực hiện" },
    { "not-started-overdue", "Chưa thực hiện (quá hạn)" },
    { "not-started", "Chưa thực hiện" },
    { "doing-in-term", "Đang thực hiện (trong hạn)" },
    { "doing-overdue", "Đang thực hiện (quá hạn)" },
  };
  const char *key = mn_status_dup_label_key (status);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (strcmp (key, labels[i].key) == 0)
      return labels[i].words;
  return "Đang thực hiện";
}

/* ---- proposals ------------------------------------------------------------------------------ */

/* Whether the points that take it up are all done; FALSE where there are none. */
static gboolean
is_carried_out (MnComposer *self, GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      MnFormStatus status;

      mn_form_read_status (self, points->pdata[i], &status);
      if (status.status.stored != MN_STORED_DONE && mn_item_get_boolean (points->pdata[i], "task"))
        return FALSE;
    }
  return points->len > 0;
}

/* What somebody said of it since, in any session, counts before the answer. */
static gboolean
read_own_status (MnComposer *self, MnItem *proposal, MnProposalStatus *found)
{
  MnFormStatus status;

  mn_form_read_status (self, proposal, &status);
  switch (status.status.stored)
    {
    case MN_STORED_DONE:
    case MN_STORED_CANCELLED:
      *found = MN_PROPOSAL_SETTLED;
      return TRUE;
    case MN_STORED_FORWARDED:
      *found = MN_PROPOSAL_FORWARDED;
      return TRUE;
    case MN_STORED_DOING:
    case MN_STORED_PAUSED:
    case MN_STORED_RESUMED:
    case MN_STORED_HANDED:
      *found = MN_PROPOSAL_DOING;
      return TRUE;
    case MN_STORED_NOT_STARTED:
    default:
      return FALSE;
    }
}

static gboolean
is_assigned (MnItem *answer)
{
  return g_strcmp0 (mn_item_get (answer, "disposition"), "assigned") == 0 ||
         mn_item_get (answer, "leads") != NULL || mn_item_get (answer, "deadline") != NULL;
}

static MnProposalStatus
judge_answer (MnItem *answer)
{
  const char *disposition = mn_item_get (answer, "disposition");

  if (g_strcmp0 (disposition, "forwarded") == 0)
    return MN_PROPOSAL_FORWARDED;
  if (g_strcmp0 (disposition, "explained") == 0 || g_strcmp0 (disposition, "not-agreed") == 0)
    return MN_PROPOSAL_EXPLAINED;
  if (is_assigned (answer))
    return MN_PROPOSAL_DOING;
  if (g_strcmp0 (disposition, "agreed") == 0)
    return MN_PROPOSAL_SETTLED;
  return mn_item_is_empty (answer) ? MN_PROPOSAL_OPEN : MN_PROPOSAL_DOING;
}

/**
 * mn_form_get_proposal_status:
 *
 * On the paper's day: what was said of the proposal since the meeting, else by the conclusions that
 * take it up, else by its last answer.
 */
MnProposalStatus
mn_form_get_proposal_status (MnComposer *self, MnItem *proposal)
{
  g_autoptr (GPtrArray) points = mn_composer_list (self, proposal, "settled-by");
  guint                 n = mn_item_get_n_children (proposal, "answers");
  MnProposalStatus      status = MN_PROPOSAL_OPEN;

  if (read_own_status (self, proposal, &status))
    return status;
  if (n > 0)
    status = judge_answer (mn_item_get_child (proposal, "answers", n - 1));
  if (status == MN_PROPOSAL_EXPLAINED || status == MN_PROPOSAL_FORWARDED || points->len == 0)
    return status;
  return is_carried_out (self, points) ? MN_PROPOSAL_SETTLED : MN_PROPOSAL_DOING;
}

const char *
mn_form_proposal_words (MnProposalStatus status)
{
  static const char *const words[] = {
    [MN_PROPOSAL_OPEN] = "Chưa giải quyết",
    [MN_PROPOSAL_DOING] = "Đang giải quyết",
    [MN_PROPOSAL_SETTLED] = "Đã giải quyết",
    [MN_PROPOSAL_EXPLAINED] = "Giải trình, cung cấp thông tin",
    [MN_PROPOSAL_FORWARDED] = "Chuyển cấp có thẩm quyền",
  };

  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (words), "");

  return words[status];
}
