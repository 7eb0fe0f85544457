#include "mn-numbers.h"

#include "mn-numbers-window.h"

static void
open_cb (MnNumbersWindow *numbers, const char *session, const char *document, MnWindow *window)
{
  MnSessionEntry *entry = mn_archive_find (mn_window_get_archive (window), session);

  if (entry == NULL)
    return;
  mn_window_open_path (window, mn_session_entry_get_path (entry), document);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWindow *
find_open (MnWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (MN_IS_NUMBERS_WINDOW (l->data) &&
        gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

void
mn_numbers_show (MnWindow *window)
{
  GtkWindow *numbers;

  g_return_if_fail (MN_IS_WINDOW (window));

  numbers = find_open (window);
  if (numbers == NULL)
    {
      numbers = GTK_WINDOW (
          mn_numbers_window_new (GTK_WINDOW (window), mn_window_get_archive (window)));
      g_signal_connect_object (numbers, "open", G_CALLBACK (open_cb), window, 0);
    }
  gtk_window_present (numbers);
}
