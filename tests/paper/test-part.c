#include "mn-part.h"

#include "pdf-test.h"

static MnBlock *
add_section (Fixture *fixture, gboolean landscape, gboolean own_numbers)
{
  MnBlock *section = add_block (fixture->composed, mn_block_new (MN_BLOCK_SECTION, MN_ROLE_BODY));

  section->landscape = landscape;
  section->own_numbers = own_numbers;
  return section;
}

static MnBlock *
add_mark (Fixture *fixture, MnPlace place, const char *text)
{
  MnBlock *mark = add_block (fixture->composed, mn_block_new (MN_BLOCK_MARK, MN_ROLE_RECIPIENT));
  MnBlock *line = mn_block_new_string (MN_ROLE_RECIPIENT, text);

  mark->place = place;
  line->align = place == MN_PLACE_TOP_EDGE ? MN_ALIGN_RIGHT : MN_ALIGN_CENTRE;
  mn_block_add (mark, line);
  return mark;
}

static void
add_text (Fixture *fixture, guint n_paragraphs)
{
  for (guint i = 0; i < n_paragraphs; i++)
    add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
}

static void
assert_page_size (PopplerDocument *document, int i, double width, double height)
{
  g_autoptr (TestPage) page = poppler_document_get_page (document, i);
  double               w, h;

  poppler_page_get_size (page, &w, &h);
  assert_near (width, w, 0.01);
  assert_near (height, h, 0.01);
}

/* The text's edges on a page, in points. */
static PopplerRectangle
find_edges (PopplerDocument *document, int i)
{
  g_autoptr (TestPage)         page = poppler_document_get_page (document, i);
  g_autofree PopplerRectangle *boxes = NULL;
  guint                        n;
  PopplerRectangle             edges = { 1e6, 1e6, 0, 0 };

  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n));
  for (guint j = 0; j < n; j++)
    {
      edges.x1 = MIN (edges.x1, boxes[j].x1);
      edges.x2 = MAX (edges.x2, boxes[j].x2);
      edges.y1 = MIN (edges.y1, boxes[j].y1);
      edges.y2 = MAX (edges.y2, boxes[j].y2);
    }
  return edges;
}

/* A landscape section in a portrait document, numbered on. */
static void
test_landscape (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *number = NULL;
  PopplerRectangle         edges, digits;

  add_text (fixture, 2);
  add_section (fixture, TRUE, FALSE);
  add_table (fixture->composed, 3, SENTENCE);
  add_text (fixture, 3);
  add_section (fixture, FALSE, FALSE);
  add_text (fixture, 2);
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 3);
  assert_page_size (document, 0, 210, 297);
  assert_page_size (document, 1, 297, 210);
  assert_page_size (document, 2, 210, 297);
  edges = find_edges (document, 1);
  assert_near (297 - 20, edges.x2, 0.3);
  number = dup_page_text (document, 1);
  g_assert_true (g_str_has_prefix (number, "2\n"));
  digits = find_text (document, 1, "2");
  assert_near (297 / 2.0, (digits.x1 + digits.x2) / 2, 0.1);
  assert_near (10, digits.y1, 0.3);
  g_free (number);
  number = dup_page_text (document, 2);
  g_assert_true (g_str_has_prefix (number, "3\n"));
}

/* HD 05, on appendices: an appendix is numbered on its own, and its first page bears no number. */
static void
test_own_numbers (Fixture *fixture, gconstpointer data)
{
  static const char *const starts[] = { NULL, "2\n", "3\n", NULL, "2\n", NULL, "2\n" };
  g_autoptr (TestDocument) document = NULL;

  add_text (fixture, 30);
  add_section (fixture, FALSE, TRUE);
  add_text (fixture, 16);
  add_section (fixture, TRUE, TRUE);
  add_text (fixture, 12);
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *text = dup_page_text (document, (int) i);

      if (starts[i] != NULL)
        g_assert_true (g_str_has_prefix (text, starts[i]));
      else
        g_assert_false (g_ascii_isdigit (text[0]));
    }
}

