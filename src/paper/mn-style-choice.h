#pragma once

#include "mn-style.h"

G_BEGIN_DECLS

/* The style of the rule in force on @date (nullable: the newest) for that family. */
const char *mn_style_choose (MnFamily family, const GDate *date);

G_END_DECLS
