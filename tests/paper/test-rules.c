/* The rows of docs/rules.md, measured on the pages: type and places with poppler, strokes in what
 * cairo draws. Millimetres within 0.5, points within 0.1. */

#include <cairo-svg.h>
#include <poppler.h>
#include <string.h>

#include "form-make.h"
#include "mn-pages.h"
#include "mn-session.h"

typedef PopplerPage TestPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPage, g_object_unref)

#define TOLERANCE_MM 0.5
#define TOLERANCE_PT 0.1

/** Paper: a form printed by a style, read back. */
typedef struct
{
  MnStyle         *style;
  MnPages         *pages;
  PopplerDocument *document;
} Paper;

static void
paper_make (Paper *self, const char *style, MnForm form, MnItem *session)
{
  const char            *name = style;
  g_autoptr (MnStyle)    loaded = mn_style_load (name, NULL);
  const MnFormInput      input = { .session = session, .style = loaded };
  g_autoptr (MnComposed) composed = mn_form_compose_input (form, &input);
  g_autoptr (GBytes)     pdf = NULL;

  self->style = mn_style_ref (loaded);
  self->pages = mn_pages_new (mn_style_ref (loaded));
  mn_pages_update (self->pages, composed);
  pdf = mn_pages_to_pdf (self->pages, NULL);
  self->document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  g_assert_nonnull (self->document);
}

static void
paper_clear (Paper *self)
{
  g_object_unref (self->document);
  g_object_unref (self->pages);
  mn_style_free (self->style);
}

/** Found: words on a page. Millimetres from the sheet's upper left corner; points. */
typedef struct
{
  double   left, right, top, bottom;
  double   size;
  gboolean bold, italic;
} Found;

static void
read_type (PopplerPage *page, glong position, Found *found)
{
  GList *list = poppler_page_get_text_attributes (page);

  for (GList *l = list; l != NULL; l = l->next)
    {
      PopplerTextAttributes *attributes = l->data;

      if (position < attributes->start_index || position > attributes->end_index)
        continue;
      found->size = attributes->font_size;
      found->bold = strstr (attributes->font_name, "Bold") != NULL;
      found->italic = strstr (attributes->font_name, "Italic") != NULL;
    }
  poppler_page_free_text_attributes (list);
}

/* The first place of @words; a page of -1 is the last. */
static Found
find_words (const Paper *paper, int n, const char *words)
{
  int                          last = poppler_document_get_n_pages (paper->document) - 1;
  g_autoptr (TestPage)         page = poppler_document_get_page (paper->document, n < 0 ? last : n);
  g_autofree char             *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  const char                  *place = strstr (text, words);
  Found                        found = { 1000, 0, 1000, 0, 0, FALSE, FALSE };
  guint                        n_boxes;
  glong                        first;

  if (place == NULL)
    g_test_message ("“%s” isn't in:\n%s", words, text);
  g_assert_nonnull (place);
  first = g_utf8_pointer_to_offset (text, place);
  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
  for (glong i = first; i < first + g_utf8_strlen (words, -1) && i < (glong) n_boxes; i++)
    {
      if (boxes[i].x2 - boxes[i].x1 <= 0)
        continue;
      found.left = MIN (found.left, MN_PT_TO_MM (boxes[i].x1));
      found.right = MAX (found.right, MN_PT_TO_MM (boxes[i].x2));
      found.top = MIN (found.top, MN_PT_TO_MM (boxes[i].y1));
      found.bottom = MAX (found.bottom, MN_PT_TO_MM (boxes[i].y2));
    }
  read_type (page, first, &found);
  return found;
}

/* ---- rows ----------------------------------------------------------------------------------- */

typedef enum
{
  ANYWHERE,
  LEFT_BLOCK,
  RIGHT_BLOCK,
  MIDDLE,
  RIGHT_HALF,
  LEFT_EDGE,
} Place;

/** Row: one component: its words, page, size from and to, weight, slope and where it stands. */
typedef struct
{
  const char *words;
  int         page;
  double      from, to;
  gboolean    bold, italic;
  Place       place;
} Row;

