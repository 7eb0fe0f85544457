#include <string.h>

#include "mn-picture.h"
#include "picture-test.h"

typedef struct
{
  char       *folder;
  MnPictures *pictures;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("minutes-pictures-XXXXXX", NULL);
  fixture->pictures = mn_pictures_new (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  mn_pictures_free (fixture->pictures);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_picture (fixture->folder, "a.png", "png", 30, 20, 0xff);
  MnPicture       *picture = mn_pictures_get (fixture->pictures, "a.png");

  g_assert_cmpstr (mn_picture_get_fault (picture), ==, NULL);
  g_assert_true (mn_pictures_get (fixture->pictures, "a.png") == picture);
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *path = write_picture (fixture->folder, "a.png", "png", 30, 20, 0xff);
  g_autoptr (MnPicture) old = mn_picture_ref (mn_pictures_get (fixture->pictures, "a.png"));

  g_assert_nonnull (mn_picture_get_fault (mn_pictures_get (fixture->pictures, "b.png")));
  g_assert_false (mn_pictures_refresh (fixture->pictures));

  g_free (write_picture (fixture->folder, "a.png", "png", 60, 40, 0xff));
  g_free (write_picture (fixture->folder, "b.png", "png", 60, 40, 0xff));
  g_assert_true (mn_pictures_refresh (fixture->pictures));
  g_assert_true (mn_pictures_get (fixture->pictures, "a.png") != old);
  g_assert_cmpstr (mn_picture_get_fault (mn_pictures_get (fixture->pictures, "b.png")), ==, NULL);
  g_assert_false (mn_pictures_refresh (fixture->pictures));
}

static void
assert_outside (MnPictures *pictures, const char *name)
{
  const char *fault = mn_picture_get_fault (mn_pictures_get (pictures, name));

  g_assert_nonnull (fault);
  g_assert_nonnull (strstr (fault, "doesn't lie"));
}

static void
test_outside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnPictures) nowhere = mn_pictures_new (NULL);
  g_autofree char       *path = write_picture (fixture->folder, "a.png", "png", 30, 20, 0xff);
  g_autofree char       *name = g_path_get_basename (fixture->folder);
  g_autofree char       *around = g_strdup_printf ("../%s/a.png", name);

  assert_outside (fixture->pictures, path);
  assert_outside (fixture->pictures, around);
  assert_outside (nowhere, "a.png");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/pictures/once", test_once);
  ADD ("/pictures/refresh", test_refresh);
  ADD ("/pictures/outside", test_outside);
  return g_test_run ();
}
