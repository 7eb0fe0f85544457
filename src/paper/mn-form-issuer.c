/* Who issues a paper: the lines of ô 2 (HD 05, Phụ lục 1; NĐ 30, Phụ lục I, II.2). */

#include <string.h>

#include "mn-form-parts.h"
#include "mn-numbering.h"
#include "mn-official.h"

static char *
dup_name (MnItem *party)
{
  return mn_sentence_fragment (party != NULL ? mn_item_get (party, "name") : NULL);
}

static gboolean
is_standing (MnItem *party)
{
  g_autofree char *name = dup_name (party);

  return mn_body_skip_standing (name) != NULL;
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

gboolean
mn_form_is_committee (const char *name)
{
  return mn_sentence_begins (name, "Đảng ủy") || mn_sentence_begins (name, "Chi bộ") ||
         mn_sentence_begins (name, "Tỉnh ủy") || mn_sentence_begins (name, "Thành ủy");
}

/* Councils and committees of the people, and the Front, name no organ above them: so offices read
 * NĐ 30, Phụ lục I, II.2, which asks for the organ above "if any". */
static gboolean
is_of_people (const char *name)
{
  return mn_sentence_begins (name, "Ủy ban nhân dân") ||
         mn_sentence_begins (name, "Hội đồng nhân dân") ||
         mn_sentence_begins (name, "Ủy ban Mặt trận");
}

/** mn_form_dup_issuing_body: "Tỉnh ủy Trà Vinh" for all that its standing organs issue. */
char *
mn_form_dup_issuing_body (MnComposer *self)
{
  g_autofree char *name = dup_name (mn_session_get_issuer (self->session));
  const char      *committee = mn_body_skip_standing (name);

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

/* Words of the congress's heading: "Đảng bộ tỉnh Sông Ngân lần thứ I" (HD 05, ô 2). */
static char *
dup_congress (MnComposer *self, const char *name)
{
  const char      *title = mn_item_get (self->general, "title");
  const char      *which = title != NULL ? strstr (title, "Đảng bộ") : NULL;
  g_autofree char *body = dup_parent_of_committee (name);
  g_autofree char *roman = NULL;
  gint64           ordinal = mn_item_get_integer (self->general, "ordinal", 0);

  if (which != NULL)
    return g_strndup (which, strcspn (which, ",;"));
  if (ordinal < 1)
    return g_steal_pointer (&body);
  roman = mn_official_roman ((guint) ordinal);
  return g_strdup_printf ("%s lần thứ %s", body, roman);
}

/* "Tỉnh uỷ Sông Ngân - Uỷ ban nhân dân tỉnh": joint bodies are joined by a hyphen (HD 05, ô 2). */
static char *
dup_joint (MnComposer *self, char *name)
{
  g_autoptr (GPtrArray) others = NULL;
  GString              *names = g_string_new (name);

  g_free (name);
  if (self->document == NULL)
    return g_string_free (names, FALSE);
  others = mn_composer_list (self, self->document, "joint-bodies");
  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *other = dup_name (others->pdata[i]);

      g_string_append_printf (names, "%s%s", *other != '\0' ? " - " : "", other);
    }
  return g_string_free (names, FALSE);
}

static MnItem *
find_above (MnComposer *self, MnItem *issuer, const char *name)
{
  MnItem *above = mn_composer_find (self, self->general, "parent-body");

  if (above != NULL || is_standing (issuer) || is_of_people (name))
    return above;
  return mn_composer_find (self, issuer, "body");
}

/**
 * mn_form_dup_heading:
 * @parent: (out) (transfer full) (nullable): the organ above, %NULL where none is named
 * @second: (out) (transfer full) (nullable): a second line of the issuing body: of a congress
 *
 * Returns: (transfer full): the lines of ô 2
 */
char *
mn_form_dup_heading (MnComposer *self, char **parent, char **second)
{
  MnItem          *issuer = mn_session_get_issuer (self->session);
  g_autofree char *name = mn_form_dup_issuing_body (self);
  g_autofree char *above_name = dup_name (find_above (self, issuer, name));

  *parent = *second = NULL;
  if (g_strcmp0 (mn_item_get (self->general, "kind"), "congress") == 0 &&
      !mn_composer_is_state (self) && *name != '\0')
    {
      *second = dup_congress (self, name);
      return g_strdup ("Đại hội đại biểu");
    }
  if (*above_name == '\0' || *name == '\0')
    return dup_joint (self, g_steal_pointer (&name));
  if (mn_form_is_committee (name))
    {
      *parent = dup_parent_of_committee (above_name);
      return dup_joint (self, g_steal_pointer (&name));
    }
  *parent = g_steal_pointer (&above_name);
  return dup_joint (self, dup_without_committee (name));
}
