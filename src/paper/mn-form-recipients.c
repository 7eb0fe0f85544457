/* "Nơi nhận": who gets the paper (HD 05, ô 9a and 12; NĐ 30, Phụ lục I, II.9 and III.3). */

#include <string.h>

#include "mn-form-parts.h"
#include "mn-numbering.h"
#include "mn-session.h"
#include "mn-wording.h"

#define MAX_DERIVED_RECIPIENTS 12
#define OFFICE "Văn phòng "

/* "NVA.(15)": the sign of who drafted the paper, and how many copies there are. */
static char *
dup_copies (MnComposer *self)
{
  g_autofree char *drafter = mn_sentence_fragment (mn_composer_get (self, "drafter"));
  gint64 n = self->document != NULL ? mn_item_get_integer (self->document, "copies", 0) : 0;
  g_autofree char *number = g_strdup_printf ("%02" G_GINT64_FORMAT, n);
  g_autofree char *words = NULL;
  char            *counted;

  if (*drafter == '\0')
    return g_strdup ("");
  if (n < 1)
    return g_steal_pointer (&drafter);
  words = mn_composer_dup_word (self, MN_WORD_COPIES, drafter);
  counted = g_strdup (words);
  for (char *place = strstr (words, "%n"); place != NULL; place = NULL)
    {
      g_free (counted);
      *place = '\0';
      counted = g_strconcat (words, number, place + 2, NULL);
    }
  return counted;
}

/* "Lưu Văn phòng Tỉnh ủy": the archive of the committee (HD 05, ô 9a), spelled as it is; "Lưu: VT,
 * NVA.(15)" with the State. */
static char *
dup_archive (MnComposer *self)
{
  static const char *const committees[] = { "Tỉnh ủy", "Thành ủy", "Đảng ủy" };
  MnStyleWord      word = self->form == MN_FORM_MINUTES ? MN_WORD_ARCHIVE_MINUTES : MN_WORD_ARCHIVE;
  g_autofree char *body = mn_form_dup_issuing_body (self);
  const char      *start = body;
  g_autofree char *committee = g_strdup ("");
  g_autofree char *words = NULL;

  if (mn_sentence_begins (body, OFFICE)) /* a committee's office keeps its own papers */
    start = g_utf8_offset_to_pointer (body, g_utf8_strlen (OFFICE, -1));
  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    if (mn_sentence_begins (start, committees[i]))
      {
        g_free (committee);
        committee = g_utf8_substring (start, 0, g_utf8_strlen (committees[i], -1));
      }
  words = mn_composer_dup_word (self, word, committee);
  return mn_sentence_fragment (words);
}

/* The drafter's sign follows the archive's sentence with the State: "Lưu: VT, VP. NVA.(15)" (Mẫu
 * 1.4), unless somebody wrote it there. */
static char *
finish_archive (MnComposer *self, char *archive)
{
  g_autofree char *copies = dup_copies (self);
  g_autofree char *given = archive;

  if (!mn_composer_is_state (self) || *copies == '\0' || strstr (given, copies) != NULL)
    return g_steal_pointer (&given);
  return g_strdup_printf ("%s. %s", given, copies);
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

/* An organ of the State doesn't send itself its paper; the Party's goes to its standing committee.
 */
static gboolean
is_own (MnComposer *self, MnItem *party)
{
  return mn_composer_is_state (self) && party == mn_session_get_issuer (self->session);
}

static void
add_named (MnComposer *self, MnItem *item, const char *field, GPtrArray *names)
{
  g_autoptr (GPtrArray) parties = mn_composer_list (self, item, field);

  for (guint i = 0; i < parties->len && names->len < MAX_DERIVED_RECIPIENTS; i++)
    {
      g_autofree char *name = mn_wording_party (self, parties->pdata[i], MN_PARTY_NAME_ONLY);
      g_autofree char *upper = mn_sentence_upper (name);

      if (*upper != '\0' && !mn_party_is_person (parties->pdata[i]) &&
          !is_own (self, parties->pdata[i]) &&
          !g_ptr_array_find_with_equal_func (names, upper, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&upper));
    }
}

/* "Như trên" stands in letters and submissions alone with the Party (HD 05, ô 9a): elsewhere whom
 * the paper addresses is named. */
static char *
dup_addressed (MnComposer *self)
{
  g_autofree char *who = self->addressee != NULL
                             ? mn_wording_party (self, self->addressee, MN_PARTY_NAME_ONLY)
                             : g_strdup ("");

  if (mn_composer_is_state (self))
    return g_strdup ("Như trên");
  if (self->form == MN_FORM_INVITATION)
    return g_strdup ("Các đại biểu được mời");
  return *who != '\0' ? mn_sentence_upper (who) : g_strdup ("Cơ quan, đơn vị nhận phiếu");
}

/* Nobody is named yet: those whom the paper addresses, else the convening body and the bodies that
 * were given tasks. */
static void
derive_recipients (MnComposer *self, GPtrArray *names)
{
  guint n = mn_item_get_n_children (self->conclusion, "points");

  if (self->form == MN_FORM_TASK_SLIP || self->form == MN_FORM_INVITATION)
    {
      g_ptr_array_add (names, dup_addressed (self));
      return;
    }
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
  if (names->len == 0 && archive == NULL && self->form != MN_FORM_MINUTES)
    derive_recipients (self, names);
  if (archive == NULL)
    archive = dup_archive (self);
  g_ptr_array_add (names, finish_archive (self, g_steal_pointer (&archive)));
  return names;
}

/** mn_form_add_recipients: a dash before each, a semicolon after each, a full stop after the
 * archive; the Party's drafter stands below. */
void
mn_form_add_recipients (MnComposer *self, MnBlock *column)
{
  g_autoptr (GPtrArray) names = list_recipients (self);
  g_autofree char      *copies = dup_copies (self);

  mn_form_add_column_line (column, MN_ROLE_RECIPIENTS_LABEL,
                           mn_composer_get_word (self, MN_WORD_RECIPIENTS));
  for (guint i = 0; i < names->len; i++)
    {
      const char      *stop = i + 1 < names->len ? ";" : ".";
      g_autofree char *text = g_strconcat (names->pdata[i], stop, NULL);
      MnBlock         *block = mn_block_new_string (MN_ROLE_RECIPIENT, text);

      mn_composer_label (block, "-");
      mn_block_add (column, block);
    }
  if (!mn_composer_is_state (self))
    mn_form_add_column_line (column, MN_ROLE_COPIES, copies);
}
