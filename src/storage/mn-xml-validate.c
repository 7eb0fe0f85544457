#include "mn-xml-private.h"

gboolean
mn_xml_validate (MnXmlReader *self, xmlDoc *doc)
{
  return TRUE;
}
