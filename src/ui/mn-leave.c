#include "mn-leave.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mn-session-output.h"

typedef struct
{
  GtkWidget     *parent; /* (owned) */
  MnStore       *store;  /* (owned) */
  MnLeaveDone    done;
  gpointer       user_data;
  GDestroyNotify destroy;
  char          *response;
} Leave;

static void try_to_save (Leave *leave);

static void
leave_free (Leave *leave)
{
  if (leave->destroy)
    leave->destroy (leave->user_data);
  g_clear_object (&leave->parent);
  g_clear_object (&leave->store);
  g_free (leave->response);
  g_free (leave);
}

static void
call_done (gpointer user_data)
{
  Leave *leave = user_data;

  leave->done (leave->user_data);
}

static void
finish (Leave *leave)
{
  call_done (leave);
  leave_free (leave);
}

static void
answered_cb (gpointer user_data)
{
  Leave *leave = user_data;

  if (g_str_equal (leave->response, "retry"))
    try_to_save (leave);
  else if (g_str_equal (leave->response, "overwrite"))
    {
      mn_store_overwrite (leave->store);
      try_to_save (leave);
    }
  else if (g_str_equal (leave->response, "keep"))
    finish (leave);
  else if (g_str_equal (leave->response, "discard"))
    {
      if (mn_store_get_journal (leave->store))
        mn_journal_drop (mn_store_get_journal (leave->store));
      finish (leave);
    }
  else if (g_str_equal (leave->response, "copy"))
    mn_session_output_save_copy (leave->parent, leave->store, call_done, leave,
                                 (GDestroyNotify) leave_free);
  else
    leave_free (leave);
}

/* The window may go now, and its dialog must be gone before it. */
static void
response_cb (AdwMessageDialog *dialog, const char *response, Leave *leave)
{
  g_free (leave->response);
  leave->response = g_strdup (response);
  g_idle_add_once (answered_cb, leave);
}

/* What can be done about it, by what is in the way: three choices that are true, and to stay. */
typedef struct
{
  const char *heading;
  const char *discard; /* what is here goes */
  const char *copy;    /* it goes elsewhere */
  const char *best;    /* the response that is suggested, and what it says */
  const char *best_label;
} Choices;

static const Choices failed = {
  .heading = N_ ("The Session Could Not Be Saved"),
  .discard = N_ ("Close _without Saving"),
  .copy = N_ ("Save a Copy _Elsewhere…"),
  .best = "retry",
  .best_label = N_ ("_Try Again"),
};

static const Choices two_versions = {
  .heading = N_ ("There Are Two Versions of the Session"),
  .discard = N_ ("_Discard Mine"),
  .copy = N_ ("Save Mine _Elsewhere…"),
  .best = "overwrite",
  .best_label = N_ ("_Keep Mine"),
};

static const Choices held = {
  .heading = N_ ("Somebody Else Is Editing the Session"),
  .discard = N_ ("Close _without Saving"),
  .copy = N_ ("Save a Copy _Elsewhere…"),
  .best = "keep",
  .best_label = N_ ("_Keep for the Next Start"),
};

/* What is kept for the next start is in the journal, on disk. */
static gboolean
is_in_journal (MnStore *store)
{
  MnJournal *journal = mn_store_get_journal (store);

  return journal && mn_journal_sync (journal, NULL);
}

static const Choices *
choose (MnStore *store)
{
  MnOnDisk on_disk = mn_store_get_on_disk (store);

  if (!mn_store_holds_lock (store))
    return is_in_journal (store) ? &held : &failed;
  if (on_disk == MN_ON_DISK_CHANGED || on_disk == MN_ON_DISK_UNREADABLE)
    return &two_versions;

  return &failed;
}

static void
ask (Leave *leave, const char *sentence)
{
  GtkRoot          *root = gtk_widget_get_root (leave->parent);
  const Choices    *choices = choose (leave->store);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (root), _ (choices->heading), sentence));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard",
                                    _ (choices->discard), "copy", _ (choices->copy), choices->best,
                                    _ (choices->best_label), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, choices->best, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, choices->best);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), leave);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A file that was taken away while nothing was typed was taken away on purpose, or its share is
 * away with it: leaving makes no new one. */
static gboolean
has_nothing_to_save (MnStore *store)
{
  MnOnDisk on_disk = mn_store_get_on_disk (store);

  return mn_store_get_state (store) == MN_STORE_SAVED ||
         (!mn_store_has_edits (store) &&
          (on_disk == MN_ON_DISK_GONE || on_disk == MN_ON_DISK_UNREACHABLE));
}

static void
try_to_save (Leave *leave)
{
  g_autoptr (GError) error = NULL;

  if (has_nothing_to_save (leave->store) || mn_store_save (leave->store, &error))
    finish (leave);
  else
    ask (leave, mn_store_get_message (leave->store) ? mn_store_get_message (leave->store)
                                                    : error->message);
}

void
mn_leave (GtkWidget     *parent,
          MnStore       *store,
          MnLeaveDone    done,
          gpointer       user_data,
          GDestroyNotify destroy)
{
  Leave *leave = g_new0 (Leave, 1);

  leave->parent = g_object_ref (parent);
  leave->store = g_object_ref (store);
  leave->done = done;
  leave->user_data = user_data;
  leave->destroy = destroy;
  try_to_save (leave);
}
