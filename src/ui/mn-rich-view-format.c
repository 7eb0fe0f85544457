/* Marks and paragraph styles of a rich view: its actions, keys, and the dashes and numbers that are
 * drawn beside the paragraphs. */

#include "mn-rich-view-private.h"

typedef struct
{
  guint start, end;  /* characters */
  guint first, last; /* paragraphs */
} Range;

static Range
get_selection (MnRichView *self)
{
  GtkTextIter start, end;
  Range       range;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  range.start = (guint) gtk_text_iter_get_offset (&start);
  range.end = (guint) gtk_text_iter_get_offset (&end);
  range.first = (guint) gtk_text_iter_get_line (&start);
  range.last = (guint) gtk_text_iter_get_line (&end);
  return range;
}

static gboolean
may_format (MnRichView *self)
{
  return self->data != NULL && self->source.set != NULL &&
         gtk_text_view_get_editable (GTK_TEXT_VIEW (self));
}

static void
set_text (MnRichView *self, MnText *text)
{
  self->source.set (self->data, text);
  mn_rich_view_refresh (self);
}

/* ---- marks ---------------------------------------------------------------------------------- */

static gboolean
all_have (MnRichView *self, const Range *range, MnMarks mark)
{
  const char *p = g_utf8_offset_to_pointer (mn_text_get_plain (self->text), range->start);

  for (guint i = range->start; i < range->end; i++, p = g_utf8_next_char (p))
    if (*p != '\n' && (mn_text_get_marks (self->text, i) & mark) == 0)
      return FALSE;
  return TRUE;
}

/* Without a selection the mark waits for what is typed next. */
static void
toggle_typing_mark (MnRichView *self, guint position, MnMarks mark)
{
  if (!self->has_typing_marks)
    self->typing_marks = position > 0 && mn_text_get_plain (self->text)[0] != '\0'
                             ? mn_text_get_marks (self->text, position - 1)
                             : MN_MARK_NONE;
  self->typing_marks ^= mark;
  self->has_typing_marks = TRUE;
}

static void
toggle_mark (MnRichView *self, MnMarks mark)
{
  Range              range = get_selection (self);
  g_autoptr (MnText) marked = NULL;
  gboolean           clear;

  if (!may_format (self))
    return;
  if (range.start == range.end)
    {
      toggle_typing_mark (self, range.start, mark);
      return;
    }
  clear = all_have (self, &range, mark);
  marked = mn_text_mark (self->text, range.start, range.end - range.start, clear ? 0 : mark,
                         clear ? mark : 0);
  set_text (self, marked);
}

static void
bold_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_mark (MN_RICH_VIEW (widget), MN_MARK_BOLD);
}

static void
italic_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_mark (MN_RICH_VIEW (widget), MN_MARK_ITALIC);
}

/* ---- paragraphs ----------------------------------------------------------------------------- */

static void
toggle_style (MnRichView *self, MnParagraphStyle style)
{
  Range              range = get_selection (self);
  MnParagraph        first;
  g_autoptr (MnText) styled = NULL;

  if (!may_format (self))
    return;
  first = mn_text_get_paragraph (self->text, range.first);
  styled = mn_text_style (self->text, range.first, range.last,
                          first.style == style ? MN_PARAGRAPH_PLAIN : style, MAX (first.level, 1));
  set_text (self, styled);
}

static void
change_level (MnRichView *self, int step)
{
  Range              range = get_selection (self);
  g_autoptr (MnText) text = NULL;

  if (!may_format (self))
    return;
  text = mn_text_ref (self->text);
  for (guint i = range.first; i <= range.last; i++)
    {
      MnParagraph paragraph = mn_text_get_paragraph (text, i);
      int         level = (int) paragraph.level + step;
      MnText     *next;

      if (paragraph.style == MN_PARAGRAPH_PLAIN)
        continue;
      next = mn_text_style (text, i, i, level < 1 ? MN_PARAGRAPH_PLAIN : paragraph.style,
                            (guint) CLAMP (level, 1, MN_TEXT_MAX_LEVEL));
      mn_text_unref (text);
      text = next;
    }
  set_text (self, text);
}

static void
dash_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_style (MN_RICH_VIEW (widget), MN_PARAGRAPH_DASH);
}

static void
number_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle_style (MN_RICH_VIEW (widget), MN_PARAGRAPH_NUMBER);
}

static void
level_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_level (MN_RICH_VIEW (widget), 1);
}

static void
level_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  change_level (MN_RICH_VIEW (widget), -1);
}

