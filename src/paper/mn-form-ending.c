#include "mn-form-parts.h"
#include "mn-form-signature.h"
#include "mn-session.h"
#include "mn-wording.h"

#define LINES_KEPT 2 /* of the body with the signatures: they never stand alone on a page */

static MnBlock *
new_half (void)
{
  MnBlock *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);

  column->width = 0.5;
  return column;
}

void
mn_form_add_column_line (MnBlock *column, MnRole role, const char *text)
{
  if (text != NULL && *text != '\0')
    mn_block_add (column, mn_block_new_string (role, text));
}

static MnBlock *
new_columns (void)
{
  MnBlock *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);

  columns->keep_lines = LINES_KEPT;
  return columns;
}

static char *
dup_signer_name (MnItem *party)
{
  if (party == NULL || !mn_party_is_person (party))
    return g_strdup ("");
  return mn_sentence_fragment (mn_item_get (party, "name"));
}

static MnItem *
find_signatory (MnComposer *self)
{
  return mn_session_get_signatory (self->session, mn_form_get_name (self->form), self->document);
}

/* Room for the hand, and the name below it. */
static void
add_hand (MnBlock *column, MnItem *signer)
{
  g_autofree char *name = dup_signer_name (signer);

  mn_block_add (column, mn_block_new (MN_BLOCK_GAP, MN_ROLE_SIGNATURE_GAP));
  mn_form_add_column_line (column, MN_ROLE_SIGNER, name);
}

/* The lines of authority and position, from the post of who signs. */
static void
add_signature (MnComposer *self, MnBlock *column, MnItem *signer)
{
  g_autoptr (GPtrArray) lines = mn_form_list_signature (self, signer);

  for (guint i = 0; i < lines->len; i++)
    {
      const MnSignatureLine *line = lines->pdata[i];

      mn_form_add_column_line (column, line->role, line->text);
    }
  add_hand (column, signer);
}

/* ---- further signatories -------------------------------------------------------------------- */

static GPtrArray *
list_co_signers (MnComposer *self)
{
  return self->document != NULL ? mn_composer_list (self, self->document, "co-signers")
                                : g_ptr_array_new ();
}

static MnBlock *
new_co_signature (MnItem *signer)
{
  MnBlock         *column = new_half ();
  g_autofree char *position = mn_wording_position (mn_item_get (signer, "post"));

  mn_form_add_column_line (column, MN_ROLE_SOLE_POSITION, position);
  add_hand (column, signer);
  return column;
}

/* Two in a row from the left, below the first row (HD 05, 7.2.4). */
static void
add_co_signers (MnComposer *self, guint from)
{
  g_autoptr (GPtrArray) signers = list_co_signers (self);

  for (guint i = from; i < signers->len; i += 2)
    {
      MnBlock *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);

      mn_block_add (row, new_co_signature (signers->pdata[i]));
      if (i + 1 < signers->len)
        mn_block_add (row, new_co_signature (signers->pdata[i + 1]));
      else
        mn_block_add (row, new_half ());
      mn_composer_add (self, row);
    }
}

/* ---- minutes: two people sign --------------------------------------------------------------- */

static MnBlock *
new_minutes_signature (const char *line, const char *second, MnItem *signer)
{
  MnBlock *column = new_half ();

  mn_form_add_column_line (column, MN_ROLE_AUTHORITY, line);
  mn_form_add_column_line (column, MN_ROLE_POSITION, second);
  add_hand (column, signer);
  return column;
}

/* A congress's minutes are signed for its presidium and its secretaries (HD 05, 7.2.4). */
static gboolean
is_congress (MnComposer *self)
{
  return g_strcmp0 (mn_item_get (self->general, "kind"), "congress") == 0 &&
         !mn_composer_is_state (self);
}

