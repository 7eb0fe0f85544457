#pragma once

#include <adwaita.h>

#include "mn-edit-context.h"
#include "mn-editor-view.h"
#include "mn-sections.h"

G_BEGIN_DECLS

/* What the files of mn-editor-view share. */

struct _MnEditorView
{
  GtkWidget parent_instance;

  /* Template */
  AdwLeaflet    *leaflet;
  GtkListBox    *sections;
  GtkMenuButton *bin_button;
  GtkLabel      *title;
  GtkInfoBar    *sealed_bar;
  GtkButton     *withdraw_button;
  AdwBin        *content;

  MnEditContext   *context; /* (owned) */
  const MnSection *section;
  GHashTable      *places;   /* (owned) section → id of the item last selected there */
  char            *selected; /* (owned) (nullable) */
  gboolean         showing;  /* an item is on its way */
  gboolean         locked;   /* as the page was made: what it shows can't be changed */
};

void mn_editor_view_install_actions (GtkWidgetClass *widget_class);
void mn_editor_view_emit_compare (MnEditorView *self, const char *session, const char *item);

G_END_DECLS
