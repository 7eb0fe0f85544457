#include "mn-roll-panel.h"

#include <glib/gi18n.h>

#include "mn-session.h"

/** mn_roll_dup_words: "12 members: 11 present, 1 absent. Quorum. 5 guests." (transfer full) */
char *
mn_roll_dup_words (MnItem *session)
{
  MnRollCall          roll = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  mn_session_call_roll (session, &roll);
  g_string_append_printf (words, ngettext ("%u member", "%u members", roll.members), roll.members);
  /* Translators: of the members */
  g_string_append_printf (words, _ (": %u present, %u absent. "), roll.members_present,
                          roll.members_absent);
  if (roll.members > 0)
    g_string_append (words, roll.quorum ? _ ("There is a quorum.") : _ ("There is no quorum."));
  if (roll.invited_present + roll.others_present > 0)
    /* Translators: guests at the meeting, besides the members */
    g_string_append_printf (words, _ (" Invited: %u. Others: %u."), roll.invited_present,
                            roll.others_present);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
refresh (GtkLabel *label, MnDocument *document)
{
  g_autofree char *words = mn_roll_dup_words (mn_document_get_root (document));

  gtk_label_set_text (label, words);
}

static gboolean
touches_roll (MnItem *item)
{
  return item != NULL && (mn_item_is (item, "party") || mn_item_is (item, "attendee") ||
                          mn_item_is (item, "presence"));
}

static void
edited_cb (MnDocument *document, MnEdit *edit, GtkLabel *label)
{
  MnItem *item = edit->snapshot != NULL ? edit->snapshot : mn_document_find (document, edit->item);

  if (touches_roll (item))
    refresh (label, document);
}

GtkWidget *
mn_roll_panel_new (MnEditContext *context)
{
  MnDocument *document = mn_edit_context_get_document (context);
  GtkWidget  *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "roll");
  g_signal_connect_object (document, "edited", G_CALLBACK (edited_cb), label, 0);
  refresh (GTK_LABEL (label), document);
  return label;
}
