#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * MnIndex: the database of one archive, in the cache directory. One that is damaged, of another
 * version or somebody else's is deleted and made again: the files are the truth. Where the cache
 * directory can't be written it lives in memory.
 */
typedef struct _MnIndex MnIndex;

/** MnStatement: a prepared statement that the index keeps; g_auto() makes it ready for next time.
 */
typedef sqlite3_stmt MnStatement;

MnIndex *mn_index_open (const char *folder, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void     mn_index_free (MnIndex *self);
char    *mn_index_dup_path (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_index_is_damaged (MnIndex *self); /* found out on the way: open it anew */

gboolean mn_index_run (MnIndex *self, const char *sql, GError **error);

/* @sql is a literal. One user at a time; columns are borrowed until the next step. */
MnStatement *mn_index_prepare (MnIndex *self, const char *sql, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void        mn_statement_done (MnStatement *self);
void        mn_statement_bind (MnStatement *self, int place, const char *text); /* NULL: NULL */
const char *mn_statement_get (MnStatement *self, int column);                   /* never NULL */

/* TRUE: a row is there. FALSE: no more rows, or @error is set. */
gboolean mn_index_step (MnIndex *self, MnStatement *statement, GError **error);
/* For statements without rows. */
gboolean mn_index_execute (MnIndex *self, MnStatement *statement, GError **error);

gint64 mn_index_get_last_row (MnIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnIndex, mn_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnStatement, mn_statement_done)

G_END_DECLS
