#include "pdf-test.h"

/* What a screen reader reads: "H1[…] P[…] L[LI[Lbl[-]LBody[…]]] …". The text is ASCII, because
 * poppler 22.12 mistakes the text of structure elements for another encoding than UTF-8. */

static void append_elements (PopplerStructureElementIter *iter, GString *tree);

static const char *
find_name (PopplerStructureElement *element)
{
  static const struct
  {
    PopplerStructureElementKind kind;
    const char                 *name;
  } names[] = {
    { POPPLER_STRUCTURE_ELEMENT_DOCUMENT, "Document" },
    { POPPLER_STRUCTURE_ELEMENT_PARAGRAPH, "P" },
    { POPPLER_STRUCTURE_ELEMENT_HEADING_1, "H1" },
    { POPPLER_STRUCTURE_ELEMENT_HEADING_2, "H2" },
    { POPPLER_STRUCTURE_ELEMENT_HEADING_3, "H3" },
    { POPPLER_STRUCTURE_ELEMENT_LIST, "L" },
    { POPPLER_STRUCTURE_ELEMENT_LIST_ITEM, "LI" },
    { POPPLER_STRUCTURE_ELEMENT_LIST_LABEL, "Lbl" },
    { POPPLER_STRUCTURE_ELEMENT_LIST_BODY, "LBody" },
    { POPPLER_STRUCTURE_ELEMENT_TABLE, "Table" },
    { POPPLER_STRUCTURE_ELEMENT_TABLE_ROW, "TR" },
    { POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING, "TH" },
    { POPPLER_STRUCTURE_ELEMENT_TABLE_DATA, "TD" },
    { POPPLER_STRUCTURE_ELEMENT_LINK, "Link" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (poppler_structure_element_get_kind (element) == names[i].kind)
      return names[i].name;
  return "?";
}

static void
append_element (PopplerStructureElementIter *iter, GString *tree)
{
  PopplerStructureElement     *element = poppler_structure_element_iter_get_element (iter);
  PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

  if (poppler_structure_element_is_content (element))
    {
      g_autofree char *text = poppler_structure_element_get_text (element, 0);

      g_string_append (tree, text != NULL ? text : "");
    }
  else if (poppler_structure_element_get_kind (element) !=
           POPPLER_STRUCTURE_ELEMENT_OBJECT_REFERENCE)
    {
      g_string_append_printf (tree, "%s[", find_name (element));
      if (child != NULL)
        append_elements (child, tree);
      g_string_append (tree, "]");
    }
  g_clear_pointer (&child, poppler_structure_element_iter_free);
  g_object_unref (element);
}

static void
append_elements (PopplerStructureElementIter *iter, GString *tree)
{
  do
    append_element (iter, tree);
  while (poppler_structure_element_iter_next (iter));
}

static char *
dup_tree (PopplerDocument *document)
{
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);
  GString                     *tree = g_string_new (NULL);

  g_assert_nonnull (iter);
  append_elements (iter, tree);
  poppler_structure_element_iter_free (iter);
  return g_string_free (tree, FALSE);
}

static MnBlock *
add_labelled (Fixture *fixture, MnRole role, const char *label, const char *text)
{
  MnBlock *block = add_string (fixture->composed, role, text);

  block->label = g_strdup (label);
  return block;
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *tree = NULL;

  add_string (fixture->composed, MN_ROLE_KIND, "Thong bao");
  add_labelled (fixture, MN_ROLE_HEADING_1, "1.", "Danh gia")->outline = 1;
  add_string (fixture->composed, MN_ROLE_BODY, "Mot.");
  add_labelled (fixture, MN_ROLE_BODY, "-", "Hai.");
  add_labelled (fixture, MN_ROLE_BODY, "-", "Ba.");
  add_string (fixture->composed, MN_ROLE_BODY, "Bon.");
  document = make_document (fixture);
  tree = dup_tree (document);
  g_assert_cmpstr (tree, ==,
                   "Document[H1[THONG BAO]H2[1. Danh gia]P[Mot.]L[LI[Lbl[- ]LBody[Hai.]]"
                   "LI[Lbl[- ]LBody[Ba.]]]P[Bon.]]");
}

static void
add_ascii_table (Fixture *fixture, guint n_rows)
{
  static const char *const head[] = { "TT", "Noi dung" };
  MnBlock                 *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);

  table->n_head_rows = 1;
  mn_block_add (table, new_row (MN_ROLE_TABLE_HEAD, head, 2));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char  *number = g_strdup_printf ("%u", i + 1);
      const char *const cells[] = { number, "Ra soat" };

      mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 2));
    }
  add_block (fixture->composed, table);
}

