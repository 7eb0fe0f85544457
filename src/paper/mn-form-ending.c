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

/* What stands above the hand is an authority ("T/M ĐOÀN CHỦ TỊCH") or a function alone, whose
 * weight the style may choose. */
static MnBlock *
new_minutes_signature (MnRole role, const char *line, const char *second, MnItem *signer)
{
  MnBlock *column = new_half ();

  mn_form_add_column_line (column, role, line);
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
      mn_block_add (columns,
                    new_minutes_signature (MN_ROLE_AUTHORITY, for_writers, "TRƯỞNG ĐOÀN", writer));
      mn_block_add (
          columns, new_minutes_signature (MN_ROLE_AUTHORITY, for_all, NULL, find_signatory (self)));
    }
  else
    {
      mn_block_add (columns, new_minutes_signature (MN_ROLE_SOLE_POSITION,
                                                    mn_composer_get_word (self, MN_WORD_WRITER),
                                                    NULL, writer));
      mn_block_add (columns, new_minutes_signature (MN_ROLE_SOLE_POSITION, chair, NULL,
                                                    find_signatory (self)));
    }
  mn_composer_add (self, columns);
}

/* Where the chair's hand may not bear the seal, the committee's office vouches for it (HD
 * 05, 7.2.4). */
static MnBlock *
new_attestation (MnComposer *self)
{
  MnItem          *attester = mn_composer_find (self, self->document, "attester");
  MnItem          *chair = find_signatory (self);
  MnBlock         *column = new_half ();
  g_autofree char *whose = chair != NULL ? mn_wording_party (self, chair, MN_PARTY_NAME_ONLY)
                                         : g_strdup ("");
  g_autofree char *line = mn_composer_dup_word (self, MN_WORD_ATTESTED, whose);

  mn_form_add_column_line (column, MN_ROLE_ATTESTATION, line);
  mn_form_add_attesting (self, column, attester);
  add_hand (column, attester);
  return column;
}

/* A row of its own, in the middle or in one half: that isn't ruled, so the style says it. */
static void
add_attestation (MnComposer *self)
{
  MnAlign  place = self->style->minutes_attested;
  MnBlock *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock *column = new_attestation (self);

  if (place == MN_ALIGN_RIGHT)
    mn_block_add (row, new_half ());
  mn_block_add (row, column);
  if (place == MN_ALIGN_LEFT)
    mn_block_add (row, new_half ());
  else if (place != MN_ALIGN_RIGHT)
    column->width = 1;
  mn_composer_add (self, row);
}

/* "Nơi nhận" in the left half of a row, with @right beside it. */
static void
add_minutes_recipients (MnComposer *self, MnBlock *right)
{
  MnBlock *row = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock *left = new_half ();

  mn_form_add_recipients (self, left);
  mn_block_add (row, left);
  if (right != NULL)
    mn_block_add (row, right);
  mn_composer_add (self, row);
}

/* In minutes of the State always (NĐ 30, Mẫu 1.9), with the Party where some are named. */
static gboolean
has_minutes_recipients (MnComposer *self)
{
  return self->style->minutes_recipients != MN_RECIPIENTS_NONE &&
         (mn_composer_is_state (self) ||
          (self->document != NULL && mn_item_get_n_children (self->document, "recipients") > 0));
}

/* What stands below the signatures: HD 05 rules neither's place. */
static void
add_below_signatures (MnComposer *self)
{
  MnRecipientsPlace place = self->style->minutes_recipients;
  gboolean          attested = mn_composer_find (self, self->document, "attester") != NULL;
  gboolean          named = has_minutes_recipients (self);

  if (attested && named && place == MN_RECIPIENTS_BESIDE)
    {
      add_minutes_recipients (self, new_attestation (self));
      return;
    }
  if (named && place != MN_RECIPIENTS_BELOW)
    add_minutes_recipients (self, NULL);
  if (attested)
    add_attestation (self);
  if (named && place == MN_RECIPIENTS_BELOW)
    add_minutes_recipients (self, NULL);
}

/** mn_form_add_minutes_signatures: the writer on the left, the chair on the right, no T/M. */
void
mn_form_add_minutes_signatures (MnComposer *self)
{
  add_first_row (self);
  add_co_signers (self, 0);
  add_below_signatures (self);
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
  add_minutes_recipients (self, NULL);
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
