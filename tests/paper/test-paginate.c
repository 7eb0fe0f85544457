#include "mn-paginate.h"

#include "paper-test.h"

typedef struct
{
  MnLayout  *layout;         /* (owned) */
  GPtrArray *units;          /* (owned) */
  MnUnit    *paragraphs[64]; /* (owned) by number of lines, once made */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->layout = new_layout ();
  fixture->units = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_unit_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->paragraphs); i++)
    g_clear_pointer (&fixture->paragraphs[i], mn_unit_unref);
  g_ptr_array_unref (fixture->units);
  free_layout (fixture->layout);
}

static MnUnit *
add_unit (Fixture *fixture, MnBlock *block)
{
  MnUnit *unit = new_unit (fixture->layout, block);

  g_ptr_array_add (fixture->units, unit);
  return unit;
}

/* A paragraph of so many lines. */
static MnUnit *
make_lines (Fixture *fixture, guint n)
{
  g_autoptr (GString) text = g_string_new ("mở");

  for (;;)
    {
      MnUnit *unit = new_unit (fixture->layout, mn_block_new_string (MN_ROLE_BODY, text->str));

      if (unit->strips->len == n)
        return unit;
      mn_unit_unref (unit);
      g_string_append (text, " kết luận của Thường trực");
    }
}

static void
add_lines (Fixture *fixture, guint n)
{
  g_assert_cmpuint (n, <, G_N_ELEMENTS (fixture->paragraphs));
  if (fixture->paragraphs[n] == NULL)
    fixture->paragraphs[n] = make_lines (fixture, n);
  g_ptr_array_add (fixture->units, mn_unit_ref (fixture->paragraphs[n]));
}

static GPtrArray *
paginate (Fixture *fixture)
{
  return mn_paginate (fixture->units, fixture->layout->style);
}

static const MnPlacement *
placement (const GPtrArray *pages, guint page, guint i)
{
  const GArray *placements = ((const MnPage *) pages->pdata[page])->placements;

  return i < placements->len ? &g_array_index (placements, MnPlacement, i) : NULL;
}

static double
placement_end (const MnPlacement *self)
{
  double y = self->y + (self->head ? self->unit->head_height : 0);

  for (guint i = self->first; i < self->end; i++)
    {
      if (i > self->first)
        y += mn_unit_get_space (self->unit, i);
      y += mn_unit_get_strip (self->unit, i)->height;
    }
  return y;
}

/* Every strip once, in order, inside the page, without overlap; headings repeated where due. */
static void
check_pages (Fixture *fixture, const GPtrArray *pages)
{
  guint unit = 0, strip = 0;

  for (guint page = 0; page < pages->len; page++)
    {
      double y = 0;

      for (guint i = 0; placement (pages, page, i) != NULL; i++)
        {
          const MnPlacement *p = placement (pages, page, i);

          while (strip == ((MnUnit *) fixture->units->pdata[unit])->strips->len)
            {
              unit++;
              strip = 0;
            }
          g_assert_true (p->unit == fixture->units->pdata[unit]);
          g_assert_cmpuint (p->first, ==, strip);
          g_assert_cmpfloat (p->y, >=, y - 1e-6);
          g_assert_cmpint (p->head, ==, p->unit->n_head > 0 && p->first >= p->unit->n_head);
          g_assert_true (i == 0 || !p->head);
          y = placement_end (p);
          strip = p->end;
        }
      g_assert_cmpfloat (y, <=, fixture->layout->height + 0.02);
    }
  while (unit < fixture->units->len &&
         strip == ((MnUnit *) fixture->units->pdata[unit])->strips->len)
    {
      unit++;
      strip = 0;
    }
  g_assert_cmpuint (unit, ==, fixture->units->len);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = paginate (fixture);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_null (placement (pages, 0, 0));
}

/* 728.5 pt hold 40 lines of 18 pt; the space above the first one is dropped. */
static void
test_full_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;

  add_lines (fixture, 40);
  one = paginate (fixture);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpfloat (placement (one, 0, 0)->y, ==, 0);
  g_ptr_array_set_size (fixture->units, 0);
  add_lines (fixture, 42);
  two = paginate (fixture);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (placement (two, 0, 0)->end, ==, 40);
}

/* Wherever the page ends in a paragraph, two of its lines at least stand on either side. */
static void
test_widows_and_orphans (Fixture *fixture, gconstpointer data)
{
  for (guint before = 30; before < 41; before++)
    for (guint n = 1; n < 7; n++)
      {
        g_autoptr (GPtrArray) pages = NULL;

        g_ptr_array_set_size (fixture->units, 0);
        add_lines (fixture, before);
        add_lines (fixture, n);
        pages = paginate (fixture);
        check_pages (fixture, pages);
        for (guint page = 0; page < pages->len; page++)
          for (guint i = 0; placement (pages, page, i) != NULL; i++)
            {
              const MnPlacement *p = placement (pages, page, i);

              g_assert_cmpuint (p->end - p->first, >=, MIN (2, p->unit->strips->len));
            }
      }
}

