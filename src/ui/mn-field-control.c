#include "mn-field-control.h"

#include "mn-children.h"
#include "mn-field-choice.h"
#include "mn-field-entry.h"
#include "mn-field-file.h"
#include "mn-field-style.h"
#include "mn-field-switch.h"
#include "mn-field-words.h"
#include "mn-ref-chooser.h"

typedef struct
{
  MnEditContext *context; /* (owned) */
  MnItem        *item;    /* (owned) */
  const MnField *field;
  GtkWidget     *header; /* label and tools */
  GtkWidget     *label;
  GtkWidget     *message;  /* below the control */
  GtkWidget     *target;   /* (borrowed) inside us */
  gboolean       stepping; /* the focus is on its way through us */
  gboolean       disposed;
} MnFieldControlPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MnFieldControl, mn_field_control, GTK_TYPE_WIDGET)

enum
{
  PROP_CONTEXT = 1,
  PROP_ITEM,
  PROP_FIELD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static MnFieldControlPrivate *
get_private (MnFieldControl *self)
{
  return mn_field_control_get_instance_private (self);
}

static void
item_changed_cb (MnItem *item, const char *field, MnFieldControl *self)
{
  if (g_strcmp0 (field, get_private (self)->field->name) == 0)
    mn_field_control_refresh (self);
}

static void
flush_cb (MnEditContext *context, MnFieldControl *self)
{
  mn_field_control_flush (self);
}

/* Typing that follows elsewhere is another step. */
static void
leave_cb (GtkEventControllerFocus *controller, MnFieldControl *self)
{
  MnFieldControlPrivate *priv = get_private (self);

  if (priv->disposed)
    return;
  mn_field_control_flush (self);
  mn_document_break_typing (mn_edit_context_get_document (priv->context));
}

static void
build_frame (MnFieldControl *self)
{
  MnFieldControlPrivate *priv = get_private (self);

  priv->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (priv->header, "field-header");
  priv->label = gtk_label_new (mn_field_get_label (priv->field));
  gtk_label_set_xalign (GTK_LABEL (priv->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (priv->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (priv->label, TRUE);
  gtk_widget_add_css_class (priv->label, "caption");
  gtk_widget_add_css_class (priv->label, "dim-label");
  gtk_box_append (GTK_BOX (priv->header), priv->label);
  gtk_widget_set_parent (priv->header, GTK_WIDGET (self));

  priv->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->message), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->message), TRUE);
  gtk_widget_add_css_class (priv->message, "error");
  gtk_widget_add_css_class (priv->message, "caption");
  gtk_widget_set_visible (priv->message, FALSE);
  gtk_widget_set_parent (priv->message, GTK_WIDGET (self));
}

static void
mn_field_control_constructed (GObject *object)
{
  MnFieldControl        *self = MN_FIELD_CONTROL (object);
  MnFieldControlPrivate *priv = get_private (self);
  GtkEventController    *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (mn_field_control_parent_class)->constructed (object);

  build_frame (self);
  MN_FIELD_CONTROL_GET_CLASS (self)->build (self);
  if (priv->target != NULL)
    {
      gtk_label_set_mnemonic_widget (GTK_LABEL (priv->label), priv->target);
      /* With this and its own name a screen reader would say the name twice. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (priv->target),
                                     GTK_ACCESSIBLE_RELATION_LABELLED_BY);
    }
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (priv->item, "changed", G_CALLBACK (item_changed_cb), self, 0);
  g_signal_connect_object (priv->context, "flush", G_CALLBACK (flush_cb), self, 0);
  mn_field_control_refresh (self);
}

static void
mn_field_control_dispose (GObject *object)
{
  MnFieldControl        *self = MN_FIELD_CONTROL (object);
  MnFieldControlPrivate *priv = get_private (self);

  if (!priv->disposed)
    mn_field_control_flush (self);
  priv->disposed = TRUE;
  priv->target = NULL;
  mn_children_remove (GTK_WIDGET (self));
  priv->header = priv->label = priv->message = NULL;
  g_clear_object (&priv->item);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (mn_field_control_parent_class)->dispose (object);
}

static void
mn_field_control_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MnFieldControlPrivate *priv = get_private (MN_FIELD_CONTROL (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_ITEM:
      priv->item = g_value_dup_object (value);
      break;
    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* The window may keep what had the keys for a while yet; what was typed goes in at once. */
static void
mn_field_control_unroot (GtkWidget *widget)
{
  mn_field_control_flush (MN_FIELD_CONTROL (widget));

  GTK_WIDGET_CLASS (mn_field_control_parent_class)->unroot (widget);
}

static gboolean
mn_field_control_grab_focus (GtkWidget *widget)
{
  MnFieldControlPrivate *priv = get_private (MN_FIELD_CONTROL (widget));

  return !priv->stepping && priv->target != NULL && gtk_widget_grab_focus (priv->target);
}

/* On a step backwards GTK asks what it leaves to take the focus itself; it would never get out. */
static gboolean
mn_field_control_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MnFieldControlPrivate *priv = get_private (MN_FIELD_CONTROL (widget));
  gboolean               found;

  priv->stepping = TRUE;
  found = GTK_WIDGET_CLASS (mn_field_control_parent_class)->focus (widget, direction);
  priv->stepping = FALSE;
  return found;
}

static void
mn_field_control_class_init (MnFieldControlClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = mn_field_control_constructed;
  object_class->dispose = mn_field_control_dispose;
  object_class->set_property = mn_field_control_set_property;
  widget_class->unroot = mn_field_control_unroot;
  widget_class->grab_focus = mn_field_control_grab_focus;
  widget_class->focus = mn_field_control_focus;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, MN_TYPE_EDIT_CONTEXT,
                                                  flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, MN_TYPE_ITEM, flags);
  properties[PROP_FIELD] = g_param_spec_pointer ("field", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mn_field_control_init (MnFieldControl *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 3);
}

static GType
find_control_type (const MnField *field)
{
  switch (field->type)
    {
    case MN_FIELD_TEXT:
      if ((field->flags & MN_FIELD_ATTACHED) != 0)
        return MN_TYPE_FIELD_FILE;
      if (g_str_equal (field->name, "own-style"))
        return MN_TYPE_FIELD_STYLE;
      return (field->flags & MN_FIELD_LONG) != 0 ? MN_TYPE_FIELD_WORDS : MN_TYPE_FIELD_ENTRY;
    case MN_FIELD_RICH:
      return MN_TYPE_FIELD_WORDS;
    case MN_FIELD_ENUM:
      return MN_TYPE_FIELD_CHOICE;
    case MN_FIELD_BOOLEAN:
      return MN_TYPE_FIELD_SWITCH;
    case MN_FIELD_REF:
    case MN_FIELD_REFS:
      return MN_TYPE_REF_CHOOSER;
    case MN_FIELD_DATE:
    case MN_FIELD_TIME:
    case MN_FIELD_MOMENT:
    case MN_FIELD_INTEGER:
    case MN_FIELD_DECIMAL:
    case MN_FIELD_ID:
    default:
      return MN_TYPE_FIELD_ENTRY;
    }
}

/** mn_field_control_new: (transfer none) all. @field belongs to the kind of @item. */
GtkWidget *
mn_field_control_new (MnEditContext *context, MnItem *item, const MnField *field)
{
  g_return_val_if_fail (MN_IS_EDIT_CONTEXT (context), NULL);
  g_return_val_if_fail (MN_IS_ITEM (item), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return g_object_new (find_control_type (field), "context", context, "item", item, "field", field,
                       NULL);
}

MnEditContext *
mn_field_control_get_context (MnFieldControl *self)
{
  return get_private (self)->context;
}

MnItem *
mn_field_control_get_item (MnFieldControl *self)
{
  return get_private (self)->item;
}

const MnField *
mn_field_control_get_field (MnFieldControl *self)
{
  return get_private (self)->field;
}

GtkWidget *
mn_field_control_get_target (MnFieldControl *self)
{
  return get_private (self)->target;
}

const char *
mn_field_control_get_message (MnFieldControl *self)
{
  MnFieldControlPrivate *priv = get_private (self);

  return gtk_widget_get_visible (priv->message) ? gtk_label_get_text (GTK_LABEL (priv->message))
                                                : NULL;
}

/** mn_field_control_is_wide: whether it deserves a line of the form of its own. */
gboolean
mn_field_control_is_wide (MnFieldControl *self)
{
  MnFieldType type = get_private (self)->field->type;

  return type == MN_FIELD_TEXT || type == MN_FIELD_RICH || type == MN_FIELD_REF ||
         type == MN_FIELD_REFS;
}

void
mn_field_control_add (MnFieldControl *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), get_private (self)->message);
}

void
mn_field_control_add_tool (MnFieldControl *self, GtkWidget *tool)
{
  gtk_box_append (GTK_BOX (get_private (self)->header), tool);
}

/** mn_field_control_set_target: the widget that takes the keys; it gets the field's name. */
void
mn_field_control_set_target (MnFieldControl *self, GtkWidget *target)
{
  MnFieldControlPrivate *priv = get_private (self);

  priv->target = target;
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mn_field_get_label (priv->field), -1);
}

