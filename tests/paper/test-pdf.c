#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pdf-test.h"

static void
test_information (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *title = NULL, *author = NULL, *subject = NULL;
  g_autoptr (GDateTime)    created = NULL;
  g_autoptr (GDateTime)    changed = NULL;

  fixture->composed->title = g_strdup ("Thông báo kết luận");
  fixture->composed->author = g_strdup ("Đảng uỷ phường Trà Vinh");
  fixture->composed->subject = g_strdup ("Giao ban quý I/2026");
  fixture->composed->created = g_strdup ("2026-02-05T10:00:00+07:00");
  document = make_document (fixture);
  title = poppler_document_get_title (document);
  author = poppler_document_get_author (document);
  subject = poppler_document_get_subject (document);
  created = poppler_document_get_creation_date_time (document);
  changed = poppler_document_get_modification_date_time (document);
  g_assert_cmpstr (title, ==, "Thông báo kết luận");
  g_assert_cmpstr (author, ==, "Đảng uỷ phường Trà Vinh");
  g_assert_cmpstr (subject, ==, "Giao ban quý I/2026");
  g_assert_cmpint (g_date_time_to_unix (created), ==, 1770260400);
  g_assert_cmpint (g_date_time_to_unix (changed), ==, 1770260400);
}

/* Twice the same form, twice the same bytes, whatever the clock says and in whichever process. */
static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  static const char *const dates[] = { NULL, "2026-02-05", "2026-02-05T10:00:00Z", "hôm qua", "" };

  add_letterhead (fixture->composed);
  add_title (fixture->composed);
  for (int i = 0; i < 30; i++)
    add_string (fixture->composed, MN_ROLE_BODY, SENTENCE "😀 中");
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (MnPages) other = new_pages ();
      g_autoptr (GBytes)  first = NULL;
      g_autoptr (GBytes)  again = NULL;
      g_autoptr (GBytes)  elsewhere = NULL;

      g_free (fixture->composed->created);
      fixture->composed->created = g_strdup (dates[i]);
      first = make_bytes (fixture);
      g_usleep (i == 0 ? 1100000 : 0);
      again = make_bytes (fixture);
      mn_pages_update (other, fixture->composed);
      elsewhere = mn_pages_to_pdf (other, NULL);
      g_assert_true (g_bytes_equal (first, again));
      g_assert_true (g_bytes_equal (first, elsewhere));
    }
}

/* What is copied out of the PDF is what was typed: NFC, with its spaces. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "Ắt bằng chẳng cẵng chặt Ưng từ cửa chữ lựa Đi đến thuỷ mỹ kỵ",
    "Số 07-TB/ĐU, ngày\u00A005/02/2026; 98,6% “trích” – hết…",
    "fi ffi file AVATAR To.",
  };
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add_string (fixture->composed, MN_ROLE_BODY, texts[i]);
  add_string (fixture->composed, MN_ROLE_KIND, "thông báo");
  document = make_document (fixture);
  all = dup_page_text (document, 0);
  g_assert_nonnull (strstr (all, texts[0]));
  g_assert_nonnull (strstr (all, "Số 07-TB/ĐU, ngày 05/02/2026; 98,6% “trích” – hết…"));
  g_assert_nonnull (strstr (all, texts[2]));
  g_assert_nonnull (strstr (all, "THÔNG BÁO"));
}

/* Margins 30 and 15 mm, indent 10 mm, pitch exactly 18 pt, 6 pt between paragraphs. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  PopplerRectangle         first, second, third, next;

  add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  add_string (fixture->composed, MN_ROLE_BODY, "Hết.");
  document = make_document (fixture);
  first = find_text (document, 0,
                     "Thường trực Tỉnh uỷ ghi nhận và đánh giá cao kết quả phối hợp "
                     "giữa Uỷ ban");
  second = find_text (document, 0, "Mặt trận");
  third = find_text (document, 0, "dân, kịp");
  next = find_text (document, 0, "Hết.");
  assert_near (40, first.x1, 0.1);
  /* cairo cuts the widths of glyphs off to thousandths of the size: a line may lack 0.15 mm */
  assert_near (194.9, first.x2, 0.15);
  assert_near (30, second.x1, 0.1);
  g_assert_cmpfloat_with_epsilon (second.y1 - first.y1, 18, 0.05);
  g_assert_cmpfloat_with_epsilon (third.y1 - second.y1, 18, 0.05);
  g_assert_cmpfloat_with_epsilon (next.y1 - third.y1, 24, 0.05);
  /* the first baseline lies 14.4 pt below the margin of 20 mm */
  g_assert_cmpfloat_with_epsilon (first.y1, MN_MM_TO_PT (20) + 14.4 - 0.891 * 14, 0.3);
}

