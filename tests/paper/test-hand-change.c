#include <string.h>

#include "form-make.h"
#include "mn-session.h"

/** Desk: a document with the small session, and words to change. */
typedef struct
{
  MnDocument *document; /* (owned) */
  MnItem     *session;
  MnFormInput input;
  MnItem     *point;
  char       *anchor; /* (owned) of that point */
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2026-04-05T08:00:00+07:00");
  g_autoptr (MnItem)  session = form_session_new ();

  desk->document = mn_document_new (session, clock);
  desk->session = mn_document_get_root (desk->document);
  desk->input = (MnFormInput){ .session = desk->session };
  desk->point = mn_item_get_child (form_conclusion (desk->session), "points", 1);
  desk->anchor = g_strdup_printf ("point:%s", mn_item_get_id (desk->point));
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (desk->document);
  g_free (desk->anchor);
}

static void
change (Desk *desk, const char *anchor, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnText) text = words != NULL ? mn_text_new (words) : NULL;

  mn_form_set_hand_change (desk->document, MN_FORM_NOTICE, &desk->input, anchor, text, &error);
  g_assert_no_error (error);
}

static char *
add_after (Desk *desk, const char *anchor, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnText) text = mn_text_new (words);
  char *id = mn_form_add_hand_paragraph (desk->document, MN_FORM_NOTICE, anchor, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (id);
  return id;
}

static guint
count_changes (Desk *desk)
{
  return mn_item_get_n_children (mn_session_get_document (desk->session, "notice"), "hand-changes");
}

static void
assert_outdated (Desk *desk, const char *anchor)
{
  g_auto (GStrv) outdated = mn_form_list_outdated (MN_FORM_NOTICE, &desk->input);

  g_assert_cmpstr (outdated[0], ==, anchor);
}

static gboolean
is_by_hand (Desk *desk, const char *anchor)
{
  g_autoptr (MnComposed) composed = mn_form_compose (MN_FORM_NOTICE, desk->session);

  for (guint i = 0; i < composed->blocks->len; i++)
    if (g_strcmp0 (((MnBlock *) composed->blocks->pdata[i])->anchor, anchor) == 0)
      return ((MnBlock *) composed->blocks->pdata[i])->hand_changed;
  return FALSE;
}

static void
test_replace (Desk *desk, gconstpointer data)
{
  g_assert_false (is_by_hand (desk, desk->anchor));
  change (desk, desk->anchor, "Viết tay");
  form_assert (form_at (MN_FORM_NOTICE, desk->session, desk->anchor), "Viết tay");
  g_assert_true (is_by_hand (desk, desk->anchor));
  assert_outdated (desk, NULL);
  change (desk, desk->anchor, "Viết lại");
  g_assert_cmpuint (count_changes (desk), ==, 1);
  form_assert (form_at (MN_FORM_NOTICE, desk->session, desk->anchor), "Viết lại");
  change (desk, desk->anchor, NULL);
  g_assert_cmpuint (count_changes (desk), ==, 0);
  g_assert_false (is_by_hand (desk, desk->anchor));
}

/* Typing back what is composed leaves no hand change behind. */
static void
test_same_as_composed (Desk *desk, gconstpointer data)
{
  change (desk, desk->anchor, "Khác");
  change (desk, desk->anchor, "Các cơ quan triển khai thực hiện.");
  g_assert_cmpuint (count_changes (desk), ==, 0);
}

static void
test_outdated (Desk *desk, gconstpointer data)
{
  g_autoptr (MnText) words = mn_text_new ("Việc khác");

  change (desk, desk->anchor, "Viết tay");
  g_assert_true (mn_document_set_rich (desk->document, desk->point, "text", words, NULL));
  assert_outdated (desk, desk->anchor);
  form_assert (form_at (MN_FORM_NOTICE, desk->session, desk->anchor), "Viết tay");
  change (desk, desk->anchor, "Viết tay lần nữa");
  assert_outdated (desk, NULL);
}

