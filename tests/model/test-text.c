#include "mn-text.h"

#include <string.h>

#include "mn-clean.h"
#include "mn-text-private.h"

#define OBJECT "\xEF\xBF\xBC"

/* "**bold** _italic_ {object}", a line a paragraph, "- " dashes, "1. " numbers, further blanks a
 * level each. */
static MnText *
parse (const char *source)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_auto (GStrv)            lines = g_strsplit (source, "\n", -1);
  MnMarks                   marks = MN_MARK_NONE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *p = lines[i] + strspn (lines[i], ">");
      guint       level = 1 + (guint) (p - lines[i]);

      if (g_str_has_prefix (p, "- "))
        mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, level, NULL);
      else if (g_str_has_prefix (p, "1. "))
        mn_text_builder_begin (builder, MN_PARAGRAPH_NUMBER, level, NULL);
      else
        mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
      p += g_str_has_prefix (p, "- ") ? 2 : g_str_has_prefix (p, "1. ") ? 3 : 0;
      for (const char *next; *p != '\0'; p = next)
        {
          next = p + strcspn (p, "*_{}");
          mn_text_builder_run (builder, p, next - p, marks);
          if (*next == '*')
            marks ^= MN_MARK_BOLD;
          if (*next == '_')
            marks ^= MN_MARK_ITALIC;
          if (*next == '{')
            {
              g_autofree char *xml = g_strndup (next + 1, strcspn (next + 1, "}"));

              mn_text_builder_object (builder, xml, marks);
              next += strlen (xml) + 1;
            }
          next += *next != '\0' ? 1 : 0;
        }
    }
  return mn_text_builder_end (builder);
}

static void
show_marks (GString *out, MnMarks before, MnMarks marks)
{
  g_string_append (out, ((before ^ marks) & MN_MARK_BOLD) != 0 ? "*" : "");
  g_string_append (out, ((before ^ marks) & MN_MARK_ITALIC) != 0 ? "_" : "");
}

static char *
show (const MnText *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < mn_text_get_n_paragraphs (text); i++)
    {
      MnParagraph paragraph = mn_text_get_paragraph (text, i);
      MnMarks     marks = MN_MARK_NONE;
      MnRun       run;

      g_string_append (out, i > 0 ? "\n" : "");
      for (guint n = 1; n < paragraph.level; n++)
        g_string_append_c (out, '>');
      if (paragraph.style != MN_PARAGRAPH_PLAIN)
        g_string_append (out, paragraph.style == MN_PARAGRAPH_DASH ? "- " : "1. ");
      for (guint cursor = 0; mn_text_next_run (text, i, &cursor, &run); marks = run.marks)
        {
          show_marks (out, marks, run.marks);
          if (run.object != NULL)
            g_string_append_printf (out, "{%s}", run.object);
          else
            g_string_append_len (out, run.utf8, (gssize) run.n_bytes);
        }
      show_marks (out, marks, MN_MARK_NONE);
    }
  return g_string_free (out, FALSE);
}

static void
expect (const MnText *text, const char *source)
{
  g_autofree char *shown = show (text);

  g_assert_cmpstr (shown, ==, source);
}

/* What must be true of every text. */
static void
expect_sound (const MnText *text)
{
  const char      *plain = mn_text_get_plain (text);
  g_autofree char *composed = g_utf8_normalize (plain, -1, G_NORMALIZE_NFC);
  guint            breaks = 0, at = 0;

  g_assert_cmpstr (composed, ==, plain);
  g_assert_cmpint (g_utf8_strlen (plain, -1), ==, mn_text_get_length (text));
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      g_assert_cmpuint (mn_text_get_paragraph_at (text, at), ==, breaks);
      if (*p == '\n')
        g_assert_cmpuint (mn_text_get_paragraph_start (text, ++breaks), ==, at + 1);
    }
  g_assert_cmpuint (mn_text_get_n_paragraphs (text), ==, breaks + 1);
}

static void
test_new (void)
{
  g_autoptr (MnText) none = mn_text_new (NULL), empty = mn_text_new ("");
  g_autoptr (MnText) text = mn_text_new ("Một\r\nhai\001\n\nba");
  g_autofree char   *second = mn_text_dup_paragraph (text, 1);
  g_autofree char   *third = mn_text_dup_paragraph (text, 2);
  g_autofree char   *last = mn_text_dup_paragraph (text, 3);

  g_assert_true (mn_text_is_empty (none));
  g_assert_true (mn_text_equal (none, empty));
  g_assert_cmpuint (mn_text_get_n_paragraphs (none), ==, 1);
  g_assert_cmpstr (mn_text_get_plain (text), ==, "Một\nhai\n\nba");
  g_assert_cmpuint (mn_text_get_length (text), ==, 11);
  g_assert_cmpstr (second, ==, "hai");
  g_assert_cmpstr (third, ==, "");
  g_assert_cmpstr (last, ==, "ba");
  g_assert_cmpuint (mn_text_get_paragraph_start (text, 3), ==, 9);
  g_assert_cmpuint (mn_text_get_paragraph_at (text, 3), ==, 0);
  g_assert_cmpuint (mn_text_get_paragraph_at (text, 11), ==, 3);
  g_assert_cmpint (mn_text_get_marks (text, 0), ==, MN_MARK_NONE);
  expect_sound (text);
}

