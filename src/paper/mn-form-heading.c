#include "mn-form-parts.h"
#include "mn-numbering.h"

#include <string.h>

#include "mn-signs.h"
#include "mn-wording.h"

/* ---- number, place and date ----------------------------------------------------------------- */

/* A form without a document of its own yet has its kind, and a gap for the number. */
static char *
dup_number (MnComposer *self)
{
  g_autoptr (MnPaper) paper = mn_paper_new (self->session, self->document);
  g_auto (MnSigns)    signs = { 0 };

  g_free (paper->form);
  paper->form = g_strdup (mn_form_get_name (self->form));
  mn_signs_find (&signs, self->style, paper);
  return mn_signs_fill (&signs, paper->number, MN_WORDING_GAP);
}

/** mn_form_dup_number: without "Số". */
char *
mn_form_dup_number (MnComposer *self)
{
  const char      *pattern = mn_composer_get_word (self, MN_WORD_NUMBER);
  const char      *place = strstr (pattern, " %n");
  g_autofree char *number = dup_number (self);

  return g_strdup (number + (place != NULL ? place - pattern : 0));
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
    { "Tỉnh ủy ", "Tỉnh" },
    { "Thành ủy ", "Thành phố" },
    { "Đảng ủy phường ", "Phường" },
    { "Đảng ủy xã ", "Xã" },
    { "Đảng ủy đặc khu ", "ĐK" },
    { "Ủy ban nhân dân tỉnh ", "Tỉnh" },
    { "Ủy ban nhân dân thành phố ", "Thành phố" },
    { "Ủy ban nhân dân phường ", "Phường" },
    { "Ủy ban nhân dân xã ", "Xã" },
    { "Ủy ban nhân dân đặc khu ", "ĐK" },
    { "Hội đồng nhân dân tỉnh ", "Tỉnh" },
    { "Hội đồng nhân dân thành phố ", "Thành phố" },
    { "Hội đồng nhân dân phường ", "Phường" },
    { "Hội đồng nhân dân xã ", "Xã" },
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
  MnItem          *above = mn_composer_find (self, mn_session_get_issuer (self->session), "body");
  const char      *above_name = above != NULL ? mn_item_get (above, "name") : NULL;
  g_autofree char *own = dup_place_of (body_name);
  g_autofree char *derived = *own == '\0' && above_name != NULL ? dup_place_of (above_name)
                                                                : g_strdup (own);
  const char      *given = mn_composer_get (self, "place");
  g_autofree char *place = mn_sentence_fragment (given != NULL ? given : derived);
  g_autofree char *day = NULL;
  GDate            date;

  if (self->document != NULL && mn_item_get_date (self->document, "date", &date))
    day = mn_wording_date (&date, 0);
  else
    day = mn_wording_date (NULL, mn_wording_year (self));
  return g_strdup_printf ("%s, %s", *place != '\0' ? place : MN_WORDING_GAP, day);
}

static gboolean
is_draft (MnComposer *self)
{
  const char *state = mn_composer_get (self, "state");

  return state == NULL || strcmp (state, "draft") == 0 || strcmp (state, "submitted") == 0;
}

/* ---- blocks --------------------------------------------------------------------------------- */

/* As wide as the style shares it out. */
static MnBlock *
new_column (void)
{
  return mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);
}

static void
add_line (MnBlock *column, MnRole role, const char *text)
{
  if (text != NULL && *text != '\0')
    mn_block_add (column, mn_block_new_string (role, text));
}

/* A stroke as long as a share of the line above, or a sign, as the family has it. */
static void
add_below (MnBlock *column, MnRole role, const char *sign, double share)
{
  MnBlock *rule;

  add_line (column, role, sign);
  if (share <= 0)
    return;
  rule = mn_block_new (MN_BLOCK_RULE, role);
  rule->width = share;
  mn_block_add (column, rule);
}

/* Ô 2: the organ with its star (Party) or its stroke (State). */
static MnBlock *
new_names (MnComposer *self)
{
  MnBlock         *column = new_column ();
  g_autofree char *parent = NULL;
  g_autofree char *second = NULL;
  g_autofree char *heading = mn_form_dup_heading (self, &parent, &second);

  add_line (column, MN_ROLE_PARENT_BODY, parent);
  add_line (column, MN_ROLE_ISSUING_BODY, heading);
  add_line (column, MN_ROLE_ISSUING_BODY, second);
  add_below (column, MN_ROLE_STAR, mn_composer_get_word (self, MN_WORD_STAR),
             self->style->organ_rule);
  return column;
}

