#include "mn-session-entry-private.h"

#include <string.h>

struct _MnSessionEntry
{
  GObject parent_instance;

  /* Owned */
  char *id;
  char *path;
  char *title;
  char *series;
  char *series_id;
  char *period;
  char *starts;
  char *chair;
  char *error; /* (nullable) */

  /* Plain */
  gint64 starts_at;
  int    ordinal;
  guint  n_points;
  guint  n_open;
  guint  n_overdue;
};

G_DEFINE_FINAL_TYPE (MnSessionEntry, mn_session_entry, G_TYPE_OBJECT)

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static gboolean
is_same (const char *own, const char *other)
{
  return strcmp (own, other != NULL ? other : "") == 0;
}

static void
mn_session_entry_finalize (GObject *object)
{
  MnSessionEntry *self = MN_SESSION_ENTRY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->series, g_free);
  g_clear_pointer (&self->series_id, g_free);
  g_clear_pointer (&self->period, g_free);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->chair, g_free);
  g_clear_pointer (&self->error, g_free);

  G_OBJECT_CLASS (mn_session_entry_parent_class)->finalize (object);
}

static void
mn_session_entry_class_init (MnSessionEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_session_entry_finalize;
}

static void
mn_session_entry_init (MnSessionEntry *self)
{
}

/** mn_session_entry_new: (transfer full) */
MnSessionEntry *
mn_session_entry_new (const MnSessionFacts *facts)
{
  MnSessionEntry *self = g_object_new (MN_TYPE_SESSION_ENTRY, NULL);

  self->id = dup_or_empty (facts->id);
  self->path = dup_or_empty (facts->path);
  self->title = dup_or_empty (facts->title);
  self->series = dup_or_empty (facts->series);
  self->series_id = dup_or_empty (facts->series_id);
  self->period = dup_or_empty (facts->period);
  self->starts = dup_or_empty (facts->starts);
  self->chair = dup_or_empty (facts->chair);
  self->error = g_strdup (facts->error);
  self->starts_at = facts->starts_at;
  self->ordinal = facts->ordinal;
  self->n_points = facts->n_points;
  self->n_open = facts->n_open;
  self->n_overdue = facts->n_overdue;
  return self;
}

/** mn_session_entry_shows: whether an entry made of @facts would be just this one. */
gboolean
mn_session_entry_shows (MnSessionEntry *self, const MnSessionFacts *facts)
{
  return is_same (self->id, facts->id) && is_same (self->path, facts->path) &&
         is_same (self->title, facts->title) && is_same (self->series, facts->series) &&
         is_same (self->series_id, facts->series_id) && is_same (self->period, facts->period) &&
         is_same (self->starts, facts->starts) && is_same (self->chair, facts->chair) &&
         g_strcmp0 (self->error, facts->error) == 0 && self->starts_at == facts->starts_at &&
         self->ordinal == facts->ordinal && self->n_points == facts->n_points &&
         self->n_open == facts->n_open && self->n_overdue == facts->n_overdue;
}

const char *
mn_session_entry_get_id (MnSessionEntry *self)
{
  return self->id;
}

const char *
mn_session_entry_get_path (MnSessionEntry *self)
{
  return self->path;
}

const char *
mn_session_entry_get_title (MnSessionEntry *self)
{
  return self->title;
}

const char *
mn_session_entry_get_series (MnSessionEntry *self)
{
  return self->series;
}

const char *
mn_session_entry_get_series_id (MnSessionEntry *self)
{
  return self->series_id;
}

int
mn_session_entry_get_ordinal (MnSessionEntry *self)
{
  return self->ordinal;
}

const char *
mn_session_entry_get_period (MnSessionEntry *self)
{
  return self->period;
}

const char *
mn_session_entry_get_starts (MnSessionEntry *self)
{
  return self->starts;
}

/** mn_session_entry_get_starts_at: Unix microseconds; 0 if unknown. */
gint64
mn_session_entry_get_starts_at (MnSessionEntry *self)
{
  return self->starts_at;
}

const char *
mn_session_entry_get_chair (MnSessionEntry *self)
{
  return self->chair;
}

guint
mn_session_entry_get_n_points (MnSessionEntry *self)
{
  return self->n_points;
}

guint
mn_session_entry_get_n_open (MnSessionEntry *self)
{
  return self->n_open;
}

guint
mn_session_entry_get_n_overdue (MnSessionEntry *self)
{
  return self->n_overdue;
}

const char *
mn_session_entry_get_error (MnSessionEntry *self)
{
  return self->error;
}
