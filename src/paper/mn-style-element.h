#pragma once

#include <libxml/tree.h>

#include "mn-style-private.h"

G_BEGIN_DECLS

/** MnStyleElement: one of a style file, what it may say and where that goes. */
typedef struct
{
  xmlNode                *node;
  const char             *key; /* "sheet", "role body": what rules call it */
  const MnStyleAttribute *attributes;
  gpointer                target;
  gconstpointer           base; /* the same of the style that an office's own departs from */
} MnStyleElement;

/* Reads its attributes, and what the rule says of them. */
void mn_style_element_read (MnStyleReader *reader, const MnStyleElement *element);

/* The attributes alone: of the whole file's element. */
void mn_style_element_read_values (MnStyleReader *reader, const MnStyleElement *element);

/* The value of an attribute, or NULL. (transfer full) */
char *mn_style_element_dup (xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
