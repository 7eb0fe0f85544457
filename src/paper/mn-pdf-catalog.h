#pragma once

#include <gio/gio.h>

#include "mn-tagger.h"

G_BEGIN_DECLS

GBytes *mn_pdf_catalog_complete (GBytes *pdf, const MnTagJoins *joins, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