/** mn_field_control_has_focus: whether anything in it has the keys. */
gboolean
mn_field_control_has_focus (MnFieldControl *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * mn_field_control_put_caret:
 * @offset: in characters from the start of the text
 *
 * Returns: whether the keys go there now; a field that isn't text has no place for a cursor
 */
gboolean
mn_field_control_put_caret (MnFieldControl *self, guint offset)
{
  GtkWidget  *target = get_private (self)->target;
  GtkTextIter place;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !(GTK_IS_EDITABLE (target) || GTK_IS_TEXT_VIEW (target)) || !gtk_widget_grab_focus (target))
    return FALSE;
  if (GTK_IS_EDITABLE (target))
    gtk_editable_set_position (GTK_EDITABLE (target), (int) offset);
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (target));

      gtk_text_buffer_get_iter_at_offset (buffer, &place, (int) offset);
      gtk_text_buffer_place_cursor (buffer, &place);
      gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (target),
                                          gtk_text_buffer_get_insert (buffer));
    }
  return TRUE;
}

/** mn_field_control_set_message: one sentence that says what is wrong; %NULL: nothing is. */
void
mn_field_control_set_message (MnFieldControl *self, const char *message)
{
  MnFieldControlPrivate *priv = get_private (self);

  if (priv->message == NULL || priv->target == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (priv->message), message != NULL ? message : "");
  gtk_widget_set_visible (priv->message, message != NULL);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (priv->target), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (message != NULL)
    gtk_widget_add_css_class (priv->target, "error");
  else
    gtk_widget_remove_css_class (priv->target, "error");
}

void
mn_field_control_refresh (MnFieldControl *self)
{
  g_return_if_fail (MN_IS_FIELD_CONTROL (self));

  if (!get_private (self)->disposed)
    MN_FIELD_CONTROL_GET_CLASS (self)->refresh (self);
}

/** mn_field_control_flush: an item that is no longer in the document takes nothing. */
void
mn_field_control_flush (MnFieldControl *self)
{
  MnFieldControlPrivate *priv = get_private (self);

  if (priv->disposed || MN_FIELD_CONTROL_GET_CLASS (self)->flush == NULL ||
      !mn_item_is_attached (priv->item))
    return;
  MN_FIELD_CONTROL_GET_CLASS (self)->flush (self);
}

void
mn_field_control_set (MnFieldControl *self, const char *value)
{
  MnFieldControlPrivate *priv = get_private (self);
  g_autoptr (GError)     error = NULL;

  if (mn_document_set (mn_edit_context_get_document (priv->context), priv->item, priv->field->name,
                       value, &error))
    return;
  mn_edit_context_report (priv->context, g_steal_pointer (&error));
  mn_field_control_refresh (self);
}
