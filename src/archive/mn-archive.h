#pragma once

#include <gio/gio.h>

#include "mn-clock.h"
#include "mn-item-history.h"
#include "mn-item.h"
#include "mn-numbering.h"
#include "mn-status.h"
#include "mn-store.h"

G_BEGIN_DECLS

#define MN_TYPE_SESSION_ENTRY (mn_session_entry_get_type ())
G_DECLARE_FINAL_TYPE (MnSessionEntry, mn_session_entry, MN, SESSION_ENTRY, GObject)

/**
 * MnSessionEntry: what the library shows of one session. A file that can't be read has an entry
 * too, with an error instead of the rest. Strings are never NULL but where said.
 */
const char *mn_session_entry_get_id (MnSessionEntry *self);
const char *mn_session_entry_get_path (MnSessionEntry *self);
const char *mn_session_entry_get_title (MnSessionEntry *self);
const char *mn_session_entry_get_series (MnSessionEntry *self);    /* "" if none */
const char *mn_session_entry_get_series_id (MnSessionEntry *self); /* "" if none */
int         mn_session_entry_get_ordinal (MnSessionEntry *self);   /* 0 if none */
const char *mn_session_entry_get_period (MnSessionEntry *self);    /* "quý I/2024" or "" */
const char *mn_session_entry_get_starts (MnSessionEntry *self);    /* MOMENT or "" */
const char *mn_session_entry_get_chair (MnSessionEntry *self);     /* "" if none */
guint       mn_session_entry_get_n_points (MnSessionEntry *self);  /* conclusions that are tasks */
guint mn_session_entry_get_n_open (MnSessionEntry *self); /* of them not yet settled, as of today */
guint mn_session_entry_get_n_overdue (MnSessionEntry *self);
const char *mn_session_entry_get_error (MnSessionEntry *self); /* (nullable): FILE:LINE: sentence */

/** MnSearchHit: one place where the words were found. */
typedef struct
{
  char *session; /* id */
  char *item;    /* id; may stand below an item of the section, as an answer below its proposal */
  char *section; /* slot of the record ("proposals"), else "documents" or "after" */
  char *snippet; /* plain text around the words; "\x02" and "\x03" around each word found */
} MnSearchHit;

void mn_search_hit_free (MnSearchHit *self);

/** MnHistoryLine: one status entry of an item, with where it was said. Oldest first. */
typedef struct
{
  char    *session; /* id of the session whose file holds it */
  char    *session_title;
  char    *date;     /* effective day, "2026-04-15", or "" */
  char    *recorded; /* MOMENT or "" */
  char    *status;   /* nick or "" */
  char    *words;
  char    *deadline; /* new deadline or "" */
  char    *lead;     /* new lead, heir or "" */
  char    *evidence;
  gboolean struck; /* a later entry takes it back */
} MnHistoryLine;

void mn_history_line_free (MnHistoryLine *self);

/** MnOrigin: where a follow-up row comes from. */
typedef struct
{
  char    *session;       /* id, or NULL for an external origin */
  char    *session_title; /* or the body that concluded */
  char    *date;          /* day of the session or of the external conclusion; "" if unknown */
  char    *label;         /* "KL 5-2" or "" */
  char    *text;
  char    *leads;
  char    *deadline; /* as first set, "" if none */
  char    *document; /* external: number and symbol; "" if none */
  gboolean missing;  /* it names a session that isn't in the archive */
} MnOrigin;

void mn_origin_free (MnOrigin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnOrigin, mn_origin_free)

#define MN_TYPE_ARCHIVE (mn_archive_get_type ())
G_DECLARE_FINAL_TYPE (MnArchive, mn_archive, MN, ARCHIVE, GObject)

/**
 * MnArchive: a folder of sessions (YYYY/NAME.minutes) and its index. The files are the truth; the
 * index is a cache in the cache directory, made again when it is absent, damaged or old.
 */
MnArchive  *mn_archive_new (const char *folder, MnClock *clock) G_GNUC_WARN_UNUSED_RESULT;
const char *mn_archive_get_folder (MnArchive *self);
/* The folder of the archive to which a session's file belongs by its place. */
char    *mn_archive_dup_folder_of (const char *path) G_GNUC_WARN_UNUSED_RESULT;
MnClock *mn_archive_get_clock (MnArchive *self); /* (transfer none) */

/* Who knows the signs in the numbers of documents; the register of numbers asks. @rule is static.
 */
void              mn_archive_set_sign_rule (MnArchive *self, const MnSignRule *rule);
const MnSignRule *mn_archive_get_sign_rule (MnArchive *self);

/* Reads what changed since last time into the index and the list. A missing folder is made on the
 * first save; a folder that can't be read is an error. */
gboolean mn_archive_refresh (MnArchive *self, GError **error);

