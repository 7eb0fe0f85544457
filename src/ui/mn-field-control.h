#pragma once

#include <gtk/gtk.h>

#include "mn-edit-context.h"

G_BEGIN_DECLS

#define MN_TYPE_FIELD_CONTROL (mn_field_control_get_type ())
G_DECLARE_DERIVABLE_TYPE (MnFieldControl, mn_field_control, MN, FIELD_CONTROL, GtkWidget)

/**
 * MnFieldControl: a field of an item in a form: its label, what one edits it with, and a sentence
 * below where what stands there is no value.
 *
 * @build: makes the widgets, once
 * @refresh: shows the model's value, if the widget shows another
 * @flush: puts what stands in the widget into the model, if it isn't there
 */
struct _MnFieldControlClass
{
  GtkWidgetClass parent_class;

  void (*build) (MnFieldControl *self);
  void (*refresh) (MnFieldControl *self);
  void (*flush) (MnFieldControl *self);
};

/* The control that suits the field's type. */
GtkWidget *mn_field_control_new (MnEditContext *context, MnItem *item, const MnField *field);

MnEditContext *mn_field_control_get_context (MnFieldControl *self);
MnItem        *mn_field_control_get_item (MnFieldControl *self);
const MnField *mn_field_control_get_field (MnFieldControl *self);
GtkWidget     *mn_field_control_get_target (MnFieldControl *self);  /* what takes the keys */
const char    *mn_field_control_get_message (MnFieldControl *self); /* (nullable) */
gboolean       mn_field_control_is_wide (MnFieldControl *self);     /* deserves a line of its own */
gboolean       mn_field_control_has_focus (MnFieldControl *self);
gboolean       mn_field_control_put_caret (MnFieldControl *self, guint offset);

/* For the kinds of control. */
void mn_field_control_add (MnFieldControl *self, GtkWidget *child);
void mn_field_control_add_tool (MnFieldControl *self, GtkWidget *tool); /* beside the label */
void mn_field_control_set_target (MnFieldControl *self, GtkWidget *target);
void mn_field_control_set_message (MnFieldControl *self, const char *message);
void mn_field_control_refresh (MnFieldControl *self);
void mn_field_control_flush (MnFieldControl *self);
void mn_field_control_set (MnFieldControl *self, const char *value); /* an edit; tells failures */

G_END_DECLS