static void
test_keep_with_next (Fixture *fixture, gconstpointer data)
{
  for (guint before = 30; before < 41; before++)
    {
      MnBlock              *heading = mn_block_new_string (MN_ROLE_HEADING_1, "Đánh giá");
      g_autoptr (GPtrArray) pages = NULL;
      const MnUnit         *last;

      g_ptr_array_set_size (fixture->units, 0);
      add_lines (fixture, before);
      heading->keep_with_next = TRUE;
      add_unit (fixture, heading);
      add_lines (fixture, 5);
      pages = paginate (fixture);
      check_pages (fixture, pages);
      for (guint page = 0; page < pages->len; page++)
        {
          const GArray *placements = ((const MnPage *) pages->pdata[page])->placements;

          last = placement (pages, page, placements->len - 1)->unit;
          g_assert_true (mn_unit_get_block (last) != heading);
        }
    }
}

/* "… như sau:" is never the last line of a page, be what follows a block or a point of the text. */
static void
test_colon_stays (Fixture *fixture, gconstpointer data)
{
  for (guint before = 36; before < 41; before++)
    for (int inside = 0; inside < 2; inside++)
      {
        g_autoptr (GPtrArray) pages = NULL;
        const MnPlacement    *second;

        g_ptr_array_set_size (fixture->units, 0);
        add_lines (fixture, before);
        if (inside)
          add_unit (fixture, mn_block_new_string (MN_ROLE_BODY, "Kết luận như sau:\nMột.\nHai."));
        else
          add_unit (fixture, mn_block_new_string (MN_ROLE_BODY, "Kết luận như sau:"));
        add_unit (fixture, mn_block_new_string (MN_ROLE_BODY, "Một."));
        add_lines (fixture, 40);
        pages = paginate (fixture);
        check_pages (fixture, pages);
        for (guint page = 0; page + 1 < pages->len; page++)
          {
            const GArray *placements = ((const MnPage *) pages->pdata[page])->placements;
            const MnUnit *announcing = fixture->units->pdata[1];

            second = placement (pages, page, placements->len - 1);
            g_assert_false (second->unit == announcing && second->end == 1);
          }
      }
}

/* A heading of several lines is never parted, and needs no mark to stay with its text. */
static void
test_heading_is_whole (Fixture *fixture, gconstpointer data)
{
  for (guint before = 30; before < 41; before++)
    {
      g_autoptr (GPtrArray) pages = NULL;
      MnUnit               *heading;

      g_ptr_array_set_size (fixture->units, 0);
      add_lines (fixture, before);
      heading = add_unit (fixture, mn_block_new_string (MN_ROLE_HEADING_2, SENTENCE SENTENCE));
      g_assert_cmpuint (heading->strips->len, >=, 4);
      add_lines (fixture, 5);
      pages = paginate (fixture);
      check_pages (fixture, pages);
      for (guint page = 0; page < pages->len; page++)
        for (guint i = 0; placement (pages, page, i) != NULL; i++)
          {
            const MnPlacement *p = placement (pages, page, i);

            if (p->unit != heading)
              continue;
            g_assert_cmpuint (p->end - p->first, ==, heading->strips->len);
            g_assert_nonnull (placement (pages, page, i + 1));
          }
    }
}

static guint
count_text_before_last (const GPtrArray *pages)
{
  const GArray *placements = ((const MnPage *) pages->pdata[pages->len - 1])->placements;
  guint         n = 0;

  for (guint i = 0; i + 1 < placements->len; i++)
    {
      const MnPlacement *p = &g_array_index (placements, MnPlacement, i);

      for (guint strip = p->first; strip < p->end; strip++)
        n += mn_unit_get_strip (p->unit, strip)->is_text ? 1 : 0;
    }
  return n;
}

/* The signature is never alone: at every place on the page, whatever ends the text. */
static void
test_signature (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnComposed) composed = mn_composed_new ();
  g_autoptr (MnUnit)     signature = new_unit (fixture->layout,
                                               mn_block_ref (add_signature (composed)));

  for (guint before = 2; before < 44; before++)
    for (guint last = 1; last < 5; last++)
      {
        g_autoptr (GPtrArray) pages = NULL;
        const GArray         *placements;

        g_ptr_array_set_size (fixture->units, 0);
        add_lines (fixture, before);
        add_lines (fixture, last);
        g_ptr_array_add (fixture->units, mn_unit_ref (signature));
        pages = paginate (fixture);
        check_pages (fixture, pages);
        placements = ((const MnPage *) pages->pdata[pages->len - 1])->placements;
        g_assert_true (placement (pages, pages->len - 1, placements->len - 1)->unit == signature);
        g_assert_cmpuint (count_text_before_last (pages), >=, 2);
      }
}

