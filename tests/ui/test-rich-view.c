#include "mn-rich-view.h"

#include "editor-make.h"
#include "mn-ui-test.h"

/* A text that a view edits, and how often it was edited. */
typedef struct
{
  MnText     *text;
  guint       n_splices;
  gboolean    refuses;
  GtkWidget  *window;
  MnRichView *view;
} Fixture;

static MnText *
get_text (gpointer data)
{
  return mn_text_ref (((Fixture *) data)->text);
}

static void
splice_text (gpointer data, guint position, guint n_removed, const MnText *inserted)
{
  Fixture *fixture = data;
  MnText  *after;

  fixture->n_splices++;
  if (fixture->refuses)
    return;
  after = mn_text_splice (fixture->text, position, n_removed, inserted);
  mn_text_unref (fixture->text);
  fixture->text = after;
}

static void
set_text (gpointer data, MnText *text)
{
  Fixture *fixture = data;

  mn_text_ref (text);
  mn_text_unref (fixture->text);
  fixture->text = text;
}

static const MnRichSource source = { get_text, splice_text, set_text };
static const MnRichSource line_source = { get_text, splice_text, NULL };

static void
set_up_with (Fixture *fixture, const MnRichSource *with)
{
  fixture->text = mn_text_new ("Một\nHai\nBa");
  fixture->view = MN_RICH_VIEW (mn_rich_view_new (with, fixture));
  fixture->window = editor_make_window (GTK_WIDGET (fixture->view));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_with (fixture, &source);
}

static void
set_up_line (Fixture *fixture, gconstpointer data)
{
  set_up_with (fixture, &line_source);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mn_ui_test_close (GTK_WINDOW (fixture->window));
  mn_text_unref (fixture->text);
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->view));
}

static void
assert_same (Fixture *fixture)
{
  g_autoptr (MnText) shown = mn_rich_view_read_buffer (fixture->view);

  g_assert_cmpstr (mn_text_get_plain (shown), ==, mn_text_get_plain (fixture->text));
  g_assert_true (mn_text_equal (shown, fixture->text));
}

static void
put_cursor (Fixture *fixture, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &start, from);
  gtk_text_buffer_get_iter_at_offset (get_buffer (fixture), &end, to);
  gtk_text_buffer_select_range (get_buffer (fixture), &start, &end);
}

/* As GtkTextView does with what an input method commits. */
static void
type (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = get_buffer (fixture);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  assert_same (fixture);
  put_cursor (fixture, 3, 3);
  type (fixture, " đồng");
  g_assert_cmpstr (mn_text_get_plain (fixture->text), ==, "Một đồng\nHai\nBa");
  type (fixture, "\n");
  g_assert_cmpuint (mn_text_get_n_paragraphs (fixture->text), ==, 4);
  g_signal_emit_by_name (fixture->view, "backspace");
  g_assert_cmpuint (mn_text_get_n_paragraphs (fixture->text), ==, 3);
  g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  g_assert_cmpstr (mn_text_get_plain (fixture->text), ==, "Một đồngHai\nBa");
  assert_same (fixture);
}

/* Letters typed over a selection are one splice with what goes. */
static void
test_typing_over (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 1, 6);
  fixture->n_splices = 0;
  type (fixture, "x");
  g_assert_cmpuint (fixture->n_splices, ==, 1);
  g_assert_cmpstr (mn_text_get_plain (fixture->text), ==, "Mxi\nBa");
  assert_same (fixture);
}

static void
test_paste_is_cleaned (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 0);
  type (fixture, "e\xCC\x82\x01 a\r\nb\xEF\xBF\xBC");
  g_assert_cmpstr (mn_text_get_plain (fixture->text), ==, "ê a\nbMột\nHai\nBa");
  assert_same (fixture);
}

static void
test_line_has_no_breaks (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 0);
  type (fixture, "a\nb\tc");
  g_assert_true (g_str_has_prefix (mn_text_get_plain (fixture->text), "a b cMột"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "rich.bold", NULL));
  g_assert_cmpuint (mn_text_get_marks (fixture->text, 0), ==, MN_MARK_NONE);
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 0, 3);
  act (fixture, "rich.bold");
  g_assert_cmpuint (mn_text_get_marks (fixture->text, 1), ==, MN_MARK_BOLD);
  act (fixture, "rich.italic");
  g_assert_cmpuint (mn_text_get_marks (fixture->text, 1), ==, MN_MARK_BOLD | MN_MARK_ITALIC);
  act (fixture, "rich.bold");
  g_assert_cmpuint (mn_text_get_marks (fixture->text, 1), ==, MN_MARK_ITALIC);
  assert_same (fixture);
  put_cursor (fixture, 3, 3);
  type (fixture, "x");
  g_assert_cmpuint (mn_text_get_marks (fixture->text, 3), ==, MN_MARK_ITALIC);
  act (fixture, "rich.italic"); /* nothing selected: for what comes next */
  type (fixture, "y");
  g_assert_cmpuint (mn_text_get_marks (fixture->text, 4), ==, MN_MARK_NONE);
  assert_same (fixture);
}

