#include "mn-form-parts.h"

#include <string.h>

#include "mn-wording.h"

#define LEFT_SHARE 0.485 /* 80 mm of 165: the guide rules no widths */

/* ---- who issues ----------------------------------------------------------------------------- */

/* Organs that a committee is led by issue under the committee's own heading: there is no heading
 * for a "thường trực" (HD 05, ô 2). */
static const char *const standing_organs[] = { "Thường trực ", "Ban Thường vụ ", "Ban Chấp hành " };

static const char *
skip_standing (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (standing_organs); i++)
    if (mn_sentence_begins (name, standing_organs[i]))
      return g_utf8_offset_to_pointer (name, g_utf8_strlen (standing_organs[i], -1));
  return NULL;
}

static char *
dup_name (MnItem *party)
{
  return mn_sentence_fragment (party != NULL ? mn_item_get (party, "name") : NULL);
}

static gboolean
is_standing (MnItem *party)
{
  g_autofree char *name = dup_name (party);

  return skip_standing (name) != NULL;
}

/** mn_form_find_issuer: the party whose name heads the paper. */
MnItem *
mn_form_find_issuer (MnComposer *self)
{
  MnItem *body = mn_composer_find (self, self->general, "body");
  MnItem *above = mn_composer_find (self, body, "body");

  return above != NULL && is_standing (body) ? above : body;
}

/* "Văn phòng Tỉnh ủy" stands below its committee's name without repeating it. */
static char *
dup_without_committee (const char *name)
{
  static const char *const committees[] = { " Tỉnh ủy",  " Tỉnh uỷ", " Thành ủy",
                                            " Thành uỷ", " Đảng ủy", " Đảng uỷ" };

  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    {
      const char *found = strstr (name, committees[i]);

      if (found != NULL)
        return g_strndup (name, (gsize) (found - name));
    }
  return g_strdup (name);
}

static gboolean
is_committee (const char *name)
{
  return mn_sentence_begins (name, "Đảng ủy") || mn_sentence_begins (name, "Chi bộ") ||
         mn_sentence_begins (name, "Tỉnh ủy") || mn_sentence_begins (name, "Thành ủy");
}

/** mn_form_dup_issuing_body: "Tỉnh ủy Trà Vinh" for all that its standing organs issue. */
char *
mn_form_dup_issuing_body (MnComposer *self)
{
  g_autofree char *name = dup_name (mn_form_find_issuer (self));
  const char      *committee = skip_standing (name);

  return mn_sentence_upper (committee != NULL ? committee : name);
}

/* "Tỉnh ủy Vĩnh Long" leads, but the Party organisation above a lower committee is "Đảng bộ tỉnh
 * Vĩnh Long" (HD 05, ô 2). */
