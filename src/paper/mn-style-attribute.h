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
  MN_STYLE_STRING, /* never empty */
  MN_STYLE_TEXT,   /* may be empty */
  MN_STYLE_COUNT,  /* guint */
  MN_STYLE_FAMILY, /* "party", "state" */
  MN_STYLE_PLACE,  /* MnRecipientsPlace */
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

/* Whether both structs hold the same there. */
gboolean mn_style_attribute_equal (const MnStyleAttribute *self, gconstpointer a, gconstpointer b);

/* Whether the value is a number, which goes to *number: points, shares. */
gboolean mn_style_attribute_get_number (const MnStyleAttribute *self,
                                        gconstpointer           target,
                                        double                 *number);

/* A number in the attribute's own unit, or the value of @target, as for people. (transfer full) */
char *mn_style_attribute_format_number (const MnStyleAttribute *self, double number)
    G_GNUC_WARN_UNUSED_RESULT;
char *mn_style_attribute_format (const MnStyleAttribute *self, gconstpointer target)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
