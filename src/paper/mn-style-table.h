#pragma once

#include "mn-style-attribute.h"

G_BEGIN_DECLS

/** MnStylePart: an element of a style file that stands once in it, and what it may say. */
typedef struct
{
  const char             *name;
  const MnStyleAttribute *attributes;
} MnStylePart;

#define MN_N_STYLE_PARTS 9

extern const MnStylePart      mn_style_parts[MN_N_STYLE_PARTS];
extern const MnStyleAttribute mn_style_root_attributes[];
extern const MnStyleAttribute mn_style_role_attributes[];
extern const MnStyleAttribute mn_style_word_attributes[];   /* into a char * */
extern const MnStyleAttribute mn_style_symbol_attributes[]; /* into an MnStyleSymbol */

G_END_DECLS