static double
find_middle (const MnStyle *style, Place place)
{
  double width = style->page_width - style->margin_left - style->margin_right;
  double left = width * style->left_share;
  double gap = style->column_gap / 2;

  if (place == LEFT_BLOCK)
    return MN_PT_TO_MM (style->margin_left + (left - gap) / 2);
  if (place == RIGHT_BLOCK)
    return MN_PT_TO_MM (style->margin_left + (left + gap + width) / 2);
  if (place == RIGHT_HALF)
    return MN_PT_TO_MM (style->margin_left + (width / 2 + gap + width) / 2);
  return MN_PT_TO_MM (style->margin_left + width / 2);
}

static void
check_row (const Paper *paper, const Row *row)
{
  Found found = find_words (paper, row->page, row->words);

  g_test_message ("%s: %.2f pt%s%s, %.1f to %.1f mm", row->words, found.size,
                  found.bold ? " bold" : "", found.italic ? " italic" : "", found.left,
                  found.right);
  g_assert_cmpfloat (found.size, >, row->from - TOLERANCE_PT);
  g_assert_cmpfloat (found.size, <, row->to + TOLERANCE_PT);
  g_assert_cmpint (found.bold, ==, row->bold);
  g_assert_cmpint (found.italic, ==, row->italic);
  if (row->place == LEFT_EDGE)
    g_assert_cmpfloat_with_epsilon (found.left, MN_PT_TO_MM (paper->style->margin_left),
                                    TOLERANCE_MM);
  else if (row->place != ANYWHERE)
    g_assert_cmpfloat_with_epsilon ((found.left + found.right) / 2,
                                    find_middle (paper->style, row->place), TOLERANCE_MM);
}

static void
check_rows (const Paper *paper, const Row *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    check_row (paper, &rows[i]);
}

/* ---- strokes -------------------------------------------------------------------------------- */

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

static char *
draw_page (const Paper *paper, guint page)
{
  GString         *svg = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, svg, 595, 842);
  cairo_t         *cr = cairo_create (surface);

  mn_pages_draw (paper->pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_string_free (svg, FALSE);
}

/* The length of the level stroke that lies within 5 mm below @above and is centred on it; 0 where
 * there is none. */
static double
find_stroke (const Paper *paper, const char *svg, const Found *above)
{
  g_autoptr (GRegex) regex = g_regex_new ("d=\"M ([0-9.]+) ([0-9.]+) L ([0-9.]+) ([0-9.]+)", 0, 0,
                                          NULL);
  g_autoptr (GMatchInfo) match = NULL;
  double                 middle = (above->left + above->right) / 2;

  g_regex_match (regex, svg, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      double at[4];

      for (int i = 0; i < 4; i++)
        {
          g_autofree char *number = g_match_info_fetch (match, i + 1);

          at[i] = MN_PT_TO_MM (g_ascii_strtod (number, NULL));
        }
      if (ABS (at[1] - at[3]) < 0.01 && at[1] > above->bottom - 2 && at[1] < above->bottom + 3 &&
          ABS ((at[0] + at[2]) / 2 - middle) < TOLERANCE_MM)
        return ABS (at[2] - at[0]);
    }
  return 0;
}

/* The stroke under @words is as long as @from to @to of them. */
static void
check_stroke (const Paper *paper, guint page, const char *words, double from, double to)
{
  g_autofree char *svg = draw_page (paper, page);
  Found            found = find_words (paper, (int) page, words);
  double           length = find_stroke (paper, svg, &found);
  double           width = found.right - found.left;

  g_test_message ("%s: stroke of %.2f under %.2f mm", words, length, width);
  g_assert_cmpfloat (length, >, width * from - TOLERANCE_MM);
  g_assert_cmpfloat (length, <, width * to + TOLERANCE_MM);
}

/* ---- page and body -------------------------------------------------------------------------- */

/* Lines of the body stand as far from each other as the style says; smaller type doesn't count. */
static void
check_pitch (const Paper *paper, int n)
{
  g_autoptr (TestPage)         page = poppler_document_get_page (paper->document, n);
  g_autofree PopplerRectangle *boxes = NULL;
  guint                        n_boxes, lines = 0;
  double                       pitch = paper->style->roles[MN_ROLE_BODY].pitch;
  const Found                  body = find_words (paper, n, "xxxxxxxxxx");
  double                       height = MN_MM_TO_PT (body.bottom - body.top), last = 1000;

  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
  for (guint i = 0; i < n_boxes; i++)
    {
      double step = boxes[i].y1 - last;

      if (boxes[i].x2 - boxes[i].x1 <= 0 || ABS (boxes[i].y2 - boxes[i].y1 - height) > 0.05)
        continue;
      last = boxes[i].y1;
      if (step < 1 || step > pitch + 5)
        continue;
      g_assert_cmpfloat_with_epsilon (step, pitch, TOLERANCE_PT);
      lines++;
    }
  g_assert_cmpuint (lines, >, 20);
}