static void
test_points (Fixture *fixture, gconstpointer data)
{
  put_cursor (fixture, 4, 9);
  act (fixture, "rich.dash");
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 0).style, ==, MN_PARAGRAPH_PLAIN);
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 1).style, ==, MN_PARAGRAPH_DASH);
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 2).style, ==, MN_PARAGRAPH_DASH);
  act (fixture, "rich.level-in");
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 2).level, ==, 2);
  act (fixture, "rich.number");
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 2).style, ==, MN_PARAGRAPH_NUMBER);
  assert_same (fixture);
  put_cursor (fixture, 7, 7);
  type (fixture, "\nmới"); /* a new point like the one it came from */
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 2).style, ==, MN_PARAGRAPH_NUMBER);
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 2).level, ==, 2);
  assert_same (fixture);
  put_cursor (fixture, 8, 8);
  g_signal_emit_by_name (fixture->view, "backspace");
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 2).level, ==, 1);
  g_signal_emit_by_name (fixture->view, "backspace");
  g_assert_cmpuint (mn_text_get_paragraph (fixture->text, 2).style, ==, MN_PARAGRAPH_PLAIN);
  g_assert_cmpuint (mn_text_get_n_paragraphs (fixture->text), ==, 4);
  assert_same (fixture);
}

/* Letters that the input method still holds are no letters of the text. */
static void
test_preedit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnText) other = mn_text_new ("Khác hẳn");

  fixture->n_splices = 0;
  g_signal_emit_by_name (fixture->view, "preedit-changed", "tiê");
  g_assert_true (mn_rich_view_is_composing (fixture->view));
  g_assert_cmpuint (fixture->n_splices, ==, 0);
  /* An undo from elsewhere ends the composition and is shown. */
  set_text (fixture, other);
  mn_rich_view_refresh (fixture->view);
  g_assert_cmpuint (fixture->n_splices, ==, 0);
  assert_same (fixture);
  g_signal_emit_by_name (fixture->view, "preedit-changed", "");
  g_assert_false (mn_rich_view_is_composing (fixture->view));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  fixture->refuses = TRUE;
  put_cursor (fixture, 2, 2);
  type (fixture, "x");
  g_assert_cmpuint (fixture->n_splices, ==, 1);
  assert_same (fixture);
  put_cursor (fixture, 0, 3);
  g_signal_emit_by_name (fixture->view, "backspace");
  assert_same (fixture);
}

static void
test_cursor_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnText) after = mn_text_splice (fixture->text, 0, 1, NULL);
  int                position;

  put_cursor (fixture, 6, 6);
  set_text (fixture, after);
  mn_rich_view_refresh (fixture->view);
  g_object_get (get_buffer (fixture), "cursor-position", &position, NULL);
  g_assert_cmpint (position, ==, 5);
}

static void
edit_somehow (Fixture *fixture, GRand *random)
{
  static const char *const pieces[] = { "a", "ộ", " ", "\n", "Đồng chí", "x\ny", "–" };
  static const char *const actions[] = { "rich.bold",   "rich.italic",   "rich.dash",
                                         "rich.number", "rich.level-in", "rich.level-out" };
  int                      length = (int) mn_text_get_length (fixture->text);

  put_cursor (fixture, g_rand_int_range (random, 0, length + 1),
              g_rand_int_range (random, 0, length + 1));
  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
    case 1:
      type (fixture, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      break;
    case 2:
      g_signal_emit_by_name (fixture->view, "backspace");
      break;
    case 3:
      act (fixture, actions[g_rand_int_range (random, 0, G_N_ELEMENTS (actions))]);
      break;
    default:
      g_signal_emit_by_name (fixture->view, "delete-from-cursor", GTK_DELETE_WORD_ENDS, 1);
    }
}

/* Whatever is done, characters, tags and text say the same. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));

  for (guint i = 0; i < 300; i++)
    {
      edit_somehow (fixture, random);
      assert_same (fixture);
    }
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer), guint seed)
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/rich-view/typing", test_typing, 0);
  add ("/rich-view/typing-over", test_typing_over, 0);
  add ("/rich-view/paste-is-cleaned", test_paste_is_cleaned, 0);
  g_test_add ("/rich-view/line-has-no-breaks", Fixture, NULL, set_up_line, test_line_has_no_breaks,
              tear_down);
  add ("/rich-view/marks", test_marks, 0);
  add ("/rich-view/points", test_points, 0);
  add ("/rich-view/preedit", test_preedit, 0);
  add ("/rich-view/refused", test_refused, 0);
  add ("/rich-view/cursor-stays", test_cursor_stays, 0);
  add ("/rich-view/random/1", test_random, 1);
  add ("/rich-view/random/2", test_random, 2);
  add ("/rich-view/random/3", test_random, 3);
}

int
main (int argc, char **argv)
{
  return mn_ui_test_main (argc, argv, add_tests);
}
