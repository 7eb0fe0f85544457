#include "mn-form-parts.h"

#include <string.h>

#include "mn-official.h"
#include "mn-session.h"
#include "mn-wording.h"

/* The grammar of assigning a task: "Giao <lead> chủ trì, phối hợp với <partners> <what>; <product>;
 * hoàn thành trước ngày <deadline>; báo cáo <whom>". One task has one lead (KL 226-KL/TW). */

/** Said: the words of a point, folded once for all that is looked for in them. */
typedef struct
{
  const char *text;
  char       *folded;
} Said;

/* ---- who -------------------------------------------------------------------------------------*/

/* Bodies that a committee asks and doesn't order. */
static gboolean
is_asked (const char *name)
{
  static const char *const heads[] = {
    "Ủy ban Mặt trận",
    "Mặt trận",
    "Liên đoàn",
    "Hội ",
    "Các hội",
    "Đoàn ",
    "Tỉnh Đoàn",
    "Công đoàn",
    "Hội đồng nhân dân",
    "Ủy ban nhân dân",
    "UBND",
    "HĐND",
    "UBMTTQ",
    "Tòa án",
    "Viện kiểm sát",
    NULL,
  };

  if (mn_sentence_begins (name, "Hội đồng ") && !mn_sentence_begins (name, "Hội đồng nhân dân"))
    return FALSE;
  for (guint i = 0; heads[i] != NULL; i++)
    if (mn_sentence_begins (name, heads[i]))
      return TRUE;
  return FALSE;
}

/* "Giao" a body of the committee, "Đề nghị" one that isn't under it, "Phân công" a person. */
static const char *
get_verb (GPtrArray *leads)
{
  const char *name = mn_item_get (leads->pdata[0], "name");

  if (mn_party_is_person (leads->pdata[0]))
    return "Phân công";
  return name != NULL && is_asked (name) ? "Đề nghị" : "Giao";
}

static gboolean
begins_with_order (const char *said)
{
  static const char *const orders[] = { "Giao ", "Đề nghị ", "Yêu cầu ", "Phân công " };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (mn_sentence_begins (said, orders[i]))
      return TRUE;
  return FALSE;
}

static gboolean
names_any (GPtrArray *parties, const Said *said)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const char *name = mn_item_get (parties->pdata[i], "name");

      if (name != NULL && mn_sentence_fold_says (said->folded, name))
        return TRUE;
    }
  return FALSE;
}

/* Whether the words before @name, or after it, make its bearer the one who does the work: "… ; Sở
 * Nội vụ hướng dẫn", "giao Sở Nội vụ", "Sở Nội vụ chủ trì"; "đường dây nóng của Sở Nội vụ" doesn't.
 */
