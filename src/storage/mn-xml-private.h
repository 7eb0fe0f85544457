#pragma once

#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include "mn-error.h"
#include "mn-item.h"
#include "mn-xml.h"

G_BEGIN_DECLS

/* What one element may carry and one file hold. libxml2 2.9 takes quadratic time over attributes
 * and namespaces, and some hundred bytes for each element. */
#define MN_XML_MAX_ATTRIBUTES 128 /* of one element, without declarations of namespaces */
#define MN_XML_MAX_FOREIGN 32     /* of one element of ours */
#define MN_XML_MAX_NAMESPACES 1024
#define MN_XML_MAX_ELEMENTS 1000000
#define MN_XML_MAX_SPAN (8 * 1024 * 1024)

#if LIBXML_VERSION >= 21200
typedef const xmlError *MnXmlError;
#else
typedef xmlError *MnXmlError;
#endif

/** MnXmlReader: one reading of one file. The first fault ends it. */
typedef struct
{
  const char *name;  /* (borrowed) of the file, for messages */
  gboolean    newer; /* what isn't known is passed over */
  GHashTable *ids;   /* (borrowed) those that were met */
  GError     *error; /* (owned) */
} MnXmlReader;

/* Both return FALSE with the error set; mn_xml_reject() returns TRUE when the file is of a newer
 * version, where the part in question is passed over. */
gboolean mn_xml_fail (MnXmlReader *self, guint line, MnError code, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
gboolean mn_xml_reject (MnXmlReader *self, xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean mn_xml_reject_attribute (MnXmlReader *self, xmlNode *node, const xmlAttr *attribute);
gboolean mn_xml_reject_attributes (MnXmlReader *self, xmlNode *node, const char *but);
gboolean mn_xml_is_our_namespace (const xmlNs *ns);
gboolean mn_xml_is_ours (const xmlNode *node);
gboolean mn_xml_is_named (const xmlNode *node, const char *name);
gboolean mn_xml_is_stray_text (const xmlNode *node);

gboolean mn_xml_guard (MnXmlReader *self, GBytes *bytes);
gboolean mn_xml_validate (MnXmlReader *self, xmlDoc *doc);

void  mn_xml_append_escaped (GString *out, const char *text, gsize n_bytes, gboolean attribute);
char *mn_xml_dup_element (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
char *mn_xml_dup_attributes (GPtrArray *attributes) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

gboolean mn_xml_collect_attributes (MnXmlReader *self, xmlNode *node, GPtrArray *attributes);

gboolean mn_xml_read_rich (MnXmlReader *self, xmlNode *node, MnItem *item, const MnField *field);
void     mn_xml_write_rich (GString *out, const MnText *text, guint indent);
void     mn_xml_append_indent (GString *out, guint indent);

G_END_DECLS
