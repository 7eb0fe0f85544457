/* What a paper is marked with besides what it says: urgency, circulation, how to reach its issuer.
 */

#include "mn-form-parts.h"

/** Urgency: its word, and the frame that it stands in with the State (NĐ 30, Phụ lục I, III.2). */
static const struct
{
  const char *nick;
  MnStyleWord word;
  double      width, height; /* millimetres */
} urgencies[] = {
  { "urgent", MN_WORD_URGENT, 20, 8 },
  { "very-urgent", MN_WORD_VERY_URGENT, 40, 8 },
  { "express", MN_WORD_EXPRESS, 30, 8 },
};

static const struct
{
  const char *nick;
  MnStyleWord word;
} circulations[] = {
  { "meeting", MN_WORD_FOR_MEETING },
  { "internal", MN_WORD_INTERNAL },
  { "recalled", MN_WORD_RECALLED },
  { "to-return", MN_WORD_TO_RETURN },
};

#define CIRCULATION_WIDTH 54 /* millimetres: room beside the longest of the words */

/* A word in its box, a little below what stands above. */
static void
add_frame (MnBlock *column, MnRole role, const char *word, double width, double height)
{
  MnBlock *frame = mn_block_new (MN_BLOCK_FRAME, role);

  frame->width = width;
  frame->height = height;
  mn_block_add (frame, mn_block_new_string (role, word));
  mn_block_add (column, mn_block_new (MN_BLOCK_GAP, role));
  mn_block_add (column, frame);
}

static const char *
find_circulation (MnComposer *self)
{
  const char *nick = mn_composer_get (self, "circulation");

  for (guint i = 0; i < G_N_ELEMENTS (circulations); i++)
    if (g_strcmp0 (nick, circulations[i].nick) == 0)
      return mn_composer_get_word (self, circulations[i].word);
  return NULL;
}

/** mn_form_add_urgency: ô 10, below the number; framed with the State, which frames the limits of
 * circulation there as well (ô 11). */
void
mn_form_add_urgency (MnComposer *self, MnBlock *column)
{
  const char *nick = mn_composer_get (self, "urgency");
  const char *circulation = mn_composer_is_state (self) ? find_circulation (self) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (urgencies); i++)
    {
      const char *word = mn_composer_get_word (self, urgencies[i].word);

      if (g_strcmp0 (nick, urgencies[i].nick) != 0)
        continue;
      if (mn_composer_is_state (self))
        add_frame (column, MN_ROLE_URGENCY, word, urgencies[i].width, urgencies[i].height);
      else
        mn_block_add (column, mn_block_new_string (MN_ROLE_URGENCY, word));
    }
  if (circulation != NULL)
    add_frame (column, MN_ROLE_CIRCULATION, circulation, CIRCULATION_WIDTH, 8);
}

static void
add_mark (MnComposer *self, MnPlace place, MnRole role, const char *words)
{
  MnBlock *mark = mn_block_new (MN_BLOCK_MARK, role);

  mark->place = place;
  mn_block_add (mark, mn_block_new_string (role, words));
  mn_composer_add (self, mark);
}

/** mn_form_add_circulation: at the right edge, 10 mm below that of the sheet (HD 05, ô 11a). */
void
mn_form_add_circulation (MnComposer *self)
{
  const char *circulation = find_circulation (self);

  if (circulation != NULL && !mn_composer_is_state (self))
    add_mark (self, MN_PLACE_TOP_EDGE, MN_ROLE_CIRCULATION, circulation);
}

/**
 * mn_form_add_marks:
 *
 * How to reach the issuing body, below a line: on the last page with the Party (HD 05, ô 13), on
 * the first with the State (NĐ 30, Phụ lục I, III.4); and what isn't for mass media (HD 05, II.4).
 */
void
mn_form_add_marks (MnComposer *self)
{
  g_autofree char *contact = mn_sentence_clean (mn_composer_get (self, "contact"));

  if (*contact != '\0')
    add_mark (self, mn_composer_is_state (self) ? MN_PLACE_FIRST_FOOT : MN_PLACE_LAST_FOOT,
              MN_ROLE_CONTACT, contact);
  if (self->document != NULL && mn_item_get_boolean (self->document, "not-for-media"))
    add_mark (self, MN_PLACE_LAST_EDGE, MN_ROLE_MEDIA_NOTE,
              mn_composer_get_word (self, MN_WORD_NOT_FOR_MEDIA));
}
