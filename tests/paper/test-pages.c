#include <string.h>

#include "mn-pages-private.h"
#include "paper-test.h"

static MnComposed *
new_document (guint n_paragraphs)
{
  MnComposed *composed = mn_composed_new ();

  add_letterhead (composed);
  add_title (composed);
  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *text = g_strdup_printf ("Ý kiến thứ %u. " SENTENCE SENTENCE, i + 1);

      add_string (composed, MN_ROLE_BODY, text)->source = g_strdup_printf ("item-%u", i + 1);
    }
  add_table (composed, 12, "Rà soát, tham mưu ban hành kế hoạch");
  add_signature (composed);
  return composed;
}

static void
replace_block (MnComposed *composed, guint i, MnBlock *block)
{
  mn_block_unref (composed->blocks->pdata[i]);
  composed->blocks->pdata[i] = block;
}

static void
assert_damage (MnPages *pages, guint first, guint end)
{
  guint found_first, found_end;

  mn_pages_get_damage (pages, &found_first, &found_end);
  g_assert_cmpuint (found_first, ==, first);
  g_assert_cmpuint (found_end, ==, end);
}

static void
test_empty (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = mn_composed_new ();
  double                 width, height;

  g_assert_cmpuint (mn_pages_get_n_pages (pages), ==, 1);
  mn_pages_update (pages, composed);
  g_assert_cmpuint (mn_pages_get_n_pages (pages), ==, 1);
  assert_damage (pages, 0, 0);
  mn_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
}

/* A key press in one paragraph lays out that paragraph and draws the pages it touches. */
static void
test_one_change (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = new_document (60);
  guint                  n_pages;

  mn_pages_update (pages, composed);
  n_pages = mn_pages_get_n_pages (pages);
  g_assert_cmpuint (n_pages, >, 10);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), ==, composed->blocks->len);
  assert_damage (pages, 0, n_pages);

  mn_pages_update (pages, composed);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), ==, 0);
  assert_damage (pages, 0, 0);

  replace_block (composed, 30,
                 mn_block_new_string (MN_ROLE_BODY, "Ý kiến được sửa. " SENTENCE SENTENCE));
  mn_pages_update (pages, composed);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), ==, 1);
  g_assert_cmpuint (mn_pages_get_n_pages (pages), ==, n_pages);
  {
    guint first, end;

    mn_pages_get_damage (pages, &first, &end);
    g_assert_cmpuint (first, >, 2);
    g_assert_cmpuint (end - first, <=, 2);
  }
}

static void
test_longer_and_shorter (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) small = new_document (10);
  g_autoptr (MnComposed) large = new_document (40);
  guint                  n_small, n_large, first, end;

  mn_pages_update (pages, small);
  n_small = mn_pages_get_n_pages (pages);
  mn_pages_update (pages, large);
  n_large = mn_pages_get_n_pages (pages);
  g_assert_cmpuint (n_large, >, n_small);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), ==, 30);
  mn_pages_get_damage (pages, &first, &end);
  g_assert_cmpuint (first, >, 0);
  g_assert_cmpuint (first, <, n_small);
  g_assert_cmpuint (end, ==, n_large);
  mn_pages_update (pages, small);
  assert_damage (pages, first, n_small);
}

/* Blocks that are alike share their boxes. */
static void
test_repeated_blocks (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = mn_composed_new ();

  for (int i = 0; i < 100; i++)
    add_string (composed, MN_ROLE_BODY, SENTENCE);
  mn_pages_update (pages, composed);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), ==, 1);
  g_assert_cmpuint (mn_pages_get_n_pages (pages), >, 5);
}

/* A rule depends on the block above it: both are one unit. */
static void
test_rule_follows_its_block (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = mn_composed_new ();

  add_string (composed, MN_ROLE_SUBJECT, "Biên bản");
  add_block (composed, new_rule (1));
  mn_pages_update (pages, composed);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), ==, 1);
  replace_block (composed, 0, mn_block_new_string (MN_ROLE_SUBJECT, "Biên bản hội nghị"));
  mn_pages_update (pages, composed);
  g_assert_cmpuint (mn_pages_get_n_laid_out (pages), ==, 1);
  assert_damage (pages, 0, 1);
}

