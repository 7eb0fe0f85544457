#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MnStyleValueType: what an attribute may hold. */
typedef enum
{
  MN_STYLE_LENGTH_MM, /* a bare number is millimetres */
  MN_STYLE_LENGTH_PT,
  MN_STYLE_SHARE,
  MN_STYLE_BOOLEAN,
  MN_STYLE_ALIGN,
  MN_STYLE_STRING,
} MnStyleValueType;

/** MnStyleAttribute: one attribute of an element: where it goes and what it may hold. */
typedef struct
{
  const char      *name;
  MnStyleValueType type;
  gsize            offset;
  double           min, max; /* points */
  gboolean         required;
} MnStyleAttribute;

/* A table of attributes ends with one without a name. */
const MnStyleAttribute *mn_style_attribute_find (const MnStyleAttribute *table, const char *name);

/* Puts the value that @string stands for into the struct at @target; FALSE if it stands for none.
 */
gboolean mn_style_attribute_parse (const MnStyleAttribute *self,
                                   const char             *string,
                                   gpointer                target);

G_END_DECLS