static char *
dup_parent_of_committee (const char *parent)
{
  static const struct
  {
    const char *committee, *organisation;
  } words[] = {
    { "Tỉnh ủy", "Đảng bộ tỉnh" },
    { "Thành ủy", "Đảng bộ thành phố" },
    { "Đảng ủy", "Đảng bộ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (mn_sentence_begins (parent, words[i].committee))
      return g_strconcat (words[i].organisation,
                          g_utf8_offset_to_pointer (parent, g_utf8_strlen (words[i].committee, -1)),
                          NULL);
  return g_strdup (parent);
}

/* The two lines of ô 2; *parent is NULL where there's only one. */
static char *
dup_heading (MnComposer *self, char **parent)
{
  MnItem          *issuer = mn_form_find_issuer (self);
  MnItem          *above = mn_composer_find (self, self->general, "parent-body");
  g_autofree char *name = mn_form_dup_issuing_body (self);
  g_autofree char *above_name = NULL;

  if (above == NULL && !is_standing (issuer))
    above = mn_composer_find (self, issuer, "body");
  above_name = dup_name (above);
  *parent = NULL;
  if (*above_name == '\0' || *name == '\0')
    return g_steal_pointer (&name);
  if (!is_committee (name))
    {
      *parent = g_steal_pointer (&above_name);
      return dup_without_committee (name);
    }
  *parent = dup_parent_of_committee (above_name);
  return g_steal_pointer (&name);
}

/* ---- number, place and date ----------------------------------------------------------------- */

static char *
dup_symbol (MnComposer *self, const char *body_name)
{
  static const struct
  {
    const char *name, *symbol;
  } by_name[] = {
    { "Tỉnh ủy", "TU" },
    { "Thành ủy", "TU" },
    { "Đảng ủy", "ĐU" },
    { "Chi bộ", "CB" },
  };
  const char *symbol = mn_composer_get (self, "symbol");
  MnItem     *issuer = mn_form_find_issuer (self);

  if (symbol == NULL && issuer != NULL)
    symbol = mn_item_get (issuer, "symbol");
  for (guint i = 0; symbol == NULL && i < G_N_ELEMENTS (by_name); i++)
    if (mn_sentence_begins (body_name, by_name[i].name))
      symbol = by_name[i].symbol;
  return symbol != NULL ? mn_sentence_fragment (symbol) : g_strdup (MN_WORDING_GAP);
}

/* "Số 07-TB/TU"; numbers below 10 get a zero (HD 05, ô 3). */
static char *
dup_number (MnComposer *self, const char *kind, const char *body_name)
{
  g_autofree char *symbol = dup_symbol (self, body_name);
  gint64 number = self->document != NULL ? mn_item_get_integer (self->document, "number", 0) : 0;

  if (number < 1)
    return g_strdup_printf ("Số" MN_WORDING_GAP "-%s/%s", kind, symbol);
  return g_strdup_printf ("Số" MN_NBSP "%02" G_GINT64_FORMAT "-%s/%s", number, kind, symbol);
}

/* The proper name of where the committee sits, without its level unless the name is of one syllable
 * (HD 05, ô 4). */
static char *
dup_place_of (const char *body_name)
{
  static const struct
  {
    const char *body, *level;
  } words[] = {
    { "Tỉnh ủy ", "Tỉnh" },  { "Thành ủy ", "Thành phố" }, { "Đảng ủy phường ", "Phường" },
    { "Đảng ủy xã ", "Xã" }, { "Đảng ủy đặc khu ", "ĐK" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (mn_sentence_begins (body_name, words[i].body))
      {
        const char *place = g_utf8_offset_to_pointer (body_name, g_utf8_strlen (words[i].body, -1));

        return strchr (place, ' ') != NULL ? g_strdup (place)
                                           : g_strdup_printf ("%s %s", words[i].level, place);
      }
  return g_strdup ("");
}

static char *
dup_place_date (MnComposer *self, const char *body_name)
{
  g_autofree char *derived = dup_place_of (body_name);
  const char      *given = mn_composer_get (self, "place");
  g_autofree char *place = mn_sentence_fragment (given != NULL ? given : derived);
  g_autofree char *day = NULL;
  GDate            date;

  if (self->document != NULL && mn_item_get_date (self->document, "date", &date))
    day = mn_wording_date (&date, 0);
  else
    day = mn_wording_date (NULL, mn_wording_year (self));
  if (*place == '\0')
    return g_steal_pointer (&day);
  return g_strdup_printf ("%s, %s", place, day);
}

static gboolean
is_draft (MnComposer *self)
{
  const char *state = mn_composer_get (self, "state");

  return state == NULL || strcmp (state, "draft") == 0 || strcmp (state, "submitted") == 0;
}

/* ---- blocks --------------------------------------------------------------------------------- */

static MnBlock *
new_column (double width)
{
  MnBlock *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);

  column->width = width;
  return column;
}

static void
add_line (MnBlock *column, MnRole role, const char *text)
{
  if (text != NULL && *text != '\0')
    mn_block_add (column, mn_block_new_string (role, text));
}

/* Row 1 of ô 1 and 2: the organ with its star beside the Party's title with its line. */
static void
add_names (MnComposer *self, const char *parent, const char *body_name)
{
  MnBlock *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock *left = new_column (LEFT_SHARE);
  MnBlock *right = new_column (1.0 - LEFT_SHARE);
  MnBlock *rule = mn_block_new (MN_BLOCK_RULE, MN_ROLE_PARTY_TITLE);

  add_line (left, MN_ROLE_PARENT_BODY, parent);
  add_line (left, MN_ROLE_ISSUING_BODY, body_name);
  add_line (left, MN_ROLE_STAR, "*");
  add_line (right, MN_ROLE_PARTY_TITLE, "ĐẢNG CỘNG SẢN VIỆT NAM");
  rule->width = 1.0;
  mn_block_add (right, rule);
  mn_block_add (row, left);
  mn_block_add (row, right);
  row->keep_with_next = TRUE;
  mn_composer_add (self, row);
}

/* Row 2: number and place stand on one line (HD 05's own heading is such a table). */
static void
add_number_and_date (MnComposer *self, const char *kind, const char *body_name)
{
  MnBlock         *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock         *left = new_column (LEFT_SHARE);
  MnBlock         *right = new_column (1.0 - LEFT_SHARE);
  g_autofree char *number = kind != NULL ? dup_number (self, kind, body_name) : NULL;
  g_autofree char *place_date = dup_place_date (self, body_name);
  g_autofree char *note = mn_sentence_fragment (mn_composer_get (self, "draft-note"));

  if (kind != NULL)
    add_line (left, MN_ROLE_NUMBER, number);
  if (is_draft (self) && (kind != NULL || self->document != NULL))
    add_line (left, MN_ROLE_DRAFT_NOTE, *note != '\0' ? note : "Dự thảo");
  add_line (right, MN_ROLE_PLACE_DATE, place_date);
  mn_block_add (row, left);
  mn_block_add (row, right);
  mn_composer_add (self, row);
}

/** mn_form_add_letterhead: ô 1 to 4 and 11b; @kind_symbol is "TB" or "BB", NULL for what bears no
 * number. */
void
mn_form_add_letterhead (MnComposer *self, const char *kind_symbol)
{
  g_autofree char *parent = NULL;
  g_autofree char *heading = dup_heading (self, &parent);
  g_autofree char *issuer = mn_form_dup_issuing_body (self);

  add_names (self, parent, heading);
  add_number_and_date (self, kind_symbol, issuer);
}

/* A subject is broken by sense: not inside what a body is called. */
static char *
glue_names (const char *subject)
{
  static const char *const names[] = {
    "Ban Thường vụ", "Ban Chấp hành", "Thường trực", "Tỉnh ủy",  "Tỉnh uỷ",  "Đảng ủy",
    "Đảng uỷ",       "Thành ủy",      "Thành uỷ",    "Hội nghị", "hội nghị", "giao ban",
    "Văn phòng",     "Mặt trận",      "Tổ quốc",     "Việt Nam", "Bí thư",   "lần thứ",
  };
  GString *out = g_string_new (subject);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv)   words = g_strsplit (names[i], " ", -1);
      g_autofree char *glued = g_strjoinv (MN_NBSP, words);

      g_string_replace (out, names[i], glued, 0);
    }
  return g_string_free (out, FALSE);
}

/**
 * mn_form_add_title:
 * @line: (nullable): a second line below the subject
 *
 * Ô 5a: the kind of document, its subject and five hyphens.
 */
void
mn_form_add_title (MnComposer *self, const char *kind, const char *subject, const char *line)
{
  MnBlock         *block = mn_composer_add_string (self, MN_ROLE_KIND, NULL, kind);
  g_autofree char *glued = glue_names (subject);

  block->keep_with_next = TRUE;
  block = mn_composer_add_string (self, MN_ROLE_SUBJECT, self->document, glued);
  block->keep_with_next = TRUE;
  if (line != NULL && *line != '\0')
    mn_composer_add_string (self, MN_ROLE_SUBJECT, NULL, line)->keep_with_next = TRUE;
  mn_composer_add_string (self, MN_ROLE_SEPARATOR, NULL, "-----");
}
