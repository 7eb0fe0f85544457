#include "mn-sentence.h"

#include <string.h>

#include "mn-letters.h"

static MnLetters *
read_line (const char *text)
{
  MnLetters *line = mn_letters_new (MN_PARAGRAPH_PLAIN, 0);

  mn_letters_append (line, text != NULL ? text : "", -1, MN_MARK_NONE);
  mn_letters_tidy (line);
  mn_letters_glue (line);
  return line;
}

/** mn_sentence_clean: single blanks, no-break where a line must not break. %NULL gives "". */
char *
mn_sentence_clean (const char *text)
{
  g_autoptr (MnLetters) line = read_line (text);

  return mn_letters_dup (line);
}

/** mn_sentence_fragment: cleaned, and without a stop at its end, to be put into a sentence. */
char *
mn_sentence_fragment (const char *text)
{
  g_autoptr (MnLetters) line = read_line (text);

  mn_letters_cut_end (line);
  return mn_letters_dup (line);
}

/** mn_sentence_finish: cleaned, and with exactly one full stop; "" stays empty. */
char *
mn_sentence_finish (const char *text)
{
  g_autoptr (MnLetters) line = read_line (text);

  mn_letters_finish (line);
  return mn_letters_dup (line);
}

/* ---- capitals ------------------------------------------------------------------------------- */

static char *
change_first (const char *text, gunichar (*change) (gunichar))
{
  GString *out = g_string_new (NULL);

  if (*text == '\0')
    return g_string_free (out, FALSE);
  g_string_append_unichar (out, change (g_utf8_get_char (text)));
  g_string_append (out, g_utf8_next_char (text));
  return g_string_free (out, FALSE);
}

char *
mn_sentence_upper (const char *text)
{
  return change_first (text, g_unichar_toupper);
}

/* Words that begin the name of a body and keep their capital inside a sentence. */
static gboolean
begins_name (const char *text)
{
  static const char *const heads[] = {
    "Tỉnh ",   "Thành ",   "Đảng ",       "Đảng,",      "Ủy ban",    "Uỷ ban",    "Ban ",
    "Hội ",    "Mặt trận", "Liên đoàn",   "Văn phòng",  "Sở ",       "Đoàn ",     "Nhân dân",
    "Quốc ",   "Nhà nước", "Thường trực", "Trung ương", "Chính phủ", "Công đoàn", "Công an",
    "Bí thư",  "Phó Bí",   "Bác ",        "Huyện ủy",   "Huyện uỷ",  "Thị ủy",    "Thị uỷ",
    "Đảng bộ", "Chi bộ",   NULL,
  };

  if (g_str_has_prefix (text, "Hội nghị") || g_str_has_prefix (text, "Hội thảo") ||
      g_str_has_prefix (text, "Ban hành"))
    return FALSE;
  for (guint i = 0; heads[i] != NULL; i++)
    if (g_str_has_prefix (text, heads[i]))
      return TRUE;
  return FALSE;
}

