/* The schema says again what the descriptions of the kinds say, for other programs and as a second
 * pair of eyes on the reader; so it is made from them. */

#include "mn-schema.h"

#include <stdarg.h>

#include "mn-kind.h"
#include "mn-text.h"
#include "mn-xml.h"

#define UUID "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
#define DATE "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
#define TIME "([01][0-9]|2[0-3]):[0-5][0-9]"

typedef struct
{
  GString *out;
  guint    depth;
} Schema;

static void
add_line (Schema *self, const char *format, va_list args)
{
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->out, "  ");
  g_string_append_vprintf (self->out, format, args);
  g_string_append_c (self->out, '\n');
}

static void G_GNUC_PRINTF (2, 3) add (Schema *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add_line (self, format, args);
  va_end (args);
}

/* A start tag; what follows is indented until end(). */
static void G_GNUC_PRINTF (2, 3) begin (Schema *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  add_line (self, format, args);
  va_end (args);
  self->depth++;
}

static void
end (Schema *self, const char *name)
{
  self->depth--;
  add (self, "</%s>", name);
}

/* ---- patterns shared by all kinds ------------------------------------------------------------ */

static void
add_data (Schema *self, const char *name, const char *pattern)
{
  begin (self, "<define name=\"%s\">", name);
  begin (self, "<data type=\"token\">");
  add (self, "<param name=\"pattern\">%s</param>", pattern);
  end (self, "data");
  end (self, "define");
}

static void
add_values (Schema *self)
{
  add_data (self, "uuid", UUID);
  add_data (self, "date", DATE);
  add_data (self, "time", TIME);
  add_data (self, "moment", DATE "T" TIME ":[0-5][0-9][+\\-]" TIME);
  add_data (self, "integer", "[0-9]{1,9}");
  add_data (self, "decimal", "-?[0-9]{1,15}(\\.[0-9]{1,9})?");
  add_data (self, "boolean", "yes|no");
  add_data (self, "refs", UUID "( " UUID ")*");
}

static void
add_foreign_name (Schema *self, gboolean attribute)
{
  begin (self, "<anyName>");
  begin (self, "<except>");
  add (self, "<nsName/>");
  if (attribute)
    add (self, "<nsName ns=\"\"/>");
  end (self, "except");
  end (self, "anyName");
}

static void
add_any (Schema *self)
{
  begin (self, "<define name=\"any\">");
  begin (self, "<zeroOrMore>");
  begin (self, "<choice>");
  add (self, "<text/>");
  begin (self, "<element>");
  add (self, "<anyName/>");
  add (self, "<ref name=\"any\"/>");
  end (self, "element");
  end (self, "choice");
  end (self, "zeroOrMore");
  begin (self, "<zeroOrMore>");
  begin (self, "<attribute>");
  add (self, "<anyName/>");
  end (self, "attribute");
  end (self, "zeroOrMore");
  end (self, "define");
}

static void
add_foreign (Schema *self)
{
  begin (self, "<define name=\"foreign-attributes\">");
  begin (self, "<zeroOrMore>");
  begin (self, "<attribute>");
  add_foreign_name (self, TRUE);
  end (self, "attribute");
  end (self, "zeroOrMore");
  end (self, "define");
  begin (self, "<define name=\"foreign-element\">");
  begin (self, "<element>");
  add_foreign_name (self, FALSE);
  add (self, "<ref name=\"any\"/>");
  end (self, "element");
  end (self, "define");
  add_any (self);
}

static void
add_line_pattern (Schema *self)
{
  begin (self, "<define name=\"line\">");
  begin (self, "<zeroOrMore>");
  begin (self, "<choice>");
  add (self, "<text/>");
  add (self, "<ref name=\"foreign-element\"/>");
  end (self, "choice");
  end (self, "zeroOrMore");
  add (self, "<ref name=\"foreign-attributes\"/>");
  end (self, "define");
}

static void
add_inline (Schema *self)
{
  static const char *const marks[] = { "b", "i" };

  begin (self, "<define name=\"inline\">");
  begin (self, "<zeroOrMore>");
  begin (self, "<choice>");
  add (self, "<text/>");
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      begin (self, "<element name=\"%s\">", marks[i]);
      add (self, "<ref name=\"inline\"/>");
      end (self, "element");
    }
  add (self, "<ref name=\"foreign-element\"/>");
  end (self, "choice");
  end (self, "zeroOrMore");
  add (self, "<ref name=\"foreign-attributes\"/>");
  end (self, "define");
}

static void
add_point (Schema *self, const char *name)
{
  begin (self, "<element name=\"%s\">", name);
  begin (self, "<attribute name=\"level\">");
  begin (self, "<data type=\"token\">");
  add (self, "<param name=\"pattern\">[1-%d]</param>", MN_TEXT_MAX_LEVEL);
  end (self, "data");
  end (self, "attribute");
  add (self, "<ref name=\"inline\"/>");
  end (self, "element");
}

