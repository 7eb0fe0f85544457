#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * A journal on disk: an identifying line, then records, each with its length, the CRC-32 of its
 * bytes and the revision that the document had before it. Whatever follows the last whole record is
 * passed over, so a file that was cut anywhere still gives all that was whole.
 *
 * A file gets its name once its first records are on disk. Until then it is called ".ID.XXXXXX".
 */

#define MN_JOURNAL_KIND "MinutesJournal" /* what a newer version's begins with, too */
#define MN_JOURNAL_MAGIC MN_JOURNAL_KIND "1\n"
#define MN_JOURNAL_SUFFIX ".journal"
#define MN_JOURNAL_MAX_RECORD (256 * 1024 * 1024)

typedef struct
{
  guint64 revision;
  GBytes *payload;
} MnJournalRecord;

void mn_journal_record_free (MnJournalRecord *self);

/* A new file with these records, on disk and locked; a journal that a crash has left under that
 * name stays as it is. */
int mn_journal_file_create (const char       *folder,
                            const char       *stem,
                            const GByteArray *framed,
                            char            **path,
                            GError          **error);

gboolean mn_journal_file_add (int fd, const GByteArray *framed, gboolean *broken, GError **error);
void     mn_journal_file_frame (GByteArray   *out,
                                guint64       revision,
                                gconstpointer payload,
                                gsize         n_bytes);

void mn_journal_file_remove (const char *path);

/* Whether a file of that name in the folder of journals is one, or was about to become one. */
gboolean mn_journal_file_is_name (const char *name);

/* All whole records; @n_cut (optional) tells how many bytes after them were passed over. */
GPtrArray *mn_journal_file_read (const char *path, gsize *n_cut, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
