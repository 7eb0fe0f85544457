#pragma once

#include "mn-register.h"

G_BEGIN_DECLS

/* What people enter into numbers.xml: reserved numbers, numbers issued outside the archive, first
 * numbers and terms. */

const char *mn_register_find_slot (const MnKind *kind);
gboolean    mn_register_put (MnArchive *archive, MnItem *entry, MnItem **before, GError **error);
gboolean    mn_register_drop (MnArchive *archive, const char *id, MnItem **before, GError **error);

G_END_DECLS