static void
test_page_break (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;

  for (int i = 0; i < 3; i++)
    {
      MnBlock *block = mn_block_new_string (MN_ROLE_BODY, "Phụ lục");

      block->page_break = TRUE;
      add_unit (fixture, block);
      add_lines (fixture, 3);
    }
  pages = paginate (fixture);
  check_pages (fixture, pages);
  g_assert_cmpuint (pages->len, ==, 3);
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  for (guint before = 2; before < 40; before += 3)
    {
      g_autoptr (MnComposed) composed = mn_composed_new ();
      g_autoptr (GPtrArray)  pages = NULL;

      g_ptr_array_set_size (fixture->units, 0);
      add_lines (fixture, before);
      add_unit (fixture, mn_block_ref (add_table (composed, 40, SENTENCE)));
      add_lines (fixture, 3);
      pages = paginate (fixture);
      check_pages (fixture, pages);
      g_assert_cmpuint (pages->len, >=, 3);
      g_assert_true (placement (pages, 1, 0)->head || placement (pages, 1, 0)->first == 0);
      g_assert_true (placement (pages, 2, 0)->head);
      /* The heading alone at the foot of a page would head nothing. */
      for (guint i = 0; placement (pages, 0, i) != NULL; i++)
        g_assert_true (placement (pages, 0, i)->unit->n_head == 0 ||
                       placement (pages, 0, i)->end > 1);
    }
}

static void
test_tall_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnComposed) composed = mn_composed_new ();
  g_autoptr (GString)    text = g_string_new (NULL);
  g_autoptr (GPtrArray)  pages = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append (text, SENTENCE);
  add_lines (fixture, 10);
  add_unit (fixture, mn_block_ref (add_table (composed, 2, text->str)));
  pages = paginate (fixture);
  check_pages (fixture, pages);
  g_assert_cmpuint (pages->len, >, 4);
}

/* Demands that no page can meet are met as far as can be; the pages stay full and whole. */
static void
test_too_many_demands (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) pages = NULL;

  for (int i = 0; i < 100; i++)
    {
      MnBlock *block = mn_block_new_string (MN_ROLE_BODY, SENTENCE);

      block->keep_with_next = TRUE;
      block->keep_lines = 1000;
      add_unit (fixture, block);
    }
  pages = paginate (fixture);
  check_pages (fixture, pages);
  g_assert_cmpuint (pages->len, <, 12);
}

static MnBlock *
make_random_block (GRand *rand, MnComposed *composed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MnBlock            *block;

  for (int i = g_rand_int_range (rand, 0, 30); i > 0; i--)
    g_string_append (text, "Thường trực Đảng uỷ ghi nhận kết quả. ");
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
      block = mn_block_ref (add_table (composed, (guint) g_rand_int_range (rand, 0, 9), text->str));
      break;
    case 1:
      block = mn_block_ref (add_signature (composed));
      break;
    case 2:
      block = mn_block_new (MN_BLOCK_GAP, MN_ROLE_BODY);
      break;
    default:
      block = mn_block_new_string ((MnRole) g_rand_int_range (rand, 0, MN_N_ROLES), text->str);
      break;
    }
  block->keep_with_next = g_rand_int_range (rand, 0, 5) == 0;
  block->page_break = g_rand_int_range (rand, 0, 30) == 0;
  block->keep_lines = g_rand_int_range (rand, 0, 8) == 0 ? 3 : 0;
  return block;
}

static void
test_anything (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (MnComposed) composed = mn_composed_new ();
      g_autoptr (GPtrArray)  pages = NULL;

      g_ptr_array_set_size (fixture->units, 0);
      for (int i = g_rand_int_range (rand, 1, 50); i > 0; i--)
        add_unit (fixture, make_random_block (rand, composed));
      pages = paginate (fixture);
      check_pages (fixture, pages);
    }
}

static void
test_page_equal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) a = NULL;
  g_autoptr (GPtrArray) b = NULL;
  g_autoptr (GPtrArray) c = NULL;

  add_lines (fixture, 60);
  a = paginate (fixture);
  b = paginate (fixture);
  add_lines (fixture, 3);
  c = paginate (fixture);
  g_assert_true (mn_page_equal (a->pdata[0], b->pdata[0]));
  g_assert_true (mn_page_equal (a->pdata[0], c->pdata[0]));
  g_assert_false (mn_page_equal (a->pdata[1], c->pdata[1]));
  g_assert_false (mn_page_equal (a->pdata[0], a->pdata[1]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/paginate/empty", test_empty);
  ADD ("/paginate/full-page", test_full_page);
  ADD ("/paginate/widows-and-orphans", test_widows_and_orphans);
  ADD ("/paginate/keep-with-next", test_keep_with_next);
  ADD ("/paginate/colon-stays", test_colon_stays);
  ADD ("/paginate/heading-is-whole", test_heading_is_whole);
  ADD ("/paginate/signature", test_signature);
  ADD ("/paginate/page-break", test_page_break);
  ADD ("/paginate/table", test_table);
  ADD ("/paginate/tall-row", test_tall_row);
  ADD ("/paginate/too-many-demands", test_too_many_demands);
  ADD ("/paginate/anything", test_anything);
  ADD ("/paginate/page-equal", test_page_equal);
  return g_test_run ();
}
