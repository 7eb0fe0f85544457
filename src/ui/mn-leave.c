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

static void
ask (Leave *leave, const char *sentence)
{
  GtkRoot          *root = gtk_widget_get_root (leave->parent);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (root), _ ("The Session Could Not Be Saved"), sentence));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard",
                                    _ ("Close _without Saving"), "copy",
                                    _ ("Save a Copy _Elsewhere…"), "retry", _ ("_Try Again"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "retry", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "retry");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), leave);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
try_to_save (Leave *leave)
{
  g_autoptr (GError) error = NULL;

  if (mn_store_get_state (leave->store) == MN_STORE_SAVED || mn_store_save (leave->store, &error))
    finish (leave);
  else
    ask (leave, error->message);
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
