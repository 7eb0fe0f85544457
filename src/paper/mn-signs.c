/* The signs in a number, on paper and in the register of numbers: one rule for both. */

#include "mn-signs.h"

#include "mn-form.h"
#include "mn-sentence.h"
#include "mn-style-choice.h"
#include "mn-style-symbol.h"

/* ---- by one style --------------------------------------------------------------------------- */

/* What is typed into an entry of the register is a kind's sign already. */
static char *
dup_kind (const MnStyle *style, const MnPaper *paper)
{
  MnForm form;

  if (*paper->form == '\0')
    return g_strdup (paper->kind);
  if (!mn_form_from_name (paper->form, &form) || !mn_form_is_numbered (form))
    return g_strdup ("");
  return mn_style_dup_kind_symbol (style, mn_form_get_title (form));
}

static char *
dup_by_rule (const MnStyle *style, const char *name, const char *above)
{
  g_autofree char *clean = mn_sentence_fragment (name);
  char            *sign = mn_style_dup_organ_symbol (style, clean, *above != '\0' ? above : NULL);

  return sign != NULL ? sign : g_strdup ("");
}

/* The sign that was given to the body comes before the rule. */
static char *
dup_own (const MnStyle *style, const MnPaper *paper)
{
  return *paper->body_symbol != '\0' ? mn_sentence_fragment (paper->body_symbol)
                                     : dup_by_rule (style, paper->body, paper->above);
}

/* A congress of the Party signs as such, whatever sign its committee has (HD 05, ô 3). */
static char *
dup_lead (const MnStyle *style, const MnPaper *paper, const char *own)
{
  g_autofree char *congress = paper->congress ? dup_by_rule (style, "Đại hội", "") : NULL;

  return g_strdup (congress != NULL && *congress != '\0' ? congress : own);
}

/* "TU-UBND": who issues it as well, joined by hyphens (HD 05, ô 3). */
static char *
dup_organ (const MnStyle *style, const MnPaper *paper, const char *own)
{
  g_autofree char *lead = dup_lead (style, paper, own);
  g_auto (GStrv)   others = g_strsplit (paper->joint, "\n", -1);
  GString         *out;

  if (*paper->symbol != '\0')
    return mn_sentence_fragment (paper->symbol);
  out = g_string_new (lead);
  for (guint i = 0; others[i] != NULL && *others[i] != '\0'; i++)
    {
      g_auto (GStrv)   parts = g_strsplit (others[i], "\t", 2);
      g_autofree char *sign = *parts[0] != '\0' ? g_strdup (parts[0])
                                                : dup_by_rule (style, parts[1], "");

      if (*sign != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? "-" : "", sign);
    }
  return g_string_free (out, FALSE);
}

/**
 * mn_signs_find:
 * @signs: (out caller-allocates)
 * @style: that the paper is printed by
 * @paper: what is known of it
 *
 * The sign typed into the document comes first, then that of a congress, of the body as it is
 * known in the session, and the rule's (HD 05, ô 3; NĐ 30, Phụ lục I, II.3).
 */
void
mn_signs_find (MnSigns *signs, const MnStyle *style, const MnPaper *paper)
{
  signs->family = style->family;
  signs->kind = dup_kind (style, paper);
  signs->own = dup_own (style, paper);
  signs->organ = dup_organ (style, paper, signs->own);
  signs->pattern = g_strdup (style->words[MN_WORD_NUMBER]);
}

/* ---- by each paper's style ------------------------------------------------------------------ */

static const char *
choose (const MnPaper *paper)
{
  g_auto (GStrv) parts = g_strsplit (mn_paper_get_day (paper), "-", 3);
  GDate          date;

  g_date_clear (&date, 1);
  if (g_strv_length (parts) == 3 &&
      g_date_valid_dmy ((GDateDay) atoi (parts[2]), (GDateMonth) atoi (parts[1]),
                        (GDateYear) atoi (parts[0])))
    g_date_set_dmy (&date, (GDateDay) atoi (parts[2]), (GDateMonth) atoi (parts[1]),
                    (GDateYear) atoi (parts[0]));
  return mn_style_choose (paper->family, g_date_valid (&date) ? &date : NULL);
}

/* An office's style that can't be read is told of where its papers are laid out; meanwhile numbers
 * are those of the rule in force. */
static const MnStyle *
get_style (GHashTable *styles, const MnPaper *paper)
{
  const char *name = *paper->style != '\0' ? paper->style : choose (paper);
  MnStyle    *style = g_hash_table_lookup (styles, name);

  if (style != NULL)
    return style;
  style = mn_style_load (name, NULL);
  if (style == NULL)
    style = mn_style_load (choose (paper), NULL);
  g_hash_table_insert (styles, g_strdup (name), style);
  return style;
}

static gpointer
begin (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) mn_style_free);
}

static void
find (gpointer known, const MnPaper *paper, MnSigns *signs)
{
  mn_signs_find (signs, get_style (known, paper), paper);
}

static void
end (gpointer known)
{
  g_hash_table_unref (known);
}

const MnSignRule *
mn_signs_get_rule (void)
{
  static const MnSignRule rule = { begin, find, end };

  return &rule;
}