/* Words that are never a name, whatever name may follow: "Các Hội", "Quý II". */
static gboolean
begins_common (const char *text)
{
  static const char *const words[] = { "Các ",      "Một ",    "Những ", "Toàn thể ",   "Đại diện ",
                                       "Lãnh đạo ", "Ý kiến ", "Quý ",   "Quý" MN_NBSP, "Về ",
                                       "Theo ",     "Tại ",    NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_capital_at (const char *p)
{
  return g_unichar_isupper (g_utf8_get_char (p));
}

/**
 * mn_sentence_lower:
 *
 * The first letter in lower case, for a text that goes on inside a sentence; an abbreviation, a
 * person and a body keep their capital.
 */
char *
mn_sentence_lower (const char *text)
{
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;
  const char *blank = strpbrk (text, " \302");

  if (begins_common (text))
    return change_first (text, g_unichar_tolower);
  if (is_capital_at (next) || begins_name (text))
    return g_strdup (text);
  if (blank != NULL && is_capital_at (blank + (*blank == ' ' ? 1 : 2)))
    return g_strdup (text);
  return change_first (text, g_unichar_tolower);
}

/* ---- what is said --------------------------------------------------------------------------- */

#define N_BASES 0x1F00 /* Vietnamese letters lie below */

/* The letter without case, tone and marks, "đ" as "d"; found once for all, as points are compared
 * by the hundred while somebody types. */
static gunichar
find_base (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (c == 0x00A0)
    return ' ';
  c = g_unichar_tolower (c);
  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  return parts[0] == 0x0111 ? 'd' : parts[0];
}

static gunichar
get_base (gunichar c)
{
  static guint16 bases[N_BASES];
  static gsize   ready;

  if (c >= N_BASES)
    return g_unichar_tolower (c);
  if (g_once_init_enter (&ready))
    {
      for (gunichar i = 0; i < N_BASES; i++)
        bases[i] = (guint16) find_base (i);
      g_once_init_leave (&ready, 1);
    }
  return bases[c];
}

/** mn_sentence_fold: what mn_sentence_fold_says() looks into. (transfer full) */
char *
mn_sentence_fold (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar base = get_base (g_utf8_get_char (p));

      if (base < 0x80)
        g_string_append_c (out, (char) base);
      else
        g_string_append_unichar (out, base);
    }
  return g_string_free (out, FALSE);
}

/** mn_sentence_says: one look into a text; for more of them see mn_sentence_fold_says(). */
gboolean
mn_sentence_says (const char *text, const char *part)
{
  g_autofree char *folded = mn_sentence_fold (text);

  return mn_sentence_fold_says (folded, part);
}

/** mn_sentence_fold_says: as mn_sentence_says(), of a text that was folded once. */
gboolean
mn_sentence_fold_says (const char *folded, const char *part)
{
  g_autofree char *needle = mn_sentence_fold (part);

  return strstr (folded, g_strstrip (needle)) != NULL;
}

gboolean
mn_sentence_begins (const char *text, const char *start)
{
  for (; *start != '\0'; start = g_utf8_next_char (start), text = g_utf8_next_char (text))
    if (*text == '\0' || get_base (g_utf8_get_char (text)) != get_base (g_utf8_get_char (start)))
      return FALSE;
  return TRUE;
}

/* ---- texts ---------------------------------------------------------------------------------- */

static GPtrArray *
read_paragraphs (const MnText *text, MnSentenceFlags flags)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_letters_free);
  guint      n = text != NULL ? mn_text_get_n_paragraphs (text) : 0;

  for (guint i = 0; i < n; i++)
    {
      MnParagraph paragraph = mn_text_get_paragraph (text, i);
      gboolean    is_below = paragraph.style == MN_PARAGRAPH_DASH &&
                          (flags & MN_SENTENCE_IN_POINT) != 0;
      MnLetters *line = mn_letters_new (paragraph.style, paragraph.level + (is_below ? 1 : 0));
      MnRun      run;

      for (guint cursor = 0; mn_text_next_run (text, i, &cursor, &run);)
        mn_letters_append (line, run.utf8, (gssize) run.n_bytes, run.marks);
      mn_letters_tidy (line);
      if (mn_letters_is_empty (line))
        mn_letters_free (line);
      else
        g_ptr_array_add (lines, line);
    }
  return lines;
}

static MnLetters *
get_line (GPtrArray *lines, guint i)
{
  return i < lines->len ? lines->pdata[i] : NULL;
}

static void
set_first_case (MnLetters *line, char *(*change) (const char *) )
{
  g_autofree char *utf8 = mn_letters_dup (line);
  g_autofree char *changed = change (utf8);

  mn_letters_set_first (line, g_utf8_get_char (changed));
}

