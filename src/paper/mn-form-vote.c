#include "mn-form-parts.h"

#include <string.h>

#include "mn-wording.h"

static gboolean
is_ballot (MnItem *vote)
{
  return g_strcmp0 (mn_item_get (vote, "method"), "secret-ballot") == 0;
}

static void
append_count (GString *words, MnItem *vote, const char *field, const char *label, gint64 whole)
{
  gint64           count = mn_item_get_integer (vote, field, 0);
  g_autofree char *percent = mn_wording_percent (count, whole);

  if (mn_item_get (vote, field) == NULL ||
      (count == 0 && strcmp (field, "invalid") == 0 && !is_ballot (vote)))
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append_printf (words, "%s %s%" G_GINT64_FORMAT, label,
                          count > 0 && count < 10 ? "0" : "", count);
  if (strcmp (field, "for") == 0 && whole > 0)
    g_string_append_printf (words, "/%02" G_GINT64_FORMAT, whole);
  if (*percent != '\0' && count > 0)
    g_string_append_printf (words, " (%s)", percent);
}

/* Out of those entitled, else out of those who voted. */
static gint64
count_voters (MnItem *vote)
{
  gint64 entitled = mn_item_get_integer (vote, "entitled", 0);

  if (entitled > 0)
    return entitled;
  return mn_item_get_integer (vote, "for", 0) + mn_item_get_integer (vote, "against", 0) +
         mn_item_get_integer (vote, "other", 0) + mn_item_get_integer (vote, "invalid", 0);
}

static char *
dup_counts (MnItem *vote)
{
  GString *words = g_string_new (NULL);
  gint64   whole = count_voters (vote);

  append_count (words, vote, "for", "tán thành", whole);
  append_count (words, vote, "against", "không tán thành", whole);
  append_count (words, vote, "other", "ý kiến khác", whole);
  append_count (words, vote, "invalid", "không hợp lệ", whole);
  return g_string_free (words, FALSE);
}

static const char *
get_method (MnItem *vote)
{
  static const struct
  {
    const char *nick, *words;
  } methods[] = {
    { "show-of-hands", "giơ tay" },
    { "secret-ballot", "bỏ phiếu kín" },
    { "electronic", "biểu quyết điện tử" },
    { "written", "xin ý kiến bằng văn bản" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (mn_item_get (vote, "method"), methods[i].nick) == 0)
      return methods[i].words;
  return NULL;
}

/* "Thông qua … (giơ tay): tán thành 14/15 (93,3%); không tán thành 01 (6,7%)." */
static void
add_vote (MnComposer *self, MnItem *vote)
{
  g_autofree char *subject = mn_sentence_fragment (mn_item_get (vote, "subject"));
  g_autofree char *upper = mn_sentence_upper (subject);
  g_autofree char *counts = dup_counts (vote);
  const char      *method = get_method (vote);
  GString         *line;
  MnBlock         *block;

  if (*subject == '\0' && *counts == '\0')
    return;
  line = g_string_new (*upper != '\0' ? upper : "Kết quả biểu quyết");
  if (method != NULL)
    g_string_append_printf (line, " (hình thức: %s)", method);
  if (*counts != '\0')
    g_string_append_printf (line, ": %s", counts);
  g_string_append_c (line, '.');
  block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, line->str);
  mn_composer_name_item (block, "vote", vote, NULL);
  mn_composer_label (block, "-");
  g_string_free (line, TRUE);
}

/** mn_form_add_votes: numbers and shares. */
void
mn_form_add_votes (MnComposer *self)
{
  guint n = mn_item_get_n_children (self->record, "votes");

  for (guint i = 0; i < n; i++)
    add_vote (self, mn_item_get_child (self->record, "votes", i));
}
