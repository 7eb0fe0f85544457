/* What stands above a signature, from the post of who signs and from who issues (HD 05, ô 7a; NĐ
 * 30, Phụ lục I, II.7). A field of the document that says otherwise wins. */

#include "mn-form-signature.h"

#include <string.h>

#include "mn-form-parts.h"
#include "mn-wording.h"

static void
free_line (MnSignatureLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
add_line (GPtrArray *lines, MnRole role, const char *text)
{
  MnSignatureLine *line;

  if (text == NULL || *text == '\0')
    return;
  line = g_new (MnSignatureLine, 1);
  line->role = role;
  line->text = g_strdup (text);
  g_ptr_array_add (lines, line);
}

/* ---- the position --------------------------------------------------------------------------- */

static gboolean
is_of_party (const char *post)
{
  return mn_sentence_says (post, "bí thư") || mn_sentence_says (post, "ủy viên") ||
         mn_sentence_says (post, "đảng ủy") || mn_sentence_says (post, "tỉnh ủy");
}

/* "Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân dân tỉnh" signs papers of the State as the latter. */
static char *
choose_state_post (const char *post)
{
  g_autofree char *clean = mn_sentence_fragment (post);
  g_auto (GStrv)   posts = g_strsplit (clean, ",", -1);

  for (guint i = 0; posts[i] != NULL; i++)
    if (!is_of_party (g_strstrip (posts[i])))
      return g_strdup (posts[i]);
  return g_strdup (posts[0] != NULL ? posts[0] : "");
}

/* "Phó Chủ tịch" of "Phó Chủ tịch Ủy ban nhân dân tỉnh": the body isn't told again. */
static void
cut_body (char *position)
{
  static const char *const bodies[] = {
    " Ủy ban nhân dân",
    " Uỷ ban nhân dân",
    " UBND",
    " Hội đồng nhân dân",
    " HĐND",
    " Thường trực HĐND",
    " Ủy ban Mặt trận",
    " Uỷ ban Mặt trận",
    " Sở ",
    " Chi cục ",
    " Trung tâm ",
    " Hội ",
    " Liên đoàn ",
    " tỉnh",
    " Ban Quản lý",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      char *found = strstr (position, bodies[i]);

      if (found != NULL)
        *found = '\0';
    }
}

/* "Trưởng Ban" of "Trưởng Ban Tổ chức": but a steering body's chief is called by it. */
static void
cut_board (char *position)
{
  char *board = strstr (position, "rưởng Ban ");

  if (board == NULL)
    board = strstr (position, "rưởng ban ");
  if (board != NULL && !mn_sentence_says (board, "chỉ đạo"))
    board[strlen ("rưởng Ban")] = '\0';
}

/* "Chủ nhiệm" of "Chủ nhiệm Uỷ ban Kiểm tra", which issues (HD 05, ô 7a). */
static void
cut_issuer (MnComposer *self, char *position)
{
  g_autofree char *issuer = mn_form_dup_issuing_body (self);
  char            *board = strstr (position, "hiệm ");

  if (board != NULL && mn_sentence_begins (issuer, "Ủy ban Kiểm tra") &&
      mn_sentence_begins (board + strlen ("hiệm "), "Ủy ban Kiểm tra"))
    board[strlen ("hiệm")] = '\0';
}

static char *
dup_position (MnComposer *self, MnItem *signer)
{
  const char      *given = mn_composer_get (self, "position");
  const char      *post = signer != NULL ? mn_item_get (signer, "post") : NULL;
  g_autofree char *position = NULL;
  g_autofree char *chosen = NULL;

  if (given != NULL)
    return mn_sentence_fragment (given);
  if (mn_composer_is_state (self))
    {
      chosen = choose_state_post (post);
      cut_body (chosen);
      return mn_sentence_fragment (chosen);
    }
  position = mn_wording_position (post);
  cut_board (position);
  cut_issuer (self, position);
  return g_steal_pointer (&position);
}

/* "Trưởng Ban" of "Phó Trưởng Ban"; NULL where the post is no deputy's. */
static char *
dup_chief (const char *position)
{
  const char *rest;

  if (!mn_sentence_begins (position, "Phó "))
    return NULL;
  rest = g_utf8_offset_to_pointer (position, g_utf8_strlen ("Phó ", -1));
  return mn_sentence_upper (rest);
}

/* ---- who is signed for ---------------------------------------------------------------------- */

/* "Ban Thường vụ" unless the committee itself met (HD 05: T/M TỈNH UỶ). */
static char *
dup_committee (MnComposer *self, const char *issuer)
{
  static const char *const committees[] = { "Tỉnh ủy", "Thành ủy", "Đảng ủy" };
  MnItem                  *body = mn_composer_find (self, self->general, "body");
  const char              *name = body != NULL ? mn_item_get (body, "name") : NULL;

  if (mn_sentence_begins (issuer, "Chi bộ"))
    return g_strdup ("Chi bộ");
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (committees); i++)
    if (mn_sentence_begins (issuer, committees[i]) && mn_sentence_begins (name, "Ban Chấp hành"))
      return g_utf8_substring (issuer, 0, g_utf8_strlen (committees[i], -1));
  return g_strdup ("Ban Thường vụ");
}