/* HD 05, on margins: on the back of a sheet the margins are exchanged; no line ends elsewhere. */
static void
test_two_sided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) one_sided = NULL;
  g_autoptr (TestDocument) two_sided = NULL;

  add_text (fixture, 30);
  one_sided = make_document (fixture);
  mn_pages_set_two_sided (fixture->pages, TRUE);
  two_sided = make_document (fixture);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *before = dup_page_text (one_sided, i);
      g_autofree char *after = dup_page_text (two_sided, i);
      PopplerRectangle edges = find_edges (two_sided, i);

      g_assert_cmpstr (before, ==, after);
      assert_near (i % 2 == 1 ? 15 : 30, edges.x1, 0.2);
      assert_near (i % 2 == 1 ? 180 : 195, edges.x2, 0.3);
    }
}

static int
find_outlined_page (PopplerDocument *document)
{
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  PopplerAction    *action = poppler_index_iter_get_action (iter);
  int               page = action->goto_dest.dest->page_num;

  poppler_action_free (action);
  poppler_index_iter_free (iter);
  return page;
}

/* Three pages, then two that are handed out alone: printed on both sides those begin on a front,
 * whose margins they have, and a back stays empty. What leads to them counts it too. */
static void
test_own_sheets (Fixture *fixture, gconstpointer data)
{
  static const double      lefts[] = { 30, 15, 30, 0, 30, 15 };
  g_autoptr (TestDocument) one_sided = NULL;
  g_autoptr (TestDocument) two_sided = NULL;

  add_text (fixture, 30);
  add_section (fixture, FALSE, TRUE)->own_sheets = TRUE;
  add_string (fixture->composed, MN_ROLE_BODY, "Phiếu.")->outline = 1;
  add_text (fixture, 15);
  one_sided = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (one_sided), ==, 5);
  g_assert_cmpint (find_outlined_page (one_sided), ==, 4);
  mn_pages_set_two_sided (fixture->pages, TRUE);
  two_sided = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (two_sided), ==, G_N_ELEMENTS (lefts));
  g_assert_cmpint (find_outlined_page (two_sided), ==, 5);
  for (int i = 0; i < (int) G_N_ELEMENTS (lefts); i++)
    {
      g_autofree char *text = dup_page_text (two_sided, i);

      assert_page_size (two_sided, i, 210, 297);
      g_assert_true ((lefts[i] > 0) == (*text != '\0'));
      if (lefts[i] > 0)
        assert_near (lefts[i], find_edges (two_sided, i).x1, 0.2);
    }
}

/* HD 05, ô 11a: right corner, 10 mm below the edge; the text begins where it always does. */
static void
test_top_edge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  PopplerRectangle         mark, text;

  add_mark (fixture, MN_PLACE_TOP_EDGE, "LƯU HÀNH NỘI BỘ");
  add_text (fixture, 30);
  document = make_document (fixture);
  mark = find_text (document, 0, "LƯU HÀNH NỘI BỘ");
  assert_near (195, mark.x2, 0.2);
  assert_near (10, mark.y1, 0.5);
  text = find_text (document, 0, "Thường trực");
  g_assert_cmpfloat_with_epsilon (text.y1, MN_MM_TO_PT (20) + 14.4 - 0.891 * 14, 0.3);
  for (int i = 1; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *all = dup_page_text (document, i);

      g_assert_null (strstr (all, "LƯU HÀNH"));
    }
}

/* More lines than the margin holds push the text down. */
static void
test_tall_mark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  PopplerRectangle         last, text;

  add_mark (fixture, MN_PLACE_TOP_EDGE, "một");
  add_mark (fixture, MN_PLACE_TOP_EDGE, "hai\nba");
  add_text (fixture, 1);
  document = make_document (fixture);
  last = find_text (document, 0, "ba");
  text = find_text (document, 0, "Thường trực");
  assert_near (10 + MN_PT_TO_MM (2 * 15), last.y1, 0.5);
  g_assert_cmpfloat (last.y2, <, text.y1);
}

