#pragma once

#include "mn-number-row.h"
#include "mn-numbers-window.h"
#include "mn-watch.h"

G_BEGIN_DECLS

struct _MnNumbersWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  GtkInfoBar      *wrong_bar;
  GtkLabel        *wrong;
  GtkStack        *stack;
  GtkDropDown     *choice;
  GtkLabel        *summary;
  GtkColumnView   *view;
  GtkButton       *remove_button;

  /* Owned */
  MnArchive          *archive;
  MnRegister         *numbers;   /* (nullable) */
  GPtrArray          *sequences; /* of MnNumberSequence (borrowed from numbers), as chosen from */
  GtkSingleSelection *selection;
  MnWatch            *watch;

  /* Borrowed */
  AdwToast *toast; /* (nullable) a weak pointer: the last one */

  guint    rest_id;
  gboolean filling;
};

MnNumberSequence *mn_numbers_window_get_sequence (MnNumbersWindow *self); /* (nullable) */
MnNumberRow      *mn_numbers_window_get_row (MnNumbersWindow *self);      /* (nullable) */

/* Shows what the archive knows now. */
void mn_numbers_window_update (MnNumbersWindow *self);
void mn_numbers_window_tell_wrong (MnNumbersWindow *self, const char *words); /* NULL: nothing */

/* mn-numbers-window-entries.c: what changes the register. */
void mn_numbers_window_install_entry_actions (GtkWidgetClass *widget_class);

G_END_DECLS
