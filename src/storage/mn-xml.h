#pragma once

#include <gio/gio.h>

#include "mn-item.h"

G_BEGIN_DECLS

#define MN_XML_NAMESPACE "https://minutes.example.org/ns/1"
#define MN_XML_VERSION 1
#define MN_XML_MAX_BYTES (64 * 1024 * 1024)
#define MN_XML_MAX_DEPTH 64

/** MnXmlInfo: what the reader noticed besides the items. */
typedef struct
{
  int      version; /* of the format, as the file says */
  gboolean newer; /* the version is newer than ours: for reading only, unknown parts passed over */
} MnXmlInfo;

/**
 * mn_xml_read_document:
 * @bytes: a file's bytes
 * @name: what to call it in messages: its path
 * @kind: (nullable): the kind of root that is expected; %NULL for whichever there is
 * @info: (out) (optional)
 * @error: one sentence that begins with NAME:LINE:
 *
 * Reads a document by the descriptions of the kinds and checks it against the schema that is
 * compiled in. Whatever the bytes are, it returns; nothing in them reaches an assertion.
 *
 * Returns: (transfer full) (nullable): the root item
 */
MnItem *mn_xml_read_document (GBytes       *bytes,
                              const char   *name,
                              const MnKind *kind,
                              MnXmlInfo    *info,
                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;
MnItem *mn_xml_read_document_file (const char   *path,
                                   const MnKind *kind,
                                   MnXmlInfo    *info,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for sessions. */
MnItem *mn_xml_read_bytes (GBytes *bytes, const char *name, MnXmlInfo *info, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
GBytes *mn_xml_load_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
MnItem *mn_xml_read_file (const char *path, MnXmlInfo *info, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same item gives the same bytes; text fields one paragraph a line, never re-indented. */
GBytes *mn_xml_write (MnItem *root) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of the item's element and of a field in the last bytes written from or read into the
 * tree, for FILE:LINE: messages of checks. 0 if unknown. */
guint mn_xml_find_line (GBytes *bytes, const char *item_id);

G_END_DECLS
