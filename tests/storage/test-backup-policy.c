#include "mn-backup-policy.h"

#include <string.h>

#define MOST 40

typedef struct
{
  const char    *name;
  MnBackupPolicy policy;
  const char    *now;
  const char    *times[MOST]; /* the newest first */
  const char    *kept;        /* "x" stays, "." goes */
} Case;

static const Case cases[] = {
  { "none", { 10, 30, 10 }, "2026-04-15T10:00:00+07", { NULL }, "" },
  { "one of long ago",
    { 10, 30, 10 },
    "2026-04-15T10:00:00+07",
    { "2019-01-01T00:00:00+07" },
    "x" },
  { "the last two, no days",
    { 2, 0, 10 },
    "2026-04-15T10:00:00+07",
    { "2026-04-15T09:50:00+07", "2026-04-15T09:40:00+07", "2026-04-15T09:30:00+07" },
    "xx." },
  { "the newest of each day",
    { 1, 30, 10 },
    "2026-04-15T10:00:00+07",
    { "2026-04-15T09:50:00+07", "2026-04-15T09:40:00+07", "2026-04-14T17:00:00+07",
      "2026-04-14T08:00:00+07", "2026-04-12T08:00:00+07" },
    "x.x.x" },
  { "a day begins at the zone's midnight",
    { 1, 30, 10 },
    "2026-04-15T10:00:00+07",
    { "2026-04-15T09:50:00+07", "2026-04-15T00:00:00+07", "2026-04-14T23:59:59+07" },
    "x.x" },
  { "thirty days, today the first",
    { 1, 30, 10 },
    "2026-04-30T10:00:00+07",
    { "2026-04-30T09:00:00+07", "2026-04-01T09:00:00+07", "2026-03-31T09:00:00+07" },
    "xx." },
  { "the day of one of the last counts as kept",
    { 2, 2, 10 },
    "2026-04-15T10:00:00+07",
    { "2026-04-15T09:50:00+07", "2026-04-14T09:40:00+07", "2026-04-14T09:30:00+07" },
    "xx." },
  { "from the future",
    { 1, 30, 10 },
    "2026-04-15T10:00:00+07",
    { "2030-01-01T00:00:00+07", "2029-01-01T00:00:00+07", "2026-04-15T09:00:00+07" },
    "x.x" },
  { "never nothing", { 0, 0, 10 }, "2026-04-15T10:00:00+07", { "2026-04-14T09:00:00+07" }, "x" },
};

static gint64
read_time (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time);
}

static void
test_case (gconstpointer data)
{
  const Case           *row = data;
  gint64                times[MOST];
  guint                 n = 0;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Ho_Chi_Minh");
  g_autofree gboolean  *keep = NULL;
  GString              *kept = g_string_new (NULL);

  for (; row->times[n] != NULL; n++)
    times[n] = read_time (row->times[n]);
  keep = mn_backup_policy_choose (&row->policy, times, n, read_time (row->now), zone);
  for (guint i = 0; i < n; i++)
    g_string_append_c (kept, keep[i] ? 'x' : '.');
  g_assert_cmpstr (kept->str, ==, row->kept);
  g_string_free (kept, TRUE);
}

/* Two months of days with a version each hour: ten and thirty, of which the last day's are ten. */
static void
test_many (void)
{
  MnBackupPolicy        policy = MN_BACKUP_POLICY_DEFAULT;
  gint64                now = read_time ("2026-04-15T23:30:00+07");
  gint64                times[60 * 24];
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Ho_Chi_Minh");
  g_autofree gboolean  *keep = NULL;
  guint                 n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = now - 1800 - (gint64) i * 3600;
  keep = mn_backup_policy_choose (&policy, times, G_N_ELEMENTS (times), now, zone);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    n += keep[i] != FALSE;
  g_assert_cmpuint (n, ==, 10 + 29);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/backup-policy/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/backup-policy/many", test_many);
  return g_test_run ();
}