/* A table over several pages is one; its repeated headings and the page numbers aren't read. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *tree = NULL;
  g_auto (GStrv)           rows = NULL;
  g_auto (GStrv)           heads = NULL;

  add_ascii_table (fixture, 80);
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), >, 1);
  tree = dup_tree (document);
  g_assert_true (g_str_has_prefix (tree, "Document[Table[TR[TH[TT]TH[Noi dung]"));
  rows = g_strsplit (tree, "TR[", -1);
  heads = g_strsplit (tree, "TH[", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 82);
  g_assert_cmpuint (g_strv_length (heads), ==, 3);
  g_assert_cmpstr (rows[81], ==, "TD[80]TD[Ra soat]]]]");
}

/* ---- what a page's end parts is one --------------------------------------------------------- */

/* "w1 w2 … w1500" */
static char *
make_words (guint n)
{
  GString *words = g_string_new ("w1");

  for (guint i = 2; i <= n; i++)
    g_string_append_printf (words, " w%u", i);
  return g_string_free (words, FALSE);
}

static void
assert_tree (Fixture *fixture, int least, const char *expected)
{
  g_autoptr (TestDocument) document = make_document (fixture);
  g_autofree char         *tree = dup_tree (document);

  g_assert_cmpint (poppler_document_get_n_pages (document), >=, least);
  g_assert_cmpstr (tree, ==, expected);
}

static void
test_long_paragraph (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = make_words (1500);
  g_autofree char *expected = g_strdup_printf ("Document[P[%s]P[Hai.]]", words);

  add_string (fixture->composed, MN_ROLE_BODY, words);
  add_string (fixture->composed, MN_ROLE_BODY, "Hai.");
  assert_tree (fixture, 3, expected);
}

/* Points go on after a page's end, and so does their list, wherever the end lies. */
static void
test_long_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char    *words = make_words (600);
  g_autoptr (GString) expected = g_string_new ("Document[P[Mot.]L[");

  add_string (fixture->composed, MN_ROLE_BODY, "Mot.");
  add_labelled (fixture, MN_ROLE_BODY, "-", words);
  g_string_append_printf (expected, "LI[Lbl[- ]LBody[%s]]", words);
  for (int i = 0; i < 60; i++)
    {
      add_labelled (fixture, MN_ROLE_BODY, "-", "Ba.");
      g_string_append (expected, "LI[Lbl[- ]LBody[Ba.]]");
    }
  g_string_append (expected, "]]");
  assert_tree (fixture, 2, expected->str);
}

/* Equal blocks are set once, and are read as often as they stand there. */
static void
test_equal_blocks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = make_words (500);
  g_autofree char *expected = g_strdup_printf ("Document[P[%s]P[%s]P[%s]]", words, words, words);

  for (int i = 0; i < 3; i++)
    add_string (fixture->composed, MN_ROLE_BODY, words);
  assert_tree (fixture, 3, expected);
}

/* What stands at the first page's foot doesn't interrupt what goes on on the next. */
static void
test_mark_between (Fixture *fixture, gconstpointer data)
{
  g_autofree char *words = make_words (600);
  g_autofree char *expected = g_strdup_printf (
      "Document[L[LI[Lbl[- ]LBody[%s]]LI[Lbl[- ]LBody[Hai.]]]P[Dia chi]]", words);
  MnBlock *mark = mn_block_new (MN_BLOCK_MARK, MN_ROLE_CONTACT);

  mark->place = MN_PLACE_FIRST_FOOT;
  mn_block_add (mark, mn_block_new_string (MN_ROLE_CONTACT, "Dia chi"));
  add_block (fixture->composed, mark);
  add_labelled (fixture, MN_ROLE_BODY, "-", words);
  add_labelled (fixture, MN_ROLE_BODY, "-", "Hai.");
  assert_tree (fixture, 2, expected);
}

