#include "mn-style-table.h"

#include <stddef.h>

#include "mn-style.h"

#define OF_STYLE(member) offsetof (MnStyle, member)
#define OF_ROLE(member) offsetof (MnRoleStyle, member)
#define OF_SYMBOL(member) offsetof (MnStyleSymbol, member)

const MnStyleAttribute mn_style_root_attributes[] = {
  { "name", MN_STYLE_STRING, OF_STYLE (name), 0, 0, TRUE },
  { "title", MN_STYLE_STRING, OF_STYLE (title), 0, 0, TRUE },
  { "rule", MN_STYLE_STRING, OF_STYLE (rule), 0, 0, TRUE },
  { "family", MN_STYLE_FAMILY, OF_STYLE (family), 0, 0, TRUE },
  { "base", MN_STYLE_STRING, OF_STYLE (base), 0, 0, FALSE },
  { NULL },
};

static const MnStyleAttribute sheet_attributes[] = {
  { "width", MN_STYLE_LENGTH_MM, OF_STYLE (page_width), 200, 3000, TRUE },
  { "height", MN_STYLE_LENGTH_MM, OF_STYLE (page_height), 200, 3000, TRUE },
  { "top", MN_STYLE_LENGTH_MM, OF_STYLE (margin_top), 0, 1000, TRUE },
  { "bottom", MN_STYLE_LENGTH_MM, OF_STYLE (margin_bottom), 0, 1000, TRUE },
  { "left", MN_STYLE_LENGTH_MM, OF_STYLE (margin_left), 0, 1000, TRUE },
  { "right", MN_STYLE_LENGTH_MM, OF_STYLE (margin_right), 0, 1000, TRUE },
  { "mirrored", MN_STYLE_BOOLEAN, OF_STYLE (mirrored), 0, 0, FALSE },
  { NULL },
};

static const MnStyleAttribute number_attributes[] = {
  { "top", MN_STYLE_LENGTH_MM, OF_STYLE (page_number_top), 0, 1000, TRUE },
  { NULL },
};

static const MnStyleAttribute columns_attributes[] = {
  { "left-share", MN_STYLE_SHARE, OF_STYLE (left_share), 0.1, 0.9, TRUE },
  { "gap", MN_STYLE_LENGTH_MM, OF_STYLE (column_gap), 0, 100, TRUE },
  { NULL },
};

static const MnStyleAttribute stroke_attributes[] = {
  { "weight", MN_STYLE_LENGTH_PT, OF_STYLE (rule_weight), 0.1, 5, TRUE },
  { "gap", MN_STYLE_LENGTH_PT, OF_STYLE (rule_gap), 0, 20, TRUE },
  { "organ", MN_STYLE_SHARE, OF_STYLE (organ_rule), 0, 1, FALSE },
  { "subject", MN_STYLE_SHARE, OF_STYLE (subject_rule), 0, 1, FALSE },
  { NULL },
};

static const MnStyleAttribute table_attributes[] = {
  { "grid", MN_STYLE_LENGTH_PT, OF_STYLE (grid_weight), 0, 5, TRUE },
  { "space", MN_STYLE_LENGTH_PT, OF_STYLE (table_space), 0, 100, TRUE },
  { "padding-x", MN_STYLE_LENGTH_PT, OF_STYLE (cell_padding_x), 0, 20, TRUE },
  { "padding-y", MN_STYLE_LENGTH_PT, OF_STYLE (cell_padding_y), 0, 20, TRUE },
  { NULL },
};

static const MnStyleAttribute numbering_attributes[] = {
  { "levels", MN_STYLE_STRING, OF_STYLE (levels), 0, 0, TRUE },
  { "minutes-from", MN_STYLE_COUNT, OF_STYLE (minutes_level), 1, 3, TRUE },
  { NULL },
};

static const MnStyleAttribute minutes_attributes[] = {
  { "dated", MN_STYLE_BOOLEAN, OF_STYLE (minutes_dated), 0, 0, TRUE },
  { "attested", MN_STYLE_ALIGN, OF_STYLE (minutes_attested), 0, 0, FALSE },
  { "recipients", MN_STYLE_PLACE, OF_STYLE (minutes_recipients), 0, 0, FALSE },
  { NULL },
};

static const MnStyleAttribute notice_attributes[] = {
  { "author-line", MN_STYLE_BOOLEAN, OF_STYLE (notice_author), 0, 0, TRUE },
  { NULL },
};

static const MnStyleAttribute spelling_attributes[] = {
  { "old-tones", MN_STYLE_BOOLEAN, OF_STYLE (old_tones), 0, 0, TRUE },
  { NULL },
};

const MnStylePart mn_style_parts[MN_N_STYLE_PARTS] = {
  { "sheet", sheet_attributes },       { "page-number", number_attributes },
  { "columns", columns_attributes },   { "stroke", stroke_attributes },
  { "table", table_attributes },       { "numbering", numbering_attributes },
  { "minutes", minutes_attributes },   { "notice", notice_attributes },
  { "spelling", spelling_attributes },
};

const MnStyleAttribute mn_style_role_attributes[] = {
  { "size", MN_STYLE_LENGTH_PT, OF_ROLE (size), 4, 72, TRUE },
  { "bold", MN_STYLE_BOOLEAN, OF_ROLE (bold), 0, 0, FALSE },
  { "italic", MN_STYLE_BOOLEAN, OF_ROLE (italic), 0, 0, FALSE },
  { "caps", MN_STYLE_BOOLEAN, OF_ROLE (caps), 0, 0, FALSE },
  { "align", MN_STYLE_ALIGN, OF_ROLE (align), 0, 0, FALSE },
  { "first-indent", MN_STYLE_LENGTH_PT, OF_ROLE (first_indent), 0, 200, FALSE },
  { "left-indent", MN_STYLE_LENGTH_PT, OF_ROLE (left_indent), 0, 100, FALSE },
  { "space-before", MN_STYLE_LENGTH_PT, OF_ROLE (space_before), 0, 200, FALSE },
  { "space-after", MN_STYLE_LENGTH_PT, OF_ROLE (space_after), 0, 200, FALSE },
  { "pitch", MN_STYLE_LENGTH_PT, OF_ROLE (pitch), 0, 150, FALSE },
  { "height", MN_STYLE_LENGTH_PT, OF_ROLE (height), 0, 500, FALSE },
  { "underline", MN_STYLE_LENGTH_PT, OF_ROLE (underline), 0, 5, FALSE },
  { "balance", MN_STYLE_BOOLEAN, OF_ROLE (balance), 0, 0, FALSE },
  { "red", MN_STYLE_BOOLEAN, OF_ROLE (red), 0, 0, FALSE },
  { NULL },
};

const MnStyleAttribute mn_style_word_attributes[] = {
  { "text", MN_STYLE_TEXT, 0, 0, 0, TRUE },
  { NULL },
};

const MnStyleAttribute mn_style_symbol_attributes[] = {
  { "begins", MN_STYLE_STRING, OF_SYMBOL (begins), 0, 0, TRUE },
  { "symbol", MN_STYLE_STRING, OF_SYMBOL (symbol), 0, 0, TRUE },
  { "joined", MN_STYLE_BOOLEAN, OF_SYMBOL (joined), 0, 0, FALSE },
  { NULL },
};