/* HD 05, ô 13 and II.4: on the last page of the part, whatever number of lines it holds. */
static void
test_last_page (Fixture *fixture, gconstpointer data)
{
  for (guint n = 1; n < 44; n++)
    {
      g_autoptr (TestDocument) document = NULL;
      g_autofree char         *all = NULL;
      PopplerRectangle         foot, edge, end;
      int                      last;

      g_ptr_array_set_size (fixture->composed->blocks, 0);
      add_mark (fixture, MN_PLACE_LAST_FOOT, "Điện thoại: 0294 3855 123");
      add_mark (fixture, MN_PLACE_LAST_EDGE, "Không phổ biến");
      for (guint i = 0; i < n; i++)
        add_string (fixture->composed, MN_ROLE_BODY, i + 1 < n ? "Một dòng." : "Dòng cuối.");
      document = make_document (fixture);
      last = poppler_document_get_n_pages (document) - 1;
      foot = find_text (document, last, "Điện thoại");
      edge = find_text (document, last, "Không phổ biến");
      end = find_text (document, last, "Dòng cuối.");
      assert_near (297 - 20, foot.y2, 1);
      assert_near (297 - 10, edge.y2, 1);
      assert_near (30 + 165 / 2.0, (edge.x1 + edge.x2) / 2, 0.2);
      g_assert_cmpfloat (end.y2, <, foot.y1 - 3);
      if (last == 0)
        continue;
      all = dup_page_text (document, 0);
      g_assert_null (strstr (all, "Điện thoại"));
      g_assert_null (strstr (all, "Không phổ biến"));
    }
}

/* NĐ 30, ô 13: at the foot of the first page; the pages that follow are full. */
static void
test_first_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *second = NULL;
  PopplerRectangle         foot, edges;

  add_mark (fixture, MN_PLACE_FIRST_FOOT, "Số 1 đường Nguyễn Thái Học");
  add_text (fixture, 30);
  document = make_document (fixture);
  foot = find_text (document, 0, "Số 1 đường");
  assert_near (297 - 20, foot.y2, 1);
  edges = find_edges (document, 0);
  g_assert_cmpfloat_with_epsilon (edges.y2, foot.y2, 1);
  second = dup_page_text (document, 1);
  g_assert_null (strstr (second, "Số 1 đường"));
}

/* Marks belong to the part in which they stand: not to the appendices. */
static void
test_marks_of_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *main_text = NULL, *appendix = NULL;

  add_mark (fixture, MN_PLACE_LAST_FOOT, "liên hệ");
  add_text (fixture, 1);
  add_section (fixture, FALSE, TRUE);
  add_mark (fixture, MN_PLACE_TOP_EDGE, "phụ lục mật");
  add_text (fixture, 1);
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 2);
  main_text = dup_page_text (document, 0);
  appendix = dup_page_text (document, 1);
  g_assert_nonnull (strstr (main_text, "liên hệ"));
  g_assert_null (strstr (main_text, "phụ lục mật"));
  g_assert_null (strstr (appendix, "liên hệ"));
  g_assert_nonnull (strstr (appendix, "phụ lục mật"));
}

/* What is nearly as tall as a page leaves no room for the foot: the foot gets a page of its own. */
static void
test_foot_alone (Fixture *fixture, gconstpointer data)
{
  MnBlock                 *columns = mn_block_new (MN_BLOCK_COLUMNS, MN_ROLE_BODY);
  MnBlock                 *column = mn_block_new (MN_BLOCK_COLUMN, MN_ROLE_BODY);
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *last = NULL;

  column->width = 1;
  for (int i = 0; i < 48; i++)
    mn_block_add (column, mn_block_new_string (MN_ROLE_TABLE_CELL, "dòng"));
  mn_block_add (columns, column);
  add_mark (fixture, MN_PLACE_LAST_FOOT, "liên hệ");
  add_block (fixture->composed, columns);
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 2);
  last = dup_page_text (document, 1);
  g_assert_cmpstr (last, ==, "2\nliên hệ");
}