static void
add_paragraphs (Schema *self)
{
  begin (self, "<define name=\"paragraphs\">");
  begin (self, "<zeroOrMore>");
  begin (self, "<choice>");
  begin (self, "<element name=\"p\">");
  add (self, "<ref name=\"inline\"/>");
  end (self, "element");
  add_point (self, "dash");
  add_point (self, "point");
  add (self, "<ref name=\"foreign-element\"/>");
  end (self, "choice");
  end (self, "zeroOrMore");
  add (self, "<ref name=\"foreign-attributes\"/>");
  end (self, "define");
}

/* ---- kinds ----------------------------------------------------------------------------------- */

/* Of each type of field, the pattern of its values; enumerations have one of their own each. */
static const char *const value_patterns[] = {
  [MN_FIELD_TEXT] = "line",       [MN_FIELD_RICH] = "paragraphs", [MN_FIELD_ENUM] = NULL,
  [MN_FIELD_DATE] = "date",       [MN_FIELD_TIME] = "time",       [MN_FIELD_MOMENT] = "moment",
  [MN_FIELD_INTEGER] = "integer", [MN_FIELD_DECIMAL] = "decimal", [MN_FIELD_BOOLEAN] = "boolean",
  [MN_FIELD_REF] = "uuid",        [MN_FIELD_REFS] = "refs",       [MN_FIELD_ID] = "uuid",
};

static gboolean
is_text (const MnField *field)
{
  return field->type == MN_FIELD_TEXT || field->type == MN_FIELD_RICH;
}

static void
add_enum (Schema *self, const MnField *field)
{
  begin (self, "<choice>");
  for (const MnEnumValue *value = field->values; value->nick != NULL; value++)
    add (self, "<value>%s</value>", value->nick);
  end (self, "choice");
}

static void
add_field (Schema *self, const MnField *field)
{
  const char *node = is_text (field) ? "element" : "attribute";

  begin (self, "<optional>");
  begin (self, "<%s name=\"%s\">", node, field->name);
  if (field->type == MN_FIELD_ENUM)
    add_enum (self, field);
  else
    add (self, "<ref name=\"%s\"/>", value_patterns[field->type]);
  end (self, node);
  end (self, "optional");
}

static void
add_slot (Schema *self, const MnSlot *slot)
{
  begin (self, "<optional>");
  if (slot->single)
    add (self, "<ref name=\"item.%s\"/>", slot->kind->name);
  else
    {
      begin (self, "<element name=\"%s\">", slot->name);
      begin (self, "<zeroOrMore>");
      begin (self, "<choice>");
      add (self, "<ref name=\"item.%s\"/>", slot->kind->name);
      add (self, "<ref name=\"foreign-element\"/>");
      end (self, "choice");
      end (self, "zeroOrMore");
      add (self, "<ref name=\"foreign-attributes\"/>");
      end (self, "element");
    }
  end (self, "optional");
}

/* Attributes stand in the interleave too, where they mean the same: there libxml2 goes on with the
 * state that has used most of them. Elsewhere it follows both branches of everything optional, and
 * comes to 2ⁿ states. */
static void
add_content (Schema *self, const MnKind *kind)
{
  begin (self, "<interleave>");
  for (const MnField *field = kind->fields; field->name != NULL; field++)
    add_field (self, field);
  for (const MnSlot *slot = kind->slots; slot->name != NULL; slot++)
    add_slot (self, slot);
  begin (self, "<zeroOrMore>");
  add (self, "<ref name=\"foreign-element\"/>");
  end (self, "zeroOrMore");
  add (self, "<ref name=\"foreign-attributes\"/>");
  end (self, "interleave");
}

static void
add_kind (Schema *self, const MnKind *kind)
{
  begin (self, "<define name=\"item.%s\">", kind->name);
  begin (self, "<element name=\"%s\">", kind->name);
  if (mn_kind_is_root (kind))
    {
      begin (self, "<attribute name=\"version\">");
      add (self, "<value>%d</value>", MN_XML_VERSION);
      end (self, "attribute");
    }
  begin (self, "<attribute name=\"id\">");
  add (self, "<ref name=\"uuid\"/>");
  end (self, "attribute");
  add_content (self, kind);
  end (self, "element");
  end (self, "define");
}

/**
 * mn_schema_generate:
 *
 * Returns: (transfer full): the whole schema file
 */
char *
mn_schema_generate (void)
{
  Schema self = { g_string_new (NULL), 0 };

  add (&self, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  add (&self, "<!-- Made from the descriptions in src/model/mn-kinds*.c: ninja update-schema. -->");
  begin (&self,
         "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"%s\" "
         "datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">",
         MN_XML_NAMESPACE);
  begin (&self, "<start>");
  begin (&self, "<choice>");
  for (guint i = 0; mn_kind_list_roots ()[i] != NULL; i++)
    add (&self, "<ref name=\"item.%s\"/>", mn_kind_list_roots ()[i]->name);
  end (&self, "choice");
  end (&self, "start");
  for (guint i = 0; mn_kind_list ()[i] != NULL; i++)
    add_kind (&self, mn_kind_list ()[i]);
  add_paragraphs (&self);
  add_inline (&self);
  add_line_pattern (&self);
  add_values (&self);
  add_foreign (&self);
  end (&self, "grammar");
  return g_string_free (self.out, FALSE);
}