/* A change whose paragraph is gone stands at the end of the body, before the signature. */
static void
test_orphan (Desk *desk, gconstpointer data)
{
  g_autoptr (MnComposed) composed = NULL;
  MnBlock               *block;
  g_autofree char       *plain = NULL;

  change (desk, desk->anchor, "Viết tay");
  g_free (add_after (desk, desk->anchor, "Thêm sau"));
  g_assert_true (mn_document_remove (desk->document, desk->point, NULL));
  assert_outdated (desk, desk->anchor);
  composed = mn_form_compose (MN_FORM_NOTICE, desk->session);
  g_assert_cmpint (((MnBlock *) composed->blocks->pdata[composed->blocks->len - 1])->kind, ==,
                   MN_BLOCK_COLUMNS);
  block = composed->blocks->pdata[composed->blocks->len - 2];
  plain = mn_block_dup_plain (block);
  g_assert_cmpstr (plain, ==, "Viết tay");
  g_assert_true (block->hand_changed);
  g_clear_pointer (&plain, g_free);
  plain = mn_block_dup_plain (composed->blocks->pdata[composed->blocks->len - 3]);
  g_assert_cmpstr (plain, ==, "Thêm sau");
  change (desk, desk->anchor, NULL);
  assert_outdated (desk, NULL);
}

static char *
read_after (Desk *desk, const char *anchor, guint n)
{
  g_autoptr (MnComposed) composed = mn_form_compose (MN_FORM_NOTICE, desk->session);

  for (guint i = 0; i + n < composed->blocks->len; i++)
    if (g_strcmp0 (((MnBlock *) composed->blocks->pdata[i])->anchor, anchor) == 0)
      return mn_block_dup_plain (composed->blocks->pdata[i + n]);
  return NULL;
}

/* Own paragraphs keep the order in which they were added, and can be changed and taken back. */
static void
test_after (Desk *desk, gconstpointer data)
{
  g_autofree char *first = add_after (desk, "lead", "Một");
  g_autofree char *second = add_after (desk, "lead", "Hai");
  g_autofree char *own = g_strconcat ("hand:", first, NULL);
  g_autofree char *below = add_after (desk, own, "Dưới một");

  form_assert (read_after (desk, "lead", 1), "Một");
  form_assert (read_after (desk, "lead", 2), "Dưới một");
  form_assert (read_after (desk, "lead", 3), "Hai");
  g_assert_true (is_by_hand (desk, own));
  change (desk, own, "Một sửa");
  form_assert (form_at (MN_FORM_NOTICE, desk->session, own), "Một sửa");
  change (desk, own, NULL);
  form_assert (form_at (MN_FORM_NOTICE, desk->session, own), "");
  form_assert (read_after (desk, "lead", 1), "Hai");
  assert_outdated (desk, NULL);
}

/* An empty hand takes the paragraph out; numbers close up. A heading stays. */
static void
test_take_out (Desk *desk, gconstpointer data)
{
  MnItem            *conclusion = form_conclusion (desk->session);
  MnItem            *first = mn_item_get_child (conclusion, "points", 0);
  g_autoptr (MnItem) point = mn_item_new (mn_kind_find ("point"));
  g_autofree char   *anchor = g_strdup_printf ("point:%s", mn_item_get_id (first));

  form_set (point, "text", "Việc hai", NULL);
  g_assert_true (mn_document_insert (desk->document, conclusion, "points", 1, point, NULL));
  form_assert (form_at_item (MN_FORM_NOTICE, desk->session, "point", point), "2.2. Việc hai.");
  change (desk, anchor, "");
  form_assert (form_at (MN_FORM_NOTICE, desk->session, anchor), "");
  form_assert (form_at_item (MN_FORM_NOTICE, desk->session, "point", point), "2.1. Việc hai.");
  assert_outdated (desk, NULL);
  change (desk, "heading:tasks", "");
  form_assert (form_at (MN_FORM_NOTICE, desk->session, "heading:tasks"),
               "2. Nhiệm vụ, giải pháp trong thời gian tới");
}

static void
test_heading (Desk *desk, gconstpointer data)
{
  change (desk, "heading:tasks", "Nhiệm vụ quý II");
  form_assert (form_at (MN_FORM_NOTICE, desk->session, "heading:tasks"), "2. Nhiệm vụ quý II");
}