static void
test_page_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *first = NULL;
  PopplerRectangle         number;

  for (int i = 0; i < 40; i++)
    add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==,
                   mn_pages_get_n_pages (fixture->pages));
  first = dup_page_text (document, 0);
  g_assert_true (g_str_has_prefix (first, "Thường trực"));
  for (int i = 1; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = dup_page_text (document, i);
      g_autofree char *start = g_strdup_printf ("%d\n", i + 1);

      g_assert_true (g_str_has_prefix (text, start));
      number = find_text (document, i, g_strchomp (start));
      assert_near (30 + 165 / 2.0, (number.x1 + number.x2) / 2, 0.1);
      assert_near (10, number.y1, 0.3);
      g_assert_cmpfloat_with_epsilon (number.y2 - number.y1, 14 * 1.107, 0.5);
    }
}

/* The heading of a table stands at the head of each page that the table goes on to. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  PopplerRectangle         first;

  add_table (fixture->composed, 80, "Rà soát, tham mưu ban hành kế hoạch tuyên truyền");
  document = make_document (fixture);
  g_assert_cmpint (poppler_document_get_n_pages (document), >, 1);
  first = find_text (document, 0, "Cơ quan chủ trì");
  for (int i = 1; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerRectangle again = find_text (document, i, "Cơ quan chủ trì");

      g_assert_cmpfloat_with_epsilon (again.x1, first.x1, 0.1);
      g_assert_cmpfloat_with_epsilon (again.y1, first.y1, 0.1);
    }
}

static char *
dup_outline_title (PopplerIndexIter *iter, int *page)
{
  PopplerAction *action = poppler_index_iter_get_action (iter);
  char          *title = g_strdup (action->any.title);

  *page = action->goto_dest.dest->page_num;
  poppler_action_free (action);
  return title;
}

static void
add_heading (Fixture *fixture, const char *label, const char *text, guint depth)
{
  MnBlock *block = add_string (fixture->composed, MN_ROLE_HEADING_1, text);

  block->label = g_strdup (label);
  block->outline = depth;
  for (int i = 0; i < 12; i++)
    add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
}

static void
test_outline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  PopplerIndexIter        *top, *below;
  g_autofree char         *first = NULL, *inner = NULL, *second = NULL;
  int                      first_page, inner_page, second_page;

  add_heading (fixture, "1.", "Đánh giá", 1);
  add_heading (fixture, "1.1.", "Kết quả (một phần)", 2);
  add_heading (fixture, "2.", "Nhiệm vụ", 1);
  document = make_document (fixture);
  top = poppler_index_iter_new (document);
  g_assert_nonnull (top);
  first = dup_outline_title (top, &first_page);
  below = poppler_index_iter_get_child (top);
  g_assert_nonnull (below);
  inner = dup_outline_title (below, &inner_page);
  g_assert_false (poppler_index_iter_next (below));
  g_assert_true (poppler_index_iter_next (top));
  second = dup_outline_title (top, &second_page);
  g_assert_false (poppler_index_iter_next (top));
  poppler_index_iter_free (below);
  poppler_index_iter_free (top);
  g_assert_cmpstr (first, ==, "1. Đánh giá");
  g_assert_cmpstr (inner, ==, "1.1. Kết quả (một phần)");
  g_assert_cmpstr (second, ==, "2. Nhiệm vụ");
  g_assert_cmpint (first_page, ==, 1);
  g_assert_cmpint (inner_page, ==, 2);
  g_assert_cmpint (second_page, ==, 3);
}

/* An outline that begins deep, or goes deeper than any reader shows. */
static void
test_odd_outline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autofree char         *long_title = g_strnfill (5000, 'x');
  PopplerIndexIter        *top;

  add_heading (fixture, "1.", "Sâu", 4);
  add_heading (fixture, "2.", long_title, 100);
  add_heading (fixture, NULL, NULL, 1);
  document = make_document (fixture);
  top = poppler_index_iter_new (document);
  g_assert_nonnull (top);
  poppler_index_iter_free (top);
}

