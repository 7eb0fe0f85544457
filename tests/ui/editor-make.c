#include "editor-make.h"

#include <string.h>

#include "mn-session.h"
#include "mn-ui-test.h"

/* One of each kind in every slot, two levels of points below points. */
static void
fill (MnItem *item, guint depth)
{
  const MnKind *kind = mn_item_get_kind (item);

  for (guint i = 0; kind->slots[i].name != NULL; i++)
    {
      if (kind->slots[i].single)
        fill (mn_item_get_single (item, kind->slots[i].name), depth + 1);
      else if (depth < 8 && (kind->slots[i].kind != kind || depth < 4))
        for (guint n = 0; n < 2; n++)
          {
            g_autoptr (MnItem) child = mn_item_new (kind->slots[i].kind);

            fill (child, depth + 1);
            mn_item_add (item, kind->slots[i].name, child);
          }
    }
}

static void
name_items (MnItem *session)
{
  MnItem *record = mn_session_get_record (session);

  mn_item_set (mn_item_get_child (record, "parties", 0), "name", "Nguyễn Văn An", NULL);
  mn_item_set (mn_item_get_child (record, "parties", 0), "post", "Bí thư Tỉnh ủy", NULL);
  mn_item_set (mn_item_get_child (record, "parties", 1), "name", "Sở Tài chính", NULL);
  mn_item_set (mn_item_get_child (session, "documents", 0), "form", "minutes", NULL);
  mn_item_set (mn_item_get_child (session, "documents", 1), "form", "notice", NULL);
}

MnDocument *
editor_make_document (void)
{
  g_autoptr (MnItem)  root = mn_session_new ();
  g_autoptr (MnClock) clock = mn_clock_new_fixed ("2026-04-15T08:30:00+07:00");

  fill (root, 0);
  name_items (root);
  return mn_document_new (root, clock);
}

GtkWidget *
editor_make_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (mn_ui_test_wait_for_paint (window));
  return window;
}

MnItem *
editor_find (MnDocument *document, const char *slot, guint index)
{
  MnItem *found = mn_item_get_child (mn_session_get_record (mn_document_get_root (document)), slot,
                                     index);

  g_assert_nonnull (found);
  return found;
}