static gboolean
is_charged (const char *folded, const char *found, gsize length)
{
  static const char *const before[] = { ". ",    "; ",       ": ",       "\n",
                                        "giao ", "de nghi ", "yeu cau ", "cong " };
  g_autofree char         *head = g_strndup (folded, (gsize) (found - folded));

  if (found == folded || g_str_has_prefix (found + length, " chu tri"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (g_str_has_suffix (head, before[i]))
      return TRUE;
  return FALSE;
}

static gboolean
charges (const char *folded, const char *name)
{
  g_autofree char *needle = mn_sentence_fold (name);
  gsize            length = strlen (g_strstrip (needle));
  const char      *found = folded;

  while (length > 0 && (found = strstr (found, needle)) != NULL)
    {
      if (is_charged (folded, found, length))
        return TRUE;
      found += length;
    }
  return FALSE;
}

static gboolean
charges_any (GPtrArray *leads, const Said *said)
{
  for (guint i = 0; i < leads->len; i++)
    {
      const char *name = mn_item_get (leads->pdata[i], "name");

      if (name != NULL && charges (said->folded, name))
        return TRUE;
    }
  return FALSE;
}

/* "Giao Văn phòng Tỉnh ủy chủ trì, phối hợp với Sở Nội vụ"; "" where the text says it itself. */
static char *
dup_order (MnComposer *self, MnItem *point, const Said *said)
{
  g_autoptr (GPtrArray) leads = mn_composer_list (self, point, "leads");
  g_autoptr (GPtrArray) partners = mn_composer_list (self, point, "partners");
  g_autofree char      *who = mn_wording_parties (self, leads, MN_PARTY_WITH_AND);
  g_autofree char      *whom = mn_wording_parties (self, partners, MN_PARTY_WITH_AND);

  if (*who == '\0' || begins_with_order (said->text) || charges_any (leads, said))
    return g_strdup ("");
  if (*whom == '\0')
    return g_strdup_printf ("%s %s", get_verb (leads), who);
  return g_strdup_printf ("%s %s chủ trì, phối hợp với %s", get_verb (leads), who, whom);
}

/* ---- what, until when, to whom -------------------------------------------------------------- */

/* "hoàn thành trước ngày 30/6/2026", "hoàn thành trong quý III/2026", "thực hiện thường xuyên" */
static char *
dup_deadline (MnItem *point, const Said *said)
{
  const char      *kind = mn_item_get (point, "deadline-kind");
  g_autofree char *words = mn_sentence_fragment (mn_item_get (point, "deadline-words"));
  g_autofree char *lower = mn_sentence_lower (words);
  g_autofree char *day = NULL;
  GDate            date;

  if (g_strcmp0 (kind, "none") == 0 ||
      (*lower != '\0' && mn_sentence_fold_says (said->folded, lower)))
    return g_strdup ("");
  if (*lower != '\0')
    return mn_sentence_says (lower, "hoàn thành") || mn_sentence_says (lower, "thực hiện") ||
                   g_strcmp0 (kind, "regularly") == 0
               ? g_steal_pointer (&lower)
               : g_strdup_printf ("hoàn thành %s", lower);
  if (g_strcmp0 (kind, "regularly") == 0)
    return g_strdup (
        mn_sentence_fold_says (said->folded, "thường xuyên") ? "" : "thực hiện thường xuyên");
  if (!mn_item_get_date (point, "deadline", &date) || mn_wording_says_day (said->text, &date))
    return g_strdup ("");
  day = mn_official_date_short (&date);
  return g_strdup_printf ("hoàn thành trước ngày %s", day);
}

static char *
dup_report_to (MnComposer *self, MnItem *point, const Said *said)
{
  g_autoptr (GPtrArray) whom = mn_composer_list (self, point, "report-to");
  g_autofree char      *who = mn_wording_parties (self, whom, MN_PARTY_WITH_AND);

  if (*who == '\0' || names_any (whom, said))
    return g_strdup ("");
  return g_strdup_printf ("báo cáo %s", who);
}

static void
append_clause (GString *tail, const char *lead, const char *clause)
{
  if (*clause != '\0')
    g_string_append_printf (tail, "; %s%s", lead, clause);
}

/* What the fields say and the text doesn't. */
static char *
dup_tail (MnComposer *self, MnItem *point, const Said *said)
{
  g_autofree char *product = mn_sentence_fragment (mn_item_get (point, "product"));
  g_autofree char *lower = mn_sentence_lower (product);
  g_autofree char *authority = mn_sentence_fragment (mn_item_get (point, "authority"));
  g_autofree char *deadline = dup_deadline (point, said);
  g_autofree char *report_to = dup_report_to (self, point, said);
  GString         *tail = g_string_new (NULL);

  if (!mn_sentence_fold_says (said->folded, lower))
    append_clause (tail, mn_sentence_begins (lower, "sản phẩm") ? "" : "sản phẩm: ", lower);
  if (!mn_sentence_fold_says (said->folded, authority))
    append_clause (tail, "thẩm quyền: ", authority);
  append_clause (tail, "", deadline);
  append_clause (tail, "", report_to);
  return g_string_free (tail, FALSE);
}

/**
 * mn_form_point_text:
 * @point: a point of the conclusion
 *
 * The point as it is printed: a point with a lead is composed by the grammar of assigning a task;
 * what its words say already isn't said again.
 *
 * Returns: (transfer full): an empty text where nothing is known
 */
MnText *
mn_form_point_text (MnComposer *self, MnItem *point)
{
  MnText          *text = mn_item_get_rich (point, "text");
  const char      *words = text != NULL ? mn_text_get_plain (text) : "";
  g_autofree char *folded = mn_sentence_fold (words);
  const Said       said = { words, folded };
  g_autofree char *order = dup_order (self, point, &said);
  g_autofree char *tail = dup_tail (self, point, &said);
  gboolean         goes_on = *order != '\0';

  if (*words != '\0')
    return mn_sentence_text (order, text, tail, goes_on ? MN_SENTENCE_LOWER : MN_SENTENCE_PLAIN);
  if (*order != '\0')
    return mn_sentence_text (order, NULL, NULL, MN_SENTENCE_PLAIN);
  return mn_text_new ("");
}
