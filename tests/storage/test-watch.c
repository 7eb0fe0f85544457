#include "mn-watch.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  guint n;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("minutes-watch-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "họp.minutes", NULL);
  g_assert_true (g_file_set_contents (self->path, "một", -1, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
happened_cb (gpointer user_data)
{
  ((Fixture *) user_data)->n++;
}

static void
run_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
wait_for_one (Fixture *self)
{
  gint64 until = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (self->n == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      run_for (5);
    }
}

static void
test_events (Fixture *self, gconstpointer data)
{
  g_autoptr (MnWatch) watch = mn_watch_new (self->path, happened_cb, self);

  run_for (20);
  g_assert_cmpuint (self->n, ==, 0);
  g_assert_true (g_file_set_contents (self->path, "hai", -1, NULL)); /* renamed over it */
  wait_for_one (self);
  run_for (2500);
  self->n = 0;
  g_unlink (self->path);
  wait_for_one (self);
  run_for (2500);
  self->n = 0;
  g_assert_true (g_file_set_contents (self->path, "ba", -1, NULL)); /* it is back */
  wait_for_one (self);
}

static void
test_several_are_one (Fixture *self, gconstpointer data)
{
  g_autoptr (MnWatch) watch = mn_watch_new (self->path, happened_cb, self);

  for (guint i = 0; i < 20; i++)
    g_assert_true (g_file_set_contents (self->path, "x", -1, NULL));
  wait_for_one (self);
  run_for (50);
  g_assert_cmpuint (self->n, ==, 1);
}

static void
test_freed_before (Fixture *self, gconstpointer data)
{
  MnWatch *watch = mn_watch_new (self->path, happened_cb, self);

  g_assert_true (g_file_set_contents (self->path, "hai", -1, NULL));
  run_for (100);
  mn_watch_free (watch);
  run_for (600);
  g_assert_cmpuint (self->n, ==, 0);
}

#define ADD(name, func) g_test_add ("/watch/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("events", test_events);
  ADD ("several-are-one", test_several_are_one);
  ADD ("freed-before", test_freed_before);
  return g_test_run ();
}
