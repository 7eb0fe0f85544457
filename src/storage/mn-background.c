#include "mn-background.h"

typedef struct
{
  GWeakRef         owner;
  gpointer         job; /* (owned) */
  GDestroyNotify   job_unref;
  MnBackgroundWork work;
  MnBackgroundDone done;
} Run;

static void
run_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;

  run->work (run->job);
  g_task_return_boolean (task, TRUE);
}

static void
run_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run                *run = user_data;
  g_autoptr (GObject) owner = g_weak_ref_get (&run->owner);

  if (owner != NULL)
    run->done (owner, run->job);
  g_weak_ref_clear (&run->owner);
  run->job_unref (run->job);
  g_free (run);
}

/**
 * mn_background_run:
 * @owner: (transfer none): a GObject, which may be gone before the work has ended: then nobody is
 *   told
 * @job: (transfer full): all that the work needs, and where it leaves what came of it
 *
 * A disk or a share can take its time; typing doesn't wait for it.
 */
void
mn_background_run (gpointer         owner,
                   gpointer         job,
                   GDestroyNotify   job_unref,
                   MnBackgroundWork work,
                   MnBackgroundDone done)
{
  Run              *run = g_new0 (Run, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, run_ended_cb, run);

  g_weak_ref_init (&run->owner, owner);
  run->job = job;
  run->job_unref = job_unref;
  run->work = work;
  run->done = done;
  g_task_set_source_tag (task, mn_background_run);
  g_task_set_task_data (task, run, NULL);
  g_task_run_in_thread (task, run_worker);
}