static void
test_find_source (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = new_document (40);
  int                    last = 0;

  mn_pages_update (pages, composed);
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *source = g_strdup_printf ("item-%u", i);
      int              page = mn_pages_find_source (pages, source);

      g_assert_cmpint (page, >=, last);
      last = page;
    }
  g_assert_cmpint (mn_pages_find_source (pages, "item-1"), ==, 0);
  g_assert_cmpint (last, >, 5);
  g_assert_cmpint (mn_pages_find_source (pages, "item-41"), ==, -1);
}

static cairo_surface_t *
draw (MnPages *pages, guint page, double zoom)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (596 * zoom),
                                                         (int) (842 * zoom));
  cairo_t         *cr = cairo_create (surface);

  cairo_scale (cr, zoom, zoom);
  mn_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
assert_same_drawing (MnPages *a, MnPages *b, guint page)
{
  cairo_surface_t *x = draw (a, page, 0.5);
  cairo_surface_t *y = draw (b, page, 0.5);
  gsize            n_bytes = (gsize) cairo_image_surface_get_stride (x) *
                  (gsize) cairo_image_surface_get_height (x);

  g_assert_true (
      memcmp (cairo_image_surface_get_data (x), cairo_image_surface_get_data (y), n_bytes) == 0);
  cairo_surface_destroy (x);
  cairo_surface_destroy (y);
}

static MnBlock *
make_random_block (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MnBlock            *block;

  for (int i = g_rand_int_range (rand, 0, 60); i >= 0; i--)
    g_string_append_printf (text, "chữ%d ", g_rand_int_range (rand, 0, 40));
  block = mn_block_new_string (g_rand_boolean (rand) ? MN_ROLE_BODY : MN_ROLE_RECIPIENT, text->str);
  block->keep_with_next = g_rand_int_range (rand, 0, 6) == 0;
  return block;
}

static void
edit_at_random (MnComposed *composed, GRand *rand)
{
  guint i = (guint) g_rand_int_range (rand, 0, (gint32) composed->blocks->len);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      g_ptr_array_insert (composed->blocks, (int) i, make_random_block (rand));
      break;
    case 1:
      if (composed->blocks->len > 1)
        g_ptr_array_remove_index (composed->blocks, i);
      break;
    case 2:
      g_ptr_array_insert (composed->blocks, (int) i, mn_block_ref (composed->blocks->pdata[0]));
      break;
    default:
      replace_block (composed, i, make_random_block (rand));
      break;
    }
}

/* Damage must cover every page whose boxes differ: compares what lay there with what lies there. */
static void
check_damage (MnPages *pages, const GPtrArray *before)
{
  guint first, end;

  mn_pages_get_damage (pages, &first, &end);
  for (guint page = 0; page < pages->pages->len; page++)
    if (page < first || page >= end)
      {
        g_assert_cmpuint (page, <, before->len);
        g_assert_true (mn_page_equal (before->pdata[page], pages->pages->pdata[page]));
      }
}

/* After any edits the kept boxes are those that a fresh layout makes. */
static void
test_same_as_fresh_layout (void)
{
  g_autoptr (GRand)      rand = g_rand_new_with_seed (3);
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = new_document (30);

  mn_pages_update (pages, composed);
  for (int round = 0; round < 40; round++)
    {
      g_autoptr (MnPages)   fresh = NULL;
      g_autoptr (GPtrArray) before = g_ptr_array_ref (pages->pages);

      edit_at_random (composed, rand);
      mn_pages_update (pages, composed);
      g_assert_cmpuint (mn_pages_get_n_laid_out (pages), <=, 1);
      check_damage (pages, before);
      if (round % 8 != 0)
        continue;
      fresh = new_pages ();
      mn_pages_update (fresh, composed);
      g_assert_cmpuint (mn_pages_get_n_pages (fresh), ==, mn_pages_get_n_pages (pages));
      for (guint page = 0; page < mn_pages_get_n_pages (pages); page++)
        assert_same_drawing (pages, fresh, page);
    }
}

/* Ink in a band of the drawing, in points. */
static gboolean
has_ink (cairo_surface_t *surface, double zoom, double x1, double y1, double x2, double y2)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);

  for (int y = (int) (y1 * zoom); y < (int) (y2 * zoom); y++)
    for (int x = (int) (x1 * zoom); x < (int) (x2 * zoom); x++)
      if (data[y * stride + x] > 30)
        return TRUE;
  return FALSE;
}

