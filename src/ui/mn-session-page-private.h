#pragma once

#include "mn-compare-view.h"
#include "mn-editor-view.h"
#include "mn-page-preview.h"
#include "mn-panes.h"
#include "mn-session-page.h"
#include "mn-store-bars.h"
#include "mn-version-view.h"

G_BEGIN_DECLS

/* What the files of mn-session-page share: its actions (-actions), its panes and who has the keys
 * (-panes), another version beside the form (-version), and the rest. */

struct _MnSessionPage
{
  GtkWidget parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget      *undo_button;
  GtkWidget      *redo_button;
  GtkWidget      *form_button;
  GtkWidget      *compare_button;
  GtkWidget      *print_button;
  MnStoreBars    *bars;
  MnPanes        *panes;
  GtkStack       *side;
  GMenu          *undo_section;

  /* Owned */
  MnStore            *store;
  GSettings          *settings; /* (nullable) */
  GSimpleActionGroup *actions;
  char               *offered;    /* (nullable): the action that the newest toast's button does */
  char               *caret_item; /* (nullable): where the keys go once the page is laid out */
  char               *caret_field;

  /* Plain */
  guint    caret_offset;
  gboolean focusing;     /* as soon as the page is laid out */
  gboolean backup_told;  /* that a previous version couldn't be kept */
  guint64  brought_back; /* the revision that the newest version brought back made */

  /* Borrowed: children of the panes */
  MnEditorView  *editor;
  MnPagePreview *preview;
  MnCompareView *compare;
  MnVersionView *version;
};

MnDocument *mn_session_page_get_document (MnSessionPage *self); /* (transfer none) */
void        mn_session_page_emit_toast (MnSessionPage *self, AdwToast *toast);
void        mn_session_page_emit_next (MnSessionPage *self);

/* Actions. */
void mn_session_page_add_actions (MnSessionPage *self);
void mn_session_page_update_undo (MnSessionPage *self);

/* Panes. */
void mn_session_page_restore_panes (MnSessionPage *self);
void mn_session_page_panes_changed (MnSessionPage *self);
void mn_session_page_folded (MnSessionPage *self);
void mn_session_page_show_side (MnSessionPage *self, const char *name, gboolean show);
void mn_session_page_show_form (MnSessionPage *self, gboolean show);

/* Another version. */
void mn_session_page_make_version_view (MnSessionPage *self);
void mn_session_page_update_bring_back (MnSessionPage *self);

G_END_DECLS