static void
test_builder (void)
{
  static const char *const sources[] = {
    "",
    "plain",
    "*bold* _italic_ *_both*_",
    "*a* _b_",
    "- one\n- two\n>- deeper\n1. first\n>>>1. deepest",
    "\n\n",
    "- \n- ",
    "a {x} b *{y}{z}*\n{w}",
    "*bold*\n*across*\n_x_",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (MnText) text = parse (sources[i]);

      expect (text, sources[i]);
      expect_sound (text);
    }
}

/* A lone blank between bold and italic is a run of its own. */
static void
test_lone_blank (void)
{
  g_autoptr (MnText) text = parse ("*a* _b_");
  MnRun              run;
  guint              cursor = 0;

  g_assert_true (mn_text_next_run (text, 0, &cursor, &run));
  g_assert_true (mn_text_next_run (text, 0, &cursor, &run));
  g_assert_cmpuint (run.n_bytes, ==, 1);
  g_assert_cmpint (run.utf8[0], ==, ' ');
  g_assert_cmpint (run.marks, ==, MN_MARK_NONE);
  g_assert_true (mn_text_next_run (text, 0, &cursor, &run));
  g_assert_false (mn_text_next_run (text, 0, &cursor, &run));
}

static void
test_builder_edges (void)
{
  g_autoptr (MnTextBuilder) none = mn_text_builder_new (), dropped = mn_text_builder_new ();
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (MnText)        empty = mn_text_builder_end (none), text = NULL;

  g_assert_true (mn_text_is_empty (empty));
  mn_text_builder_begin (dropped, MN_PARAGRAPH_DASH, 1, "x:a=\"1\"");
  mn_text_builder_object (dropped, "<x/>", MN_MARK_NONE);

  mn_text_builder_begin (builder, MN_PARAGRAPH_NUMBER, 99, "x:a=\"1\"");
  mn_text_builder_run (builder, "a\r\nb" OBJECT "\002", -1, MN_MARK_NONE);
  mn_text_builder_run (builder, "e", -1, MN_MARK_BOLD);
  mn_text_builder_run (builder, "\xCC\x82\xCC\xA3", -1, MN_MARK_ITALIC); /* the accents of e */
  mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, 0, NULL);
  text = mn_text_builder_end (builder);
  g_assert_cmpstr (mn_text_get_plain (text), ==, "a bệ\n");
  g_assert_cmpint (mn_text_get_marks (text, 3), ==, MN_MARK_BOLD);
  g_assert_cmpint (mn_text_get_paragraph (text, 0).level, ==, MN_TEXT_MAX_LEVEL);
  g_assert_cmpstr (mn_text_get_paragraph (text, 0).foreign, ==, "x:a=\"1\"");
  g_assert_cmpint (mn_text_get_paragraph (text, 1).level, ==, 1);
  expect_sound (text);
}

static void
test_empty (void)
{
  g_autoptr (MnText)        dash = parse ("- "), lines = parse ("\n"), foreign = NULL;
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, "x:a=\"1\"");
  foreign = mn_text_builder_end (builder);
  g_assert_false (mn_text_is_empty (dash));
  g_assert_false (mn_text_is_empty (lines));
  g_assert_false (mn_text_is_empty (foreign));
}