static const char *const state_collectives[][2] = {
  { "Ủy ban nhân dân", "Ủy ban nhân dân" },  { "Hội đồng nhân dân", "Hội đồng nhân dân" },
  { "Ủy ban Mặt trận", "Ban Thường trực" },  { "Hội ", "Ban Thường vụ" },
  { "Liên đoàn Lao động", "Ban Thường vụ" },
};

static const char *const party_collectives[] = { "Ủy ban Kiểm tra", "Hội đồng", "Tiểu ban" };

/* The collective that issues, spelled as the body is; "" where a chief issues. */
static char *
dup_collective (MnComposer *self)
{
  const char      *given = mn_composer_get (self, "collective");
  MnItem          *body = mn_composer_find (self, self->general, "body");
  const char      *convener = body != NULL ? mn_item_get (body, "name") : NULL;
  g_autofree char *issuer = mn_form_dup_issuing_body (self);

  if (given != NULL)
    return mn_sentence_fragment (given);
  if (mn_form_is_committee (issuer))
    return dup_committee (self, issuer);
  for (guint i = 0; mn_composer_is_state (self) && i < G_N_ELEMENTS (state_collectives); i++)
    if (mn_sentence_begins (issuer, state_collectives[i][0]))
      return convener != NULL && mn_sentence_begins (convener, "Thường trực Hội đồng")
                 ? g_strdup ("Thường trực Hội đồng nhân dân")
             : mn_sentence_begins (issuer, state_collectives[i][1])
                 ? g_utf8_substring (issuer, 0, g_utf8_strlen (state_collectives[i][1], -1))
                 : g_strdup (state_collectives[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (party_collectives); i++)
    if (mn_sentence_begins (issuer, party_collectives[i]))
      return g_utf8_substring (issuer, 0, g_utf8_strlen (party_collectives[i], -1));
  return g_strdup ("");
}

/* ---- cases ---------------------------------------------------------------------------------- */

/** Case: one signature while its lines are found. */
typedef struct
{
  MnComposer *composer;
  GPtrArray  *lines;
  const char *position;
  const char *collective;
  const char *chief; /* (nullable) of whom a deputy signs for */
} Case;

static void
add_prefixed (Case *self, MnRole role, MnStyleWord word, const char *whom)
{
  const char      *prefix = mn_composer_get_word (self->composer, word);
  g_autofree char *line = NULL;

  if (word == MN_WORD_DELEGATED && *prefix == '\0') /* the Party has no such signature */
    prefix = mn_composer_get_word (self->composer, MN_WORD_BY_ORDER);
  if (whom == NULL || *whom == '\0')
    return;
  line = g_strdup_printf ("%s %s", prefix, whom);
  add_line (self->lines, role, line);
}

static void
add_position (Case *self)
{
  add_line (self->lines, self->lines->len > 0 ? MN_ROLE_POSITION : MN_ROLE_SOLE_POSITION,
            self->position);
}

/* A deputy signs a collective's paper in his or her own post with the Party, for the chief with
 * committees and councils of the people: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
static void
sign_for_collective (Case *self)
{
  add_prefixed (self, MN_ROLE_AUTHORITY, MN_WORD_ON_BEHALF, self->collective);
  if (mn_composer_is_state (self->composer) && self->chief != NULL &&
      mn_sentence_says (self->collective, "nhân dân"))
    add_prefixed (self, MN_ROLE_POSITION, MN_WORD_FOR, self->chief);
  add_position (self);
}

static void
sign_for_chief (Case *self)
{
  const char *given = mn_composer_get (self->composer, "collective");

  add_prefixed (self, MN_ROLE_AUTHORITY, MN_WORD_FOR, given != NULL ? given : self->chief);
  add_position (self);
}

/* "T/L BAN THƯỜNG VỤ"; by order of the chair with committees of the people, whose office's deputy
 * signs for its chief. */
static void
sign_by_order (Case *self, MnStyleWord word)
{
  gboolean    is_state = mn_composer_is_state (self->composer);
  const char *given = mn_composer_get (self->composer, "collective");
  const char *whom = is_state && given == NULL ? "Chủ tịch" : self->collective;

  add_prefixed (self, MN_ROLE_AUTHORITY, word, whom);
  if (is_state && self->chief != NULL)
    add_prefixed (self, MN_ROLE_POSITION, MN_WORD_FOR, self->chief);
  add_position (self);
}

static void
sign_acting (Case *self)
{
  g_autofree char *line = NULL;

  if (*self->position == '\0')
    return;
  line = g_strdup_printf ("%s %s", mn_composer_get_word (self->composer, MN_WORD_ACTING),
                          self->position);
  add_line (self->lines, MN_ROLE_SOLE_POSITION, line);
}

/* "BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO": a steering body without a seal of its own. */
static gboolean
sign_for_steering (Case *self, MnItem *signer)
{
  g_autofree char *issuer = mn_form_dup_issuing_body (self->composer);
  const char      *post = signer != NULL ? mn_item_get (signer, "post") : NULL;

  if (!mn_sentence_begins (issuer, "Ban Chỉ đạo") || post == NULL ||
      !mn_sentence_says (post, "bí thư") || mn_composer_is_state (self->composer))
    return FALSE;
  add_line (self->lines, MN_ROLE_SOLE_POSITION, self->position);
  add_line (self->lines, MN_ROLE_SIGNER, "kiêm");
  /* no room before it, as there is above what begins a signature */
  add_line (self->lines, MN_ROLE_SIGNER,
            mn_sentence_says (post, "phó trưởng ban") ? "PHÓ TRƯỞNG BAN CHỈ ĐẠO"
                                                      : "TRƯỞNG BAN CHỈ ĐẠO");
  return TRUE;
}

/* The chief of a committee's or council's office signs by its order. */
static gboolean
is_of_office (const char *position)
{
  return mn_sentence_says (position, "chánh văn phòng");
}

static void
sign_by_post (Case *self, MnItem *signer)
{
  if (mn_sentence_begins (self->position, "Quyền "))
    {
      self->position = g_utf8_offset_to_pointer (self->position, g_utf8_strlen ("Quyền ", -1));
      sign_acting (self);
    }
  else if (sign_for_steering (self, signer))
    return;
  else if (*self->collective != '\0' && is_of_office (self->position))
    sign_by_order (self, MN_WORD_BY_ORDER);
  else if (*self->collective != '\0')
    sign_for_collective (self);
  else if (self->chief != NULL)
    sign_for_chief (self);
  else
    add_position (self);
}

/**
 * mn_form_list_signature:
 * @signer: (nullable): who signs
 *
 * The rows of HD 05, ô 7a: for a committee, its standing committee, a cell, an inspection
 * commission; an agency's chief and deputy; by order; acting; a steering body. And those of NĐ 30,
 * Phụ lục I, II.7.
 */
GPtrArray *
mn_form_list_signature (MnComposer *self, MnItem *signer)
{
  const char      *authority = mn_composer_get (self, "authority");
  g_autofree char *position = dup_position (self, signer);
  g_autofree char *collective = dup_collective (self);
  g_autofree char *chief = dup_chief (position);
  Case             found = { self, NULL, position, collective, chief };

  found.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  if (authority == NULL)
    sign_by_post (&found, signer);
  else if (strcmp (authority, "on-behalf") == 0)
    sign_for_collective (&found);
  else if (strcmp (authority, "for") == 0)
    sign_for_chief (&found);
  else if (strcmp (authority, "by-order") == 0)
    sign_by_order (&found, MN_WORD_BY_ORDER);
  else if (strcmp (authority, "delegated") == 0)
    sign_by_order (&found, MN_WORD_DELEGATED);
  else if (strcmp (authority, "acting") == 0)
    sign_acting (&found);
  else
    add_position (&found);
  return found.lines;
}

/** mn_form_add_attesting: "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"; of a board's office "T/L TRƯỞNG
 * BAN". */
void
mn_form_add_attesting (MnComposer *self, MnBlock *column, MnItem *attester)
{
  const char      *post = mn_item_get (attester, "post");
  g_autofree char *position = mn_wording_position (post);
  g_autofree char *issuer = mn_form_dup_issuing_body (self);
  g_autofree char *collective = dup_collective (self);
  g_autofree char *line = NULL;

  line = g_strdup_printf ("%s %s", mn_composer_get_word (self, MN_WORD_BY_ORDER),
                          *collective != '\0'                   ? collective
                          : mn_sentence_begins (issuer, "Ban ") ? "Trưởng Ban"
                                                                : "Ban Thường vụ");
  mn_form_add_column_line (column, MN_ROLE_AUTHORITY, line);
  mn_form_add_column_line (column, MN_ROLE_POSITION, position);
}
