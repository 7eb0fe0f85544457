#include "mn-form-parts.h"

#include "mn-wording.h"

#define LINES_KEPT 2 /* of the body with the signatures: they never stand alone on a page */
#define MAX_DERIVED_RECIPIENTS 12

static MnBlock *
new_half (void)
{
  MnBlock *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);

  column->width = 0.5;
  return column;
}

static void
add_line (MnBlock *column, MnRole role, const char *text)
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

/* ---- minutes: two people sign --------------------------------------------------------------- */

static char *
dup_signer_name (MnItem *party)
{
  if (party == NULL || !mn_wording_is_person (party))
    return g_strdup ("");
  return mn_sentence_fragment (mn_item_get (party, "name"));
}

static MnItem *
find_chair (MnComposer *self)
{
  MnItem               *signatory = mn_composer_find (self, self->document, "signatory");
  g_autoptr (GPtrArray) chairs = mn_composer_list (self, self->general, "chairs");

  if (signatory != NULL)
    return signatory;
  for (guint i = 0; i < chairs->len; i++)
    if (mn_wording_is_person (chairs->pdata[i]))
      return chairs->pdata[i];
  return NULL;
}

static MnBlock *
new_signature (const char *line, MnItem *signer)
{
  MnBlock         *column = new_half ();
  g_autofree char *name = dup_signer_name (signer);

  add_line (column, MN_ROLE_AUTHORITY, line);
  mn_block_add (column, mn_block_new (MN_BLOCK_GAP, MN_ROLE_SIGNATURE_GAP));
  add_line (column, MN_ROLE_SIGNER, name);
  return column;
}

/* ---- recipients ----------------------------------------------------------------------------- */

/* "Lưu Văn phòng Tỉnh ủy": the archive of the committee (HD 05, ô 9a), spelled as it is. */
static char *
dup_archive (MnComposer *self)
{
  static const char *const committees[] = { "Tỉnh ủy", "Thành ủy", "Đảng ủy" };
  g_autofree char         *body = mn_form_dup_issuing_body (self);

  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    if (mn_sentence_begins (body, committees[i]))
      {
        g_autofree char *words = g_utf8_substring (body, 0, g_utf8_strlen (committees[i], -1));

        return g_strconcat ("Lưu Văn phòng ", words, NULL);
      }
  return g_strdup ("Lưu Văn phòng");
}

static gboolean
is_archive (const char *recipient)
{
  return mn_sentence_begins (recipient, "lưu ") || mn_sentence_begins (recipient, "lưu:");
}

static char *
read_recipient (MnItem *item)
{
  g_autofree char *text = mn_sentence_fragment (mn_item_get (item, "text"));
  const char      *start = text;

  while (*start == '-' || *start == '+' || *start == ' ')
    start++;
  return g_strdup (start);
}

static void
add_named (MnComposer *self, MnItem *item, const char *field, GPtrArray *names)
{
  g_autoptr (GPtrArray) parties = mn_composer_list (self, item, field);

  for (guint i = 0; i < parties->len && names->len < MAX_DERIVED_RECIPIENTS; i++)
    {
      g_autofree char *name = mn_wording_party (parties->pdata[i], MN_PARTY_NAME_ONLY);
      g_autofree char *upper = mn_sentence_upper (name);

      if (*upper != '\0' && !mn_wording_is_person (parties->pdata[i]) &&
          !g_ptr_array_find_with_equal_func (names, upper, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&upper));
    }
}

/* Nobody is named yet: the convening body and the bodies that were given tasks. */
static void
derive_recipients (MnComposer *self, GPtrArray *names)
{
  guint n = mn_item_get_n_children (self->conclusion, "points");

  add_named (self, self->general, "body", names);
  for (guint i = 0; i < n; i++)
    {
      MnItem *point = mn_item_get_child (self->conclusion, "points", i);

      add_named (self, point, "leads", names);
      add_named (self, point, "partners", names);
    }
}

static GPtrArray *
list_recipients (MnComposer *self)
{
  GPtrArray       *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *archive = NULL;
  guint n = self->document != NULL ? mn_item_get_n_children (self->document, "recipients") : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = read_recipient (mn_item_get_child (self->document, "recipients", i));

      if (is_archive (name))
        {
          g_free (archive);
          archive = g_steal_pointer (&name);
        }
      else if (*name != '\0')
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0 && archive == NULL)
    derive_recipients (self, names);
  g_ptr_array_add (names, archive != NULL ? g_steal_pointer (&archive) : dup_archive (self));
  return names;
}

