#pragma once

#include "mn-style.h"

G_BEGIN_DECLS

/* The family of papers that a body issues, by its name; FALSE where the name doesn't tell. */
gboolean mn_style_find_family (const char *body, MnFamily *family);

/* The style of the rule in force on @date (nullable: the newest) for that family. */
const char *mn_style_choose (MnFamily family, const GDate *date);

G_END_DECLS
