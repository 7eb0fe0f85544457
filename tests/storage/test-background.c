#include "mn-background.h"

typedef struct
{
  GMainLoop *loop;
  GThread   *worked_in;
  guint      n_done;
  guint      n_freed;
} Job;

static void
work (gpointer data)
{
  ((Job *) data)->worked_in = g_thread_self ();
}

static void
done (gpointer owner, gpointer data)
{
  g_assert_true (G_IS_OBJECT (owner));
  ((Job *) data)->n_done++;
}

static void
unref (gpointer data)
{
  Job *job = data;

  job->n_freed++;
  g_main_loop_quit (job->loop);
}

static void
run (gboolean owner_stays)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GObject              *owner = g_object_new (G_TYPE_OBJECT, NULL);
  Job                   job = { .loop = loop };

  mn_background_run (owner, &job, unref, work, done);
  if (!owner_stays)
    g_clear_object (&owner);
  g_main_loop_run (loop);
  g_assert_nonnull (job.worked_in);
  g_assert_true (job.worked_in != g_thread_self ());
  g_assert_cmpuint (job.n_done, ==, owner_stays ? 1 : 0);
  g_assert_cmpuint (job.n_freed, ==, 1);
  g_clear_object (&owner);
}

static void
test_tells_owner (void)
{
  run (TRUE);
}

static void
test_owner_gone (void)
{
  run (FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/background/tells-owner", test_tells_owner);
  g_test_add_func ("/background/owner-gone", test_owner_gone);
  return g_test_run ();
}