/* Sections of nothing make no page, marks of nothing no mark. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  add_section (fixture, TRUE, TRUE);
  add_section (fixture, FALSE, FALSE);
  add_block (fixture->composed, mn_block_new (MN_BLOCK_MARK, MN_ROLE_BODY));
  mn_pages_update (fixture->pages, fixture->composed);
  g_assert_cmpuint (mn_pages_get_n_pages (fixture->pages), ==, 1);
  add_text (fixture, 1);
  mn_pages_update (fixture->pages, fixture->composed);
  g_assert_cmpuint (mn_pages_get_n_pages (fixture->pages), ==, 1);
  add_section (fixture, FALSE, TRUE);
  mn_pages_update (fixture->pages, fixture->composed);
  g_assert_cmpuint (mn_pages_get_n_pages (fixture->pages), ==, 1);
}

/* NĐ 30, ô 10b: KHẨN in a box of 20 by 8 mm, everything bright red. */
static void
test_frame (Fixture *fixture, gconstpointer data)
{
  MnLayout          *layout = new_layout ();
  MnBlock           *frame = mn_block_new (MN_BLOCK_FRAME, MN_ROLE_KIND);
  g_autoptr (MnUnit) unit = NULL;
  const MnStrip     *strip;

  ((MnStyle *) layout->style)->roles[MN_ROLE_KIND].red = TRUE;
  frame->width = 20;
  frame->height = 8;
  mn_block_add (frame, mn_block_new_string (MN_ROLE_KIND, "khẩn"));
  unit = new_unit (layout, frame);
  g_assert_cmpuint (unit->strips->len, ==, 1);
  strip = mn_unit_get_strip (unit, 0);
  assert_near (8, strip->height, 0.01);
  assert_near (8, strip->strokes->height, 0.01);
  assert_near (20, strip->strokes->x2 - strip->strokes->x1, 0.01);
  assert_near (165 / 2.0, (strip->strokes->x1 + strip->strokes->x2) / 2, 0.01);
  assert_near (165 / 2.0, strip->lines->x + strip->lines->width / 2, 0.01);
  g_assert_true (strip->strokes->red && strip->lines->red);
  g_assert_cmpfloat (strip->lines->baseline, >, strip->height / 2);
  g_assert_cmpfloat (strip->lines->baseline, <, strip->height);
  free_layout (layout);
}

/* Text that is wider than the box makes it grow, up to the column. */
static void
test_frame_grows (Fixture *fixture, gconstpointer data)
{
  MnLayout          *layout = new_layout ();
  MnBlock           *frame = mn_block_new (MN_BLOCK_FRAME, MN_ROLE_KIND);
  g_autoptr (MnUnit) unit = NULL;
  const MnStrip     *strip;

  frame->width = frame->height = 1;
  mn_block_add (frame, mn_block_new_string (MN_ROLE_KIND, "xem xong trả lại"));
  unit = new_unit (layout, frame);
  strip = mn_unit_get_strip (unit, 0);
  g_assert_cmpfloat (strip->strokes->x2 - strip->strokes->x1, >, strip->lines->width);
  g_assert_cmpfloat (strip->strokes->height, >, 19);
  g_assert_null (strip->lines->next);
  free_layout (layout);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/part/landscape", test_landscape);
  ADD ("/part/own-numbers", test_own_numbers);
  ADD ("/part/two-sided", test_two_sided);
  ADD ("/part/own-sheets", test_own_sheets);
  ADD ("/part/top-edge", test_top_edge);
  ADD ("/part/tall-mark", test_tall_mark);
  ADD ("/part/last-page", test_last_page);
  ADD ("/part/first-page", test_first_page);
  ADD ("/part/marks-of-parts", test_marks_of_parts);
  ADD ("/part/foot-alone", test_foot_alone);
  ADD ("/part/empty", test_empty);
  ADD ("/part/frame", test_frame);
  ADD ("/part/frame-grows", test_frame_grows);
  return g_test_run ();
}