/* Page numbers: centred between the text edges, 10 mm below the edge, not on the first page. */
static void
check_page_number (const Paper *paper)
{
  const Row            row = { "2", 1, 13, 14, FALSE, FALSE, MIDDLE };
  Found                number = find_words (paper, 1, "2");
  g_autoptr (TestPage) page = poppler_document_get_page (paper->document, 0);
  g_autofree char     *text = poppler_page_get_text (page);

  check_row (paper, &row);
  g_assert_cmpfloat_with_epsilon (number.top, 10, 1.0);
  g_assert_false (g_str_has_prefix (text, "1\n"));
}

/* ---- samples -------------------------------------------------------------------------------- */

#define LONG_SUBJECT                                                                                                                \
  "kết luận của Ban Thường vụ tại hội nghị giao ban quý với Mặt trận Tổ quốc, các tổ chức chính " \
  "trị - xã hội, các cơ quan tham mưu, giúp việc và các xã, phường, đặc khu về tình hình thực "           \
  "hiện nhiệm vụ sáu tháng đầu năm, phương hướng, nhiệm vụ sáu tháng cuối năm và việc giải quyết " \
  "những kiến nghị, đề xuất của đoàn viên, hội viên và các tầng lớp Nhân dân trong tỉnh"

static MnItem *
make_session (const char *body,
              const char *number,
              const char *date,
              const char *signer,
              const char *post,
              gboolean    stress)
{
  MnItem  *session = form_session_new ();
  MnItem  *notice = mn_session_get_document (session, "notice");
  MnItem  *minutes = form_add (session, "documents", "form", "minutes", "state", "approved", NULL);
  MnItem  *issuer = form_body (session, body, NULL);
  MnItem  *person = form_person (session, signer, post);
  GString *long_text = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    g_string_append (long_text, "Các cơ quan, đơn vị tiếp tục triển khai thực hiện nhiệm vụ. ");
  form_set (form_general (session), "body", mn_item_get_id (issuer), "chairs",
            mn_item_get_id (person), NULL);
  form_set (form_conclusion (session), "results", long_text->str, NULL);
  form_set (notice, "number", number, "date", date, "place", "Sông Ngân", "collective", NULL,
            "authority", NULL, "signatory", mn_item_get_id (person), "subject",
            stress ? LONG_SUBJECT : "kết luận tại hội nghị", NULL);
  form_set (minutes, "number", number, "date", date, "place", "Sông Ngân", NULL);
  g_string_free (long_text, TRUE);
  return session;
}

static const struct
{
  const char *number, *padded, *date, *words, *signer;
} stresses[] = {
  { "7", "07", "2026-02-05", "ngày 05 tháng 02 năm 2026", "An" },
  { "127", "127", "2026-03-12", "ngày 12 tháng 3 năm 2026", "Công Tằng Tôn Nữ Thị Ngọc Anh" },
  { "12", "12", "2026-10-03", "ngày 03 tháng 10 năm 2026", "Nguyễn Văn A" },
};

