#include "mn-lock-holder.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "mn-clean.h"

#define GROUP "Minutes lock"
#define MAX_CHARACTERS 120 /* of what a file may put on the screen */

/* Which key of the file is which member. */
static const struct
{
  const char *key;
  gsize       offset;
} members[] = {
  { "name", G_STRUCT_OFFSET (MnLockHolder, name) },
  { "host", G_STRUCT_OFFSET (MnLockHolder, host) },
  { "since", G_STRUCT_OFFSET (MnLockHolder, since) },
  { "machine", G_STRUCT_OFFSET (MnLockHolder, machine) },
  { "boot", G_STRUCT_OFFSET (MnLockHolder, boot) },
  { "space", G_STRUCT_OFFSET (MnLockHolder, space) },
  { "start", G_STRUCT_OFFSET (MnLockHolder, start) },
  { "token", G_STRUCT_OFFSET (MnLockHolder, token) },
};

static char **
get_member (const MnLockHolder *self, guint n)
{
  return G_STRUCT_MEMBER_P (self, members[n].offset);
}

void
mn_lock_holder_free (MnLockHolder *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (*get_member (self, i));
  g_free (self);
}

MnLockHolder *
mn_lock_holder_copy (const MnLockHolder *self)
{
  MnLockHolder *copy = g_new0 (MnLockHolder, 1);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    *get_member (copy, i) = g_strdup (*get_member (self, i));
  copy->pid = self->pid;
  return copy;
}

/* ---- this process --------------------------------------------------------------------------- */

/* "" if it can't be read. */
static char *
read_line (const char *path)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("");
  return g_strstrip (text);
}

/* The machine's id is nobody else's business: only a hash of it goes into a file that others read.
 */
static char *
dup_machine (void)
{
  g_autofree char *id = read_line ("/etc/machine-id");
  g_autofree char *hash = NULL;

  if (*id == '\0')
    return g_strdup ("");
  hash = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) GROUP, strlen (GROUP), id,
                                    -1);
  return g_strndup (hash, 32);
}

/* What /proc/PID/stat says behind the name, which may hold anything: ")", then the state. */
static char **
read_status (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *line = read_line (path);
  const char      *behind = strrchr (line, ')');

  return g_strsplit (behind != NULL ? behind : "", " ", -1);
}

/* Field 22 of /proc/PID/stat. */
static char *
dup_start (gint64 pid)
{
  g_auto (GStrv) fields = read_status (pid);

  return g_strdup (g_strv_length (fields) > 20 ? fields[20] : "");
}

/* Killed, but nobody has asked yet how it ended. */
static gboolean
is_zombie (gint64 pid)
{
  g_auto (GStrv) fields = read_status (pid);

  return g_strv_length (fields) > 1 && strcmp (fields[1], "Z") == 0;
}

static char *
dup_space (void)
{
  char *space = g_file_read_link ("/proc/self/ns/pid", NULL);

  return space != NULL ? space : g_strdup ("");
}

/* A process and its fork draw the same random numbers. */
static char *
dup_token (gint64 pid)
{
  g_autofree char *random = g_uuid_string_random ();

  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, random, pid);
}

static const char *
get_person (void)
{
  const char *name = g_get_real_name ();

  return name != NULL && *name != '\0' && strcmp (name, "Unknown") != 0 ? name : g_get_user_name ();
}

/**
 * mn_lock_holder_new:
 * @clock: (transfer none): what time it is
 *
 * Returns: (transfer full): this person, process and machine, with a token of its own
 */
MnLockHolder *
mn_lock_holder_new (MnClock *clock)
{
  MnLockHolder *self = g_new0 (MnLockHolder, 1);

  self->pid = getpid ();
  self->name = g_strdup (get_person ());
  self->host = g_strdup (g_get_host_name ());
  self->machine = dup_machine ();
  self->boot = read_line ("/proc/sys/kernel/random/boot_id");
  self->space = dup_space ();
  self->start = dup_start (self->pid);
  self->since = mn_clock_dup_moment (clock);
  self->token = dup_token (self->pid);
  return self;
}

/* ---- text ------------------------------------------------------------------------------------ */

static char *
dup_value (GKeyFile *file, const char *key)
{
  g_autofree char *value = g_key_file_get_string (file, GROUP, key, NULL);
  g_autofree char *clean = mn_clean_text (value != NULL ? value : "", -1, MN_CLEAN_LINE);

  return g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_CHARACTERS));
}

/**
 * mn_lock_holder_parse:
 * @text: what a lock file holds; anything may stand there
 *
 * Returns: (transfer full) (nullable): %NULL if it doesn't say whose lock it is
 */
MnLockHolder *
mn_lock_holder_parse (const char *text, gsize length)
{
  g_autoptr (GKeyFile)     file = g_key_file_new ();
  g_autoptr (MnLockHolder) self = g_new0 (MnLockHolder, 1);

  if (length == 0 || !g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    *get_member (self, i) = dup_value (file, members[i].key);
  self->pid = MAX (0, g_key_file_get_int64 (file, GROUP, "pid", NULL));
  if (*self->host == '\0' || *self->token == '\0')
    return NULL;
  return g_steal_pointer (&self);
}

/** mn_lock_holder_to_text: what mn_lock_holder_parse() reads; a person can read it, too. */
char *
mn_lock_holder_to_text (const MnLockHolder *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_key_file_set_string (file, GROUP, members[i].key, *get_member (self, i));
  g_key_file_set_int64 (file, GROUP, "pid", self->pid);
  return g_key_file_to_data (file, NULL, NULL);
}

/* ---- judging --------------------------------------------------------------------------------- */

/** mn_lock_holder_is_here: whether it is a process of the machine of @me. */
gboolean
mn_lock_holder_is_here (const MnLockHolder *self, const MnLockHolder *me)
{
  return strcmp (self->host, me->host) == 0 && strcmp (self->machine, me->machine) == 0;
}

static gboolean
is_process_gone (gint64 pid, const char *start)
{
  g_autofree char *now = NULL;

  if (pid <= 0 || pid > G_MAXINT || (kill ((pid_t) pid, 0) != 0 && errno == ESRCH) ||
      is_zombie (pid))
    return TRUE;
  now = dup_start (pid);
  return *start != '\0' && *now != '\0' && strcmp (start, now) != 0;
}

/**
 * mn_lock_holder_is_dead:
 *
 * Whether the lock was left behind by a process of the machine of @me that ran before the machine
 * was started last, or has ended. Of another machine nobody can know.
 */
gboolean
mn_lock_holder_is_dead (const MnLockHolder *self, const MnLockHolder *me)
{
  if (!mn_lock_holder_is_here (self, me))
    return FALSE;
  if (strcmp (self->boot, me->boot) != 0)
    return *self->boot != '\0' && *me->boot != '\0';
  return strcmp (self->space, me->space) == 0 && is_process_gone (self->pid, self->start);
}