/* The margins stay white; the number stands 10 mm from the top, but not on page 1. */
static void
test_margins (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = new_document (20);

  mn_pages_update (pages, composed);
  for (guint page = 0; page < mn_pages_get_n_pages (pages); page++)
    {
      cairo_surface_t *surface = draw (pages, page, 2);

      g_assert_false (has_ink (surface, 2, 0, 0, 84, 842));
      g_assert_false (has_ink (surface, 2, 554, 0, 595, 842));
      g_assert_false (has_ink (surface, 2, 0, 786, 595, 842));
      g_assert_false (has_ink (surface, 2, 0, 0, 595, MN_MM_TO_PT (10)));
      g_assert_cmpint (has_ink (surface, 2, 310, MN_MM_TO_PT (10), 328, 42), ==, page > 0);
      g_assert_false (has_ink (surface, 2, 0, 43, 595, MN_MM_TO_PT (20) - 1));
      g_assert_true (has_ink (surface, 2, 84, 56, 554, 786));
      cairo_surface_destroy (surface);
    }
}

/* A zoomed drawing has its ink at the same places: letters aren't set anew by the pixel. */
static void
test_zoom (void)
{
  g_autoptr (MnPages)    pages = new_pages ();
  g_autoptr (MnComposed) composed = mn_composed_new ();
  static const double    zooms[] = { 0.75, 1, 1.37, 3 };

  add_string (composed, MN_ROLE_BODY, SENTENCE);
  mn_pages_update (pages, composed);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      cairo_surface_t *surface = draw (pages, 0, zooms[i]);

      /* justified: the first line reaches the right edge, and nothing goes beyond it */
      g_assert_true (has_ink (surface, zooms[i], 545, 56, 553.5, 75));
      g_assert_false (has_ink (surface, zooms[i], 555.5, 56, 595, 75));
      g_assert_false (has_ink (surface, zooms[i], 85, 57, 112, 74));
      cairo_surface_destroy (surface);
    }
}

/* Hostile text neither aborts nor reaches into the margins. */
static void
test_hostile_text (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) accents = g_string_new ("a");
  const char *texts[6] = { "\t \n \n", "العربية עברית", "😀👨‍👩‍👧‍👦🇻🇳",
                           "\u202Eabc\u202C\u2066x" };

  for (int i = 0; i < 500; i++)
    {
      g_string_append (name, "Ữ");
      g_string_append (accents, "\u0489");
    }
  texts[4] = name->str;
  texts[5] = accents->str;
  for (int role = 0; role < MN_N_ROLES; role++)
    {
      g_autoptr (MnPages)    pages = new_pages ();
      g_autoptr (MnComposed) composed = mn_composed_new ();
      cairo_surface_t       *surface;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        add_string (composed, (MnRole) role, texts[i]);
      add_table (composed, 2, name->str);
      mn_pages_update (pages, composed);
      surface = draw (pages, 0, 1);
      g_assert_false (has_ink (surface, 1, 0, 0, 83, 842));
      /* A sign that encloses a letter may hang over at the right edge of what ends there. */
      g_assert_false (has_ink (surface, 1, role == MN_ROLE_CIRCULATION ? 570 : 556, 0, 595, 842));
      cairo_surface_destroy (surface);
    }
}

/* Where the tests run, the font is as it should be; for others see test-font.c. */
static void
test_font_fault (void)
{
  g_autoptr (MnPages) pages = new_pages ();

  g_assert_null (mn_pages_dup_font_fault (pages));
}

static void
test_freed (void)
{
  MnPages               *pages = new_pages ();
  g_autoptr (MnComposed) composed = new_document (3);

  mn_pages_update (pages, composed);
  g_assert_finalize_object (pages);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/empty", test_empty);
  g_test_add_func ("/pages/one-change", test_one_change);
  g_test_add_func ("/pages/longer-and-shorter", test_longer_and_shorter);
  g_test_add_func ("/pages/repeated-blocks", test_repeated_blocks);
  g_test_add_func ("/pages/rule-follows-its-block", test_rule_follows_its_block);
  g_test_add_func ("/pages/find-source", test_find_source);
  g_test_add_func ("/pages/same-as-fresh-layout", test_same_as_fresh_layout);
  g_test_add_func ("/pages/margins", test_margins);
  g_test_add_func ("/pages/zoom", test_zoom);
  g_test_add_func ("/pages/hostile-text", test_hostile_text);
  g_test_add_func ("/pages/font-fault", test_font_fault);
  g_test_add_func ("/pages/freed", test_freed);
  return g_test_run ();
}