static void
test_equal (void)
{
  static const char *const sources[] = {
    "",    "a",     "*a*", "_a_", "- a",   ">- a", "1. a",
    "a\n", "a\n- ", "{x}", "{y}", "*{x}*", "ab",   "a\nb",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    for (guint n = 0; n < G_N_ELEMENTS (sources); n++)
      {
        g_autoptr (MnText) a = parse (sources[i]), b = parse (sources[n]);

        g_assert_cmpint (mn_text_equal (a, b), ==, i == n);
      }
  {
    g_autoptr (MnText) text = mn_text_new ("");

    g_assert_true (mn_text_equal (NULL, NULL));
    g_assert_false (mn_text_equal (text, NULL));
    g_assert_false (mn_text_equal (NULL, text));
  }
}

static void
test_slice (void)
{
  static const struct
  {
    const char *source;
    guint       position, length;
    const char *slice;
  } rows[] = {
    { "abc", 0, 3, "abc" },
    { "abc", 1, 1, "b" },
    { "abc", 3, 0, "" },
    { "a*bc*d", 1, 2, "*bc*" },
    { "a\n- b\n>- c", 1, 3, "\n- b\n>- " },
    { "a\n- b\n>- c", 2, 1, "- b" },
    { "a{x}b{y}c{z}", 2, 2, "b{y}" },
    { "Đảng uỷ", 1, 3, "ảng" },
    { "- a", 1, 0, "- " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnText) text = parse (rows[i].source);
      g_autoptr (MnText) slice = mn_text_slice (text, rows[i].position, rows[i].length);

      expect (slice, rows[i].slice);
      expect_sound (slice);
    }
}

static void
test_splice (void)
{
  static const struct
  {
    const char *source;
    guint       position, removed;
    const char *inserted, *result;
  } rows[] = {
    { "", 0, 0, "abc", "abc" },
    { "abc", 1, 1, "x", "axc" },
    { "abc", 3, 0, "d", "abcd" },
    { "abc", 0, 3, NULL, "" },
    { "*abc*", 1, 1, "x", "*a*x*c*" },
    { "- a\n1. b", 1, 1, NULL, "- ab" },
    { "- a", 1, 0, "\n>1. ", "- a\n>1. " },
    { "a", 0, 0, "- b\n>- c", "b\n>- ca" },
    { "{x}a{y}", 1, 1, "{z}", "{x}{z}{y}" },
    { "{x}a{y}", 0, 3, NULL, "" },
    { "a\nb\nc", 1, 3, NULL, "ac" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnText) text = parse (rows[i].source);
      g_autoptr (MnText) inserted = rows[i].inserted != NULL ? parse (rows[i].inserted) : NULL;
      g_autoptr (MnText) removed = mn_text_slice (text, rows[i].position, rows[i].removed);
      g_autoptr (MnText) result = mn_text_splice (text, rows[i].position, rows[i].removed,
                                                  inserted);
      g_autoptr (MnText) back = mn_text_splice (
          result, rows[i].position, inserted != NULL ? mn_text_get_length (inserted) : 0, removed);

      expect (result, rows[i].result);
      expect_sound (result);
      g_assert_true (mn_text_equal (back, text));
    }
}

static void
test_mark (void)
{
  g_autoptr (MnText) text = parse ("abc\ndef");
  g_autoptr (MnText) bold = mn_text_mark (text, 1, 4, MN_MARK_BOLD, MN_MARK_NONE);
  g_autoptr (MnText) both = mn_text_mark (bold, 2, 4, MN_MARK_ITALIC, MN_MARK_BOLD);
  g_autoptr (MnText) none = mn_text_mark (both, 0, 7, MN_MARK_NONE, MN_MARK_BOLD | MN_MARK_ITALIC);
  g_autoptr (MnText) nothing = mn_text_mark (text, 7, 0, MN_MARK_BOLD, MN_MARK_NONE);

  expect (text, "abc\ndef");
  expect (bold, "a*bc*\n*d*ef");
  expect (both, "a*b*_c_\n_de_f");
  g_assert_cmpint (mn_text_get_marks (bold, 3), ==, MN_MARK_NONE); /* the break */
  g_assert_true (mn_text_equal (none, text));
  g_assert_true (mn_text_equal (nothing, text));
}

static void
test_style (void)
{
  g_autoptr (MnText) text = parse ("a\nb\nc");
  g_autoptr (MnText) dashes = mn_text_style (text, 1, 2, MN_PARAGRAPH_DASH, 2);
  g_autoptr (MnText) clamped = mn_text_style (dashes, 0, 1, MN_PARAGRAPH_NUMBER, 99);
  g_autoptr (MnText) plain = mn_text_style (clamped, 0, 2, MN_PARAGRAPH_PLAIN, 3);

  expect (dashes, "a\n>- b\n>- c");
  expect (clamped, ">>>1. a\n>>>1. b\n>- c");
  g_assert_true (mn_text_equal (plain, text));
}

static void
test_object (void)
{
  g_autoptr (MnText) text = parse ("a{x}\n{y}");
  MnRun              run;
  guint              cursor = 0;

  g_assert_cmpstr (mn_text_get_plain (text), ==, "a" OBJECT "\n" OBJECT);
  g_assert_true (mn_text_next_run (text, 1, &cursor, &run));
  g_assert_cmpstr (run.object, ==, "y");
  g_assert_cmpstr (mn_text_get_object (text, 0), ==, "x");
  g_assert_cmpstr (mn_text_get_object (text, 1), ==, "y");
  g_assert_cmpuint (run.n_bytes, ==, 3);
}

static void
test_fit (void)
{
  static const struct
  {
    const char *source;
    guint       position, removed;
    const char *inserted, *result;
  } rows[] = {
    { "ba", 2, 0, "\xCC\x81", "bá" },     /* an accent typed after its letter */
    { "*ba*", 2, 0, "\xCC\x81", "*bá*" }, /* the letter keeps its mark */
    { "a\xCC\xA3"
      "b",
      1, 0, "\xCC\x82", "ậb" },               /* two accents in the wrong order */
    { "ax\xCC\x81", 1, 1, "", "á" },          /* deletion brings them together */
    { "x\xCC\x81", 0, 0, "a", "ax\xCC\x81" }, /* these two don't join */
    { " \xCC\x81", 0, 1, "e", "é" },
    { "a", 1, 0, "b\xCC\x81", "ab\xCC\x81" },
    { "a", 1, 0, "\n", "a\n" },
    { "", 0, 0, "\xCC\x81", "\xCC\x81" },
    { "a\n", 2, 0, "\xCC\x81", "a\n\xCC\x81" }, /* not across paragraphs */
    { "{x}", 1, 0, "\xCC\x81", "{x}\xCC\x81" },
    { "\xE1\x84\x80", 1, 0, "\xE1\x85\xA1", "\xEA\xB0\x80" }, /* Hangul */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnText) text = parse (rows[i].source), inserted = parse (rows[i].inserted);
      guint              position = rows[i].position, removed = rows[i].removed;
      g_autoptr (MnText) fitted = mn_text_fit (text, &position, &removed, inserted);
      g_autoptr (MnText) result = mn_text_splice (text, position, removed, fitted);

      expect (result, rows[i].result);
      expect_sound (result);
    }
}