/* "P[t1]P[t2]…", of one paragraph to a line of @text */
static void
append_paragraphs (GString *tree, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (tree, "P[%s]", lines[i]);
}

/* Cells of a row that is taller than a page are read one after the other, each as a whole; the
 * heading that is repeated is read once. */
static void
test_tall_row (Fixture *fixture, gconstpointer data)
{
  static const char *const head[] = { "Trai", "Phai" };
  g_autoptr (GString)      left = g_string_new ("t1");
  g_autoptr (GString)      right = g_string_new ("p1");
  g_autoptr (GString)      expected = g_string_new ("Document[Table[TR[TH[Trai]TH[Phai]]TR[TD[");
  MnBlock                 *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);

  for (int i = 2; i <= 120; i++)
    {
      g_string_append_printf (left, "\nt%d", i);
      g_string_append_printf (right, "\np%d", i);
    }
  {
    const char *const cells[] = { left->str, right->str };
    const char *const last[] = { "a", "b" };

    table->n_head_rows = 1;
    mn_block_add (table, new_row (MN_ROLE_TABLE_HEAD, head, 2));
    mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 2));
    mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, last, 2));
  }
  add_block (fixture->composed, table);
  append_paragraphs (expected, left->str);
  g_string_append (expected, "]TD[");
  append_paragraphs (expected, right->str);
  g_string_append (expected, "]]TR[TD[a]TD[b]]]]");
  assert_tree (fixture, 2, expected->str);
}

/* One cell of 1,500 words beside a short one. */
static void
test_tall_cell (Fixture *fixture, gconstpointer data)
{
  g_autofree char  *words = make_words (1500);
  g_autofree char  *expected = g_strdup_printf ("Document[Table[TR[TD[1]TD[%s]]]]", words);
  const char *const cells[] = { "1", words };
  MnBlock          *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);

  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 2));
  add_block (fixture->composed, table);
  assert_tree (fixture, 3, expected);
}

/* Paragraphs and points of one cell are told apart; a cell of one paragraph is just a cell. */
static void
test_paragraphs_in_cell (Fixture *fixture, gconstpointer data)
{
  static const char *const  cells[] = { "1", "" };
  MnBlock                  *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  MnBlock                  *row = new_row (MN_ROLE_TABLE_CELL, cells, 2);
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  g_autoptr (MnText)        text = NULL;
  g_autoptr (TestDocument)  document = NULL;
  g_autofree char          *tree = NULL;

  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  mn_text_builder_run (builder, "Mot.", -1, MN_MARK_NONE);
  mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, 0, NULL);
  mn_text_builder_run (builder, "Hai.", -1, MN_MARK_NONE);
  text = mn_text_builder_end (builder);
  g_ptr_array_set_size (row->children, 1);
  mn_block_add (row, mn_block_new_paragraph (MN_ROLE_TABLE_CELL, text));
  mn_block_add (table, row);
  add_block (fixture->composed, table);
  document = make_document (fixture);
  tree = dup_tree (document);
  g_assert_cmpstr (tree, ==, "Document[Table[TR[TD[1]TD[P[Mot.]L[LI[Lbl[- ]LBody[Hai.]]]]]]]");
}

