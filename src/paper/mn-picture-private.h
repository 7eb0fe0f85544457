#pragma once

#include "mn-picture.h"

G_BEGIN_DECLS

/* One that isn't there, because of @fault. */
MnPicture *mn_picture_new_faulty (const char *name, const char *fault) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