static void
put_before (GPtrArray *lines, const char *before, MnSentenceFlags flags)
{
  MnLetters *first = get_line (lines, 0);
  MnMarks    marks = MN_MARK_NONE;

  if (flags & MN_SENTENCE_BEFORE_BOLD)
    marks |= MN_MARK_BOLD;
  if (flags & MN_SENTENCE_BEFORE_ITALIC)
    marks |= MN_MARK_ITALIC;
  if (first == NULL || first->style != MN_PARAGRAPH_PLAIN)
    {
      gboolean leads = first != NULL;

      first = mn_letters_new (MN_PARAGRAPH_PLAIN, 0);
      g_ptr_array_insert (lines, 0, first);
      mn_letters_append (first, before, -1, marks);
      if (leads && mn_letters_get_last (first) != ':')
        mn_letters_append (first, ":", -1, marks);
      return;
    }
  if (flags & MN_SENTENCE_LOWER)
    set_first_case (first, mn_sentence_lower);
  else if (g_str_has_suffix (before, ":") ||
           g_str_has_suffix (before, ".")) /* as after the heading of an item: QĐ 4148-QĐ/VPTW */
    set_first_case (first, mn_sentence_upper);
  mn_letters_prepend (first, " ", MN_MARK_NONE);
  mn_letters_prepend (first, before, marks);
}

/* Goes on in the last sentence; after a list it is a sentence of its own. */
static void
put_after (GPtrArray *lines, const char *after)
{
  MnLetters       *last = get_line (lines, lines->len - 1);
  g_autofree char *words = NULL;

  if (last != NULL && last->style == MN_PARAGRAPH_PLAIN)
    {
      mn_letters_cut_end (last);
      mn_letters_append (last, after, -1, MN_MARK_NONE);
      return;
    }
  if (last != NULL)
    mn_letters_finish (last);
  words = mn_sentence_upper (after + strspn (after, ";, "));
  last = mn_letters_new (MN_PARAGRAPH_PLAIN, 0);
  mn_letters_append (last, words, -1, MN_MARK_NONE);
  g_ptr_array_add (lines, last);
}

/* A point in a row of points ends with a semicolon, all else with a full stop; a colon that leads
 * to what follows stays. */
static void
close_lines (GPtrArray *lines, gboolean open)
{
  for (guint i = 0; i < lines->len; i++)
    {
      MnLetters *line = lines->pdata[i];
      MnLetters *next = get_line (lines, i + 1);
      gunichar   last = mn_letters_get_last (line);

      if (next == NULL && open)
        mn_letters_cut_end (line);
      else if (next == NULL)
        mn_letters_finish (line);
      else if (last != ':' && last != ';' && last != ',')
        mn_letters_close (
            line,
            line->style == MN_PARAGRAPH_PLAIN || next->style == MN_PARAGRAPH_PLAIN ? "." : ";");
    }
}

/**
 * mn_sentence_text:
 * @before: (nullable): words that lead into the text: "Giao Văn phòng Tỉnh ủy", "Kết quả:"
 * @text: (nullable): somebody's words
 * @after: (nullable): words that go on after them: "; hoàn thành trước ngày 30/6/2026"
 * @flags: how they are joined
 *
 * Puts somebody's words between words of ours and sees to blanks, capitals and stops. Words that
 * begin with a point get @before as a line of its own, ending with a colon; blank paragraphs go.
 *
 * Returns: (transfer full): the text, with one empty paragraph where nothing was given
 */
MnText *
mn_sentence_text (const char *before, const MnText *text, const char *after, MnSentenceFlags flags)
{
  g_autoptr (GPtrArray)     lines = read_paragraphs (text, flags);
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  MnLetters                *first = get_line (lines, 0);

  if (before != NULL && *before != '\0')
    put_before (lines, before, flags);
  else if (first != NULL && first->style == MN_PARAGRAPH_PLAIN && (flags & MN_SENTENCE_LOWER) == 0)
    set_first_case (first, mn_sentence_upper);
  if (after != NULL && *after != '\0')
    put_after (lines, after);
  close_lines (lines, (flags & MN_SENTENCE_OPEN) != 0);
  for (guint i = 0; i < lines->len; i++)
    {
      mn_letters_glue (lines->pdata[i]);
      mn_letters_build (lines->pdata[i], builder);
    }
  if (lines->len == 0)
    mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  return mn_text_builder_end (builder);
}