static void
add_first_row (MnComposer *self)
{
  MnBlock         *columns = new_columns ();
  MnItem          *writer = mn_composer_find (self, self->general, "secretary");
  g_autofree char *noun = g_utf8_strup (self->noun, -1);
  g_autofree char *chair = mn_composer_dup_word (self, MN_WORD_CHAIR, noun);
  g_autofree char *for_all = g_strdup_printf ("%s ĐOÀN CHỦ TỊCH",
                                              mn_composer_get_word (self, MN_WORD_ON_BEHALF));
  g_autofree char *for_writers = g_strdup_printf ("%s ĐOÀN THƯ KÝ",
                                                  mn_composer_get_word (self, MN_WORD_ON_BEHALF));

  if (is_congress (self))
    {
      mn_block_add (columns, new_minutes_signature (for_writers, "TRƯỞNG ĐOÀN", writer));
      mn_block_add (columns, new_minutes_signature (for_all, NULL, find_signatory (self)));
    }
  else
    {
      mn_block_add (columns, new_minutes_signature (mn_composer_get_word (self, MN_WORD_WRITER),
                                                    NULL, writer));
      mn_block_add (columns, new_minutes_signature (chair, NULL, find_signatory (self)));
    }
  mn_composer_add (self, columns);
}

/* In the middle, or in one half. */
static void
place_attestation (MnComposer *self, MnBlock *row, MnBlock *column)
{
  MnAlign place = self->style->minutes_attested;

  column->width = place == MN_ALIGN_LEFT || place == MN_ALIGN_RIGHT ? 0.5 : 1;
  if (place == MN_ALIGN_RIGHT)
    mn_block_add (row, new_half ());
  mn_block_add (row, column);
  if (place == MN_ALIGN_LEFT)
    mn_block_add (row, new_half ());
}

/* Where the chair's hand may not bear the seal, the committee's office vouches for it (HD
 * 05, 7.2.4); where that stands is not ruled, so the style says it. */
static void
add_attestation (MnComposer *self)
{
  MnItem          *attester = mn_composer_find (self, self->document, "attester");
  MnItem          *chair = find_signatory (self);
  MnBlock         *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock         *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);
  g_autofree char *whose = chair != NULL ? mn_wording_party (self, chair, MN_PARTY_NAME_ONLY)
                                         : g_strdup ("");
  g_autofree char *line = mn_composer_dup_word (self, MN_WORD_ATTESTED, whose);

  mn_form_add_column_line (column, MN_ROLE_ATTESTATION, line);
  mn_form_add_attesting (self, column, attester);
  add_hand (column, attester);
  place_attestation (self, row, column);
  mn_composer_add (self, row);
}

/* Below the left signature (NĐ 30, Mẫu 1.9); with the Party where some are named. */
static void
add_minutes_recipients (MnComposer *self)
{
  MnBlock *below = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock *left = new_half ();

  mn_form_add_recipients (self, left);
  mn_block_add (below, left);
  mn_composer_add (self, below);
}

/** mn_form_add_minutes_signatures: the writer on the left, the chair on the right, no T/M. */
void
mn_form_add_minutes_signatures (MnComposer *self)
{
  add_first_row (self);
  add_co_signers (self, 0);
  if (mn_composer_find (self, self->document, "attester") != NULL)
    add_attestation (self);
  if (mn_composer_is_state (self) ||
      (self->document != NULL && mn_item_get_n_children (self->document, "recipients") > 0))
    add_minutes_recipients (self);
}

/* ---- notice: one signs for a collective ----------------------------------------------------- */

/* Several sign: recipients go below, the first body's signature stands on the right. */
static void
add_joint_signatures (MnComposer *self, GPtrArray *others)
{
  MnBlock *columns = new_columns ();
  MnBlock *right = new_half ();

  add_signature (self, right, find_signatory (self));
  mn_block_add (columns, new_co_signature (others->pdata[0]));
  mn_block_add (columns, right);
  mn_composer_add (self, columns);
  add_co_signers (self, 1);
  add_minutes_recipients (self);
}

/** mn_form_add_notice_signature: recipients on the left, level with the authority on the right. */
void
mn_form_add_notice_signature (MnComposer *self)
{
  g_autoptr (GPtrArray) others = list_co_signers (self);
  MnBlock              *columns = NULL;
  MnBlock              *left = NULL, *right = NULL;

  if (others->len > 0)
    {
      add_joint_signatures (self, others);
      return;
    }
  columns = new_columns ();
  left = new_half ();
  right = new_half ();
  mn_form_add_recipients (self, left);
  mn_block_add (columns, left);
  add_signature (self, right, find_signatory (self));
  mn_block_add (columns, right);
  mn_composer_add (self, columns);
}
