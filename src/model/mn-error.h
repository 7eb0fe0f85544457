#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MnError: what can go wrong with input.
 * @MN_ERROR_VALUE: a value that its field can't hold
 * @MN_ERROR_PLACE: an item that isn't there, or can't stand where it should go
 * @MN_ERROR_READ_ONLY: the document can't be changed (newer format, held by somebody else)
 * @MN_ERROR_NOT_XML: the bytes are no well-formed XML, are cut off, or hold a DTD
 * @MN_ERROR_NOT_OURS: XML of another kind
 * @MN_ERROR_FORMAT: our XML, but with a name or value that the format doesn't know
 * @MN_ERROR_TOO_LARGE: beyond the limits of size or depth
 * @MN_ERROR_CHANGED_ON_DISK: another program wrote the file meanwhile
 * @MN_ERROR_VERIFY: bytes about to be saved don't read back as the same document
 * @MN_ERROR_NEWER: written by a newer version, and of no use to this one
 * @MN_ERROR_STYLE: a house style that can't be used
 */
typedef enum
{
  MN_ERROR_VALUE,
  MN_ERROR_PLACE,
  MN_ERROR_READ_ONLY,
  MN_ERROR_NOT_XML,
  MN_ERROR_NOT_OURS,
  MN_ERROR_FORMAT,
  MN_ERROR_TOO_LARGE,
  MN_ERROR_CHANGED_ON_DISK,
  MN_ERROR_VERIFY,
  MN_ERROR_STYLE,
  MN_ERROR_NEWER,
} MnError;

#define MN_ERROR (mn_error_quark ())
GQuark mn_error_quark (void);

/* The system's own words ("No space left on device") at the end of what GLib says of a file. GLib
 * names the file that it wrote first, whose name nobody has given. Belongs to @error. */
const char *mn_error_get_reason (const GError *error);

G_END_DECLS
