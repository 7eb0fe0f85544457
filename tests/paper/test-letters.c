#include "mn-letters.h"

static MnLetters *
make (const char *utf8)
{
  MnLetters *letters = mn_letters_new (MN_PARAGRAPH_PLAIN, 0);

  mn_letters_append (letters, utf8, -1, MN_MARK_NONE);
  return letters;
}

static void
assert_letters (MnLetters *letters, const char *expected)
{
  g_autofree char *utf8 = mn_letters_dup (letters);

  g_assert_cmpstr (utf8, ==, expected);
}

static void
test_tidy (void)
{
  g_autoptr (MnLetters) letters = make ("  một \t hai ; ba  ");

  mn_letters_tidy (letters);
  assert_letters (letters, "một hai; ba");
}

/* A gap to write into is of no-break blanks, and no tidying takes it. */
static void
test_gap (void)
{
  g_autoptr (MnLetters) letters = make ("năm\u00a0\u00a0\u00a0 ;");

  mn_letters_tidy (letters);
  mn_letters_finish (letters);
  assert_letters (letters, "năm\u00a0\u00a0\u00a0.");
}

static void
test_ends (void)
{
  g_autoptr (MnLetters) letters = make ("xong./.");
  g_autoptr (MnLetters) nothing = make (" ; ");

  mn_letters_cut_end (letters);
  assert_letters (letters, "xong");
  mn_letters_close (letters, ";");
  mn_letters_close (letters, ".");
  assert_letters (letters, "xong;.");
  mn_letters_finish (nothing);
  g_assert_true (mn_letters_is_empty (nothing));
  g_assert_cmpuint (mn_letters_get_last (nothing), ==, 0);
}

/* What stands for an element of a foreign namespace isn't printed. */
static void
test_objects (void)
{
  g_autoptr (MnLetters) letters = make ("a\uFFFCb");

  assert_letters (letters, "ab");
}

static void
test_build (void)
{
  g_autoptr (MnLetters)     letters = mn_letters_new (MN_PARAGRAPH_DASH, 2);
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (MnText)        text = NULL;

  mn_letters_append (letters, "đậm", -1, MN_MARK_BOLD);
  mn_letters_append (letters, " thường", -1, MN_MARK_NONE);
  mn_letters_prepend (letters, "Chữ ", MN_MARK_ITALIC);
  mn_letters_build (letters, builder);
  text = mn_text_builder_end (builder);
  g_assert_cmpstr (mn_text_get_plain (text), ==, "Chữ đậm thường");
  g_assert_cmpint (mn_text_get_marks (text, 0), ==, MN_MARK_ITALIC);
  g_assert_cmpint (mn_text_get_marks (text, 4), ==, MN_MARK_BOLD);
  g_assert_cmpint (mn_text_get_marks (text, 8), ==, MN_MARK_NONE);
  g_assert_cmpint (mn_text_get_paragraph (text, 0).style, ==, MN_PARAGRAPH_DASH);
  g_assert_cmpuint (mn_text_get_paragraph (text, 0).level, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/tidy", test_tidy);
  g_test_add_func ("/letters/gap", test_gap);
  g_test_add_func ("/letters/ends", test_ends);
  g_test_add_func ("/letters/objects", test_objects);
  g_test_add_func ("/letters/build", test_build);
  return g_test_run ();
}