/* Ô 1: the Party's title, or the nation's name and motto, with a stroke of their length. */
static MnBlock *
new_title (MnComposer *self)
{
  MnBlock *column = new_column ();
  gboolean is_state = mn_composer_is_state (self);

  add_line (column, is_state ? MN_ROLE_NATION : MN_ROLE_PARTY_TITLE,
            mn_composer_get_word (self, MN_WORD_TITLE));
  add_line (column, MN_ROLE_MOTTO, mn_composer_get_word (self, MN_WORD_MOTTO));
  add_below (column, is_state ? MN_ROLE_MOTTO : MN_ROLE_PARTY_TITLE, NULL, 1.0);
  return column;
}

static void
add_names (MnComposer *self)
{
  MnBlock *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);

  mn_block_add (row, new_names (self));
  mn_block_add (row, new_title (self));
  row->keep_with_next = TRUE;
  mn_composer_add (self, row);
}

/* NĐ 30, Mẫu 1.9: minutes bear no line of place and date. */
static gboolean
is_dated (MnComposer *self)
{
  return self->form != MN_FORM_MINUTES || self->style->minutes_dated;
}

/* Row 2: number and place stand on one line (HD 05's own heading is such a table; NĐ 30, Phụ lục I,
 * II.4). What is urgent or a draft says so below the number. */
static void
add_number_and_date (MnComposer *self, const char *body_name)
{
  MnBlock         *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock         *left = new_column ();
  MnBlock         *right = new_column ();
  gboolean         numbered = mn_form_is_numbered (self->form);
  g_autofree char *number = numbered ? dup_number (self) : NULL;
  g_autofree char *place_date = is_dated (self) ? dup_place_date (self, body_name) : NULL;
  g_autofree char *note = mn_sentence_fragment (mn_composer_get (self, "draft-note"));

  add_line (left, MN_ROLE_NUMBER, number);
  mn_form_add_urgency (self, left);
  if (is_draft (self) && (numbered || self->document != NULL))
    add_line (left, MN_ROLE_DRAFT_NOTE,
              *note != '\0' ? note : mn_composer_get_word (self, MN_WORD_DRAFT));
  add_line (right, MN_ROLE_PLACE_DATE, place_date);
  mn_block_add (row, left);
  mn_block_add (row, right);
  mn_composer_add (self, row);
}

/** mn_form_add_letterhead: ô 1 to 4, 10 and 11. */
void
mn_form_add_letterhead (MnComposer *self)
{
  g_autofree char *issuer = mn_form_dup_issuing_body (self);

  mn_form_add_circulation (self);
  add_names (self);
  add_number_and_date (self, issuer);
}

/**
 * mn_form_add_separator:
 * @role: of the line above
 *
 * Five hyphens (HD 05, 5.2.1), or a stroke of a third to half of the line above (NĐ 30, Phụ lục I,
 * II.5; of appendices Phụ lục III, Mẫu 2.1).
 */
void
mn_form_add_separator (MnComposer *self, MnRole role)
{
  const char *sign = mn_composer_get_word (self, MN_WORD_SEPARATOR);
  MnBlock    *rule;

  if (*sign != '\0')
    {
      mn_composer_add_string (self, MN_ROLE_SEPARATOR, NULL, sign);
      return;
    }
  if (self->style->subject_rule <= 0) /* an office that sets neither */
    return;
  rule = mn_composer_add (self, mn_block_new (MN_BLOCK_RULE, role));
  rule->width = self->style->subject_rule;
}

/**
 * mn_form_add_title:
 * @line: (nullable): a second line below the subject
 *
 * Ô 5a: the kind of document, its subject and what parts them from the body.
 */
void
mn_form_add_title (MnComposer *self, const char *kind, const char *subject, const char *line)
{
  MnBlock *block = mn_composer_add_string (self, MN_ROLE_KIND, NULL, kind);

  block->keep_with_next = TRUE;
  block = mn_composer_add_string (self, MN_ROLE_SUBJECT, self->document, subject);
  block->keep_with_next = TRUE;
  if (line != NULL && *line != '\0')
    mn_composer_add_string (self, MN_ROLE_SUBJECT, NULL, line)->keep_with_next = TRUE;
  mn_form_add_separator (self, MN_ROLE_SUBJECT);
}