static MnText *
random_text (guint max)
{
  static const char *const pieces[] = {
    "a",         "ế",        " ",    "\n",     "*", "_",  "{x}",
    "e\xCC\x81", "\xCC\xA3", "\n- ", "\n>1. ", "x", "uỷ", "{y}"
  };
  g_autoptr (GString) source = g_string_new (NULL);

  for (guint n = (guint) g_test_rand_int_range (0, (gint32) max); n > 0; n--)
    g_string_append (source, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return parse (source->str);
}

/* Fitted splices leave sound texts and can be taken back. */
static void
test_random_splices (void)
{
  g_autoptr (MnText) text = mn_text_new (NULL);

  for (guint i = 0; i < 2000; i++)
    {
      guint length = mn_text_get_length (text);
      guint position = (guint) g_test_rand_int_range (0, (gint32) length + 1);
      guint removed = (guint) g_test_rand_int_range (0, (gint32) MIN (length - position, 9) + 1);
      g_autoptr (MnText) wanted = random_text (8);
      g_autoptr (MnText) inserted = mn_text_fit (text, &position, &removed, wanted);
      g_autoptr (MnText) gone = mn_text_slice (text, position, removed);
      g_autoptr (MnText) next = mn_text_splice (text, position, removed, inserted);
      g_autoptr (MnText) back = mn_text_splice (next, position, mn_text_get_length (inserted),
                                                gone);

      expect_sound (next);
      g_assert_true (mn_text_equal (back, text));
      mn_text_unref (text);
      text = mn_text_ref (next);
    }
}

/* Four hundred pages in one field, every run read: linear, or this takes minutes. */
static void
test_long_text (void)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (MnText)        text = NULL;
  guint                     n_runs = 0;

  for (guint i = 0; i < 400 * 40; i++)
    {
      mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
      for (guint n = 0; n < 10; n++)
        mn_text_builder_run (builder, "nhiệm vụ ", -1, n % 2 == 0 ? MN_MARK_BOLD : MN_MARK_NONE);
    }
  text = mn_text_builder_end (builder);
  for (guint i = 0; i < mn_text_get_n_paragraphs (text); i++)
    {
      MnRun run;

      g_assert_cmpuint (mn_text_get_paragraph_at (text, mn_text_get_paragraph_start (text, i)), ==,
                        i);
      for (guint cursor = 0; mn_text_next_run (text, i, &cursor, &run);)
        n_runs++;
    }
  g_assert_cmpuint (n_runs, ==, 400 * 40 * 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/new", test_new);
  g_test_add_func ("/text/builder", test_builder);
  g_test_add_func ("/text/lone-blank", test_lone_blank);
  g_test_add_func ("/text/builder-edges", test_builder_edges);
  g_test_add_func ("/text/empty", test_empty);
  g_test_add_func ("/text/equal", test_equal);
  g_test_add_func ("/text/slice", test_slice);
  g_test_add_func ("/text/splice", test_splice);
  g_test_add_func ("/text/mark", test_mark);
  g_test_add_func ("/text/style", test_style);
  g_test_add_func ("/text/object", test_object);
  g_test_add_func ("/text/fit", test_fit);
  g_test_add_func ("/text/random-splices", test_random_splices);
  g_test_add_func ("/text/long-text", test_long_text);
  return g_test_run ();
}