/* From a task to the proposal that it answers and back; what isn't on the paper leads nowhere. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  MnBlock                 *proposal, *task, *lost;

  proposal = add_string (fixture->composed, MN_ROLE_BODY, "Đề nghị sửa đường.");
  proposal->source = g_strdup ("p1");
  proposal->link = g_strdup ("t1");
  for (int i = 0; i < 12; i++)
    add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  task = add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  task->source = g_strdup ("t1");
  task->link = g_strdup ("p1");
  lost = add_string (fixture->composed, MN_ROLE_BODY, "Lạc.");
  lost->link = g_strdup ("không có");
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 2);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (TestPage) page = poppler_document_get_page (document, i);
      GList               *links = poppler_page_get_link_mapping (page);
      PopplerLinkMapping  *first;
      PopplerDest         *dest;

      g_assert_nonnull (links);
      first = links->data;
      g_assert_cmpint (first->action->type, ==, POPPLER_ACTION_GOTO_DEST);
      g_assert_cmpint (first->action->goto_dest.dest->type, ==, POPPLER_DEST_NAMED);
      dest = poppler_document_find_dest (document, first->action->goto_dest.dest->named_dest);
      g_assert_nonnull (dest);
      g_assert_cmpint (dest->page_num, ==, 2 - i);
      poppler_dest_free (dest);
      g_assert_cmpuint (g_list_length (links), ==, i == 0 ? 1 : 3);
      g_assert_cmpfloat (first->area.x2 - first->area.x1, >, 50);
      poppler_page_free_link_mapping (links);
    }
}

/* Words at a line's end and at the next one's beginning are two words, in text and cells. */
static void
test_words_over_lines (Fixture *fixture, gconstpointer data)
{
  static const char        words[] = "Ra soat, tham muu ban hanh ke hoach tuyen truyen cac ngay le "
                                     "lon trong nam, bao cao ket qua thuc hien hang thang truoc "
                                     "ngay 25 voi Thuong truc Dang uy phuong.";
  static const char *const cells[] = { words, "1" };
  static const char *const markup[] = { "P[%s]", "TD[%s]" };
  MnBlock                 *table = mn_block_new (MN_BLOCK_TABLE, MN_ROLE_TABLE_CELL);
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *tree = NULL;
  g_autofree char         *text = NULL;

  add_string (fixture->composed, MN_ROLE_BODY, words);
  mn_block_add (table, new_row (MN_ROLE_TABLE_CELL, cells, 2));
  add_block (fixture->composed, table);
  document = make_document (fixture);
  tree = dup_tree (document);
  for (guint i = 0; i < G_N_ELEMENTS (markup); i++)
    {
      g_autoptr (GString) expected = g_string_new (markup[i]);

      g_string_replace (expected, "%s", words, 0);
      g_assert_nonnull (strstr (tree, expected->str));
    }
  text = dup_page_text (document, 0);
  g_assert_null (strstr (text, " \n"));
  g_assert_cmpuint (strlen (text), >=, 2 * strlen (words));
}

/* Columns are read one after the other. */
static void
test_reading_order (Fixture *fixture, gconstpointer data)
{
  MnBlock                 *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *tree = NULL;

  for (int i = 0; i < 2; i++)
    {
      MnBlock *column = new_column (0);

      mn_block_add (column, mn_block_new_string (MN_ROLE_RECIPIENT, i == 0 ? "a" : "c"));
      mn_block_add (column, mn_block_new_string (MN_ROLE_RECIPIENT, i == 0 ? "b" : "d"));
      mn_block_add (columns, column);
    }
  add_block (fixture->composed, columns);
  add_string (fixture->composed, MN_ROLE_BODY, "e");
  document = make_document (fixture);
  tree = dup_tree (document);
  g_assert_cmpstr (tree, ==, "Document[P[a]P[b]P[c]P[d]P[e]]");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/tagger/kinds", test_kinds);
  ADD ("/tagger/table", test_table);
  ADD ("/tagger/long-paragraph", test_long_paragraph);
  ADD ("/tagger/long-list", test_long_list);
  ADD ("/tagger/equal-blocks", test_equal_blocks);
  ADD ("/tagger/mark-between", test_mark_between);
  ADD ("/tagger/tall-row", test_tall_row);
  ADD ("/tagger/tall-cell", test_tall_cell);
  ADD ("/tagger/paragraphs-in-cell", test_paragraphs_in_cell);
  ADD ("/tagger/links", test_links);
  ADD ("/tagger/words-over-lines", test_words_over_lines);
  ADD ("/tagger/reading-order", test_reading_order);
  return g_test_run ();
}
