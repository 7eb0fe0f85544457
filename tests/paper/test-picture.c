#include "mn-picture.h"

#include <string.h>

#include "picture-test.h"

#define RED 0xff0000ff
#define BLUE_HALF_SEEN_THROUGH 0x0000ff80

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("minutes-picture-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* The colour in the middle of the picture, drawn on black. */
static guint32
find_colour (const MnPicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 30, 20);
  cairo_t         *cr = cairo_create (surface);
  const guint32   *row;
  guint32          colour;

  mn_picture_draw (picture, cr, 0, 0, 30, 20);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                          10 * cairo_image_surface_get_stride (surface));
  colour = row[15] & 0xffffff;
  cairo_surface_destroy (surface);
  return colour;
}

static void
test_png (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *path = write_picture (fixture->folder, "a.png", "png", 300, 150, RED);
  g_autoptr (MnPicture) picture = mn_picture_read (path, "a.png");
  double                width, height;

  g_assert_cmpstr (mn_picture_get_fault (picture), ==, NULL);
  g_assert_cmpstr (mn_picture_get_name (picture), ==, "a.png");
  g_assert_cmphex (find_colour (picture), ==, 0xff0000);

  /* 150 dots an inch, where there is room; else as large as fits, in its shape. */
  mn_picture_get_size (picture, 400, 400, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 144, 1e-6);
  g_assert_cmpfloat_with_epsilon (height, 72, 1e-6);
  mn_picture_get_size (picture, 72, 400, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 72, 1e-6);
  g_assert_cmpfloat_with_epsilon (height, 36, 1e-6);
  mn_picture_get_size (picture, 400, 18, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 36, 1e-6);
}

static void
test_seen_through (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *path = write_picture (fixture->folder, "a.png", "png", 30, 20,
                                              BLUE_HALF_SEEN_THROUGH);
  g_autoptr (MnPicture) picture = mn_picture_read (path, "a.png");
  guint32               colour = find_colour (picture);

  g_assert_cmpuint (colour & 0xff, >, 0xfc);
  g_assert_cmpuint (colour >> 16, >, 0x70);
  g_assert_cmpuint (colour >> 16, <, 0x90);
}

static void
test_jpeg (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *path = write_picture (fixture->folder, "a.jpg", "jpeg", 4000, 3000, RED);
  g_autoptr (MnPicture) picture = mn_picture_read (path, "a.jpg");
  guint32               colour = find_colour (picture);
  double                width, height;

  g_assert_cmpstr (mn_picture_get_fault (picture), ==, NULL);
  g_assert_cmpuint (colour >> 16, >, 0xf0);
  g_assert_cmpuint (colour & 0xffff, <, 0x1010);
  /* Made no finer than paper shows. */
  mn_picture_get_size (picture, 1e6, 1e6, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 2000 * 72 / 150.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (height, 1500 * 72 / 150.0, 1e-6);
}

/* "Exif", big-endian, one entry: orientation 6, to be turned a quarter to the right. */
static const char
    turned[] = "\xff\xe1\x00\x22"
               "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";

static void
test_turned (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *plain = write_picture (fixture->folder, "a.jpg", "jpeg", 300, 150, RED);
  g_autoptr (GString)   bytes = g_string_new (NULL);
  g_autofree char      *contents = NULL;
  g_autofree char      *path = NULL;
  g_autoptr (MnPicture) picture = NULL;
  gsize                 n_bytes;
  double                width, height;

  g_assert_true (g_file_get_contents (plain, &contents, &n_bytes, NULL));
  g_string_append_len (bytes, contents, 2);
  g_string_append_len (bytes, turned, 0x22 + 2);
  g_string_append_len (bytes, contents + 2, (gssize) n_bytes - 2);
  path = write_bytes (fixture->folder, "b.jpg", bytes->str, (gssize) bytes->len);
  picture = mn_picture_read (path, "b.jpg");
  g_assert_cmpstr (mn_picture_get_fault (picture), ==, NULL);
  mn_picture_get_size (picture, 1e6, 1e6, &width, &height);
  g_assert_cmpfloat_with_epsilon (width * 2, height, 1e-6);
}

/* ---- what is none --------------------------------------------------------------------------- */

static void
assert_fault (const char *path, const char *name, const char *word)
{
  g_autoptr (MnPicture) picture = mn_picture_read (path, name);
  double                width, height;

  g_assert_nonnull (mn_picture_get_fault (picture));
  g_assert_nonnull (strstr (mn_picture_get_fault (picture), name));
  if (strstr (mn_picture_get_fault (picture), word) == NULL)
    g_error ("“%s” doesn't say “%s”", mn_picture_get_fault (picture), word);
  mn_picture_get_size (picture, 100, 100, &width, &height);
  g_assert_cmpfloat (width, >, 0);
  find_colour (picture); /* its place can be drawn */
}

static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = write_bytes (fixture->folder, "text.png", "Không phải ảnh", -1);
  g_autofree char *empty = write_bytes (fixture->folder, "empty.png", "", 0);
  g_autofree char *drawing = write_bytes (fixture->folder, "a.svg", "<svg width='9' height='9'/>",
                                          -1);
  g_autofree char *absent = g_build_filename (fixture->folder, "absent.png", NULL);

  assert_fault (text, "text.png", "no picture");
  assert_fault (empty, "empty.png", "no picture");
  assert_fault (drawing, "a.svg", "no picture");
  assert_fault (absent, "absent.png", "can't be opened");
  assert_fault (fixture->folder, "folder", "no picture");
}

/* Cut off anywhere, a file is no picture, of which the rest would be printed as nothing. */
static void
assert_cut_off (Fixture *fixture, const char *format, gsize n_end, gsize step)
{
  g_autofree char *path = write_picture (fixture->folder, "whole", format, 400, 300, RED);
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  for (gsize n = 9; n < n_bytes - n_end; n += step)
    {
      g_autofree char *cut = write_bytes (fixture->folder, "cut", bytes, (gssize) n);

      assert_fault (cut, "cut", "damaged");
    }
}

static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  assert_cut_off (fixture, "png", 0, 7);
  assert_cut_off (fixture, "jpeg", 80, 37);
}

/* A PNG that says it is 20,000 by 20,000; the space for it must never be asked for. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  static const char
                   header[] = "\x89PNG\r\n\x1a\n"
                              "\0\0\0\x0dIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x02\0\0\0\x6c\x12\xd1\x6e"
                              "\0\0\1\0IDAT\x78\xda";
  g_autofree char *path = write_bytes (fixture->folder, "large.png", header, sizeof header - 1);
  g_autoptr (MnPicture) picture = mn_picture_read (path, "large.png");

  g_assert_nonnull (mn_picture_get_fault (picture));
  g_assert_nonnull (strstr (mn_picture_get_fault (picture), "too large"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/picture/png", test_png);
  ADD ("/picture/seen-through", test_seen_through);
  ADD ("/picture/jpeg", test_jpeg);
  ADD ("/picture/turned", test_turned);
  ADD ("/picture/no-picture", test_no_picture);
  ADD ("/picture/cut-off", test_cut_off);
  ADD ("/picture/too-large", test_too_large);
  return g_test_run ();
}
