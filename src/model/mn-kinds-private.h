#pragma once

#include <glib/gi18n-lib.h>

#include "mn-kinds.h"

/* The words in which the tables of the kinds are written. */

#define END_FIELDS                                                                                 \
  {                                                                                                \
    NULL, NULL, MN_FIELD_TEXT, MN_FIELD_PLAIN, NULL, NULL                                          \
  }
#define END_SLOTS                                                                                  \
  {                                                                                                \
    NULL, NULL, NULL, FALSE                                                                        \
  }
#define END_VALUES                                                                                 \
  {                                                                                                \
    NULL, NULL                                                                                     \
  }

#define TEXT(name, label)                                                                          \
  {                                                                                                \
    name, label, MN_FIELD_TEXT, MN_FIELD_PLAIN, NULL, NULL                                         \
  }
#define FILE_NAME(name, label)                                                                     \
  {                                                                                                \
    name, label, MN_FIELD_TEXT, MN_FIELD_ATTACHED, NULL, NULL                                      \
  }
#define TITLE(name, label)                                                                         \
  {                                                                                                \
    name, label, MN_FIELD_TEXT, MN_FIELD_TITLE, NULL, NULL                                         \
  }
#define RICH(name, label)                                                                          \
  {                                                                                                \
    name, label, MN_FIELD_RICH, MN_FIELD_LONG, NULL, NULL                                          \
  }
#define RICH_TITLE(name, label)                                                                    \
  {                                                                                                \
    name, label, MN_FIELD_RICH, MN_FIELD_LONG | MN_FIELD_TITLE, NULL, NULL                         \
  }
#define ENUM(name, label, values)                                                                  \
  {                                                                                                \
    name, label, MN_FIELD_ENUM, MN_FIELD_PLAIN, values, NULL                                       \
  }
#define FIELD(name, label, type)                                                                   \
  {                                                                                                \
    name, label, type, MN_FIELD_PLAIN, NULL, NULL                                                  \
  }
#define HIDDEN(name, label, type)                                                                  \
  {                                                                                                \
    name, label, type, MN_FIELD_HIDDEN, NULL, NULL                                                 \
  }
#define REF(name, label, kind)                                                                     \
  {                                                                                                \
    name, label, MN_FIELD_REF, MN_FIELD_PLAIN, NULL, kind                                          \
  }
#define REFS(name, label, kind)                                                                    \
  {                                                                                                \
    name, label, MN_FIELD_REFS, MN_FIELD_PLAIN, NULL, kind                                         \
  }

/* Choices that sessions share with the other documents of an archive. */
extern const MnEnumValue mn_meeting_kinds[], mn_period_kinds[], mn_house_styles[], mn_addresses[];