static void
test_fonts_embedded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestDocument) document = NULL;
  g_autoptr (TestFontInfo) info = NULL;
  PopplerFontsIter        *iter = NULL;

  add_letterhead (fixture->composed);
  document = make_document (fixture);
  info = poppler_font_info_new (document);
  g_assert_true (poppler_font_info_scan (info, 10, &iter));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_true (poppler_fonts_iter_is_subset (iter));
    }
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
}

static char *
path_in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char   *path = path_in (fixture, "thông báo.pdf");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *written = NULL;
  gsize              n_bytes;
  g_autoptr (GError) error = NULL;

  add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  bytes = make_bytes (fixture);
  g_assert_true (mn_pages_write_pdf (fixture->pages, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, &n_bytes, NULL));
  g_assert_cmpmem (written, n_bytes, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A link stays a link, and a file's permissions stay its own. */
static void
test_write_through_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "real.pdf");
  g_autofree char *link = path_in (fixture, "link.pdf");
  g_autofree char *target = NULL;
  struct stat      about;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink ("real.pdf", link), ==, 0);
  g_assert_true (mn_pages_write_pdf (fixture->pages, link, NULL));
  target = g_file_read_link (link, NULL);
  g_assert_cmpstr (target, ==, "real.pdf");
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_size, >, 100);
  g_assert_cmpint (about.st_mode & 07777, ==, 0640);
}

static void
test_write_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char   *path = g_build_filename (fixture->folder, "no", "such", "folder.pdf", NULL);
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) folder = NULL;

  g_assert_false (mn_pages_write_pdf (fixture->pages, path, &absent));
  g_assert_nonnull (absent);
  g_assert_nonnull (strstr (absent->message, "folder.pdf"));
  g_assert_false (mn_pages_write_pdf (fixture->pages, fixture->folder, &folder));
  g_assert_nonnull (folder);
  g_assert_nonnull (strstr (folder->message, fixture->folder));
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The disk is full after so many bytes: one message that names the file, the old one whole, and
 * nothing left beside it. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  static const rlim_t limits[] = { 0, 1, 100, 4096, 8192 };
  g_autofree char    *path = path_in (fixture, "thông báo.pdf");
  g_autofree char    *fresh = path_in (fixture, "mới.pdf");
  struct rlimit       old;

  signal (SIGXFSZ, SIG_IGN);
  add_string (fixture->composed, MN_ROLE_BODY, SENTENCE);
  mn_pages_update (fixture->pages, fixture->composed);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_true (g_file_set_contents (path, "cũ", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      const struct rlimit small = { limits[i], old.rlim_max };
      g_autoptr (GError)  over = NULL;
      g_autoptr (GError)  anew = NULL;
      g_autofree char    *kept = NULL;
      gboolean            written;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      written = mn_pages_write_pdf (fixture->pages, path, &over) ||
                mn_pages_write_pdf (fixture->pages, fresh, &anew);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      g_assert_false (written);
      g_assert_true (g_str_has_prefix (over->message, "“"));
      g_assert_nonnull (strstr (over->message, "thông báo.pdf” can't be saved: "));
      g_assert_nonnull (strstr (anew->message, "mới.pdf” can't be saved: File too large"));
      g_assert_null (strstr (anew->message, "mới.pdf.")); /* the name that GLib gave it at first */
      g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, "cũ");
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
}

/* A device or a pipe stays what it is. */
static void
test_no_ordinary_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char   *path = path_in (fixture, "pipe.pdf");
  g_autoptr (GError) error = NULL;
  struct stat        about;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (mn_pages_write_pdf (fixture->pages, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_true (S_ISFIFO (about.st_mode));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/pdf/information", test_information);
  ADD ("/pdf/same-bytes", test_same_bytes);
  ADD ("/pdf/text", test_text);
  ADD ("/pdf/places", test_places);
  ADD ("/pdf/page-numbers", test_page_numbers);
  ADD ("/pdf/table", test_table);
  ADD ("/pdf/outline", test_outline);
  ADD ("/pdf/odd-outline", test_odd_outline);
  ADD ("/pdf/fonts-embedded", test_fonts_embedded);
  ADD ("/pdf/write", test_write);
  ADD ("/pdf/write-through-link", test_write_through_link);
  ADD ("/pdf/write-fails", test_write_fails);
  ADD ("/pdf/full-disk", test_full_disk);
  ADD ("/pdf/no-ordinary-file", test_no_ordinary_file);
  return g_test_run ();
}