/* HD 05, Phụ lục 1: heading, title, signature and recipients of a notice. */
static void
check_party_notice (const char *style, guint i, gboolean stress)
{
  const char        *body = stress
                                ? "Đảng uỷ các cơ quan Đảng, chính quyền, Mặt trận Tổ quốc và các tổ chức "
                                  "chính trị - xã hội tỉnh Sông Ngân"
                                : "Tỉnh uỷ Sông Ngân";
  g_autoptr (MnItem) session = make_session (body, stresses[i].number, stresses[i].date,
                                             stresses[i].signer, "Phó Bí thư", stress);
  g_autofree char *number = g_strdup_printf ("%s-TB/%s", stresses[i].padded, stress ? "ĐU" : "TU");
  Paper            paper;
  const Row        rows[] = {
           { "ĐẢNG CỘNG SẢN VIỆT NAM", 0, 15, 15, TRUE, FALSE, RIGHT_BLOCK },
           { stress ? "ĐẢNG UỶ" : "TỈNH UỶ SÔNG NGÂN", 0, 14, 14, TRUE, FALSE,
      stress ? ANYWHERE : LEFT_BLOCK },
           { "*", 0, 14, 14, FALSE, FALSE, LEFT_BLOCK },
           { number, 0, 14, 14, FALSE, FALSE, ANYWHERE },
           { stresses[i].words, 0, 14, 14, FALSE, TRUE, ANYWHERE },
           { "THÔNG BÁO", 0, 15, 16, TRUE, FALSE, MIDDLE },
           { "kết luận", 0, 14, 15, TRUE, FALSE, ANYWHERE },
           { "-----", 0, 14, 14, FALSE, FALSE, MIDDLE },
           { "T/M BAN THƯỜNG VỤ", -1, 14, 14, TRUE, FALSE, RIGHT_HALF },
           { "PHÓ BÍ THƯ", -1, 14, 14, FALSE, FALSE, RIGHT_HALF },
           { stresses[i].signer, -1, 14, 14, TRUE, FALSE, RIGHT_HALF },
           { "Nơi nhận:", -1, 14, 14, FALSE, FALSE, LEFT_EDGE },
           { "- Lưu Văn phòng", -1, 12, 12, FALSE, FALSE, LEFT_EDGE },
  };
  Found title, date;

  paper_make (&paper, style, MN_FORM_NOTICE, session);
  check_rows (&paper, rows,
              stress && strcmp (stresses[i].signer, "An") == 0 ? 10 : G_N_ELEMENTS (rows));
  check_stroke (&paper, 0, "ĐẢNG CỘNG SẢN VIỆT NAM", 1, 1);
  title = find_words (&paper, 0, number);
  date = find_words (&paper, 0, stresses[i].words);
  g_assert_cmpfloat_with_epsilon (title.bottom, date.bottom, TOLERANCE_MM);
  check_page_number (&paper);
  paper_clear (&paper);
}

/* NĐ 30, Phụ lục I, Mục V. */
static void
check_state_notice (guint i, gboolean stress)
{
  const char        *body = stress
                                ? "Sở Nông nghiệp, Môi trường, Phát triển nông thôn và Thuỷ lợi, Thuỷ sản"
                                : "Uỷ ban nhân dân tỉnh Sông Ngân";
  g_autoptr (MnItem) session = make_session (body, stresses[i].number, stresses[i].date,
                                             stresses[i].signer, stress ? "Giám đốc" : "Chủ tịch",
                                             stress);
  g_autofree char   *number = g_strdup_printf ("%s/TB-", stresses[i].padded);
  Paper              paper;
  const Row          rows[] = {
             { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0, 12, 13, TRUE, FALSE, RIGHT_BLOCK },
             { "Độc lập - Tự do - Hạnh phúc", 0, 13, 14, TRUE, FALSE, RIGHT_BLOCK },
             { stress ? "SỞ NÔNG NGHIỆP" : "UỶ BAN NHÂN DÂN", 0, 12, 13, TRUE, FALSE, ANYWHERE },
             { number, 0, 13, 13, FALSE, FALSE, ANYWHERE },
             { stresses[i].words, 0, 13, 14, FALSE, TRUE, ANYWHERE },
             { "THÔNG BÁO", 0, 13, 14, TRUE, FALSE, MIDDLE },
             { "Kết luận", 0, 13, 14, TRUE, FALSE, ANYWHERE },
             { stress ? "GIÁM ĐỐC" : "TM. UỶ BAN NHÂN DÂN", -1, 13, 14, TRUE, FALSE, RIGHT_HALF },
             { stress ? "GIÁM ĐỐC" : "CHỦ TỊCH", -1, 13, 14, TRUE, FALSE, RIGHT_HALF },
             { "Nơi nhận:", -1, 12, 12, TRUE, TRUE, LEFT_EDGE },
             { "- Lưu", -1, 11, 11, FALSE, FALSE, LEFT_EDGE },
  };
  Found title, date;

  paper_make (&paper, "state-2020", MN_FORM_NOTICE, session);
  check_rows (&paper, rows, G_N_ELEMENTS (rows));
  check_stroke (&paper, 0, "Độc lập - Tự do - Hạnh phúc", 1, 1);
  if (!stress)
    {
      check_stroke (&paper, 0, "TỈNH SÔNG NGÂN", 1.0 / 3, 0.5);
      check_stroke (&paper, 0, "Kết luận tại hội nghị", 1.0 / 3, 0.5);
    }
  title = find_words (&paper, 0, number);
  date = find_words (&paper, 0, stresses[i].words);
  g_assert_cmpfloat_with_epsilon (title.bottom, date.bottom, TOLERANCE_MM);
  check_page_number (&paper);
  paper_clear (&paper);
}

