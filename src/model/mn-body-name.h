#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MnFamily: by whose rules a body writes and numbers its papers. */
typedef enum
{
  MN_FAMILY_PARTY, /* HD 05-HD/VPTW and those before it */
  MN_FAMILY_STATE, /* Nghị định 30/2020/NĐ-CP; the Front's bodies as well */
} MnFamily;

/* Pure functions of names; strings are borrowed. */
const char *mn_body_skip (const char *name, const char *begin);
const char *mn_body_skip_standing (const char *name);

/* The family of papers that a body issues, by its name; FALSE where the name doesn't tell. */
gboolean mn_body_find_family (const char *body, MnFamily *family);

G_END_DECLS
