#pragma once

#include <gtk/gtk.h>

#include "mn-paper-input.h"

G_BEGIN_DECLS

#define MN_TYPE_PAPER_CHOICE (mn_paper_choice_get_type ())
G_DECLARE_FINAL_TYPE (MnPaperChoice, mn_paper_choice, MN, PAPER_CHOICE, GtkWidget)

/**
 * MnPaperChoice: what a paper is about, where that can be chosen: who gets a task slip, or which
 * session is compared with. Hides itself where a paper has no such choice.
 */
void mn_paper_choice_set_input (MnPaperChoice *self, MnPaperInput *input);
void mn_paper_choice_set_form (MnPaperChoice *self, MnForm form);

/* Shows the leads as they are now. */
void mn_paper_choice_update (MnPaperChoice *self);

/* What is shown as chosen; NULL where nothing can be. */
const char *mn_paper_choice_get_text (MnPaperChoice *self);

G_END_DECLS