/* Ô 9a: a dash before each, a semicolon after each, a full stop after the archive. */
static void
add_recipients (MnComposer *self, MnBlock *column)
{
  g_autoptr (GPtrArray) names = list_recipients (self);

  add_line (column, MN_ROLE_RECIPIENTS_LABEL, "Nơi nhận:");
  for (guint i = 0; i < names->len; i++)
    {
      const char      *stop = i + 1 < names->len ? ";" : ".";
      g_autofree char *text = g_strconcat (names->pdata[i], stop, NULL);
      MnBlock         *block = mn_block_new_string (MN_ROLE_RECIPIENT, text);

      mn_composer_label (block, "-");
      mn_block_add (column, block);
    }
}

/** mn_form_add_minutes_signatures: the writer on the left, the chair on the right, no T/M. */
void
mn_form_add_minutes_signatures (MnComposer *self)
{
  MnBlock         *columns = new_columns ();
  g_autofree char *noun = g_utf8_strup (self->noun, -1);
  g_autofree char *chair = g_strconcat ("CHỦ TRÌ ", noun, NULL);

  mn_block_add (columns, new_signature ("NGƯỜI GHI BIÊN BẢN",
                                        mn_composer_find (self, self->general, "secretary")));
  mn_block_add (columns, new_signature (chair, find_chair (self)));
  mn_composer_add (self, columns);
  if (self->document != NULL && mn_item_get_n_children (self->document, "recipients") > 0)
    {
      MnBlock *below = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
      MnBlock *left = new_half ();

      add_recipients (self, left);
      mn_block_add (below, left);
      mn_composer_add (self, below);
    }
}

/* ---- notice: one signs for a collective ----------------------------------------------------- */

static MnItem *
find_signatory (MnComposer *self)
{
  MnItem *signatory = mn_composer_find (self, self->document, "signatory");

  return signatory != NULL ? signatory : mn_composer_find (self, self->general, "signatory");
}

/* The collective that a committee's notice is signed for, where nothing else is said. */
static const char *
get_collective (MnComposer *self)
{
  const char      *collective = mn_composer_get (self, "collective");
  g_autofree char *body = NULL;

  if (collective != NULL)
    return collective;
  body = mn_form_dup_issuing_body (self);
  if (mn_sentence_begins (body, "Chi bộ"))
    return "Chi bộ";
  return mn_sentence_begins (body, "Tỉnh ủy") || mn_sentence_begins (body, "Thành ủy") ||
                 mn_sentence_begins (body, "Đảng ủy")
             ? "Ban Thường vụ"
             : NULL;
}

/* "T/M BAN THƯỜNG VỤ"; "" where somebody signs in his or her own right. Party style: a slash, no
 * dot (HD 05, ô 7a). */
static char *
dup_authority (MnComposer *self)
{
  const char      *authority = mn_composer_get (self, "authority");
  g_autofree char *collective = mn_sentence_fragment (get_collective (self));
  const char      *prefix = "T/M";

  if (g_strcmp0 (authority, "none") == 0 || g_strcmp0 (authority, "acting") == 0)
    return g_strdup ("");
  if (g_strcmp0 (authority, "for") == 0)
    prefix = "K/T";
  else if (g_strcmp0 (authority, "by-order") == 0)
    prefix = "T/L";
  if (*collective == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%s %s", prefix, collective);
}

static char *
dup_position (MnComposer *self, MnItem *signatory)
{
  const char      *given = mn_composer_get (self, "position");
  const char      *post = signatory != NULL ? mn_item_get (signatory, "post") : NULL;
  g_autofree char *position = given != NULL ? mn_sentence_fragment (given)
                                            : mn_wording_position (post);

  if (g_strcmp0 (mn_composer_get (self, "authority"), "acting") == 0 && *position != '\0')
    return g_strconcat ("Q. ", position, NULL);
  return g_steal_pointer (&position);
}

static MnBlock *
new_notice_signature (MnComposer *self)
{
  MnBlock         *column = new_half ();
  MnItem          *signatory = find_signatory (self);
  g_autofree char *authority = dup_authority (self);
  g_autofree char *position = dup_position (self, signatory);
  g_autofree char *name = dup_signer_name (signatory);

  add_line (column, MN_ROLE_AUTHORITY, authority);
  add_line (column, *authority != '\0' ? MN_ROLE_POSITION : MN_ROLE_SOLE_POSITION, position);
  mn_block_add (column, mn_block_new (MN_BLOCK_GAP, MN_ROLE_SIGNATURE_GAP));
  add_line (column, MN_ROLE_SIGNER, name);
  return column;
}

/** mn_form_add_notice_signature: recipients on the left, level with the authority on the right. */
void
mn_form_add_notice_signature (MnComposer *self)
{
  MnBlock *columns = new_columns ();
  MnBlock *left = new_half ();

  add_recipients (self, left);
  mn_block_add (columns, left);
  mn_block_add (columns, new_notice_signature (self));
  mn_composer_add (self, columns);
}