/* The same, with the reading of files in a thread: for the first time, or a large archive. */
void     mn_archive_refresh_async (MnArchive          *self,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean mn_archive_refresh_finish (MnArchive *self, GAsyncResult *result, GError **error);

GListModel *mn_archive_get_sessions (
    MnArchive *self); /* (transfer none) of MnSessionEntry, newest first */
MnSessionEntry *mn_archive_find (MnArchive  *self,
                                 const char *session_id); /* (transfer none) (nullable) */

/* Titles and text without regard to marks and case; newest session first. All words must stand in
 * one item, the last as typed so far; words in quotes stand side by side. Whatever is typed is a
 * query, never a mistake. @limit 0 means 20. of MnSearchHit */
GPtrArray *mn_archive_search (MnArchive *self, const char *query, guint limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* A session's root item, read from its file; for looking, not for changing. */
MnItem *mn_archive_read_session (MnArchive *self, const char *session_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* A free path for a new session: FOLDER/YYYY/YYYY-MM-DD-words-of-the-title.minutes (ASCII). */
char *mn_archive_dup_new_path (MnArchive *self, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* The other documents of an archive lie in its folder: directory.xml, series.xml, numbers.xml. */
char *mn_archive_dup_document_path (MnArchive *self, const MnKind *kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_archive_is_document_path (const char *path);
MnItem  *mn_archive_read_document (MnArchive *self, const MnKind *kind, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
MnStore *mn_archive_open_document (MnArchive *self, const MnKind *kind, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same for an edit at once: it fails where somebody else has the document. */
MnStore *mn_archive_change_document (MnArchive *self, const MnKind *kind, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void mn_archive_guard (MnArchive *self, MnStore *store);

/* Which earlier versions are kept of what is edited in the archive; NULL for the default. */
void mn_archive_set_backup_policy (MnArchive *self, const MnBackupPolicy *policy);

/* Follow-up over sessions. @extra, if not NULL, is a session being edited: it stands for its file.
 */
GPtrArray *mn_archive_get_history (MnArchive *self, const char *item_id, MnItem *extra)
    G_GNUC_WARN_UNUSED_RESULT;
MnOrigin *mn_archive_get_origin (MnArchive *self, MnItem *follow_up)
    G_GNUC_WARN_UNUSED_RESULT; /* never NULL */
void mn_archive_get_status (MnArchive  *self,
                            const char *item_id,
                            guint32     first_deadline,
                            MnItem     *extra,
                            guint32     day,
                            gint64      known_at,
                            MnStatus   *status);

/* The same for a row that follows an item up: delays count from the deadline that the item was
 * first given, which the row, made later, may no longer show. */
void mn_archive_get_follow_up_status (MnArchive *self,
                                      MnItem    *follow_up,
                                      MnItem    *extra,
                                      guint32    day,
                                      gint64     known_at,
                                      MnStatus  *status);

/* What other sessions know of what @session follows up: its rows, points and proposals. Id →
 * MnItemHistory. */
GHashTable *mn_archive_get_histories (MnArchive *self, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* Past sessions to set beside this one: same series first, then by date, newest first. of
 * MnSessionEntry */
GPtrArray *mn_archive_list_comparable (MnArchive *self, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/** MnCarried: an item of the last session that comes back in the next one, or doesn't, and why. */
typedef struct
{
  MnItem  *item;    /* point, proposal or follow-up row of the last session */
  char    *label;   /* "KL 5-2" or "" */
  char    *text;    /* plain */
  gboolean returns; /* may be switched by hand before mn_archive_make_next() */
  char    *reason;  /* one translated sentence without its full stop: "due 30/6/2026" */
} MnCarried;

void mn_carried_free (MnCarried *self);

/* The follow-up rows, points and proposals of @from, in this order. of MnCarried */
GPtrArray *mn_archive_list_carried (MnArchive *self, MnItem *from) G_GNUC_WARN_UNUSED_RESULT;

/* A new session without forerunner: drafts of minutes and notice, today at eight. */
MnItem *mn_archive_blank_session (MnArchive *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * mn_archive_next_session:
 * @from: the session that the new one follows; its file and items are not touched
 *
 * Series, bodies, chairs, roster (new ids, "copied-from" the old), agenda headings; ordinal and
 * period counted on; a follow-up row for each conclusion and proposal that is open as of today,
 * those of @from and those that @from itself followed up. Nothing of what was said is copied.
 *
 * Returns: (transfer full): a new root item
 */
MnItem *mn_archive_next_session (MnArchive *self, MnItem *from) G_GNUC_WARN_UNUSED_RESULT;

/* The same with the rows of @carried that return, as switched by hand. */
MnItem *mn_archive_make_next (MnArchive *self, MnItem *from, GPtrArray *carried)
    G_GNUC_WARN_UNUSED_RESULT;

/* Copies a file into the archive's folder for a session to show; returns its name from there on. */
char *mn_archive_take_file (const char *archive, GFile *source, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Writes the sample archive into an empty or absent folder. */
gboolean mn_archive_write_samples (const char *folder, GError **error);

G_END_DECLS