/* At the start of a point Backspace takes the dash or number away, as if it were a letter. */
void
mn_rich_view_backspace (GtkTextView *view)
{
  MnRichView *self = MN_RICH_VIEW (view);
  Range       range = get_selection (self);
  guint       start = mn_text_get_paragraph_start (self->text, range.first);

  if (range.start == range.end && range.start == start && may_format (self) &&
      mn_text_get_paragraph (self->text, range.first).style != MN_PARAGRAPH_PLAIN)
    change_level (self, -1);
  else
    GTK_TEXT_VIEW_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (view)))->backspace (view);
}

/* ---- drawing -------------------------------------------------------------------------------- */

/* Counts back to the point that this row of numbers began with. */
static guint
get_number (MnRichView *self, guint paragraph)
{
  MnParagraph own = mn_text_get_paragraph (self->text, paragraph);
  guint       number = 1;

  for (guint i = paragraph; i > 0; i--)
    {
      MnParagraph before = mn_text_get_paragraph (self->text, i - 1);

      if (before.style == MN_PARAGRAPH_PLAIN || before.level < own.level)
        break;
      if (before.level == own.level && before.style != MN_PARAGRAPH_NUMBER)
        break;
      if (before.level == own.level)
        number++;
    }
  return number;
}

static void
draw_marker (MnRichView *self, guint paragraph, int y, GtkSnapshot *snapshot)
{
  MnParagraph      style = mn_text_get_paragraph (self->text, paragraph);
  g_autofree char *marker = NULL;
  PangoLayout     *layout;
  GdkRGBA          colour;

  if (style.style == MN_PARAGRAPH_PLAIN)
    return;
  marker = style.style == MN_PARAGRAPH_DASH ? g_strdup ("–")
                                            : g_strdup_printf ("%u.", get_number (self, paragraph));
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marker);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (MN_RICH_MARGIN + (float) (style.level - 1) * MN_RICH_INDENT,
                                      (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
  g_object_unref (layout);
}

void
mn_rich_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  MnRichView  *self = MN_RICH_VIEW (view);
  GdkRectangle seen;
  GtkTextIter  at;
  int          y, height;

  if (layer != GTK_TEXT_VIEW_LAYER_ABOVE_TEXT || self->text == NULL)
    return;
  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_view_get_line_at_y (view, &at, seen.y, NULL);
  do
    {
      guint line = (guint) gtk_text_iter_get_line (&at);

      gtk_text_view_get_line_yrange (view, &at, &y, &height);
      if (line < mn_text_get_n_paragraphs (self->text))
        draw_marker (self, line, y, snapshot);
    }
  while (y < seen.y + seen.height && gtk_text_iter_forward_line (&at));
}

/* Keys of the lists and sections that a text view would take for itself; letters that an input
 * method still holds come first. */
static gboolean
activate_outer (MnRichView *self, const char *action)
{
  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static gboolean
add_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return activate_outer (MN_RICH_VIEW (widget), "items.add");
}

static gboolean
next_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return activate_outer (MN_RICH_VIEW (widget), "editor.next-section");
}

static gboolean
previous_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return activate_outer (MN_RICH_VIEW (widget), "editor.previous-section");
}

void
mn_rich_view_add_keys (MnRichView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  const struct
  {
    guint           key;
    GtkShortcutFunc callback;
  } keys[] = {
    { GDK_KEY_Return, add_cb },
    { GDK_KEY_KP_Enter, add_cb },
    { GDK_KEY_Page_Down, next_cb },
    { GDK_KEY_Page_Up, previous_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                          gtk_callback_action_new (keys[i].callback, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
mn_rich_view_install_actions (GtkWidgetClass *klass)
{
  const struct
  {
    const char                 *name;
    GtkWidgetActionActivateFunc activate;
    guint                       key;
    GdkModifierType             modifiers;
  } actions[] = {
    { "rich.bold", bold_cb, GDK_KEY_b, GDK_CONTROL_MASK },
    { "rich.italic", italic_cb, GDK_KEY_i, GDK_CONTROL_MASK },
    { "rich.dash", dash_cb, GDK_KEY_minus, GDK_CONTROL_MASK | GDK_ALT_MASK },
    { "rich.number", number_cb, GDK_KEY_1, GDK_CONTROL_MASK | GDK_ALT_MASK },
    { "rich.level-in", level_in_cb, GDK_KEY_bracketright, GDK_CONTROL_MASK },
    { "rich.level-out", level_out_cb, GDK_KEY_bracketleft, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (klass, actions[i].key, actions[i].modifiers,
                                           actions[i].name, NULL);
    }
}