/* The minutes have no document yet: it is made with the change, undone with it. */
static void
test_new_document (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnText) text = mn_text_new ("Viết tay");
  MnItem            *document;

  g_assert_null (mn_session_get_document (desk->session, "minutes"));
  g_assert_true (mn_form_set_hand_change (desk->document, MN_FORM_MINUTES, &desk->input, "closing",
                                          text, &error));
  g_assert_no_error (error);
  document = mn_session_get_document (desk->session, "minutes");
  g_assert_nonnull (document);
  g_assert_cmpstr (mn_item_get (document, "state"), ==, "draft");
  form_assert (form_at (MN_FORM_MINUTES, desk->session, "closing"), "Viết tay");
  g_assert_cmpstr (mn_document_get_undo_name (desk->document), ==, "Change by hand");
  g_assert_true (mn_document_undo (desk->document));
  g_assert_null (mn_session_get_document (desk->session, "minutes"));
  g_assert_false (mn_document_can_undo (desk->document));
}

/* Cells of tables can be changed like paragraphs. */
static void
test_cell (Desk *desk, gconstpointer data)
{
  g_autoptr (MnText) text = mn_text_new ("Đã xong từ lâu.");
  MnItem            *row = mn_item_get_child (form_record (desk->session), "follow-ups", 0);
  g_autofree char   *anchor = g_strdup_printf ("follow-up:%s", mn_item_get_id (row));

  g_assert_true (
      mn_form_set_hand_change (desk->document, MN_FORM_MINUTES, &desk->input, anchor, text, NULL));
  form_assert (form_at (MN_FORM_MINUTES, desk->session, anchor), "Đã xong từ lâu.");
}

static void
test_errors (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) locked = NULL;
  g_autoptr (MnText) text = mn_text_new ("Viết tay");

  g_assert_false (mn_form_set_hand_change (desk->document, MN_FORM_NOTICE, &desk->input,
                                           "point:nowhere", text, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_PLACE);
  mn_document_set_read_only (desk->document, TRUE);
  g_assert_false (mn_form_set_hand_change (desk->document, MN_FORM_NOTICE, &desk->input, "lead",
                                           text, &locked));
  g_assert_error (locked, MN_ERROR, MN_ERROR_READ_ONLY);
  g_assert_null (mn_form_add_hand_paragraph (desk->document, MN_FORM_NOTICE, "lead", text, NULL));
  g_assert_false (mn_document_can_undo (desk->document));
}

/* Characters, marks and paragraph styles all count; equal texts have one hash. */
static void
test_hash (void)
{
  g_autoptr (MnText) a = mn_text_new ("Một\nHai");
  g_autoptr (MnText) same = mn_text_new ("Một\nHai");
  g_autoptr (MnText) joined = mn_text_new ("MộtHai");
  g_autoptr (MnText) marked = mn_text_mark (a, 0, 3, MN_MARK_BOLD, MN_MARK_NONE);
  g_autoptr (MnText) styled = mn_text_style (a, 1, 1, MN_PARAGRAPH_DASH, 1);
  MnText *const      others[] = { joined, marked, styled };
  g_autofree char   *hash = mn_form_hash_text (a);
  g_autofree char   *same_hash = mn_form_hash_text (same);

  g_assert_cmpuint (strlen (hash), ==, 64);
  g_assert_cmpstr (hash, ==, same_hash);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = mn_form_hash_text (others[i]);

      g_assert_cmpstr (hash, !=, other);
    }
}

#define ADD(path, func) g_test_add (path, Desk, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/hand-change/replace", test_replace);
  ADD ("/hand-change/same-as-composed", test_same_as_composed);
  ADD ("/hand-change/outdated", test_outdated);
  ADD ("/hand-change/orphan", test_orphan);
  ADD ("/hand-change/after", test_after);
  ADD ("/hand-change/take-out", test_take_out);
  ADD ("/hand-change/heading", test_heading);
  ADD ("/hand-change/new-document", test_new_document);
  ADD ("/hand-change/cell", test_cell);
  ADD ("/hand-change/errors", test_errors);
  g_test_add_func ("/hand-change/hash", test_hash);
  return g_test_run ();
}
