/* What stands above and below the tables of lists. */

#include "mn-form-parts.h"
#include "mn-wording.h"

/** mn_form_begin_landscape: what follows lies on turned sheets, as tables may (HD 05-HD/VPTW). */
void
mn_form_begin_landscape (MnComposer *self)
{
  MnBlock *section = mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY);

  section->landscape = TRUE;
  mn_composer_add (self, section);
}

/** mn_form_add_cased_title: the subject in lower case with the Party (HD 05, ô 5a), with a capital
 * with the State (NĐ 30, Phụ lục I, II.5). */
void
mn_form_add_cased_title (MnComposer *self, const char *kind, const char *subject)
{
  g_autofree char *cased = mn_composer_is_state (self) ? mn_sentence_upper (subject)
                                                       : mn_sentence_lower (subject);

  mn_form_add_title (self, kind, cased, NULL);
}

/**
 * mn_form_add_line:
 *
 * "- Địa điểm: Hội trường Tỉnh ủy.": a capital follows the colon of an item's heading (QĐ
 * 4148-QĐ/VPTW). An empty one keeps its label, to be filled by hand. The State's forms have no dash
 * before it (NĐ 30, Phụ lục III, Mẫu 1.7 and 1.9).
 */
void
mn_form_add_line (MnComposer *self, const char *heading, const char *anchor, const char *words)
{
  g_autofree char *clean = mn_sentence_finish (words);
  g_autofree char *upper = mn_sentence_upper (clean);
  g_autofree char *line = g_strdup_printf ("%s:%s%s", heading, *upper != '\0' ? " " : "", upper);
  MnBlock         *block = mn_composer_add_string (self, MN_ROLE_OPENING_ITEM, self->general, line);

  if (!mn_composer_is_state (self))
    mn_composer_label (block, "-");
  mn_composer_name (block, anchor);
}

/** mn_form_add_when_and_where: the meeting's beginning and its place. */
void
mn_form_add_when_and_where (MnComposer *self)
{
  MnItem          *host = mn_composer_find (self, self->general, "host");
  const char      *venue = mn_item_get (self->general, "venue");
  g_autofree char *name = host != NULL ? mn_wording_party (self, host, MN_PARTY_NAME_ONLY) : NULL;
  g_autofree char *when = mn_wording_moment (self->general, "starts", mn_wording_year (self));

  mn_form_add_line (self, "Thời gian", "opening:time", when);
  mn_form_add_line (self, "Địa điểm", "opening:venue", venue != NULL ? venue : name);
}

/** mn_form_add_chairs: who is in the chair. */
void
mn_form_add_chairs (MnComposer *self)
{
  g_autoptr (GPtrArray) chairs = mn_composer_list (self, self->general, "chairs");
  g_autofree char      *who = mn_wording_parties (self, chairs, MN_PARTY_WITH_POST);

  mn_form_add_line (self, "Chủ trì", "opening:chairs", who);
}

static MnBlock *
new_half (void)
{
  MnBlock *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);

  column->width = 0.5;
  return column;
}

/**
 * mn_form_add_maker:
 * @line: what the person signs as: "NGƯỜI LẬP DANH SÁCH"
 * @maker: (nullable): whose name is printed
 *
 * The signature of who made a list, on the right: no authority, no recipients.
 */
void
mn_form_add_maker (MnComposer *self, const char *line, MnItem *maker)
{
  MnBlock         *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock         *right = new_half ();
  g_autofree char *name = mn_wording_bare_name (maker);

  columns->keep_lines = 2;
  mn_block_add (columns, new_half ());
  mn_block_add (right, mn_block_new_string (MN_ROLE_AUTHORITY, line));
  mn_block_add (right, mn_block_new (MN_BLOCK_GAP, MN_ROLE_SIGNATURE_GAP));
  if (*name != '\0')
    mn_block_add (right, mn_block_new_string (MN_ROLE_SIGNER, name));
  mn_block_add (columns, right);
  mn_composer_add (self, columns);
}