static void
test_party (gconstpointer style)
{
  for (guint i = 0; i < G_N_ELEMENTS (stresses); i++)
    for (int stress = 0; stress < 2; stress++)
      check_party_notice (style, i, stress);
}

static void
test_state (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stresses); i++)
    for (int stress = 0; stress < 2; stress++)
      check_state_notice (i, stress);
}

/* Minutes: HD 05, 7.2.4, and NĐ 30, Mẫu 1.9. */
static void
test_minutes (void)
{
  static const struct
  {
    const char *style, *body, *left, *right, *words;
  } cases[] = {
    { "party-2018", "Tỉnh uỷ Sông Ngân", "NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ", "- Thời gian" },
    { "party-2026", "Tỉnh uỷ Sông Ngân", "NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ", "- Thời gian" },
    { "state-2020", "Uỷ ban nhân dân tỉnh Sông Ngân", "THƯ KÝ", "CHỦ TỌA", "Thời gian bắt đầu:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = make_session (cases[i].body, "7", "2026-02-05", "Nguyễn Văn A",
                                                 "Chủ tịch", FALSE);
      Paper              paper;
      const Row          rows[] = {
                 { "BIÊN BẢN", 0, 13, 16, TRUE, FALSE, MIDDLE },
                 { cases[i].words, 0, 13, 15, FALSE, FALSE, ANYWHERE },
                 { cases[i].left, -1, 13, 14, TRUE, FALSE, ANYWHERE },
                 { cases[i].right, -1, 13, 14, TRUE, FALSE, RIGHT_HALF },
      };

      paper_make (&paper, cases[i].style, MN_FORM_MINUTES, session);
      check_rows (&paper, rows, G_N_ELEMENTS (rows));
      paper_clear (&paper);
    }
}

/* Sheet, margins, indent, pitch: the figures of the styles themselves, on a page of nothing else.
 */
static void
test_body (void)
{
  static const char *const styles[] = { "party-2018", "party-2026", "state-2020" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (MnItem) session = make_session ("Tỉnh uỷ", "7", "2026-02-05", "An B", "Bí thư",
                                                 FALSE);
      g_autofree char   *filler = g_strnfill (10, 'x');
      GString           *text = g_string_new (NULL);
      Paper              paper;
      Found              body, edge;
      double             width, height;

      for (int j = 0; j < 400; j++)
        g_string_append_printf (text, "%s ", j == 0 ? "Đoạn thứ" : filler);
      form_set (form_conclusion (session), "results", text->str, NULL);
      paper_make (&paper, styles[i], MN_FORM_NOTICE, session);
      mn_pages_get_size (paper.pages, 0, &width, &height);
      g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (width), 210, 0.1);
      g_assert_cmpfloat_with_epsilon (MN_PT_TO_MM (height), 297, 0.1);
      body = find_words (&paper, 0, "Đoạn thứ");
      g_assert_cmpfloat_with_epsilon (
          body.left,
          MN_PT_TO_MM (paper.style->margin_left + paper.style->roles[MN_ROLE_BODY].first_indent),
          TOLERANCE_MM);
      edge = find_words (&paper, 1, "xxxxxxxxxx");
      g_assert_cmpfloat_with_epsilon (edge.left, 30, TOLERANCE_MM);
      g_assert_cmpfloat (edge.top, >, 20 - TOLERANCE_MM);
      g_assert_cmpfloat (edge.top, <, 20 + 2);
      check_pitch (&paper, 1);
      paper_clear (&paper);
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rules/party-2018", "party-2018", test_party);
  g_test_add_data_func ("/rules/party-2026", "party-2026", test_party);
  g_test_add_func ("/rules/state-2020", test_state);
  g_test_add_func ("/rules/minutes", test_minutes);
  g_test_add_func ("/rules/body", test_body);
  return g_test_run ();
}
