#include "mn-rich-view.h"

#include <string.h>

#include "mn-clean.h"
#include "mn-rich-view-private.h"
#include "mn-text-diff.h"

G_DEFINE_FINAL_TYPE (MnRichView, mn_rich_view, GTK_TYPE_TEXT_VIEW)

/* ---- text → tags ---------------------------------------------------------------------------- */

static void
create_tags (MnRichView *self)
{
  static const char *const names[] = { NULL, "dash", "number" };

  self->bold = gtk_text_buffer_create_tag (self->buffer, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  self->italic = gtk_text_buffer_create_tag (self->buffer, "italic", "style", PANGO_STYLE_ITALIC,
                                             NULL);
  for (guint style = MN_PARAGRAPH_DASH; style <= MN_PARAGRAPH_NUMBER; style++)
    for (guint level = 1; level <= MN_TEXT_MAX_LEVEL; level++)
      {
        g_autofree char *name = g_strdup_printf ("%s-%u", names[style], level);

        self->points[style - 1][level - 1] = gtk_text_buffer_create_tag (
            self->buffer, name, "left-margin", MN_RICH_MARGIN + (int) level * MN_RICH_INDENT, NULL);
      }
}

static void
tag_runs (MnRichView *self, guint paragraph, const GtkTextIter *line)
{
  guint       cursor = 0;
  MnRun       run;
  GtkTextIter start = *line, end = *line;

  while (mn_text_next_run (self->text, paragraph, &cursor, &run))
    {
      start = end;
      gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (run.utf8, (gssize) run.n_bytes));
      if ((run.marks & MN_MARK_BOLD) != 0)
        gtk_text_buffer_apply_tag (self->buffer, self->bold, &start, &end);
      if ((run.marks & MN_MARK_ITALIC) != 0)
        gtk_text_buffer_apply_tag (self->buffer, self->italic, &start, &end);
    }
}

static void
tag_paragraph (MnRichView *self, guint paragraph)
{
  MnParagraph style = mn_text_get_paragraph (self->text, paragraph);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_line (self->buffer, &start, (int) paragraph);
  end = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  if (style.style != MN_PARAGRAPH_PLAIN)
    gtk_text_buffer_apply_tag (self->buffer, self->points[style.style - 1][style.level - 1], &start,
                               &end);
  tag_runs (self, paragraph, &start);
}

static void
tag_paragraphs (MnRichView *self, guint first, guint last)
{
  guint n = mn_text_get_n_paragraphs (self->text);

  for (guint i = first; i <= last && i < n; i++)
    tag_paragraph (self, i);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- source → buffer ------------------------------------------------------------------------ */

static char *
dup_buffer (MnRichView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
}

/* A composition that is open belongs to the text that goes; what the input method types for a
 * farewell is no typing. */
static void
end_composition (MnRichView *self)
{
  if (!self->composing)
    return;
  self->showing = TRUE;
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self));
  self->showing = FALSE;
  self->composing = FALSE;
}

static void
show_plain (MnRichView *self, const char *plain)
{
  g_autofree char *before = dup_buffer (self);
  g_autofree char *shown = NULL;
  GtkTextIter      start, end;
  MnTextDiff       diff;

  if (strcmp (before, plain) == 0)
    return;
  if (!self->settling)
    end_composition (self);
  shown = dup_buffer (self);
  mn_text_diff (shown, plain, &diff);
  self->showing = TRUE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) diff.position);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) (diff.position + diff.n_removed));
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, diff.inserted, (int) diff.n_bytes);
  self->showing = FALSE;
}

static void
take_text (MnRichView *self)
{
  MnText *text = self->source.get (self->data);

  g_clear_pointer (&self->text, mn_text_unref);
  self->text = text;
}

/** mn_rich_view_refresh: shows the source's text, with the cursor where it was. */
void
mn_rich_view_refresh (MnRichView *self)
{
  g_autoptr (MnText) before = NULL;

  g_return_if_fail (MN_IS_RICH_VIEW (self));

  if (self->data == NULL || self->splicing)
    return;
  before = self->text != NULL ? mn_text_ref (self->text) : NULL;
  take_text (self);
  show_plain (self, mn_text_get_plain (self->text));
  if (before == NULL || !mn_text_equal (before, self->text))
    tag_paragraphs (self, 0, G_MAXUINT - 1);
}

/* ---- typing → source ------------------------------------------------------------------------ */

static MnMarks
get_marks_before (MnRichView *self, guint position)
{
  const char *plain = mn_text_get_plain (self->text);
  const char *p = g_utf8_offset_to_pointer (plain, position);

  if (p > plain && p[-1] != '\n')
    return mn_text_get_marks (self->text, position - 1);
  if (*p != '\0' && *p != '\n')
    return mn_text_get_marks (self->text, position);
  return MN_MARK_NONE;
}

/* What is typed looks like what stands before it; a new paragraph is like the one it came from. */
static MnText *
make_insertion (MnRichView *self, guint position, const char *typed)
{
  g_auto (GStrv)            lines = g_strsplit (typed, "\n", -1);
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  MnParagraph               like;
  MnMarks                   marks;

  like = mn_text_get_paragraph (self->text, mn_text_get_paragraph_at (self->text, position));
  marks = self->has_typing_marks ? self->typing_marks : get_marks_before (self, position);
  mn_text_builder_begin (builder, like.style, like.level, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        mn_text_builder_begin (builder, like.style, like.level, NULL);
      mn_text_builder_run (builder, lines[i], -1, marks);
    }
  return mn_text_builder_end (builder);
}

/* One splice; then the buffer is what the source made of it, which may have joined an accent or
 * refused the change. */
static void
splice (MnRichView *self, guint position, guint n_removed, const MnText *inserted)
{
  guint first, last;

  if (self->data == NULL)
    return;
  self->splicing = TRUE;
  self->source.splice (self->data, position, n_removed, inserted);
  self->splicing = FALSE;
  take_text (self);
  self->settling = TRUE;
  show_plain (self, mn_text_get_plain (self->text));
  self->settling = FALSE;
  position = MIN (position, mn_text_get_length (self->text));
  first = mn_text_get_paragraph_at (self->text, position);
  last = inserted != NULL ? first + mn_text_get_n_paragraphs (inserted) - 1 : first;
  tag_paragraphs (self, first, last);
}

static void
flush_removal (MnRichView *self)
{
  guint n_removed = self->n_pending;

  self->n_pending = 0;
  if (n_removed > 0)
    splice (self, self->pending_at, n_removed, NULL);
}

/* Before the buffer takes the text: pasted text is cleaned. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *at, char *typed, int n_bytes, MnRichView *self)
{
  g_autofree char *raw = g_strndup (typed, (gsize) n_bytes);
  g_autofree char *clean = NULL;

  if (self->showing)
    return;
  if (self->n_pending > 0 && self->pending_at != (guint) gtk_text_iter_get_offset (at))
    {
      int offset = gtk_text_iter_get_offset (at);

      flush_removal (self);
      gtk_text_buffer_get_iter_at_offset (buffer, at, offset);
    }
  clean = mn_clean_text (raw, -1, self->source.set != NULL ? MN_CLEAN_BLOCK : MN_CLEAN_LINE);
  if (strcmp (clean, raw) == 0)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, at, clean, -1);
}

static void
inserted_text_cb (GtkTextBuffer *buffer,
                  GtkTextIter   *at,
                  char          *typed,
                  int            n_bytes,
                  MnRichView    *self)
{
  g_autofree char   *text = g_strndup (typed, (gsize) n_bytes);
  g_autoptr (MnText) inserted = NULL;
  int                end = gtk_text_iter_get_offset (at);
  guint              position = (guint) (end - (int) g_utf8_strlen (text, -1));
  guint              n_removed;

  if (self->showing || n_bytes == 0)
    return;
  n_removed = self->n_pending;
  self->n_pending = 0;
  inserted = make_insertion (self, position, text);
  splice (self, position, n_removed, inserted);
  self->has_typing_marks = FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, at, end);
}

static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, MnRichView *self)
{
  if (self->showing)
    return;
  flush_removal (self);
  self->pending_at = (guint) gtk_text_iter_get_offset (start);
  self->n_pending = (guint) gtk_text_iter_get_offset (end) - self->pending_at;
}

/* Inside a user action a removal waits: what is typed over a selection is one splice with it. */
static void
deleted_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, MnRichView *self)
{
  int at = gtk_text_iter_get_offset (start);

  if (self->showing || self->action_depth > 0)
    return;
  flush_removal (self);
  gtk_text_buffer_get_iter_at_offset (buffer, start, at);
  *end = *start;
}

static void
begin_user_action_cb (GtkTextBuffer *buffer, MnRichView *self)
{
  self->action_depth++;
}

static void
end_user_action_cb (GtkTextBuffer *buffer, MnRichView *self)
{
  if (self->action_depth > 0 && --self->action_depth == 0)
    flush_removal (self);
}

/* Ctrl+B waits for the next letter only as long as the cursor stays. */
static void
mark_set_cb (GtkTextBuffer *buffer, GtkTextIter *at, GtkTextMark *mark, MnRichView *self)
{
  if (mark == gtk_text_buffer_get_insert (buffer) && !self->showing)
    self->has_typing_marks = FALSE;
}

static void
preedit_cb (GtkTextView *view, const char *preedit, MnRichView *self)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

/* ---- object --------------------------------------------------------------------------------- */

static void
mn_rich_view_dispose (GObject *object)
{
  MnRichView *self = MN_RICH_VIEW (object);

  mn_rich_view_detach (self);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->text, mn_text_unref);

  G_OBJECT_CLASS (mn_rich_view_parent_class)->dispose (object);
}

static void
mn_rich_view_class_init (MnRichViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mn_rich_view_dispose;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = mn_rich_view_snapshot_layer;
  GTK_TEXT_VIEW_CLASS (klass)->backspace = mn_rich_view_backspace;

  mn_rich_view_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
connect_buffer (MnRichView *self)
{
  const struct
  {
    const char   *signal;
    GCallback     callback;
    GConnectFlags flags;
  } handlers[] = {
    { "insert-text", G_CALLBACK (insert_text_cb), 0 },
    { "insert-text", G_CALLBACK (inserted_text_cb), G_CONNECT_AFTER },
    { "delete-range", G_CALLBACK (delete_range_cb), 0 },
    { "delete-range", G_CALLBACK (deleted_range_cb), G_CONNECT_AFTER },
    { "begin-user-action", G_CALLBACK (begin_user_action_cb), 0 },
    { "end-user-action", G_CALLBACK (end_user_action_cb), G_CONNECT_AFTER },
    { "mark-set", G_CALLBACK (mark_set_cb), 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_data (self->buffer, handlers[i].signal, handlers[i].callback, self, NULL,
                           handlers[i].flags);
}

static void
mn_rich_view_init (MnRichView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE); /* the document has its own */
  create_tags (self);
  gtk_text_view_set_buffer (view, self->buffer);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, MN_RICH_MARGIN);
  gtk_text_view_set_right_margin (view, MN_RICH_MARGIN);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 6);
  gtk_text_view_set_pixels_below_lines (view, 3);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_cb), self);
  mn_rich_view_add_keys (self);
  connect_buffer (self);
}

/**
 * mn_rich_view_new:
 * @source: copied
 * @data: handed to @source's functions, until mn_rich_view_detach()
 */
GtkWidget *
mn_rich_view_new (const MnRichSource *source, gpointer data)
{
  MnRichView *self;

  g_return_val_if_fail (source != NULL && source->get != NULL && source->splice != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (MN_TYPE_RICH_VIEW, NULL);
  self->source = *source;
  self->data = data;
  mn_rich_view_refresh (self);
  return GTK_WIDGET (self);
}

/** mn_rich_view_detach: from now on what is typed goes nowhere. */
void
mn_rich_view_detach (MnRichView *self)
{
  self->data = NULL;
}

/** mn_rich_view_get_text: what the view shows. (transfer none) */
const MnText *
mn_rich_view_get_text (MnRichView *self)
{
  return self->text;
}

gboolean
mn_rich_view_is_composing (MnRichView *self)
{
  return self->composing;
}

static MnMarks
read_marks (MnRichView *self, const GtkTextIter *at)
{
  return (gtk_text_iter_has_tag (at, self->bold) ? MN_MARK_BOLD : 0) |
         (gtk_text_iter_has_tag (at, self->italic) ? MN_MARK_ITALIC : 0);
}

static void
read_line (MnRichView *self, guint line, MnTextBuilder *builder)
{
  MnParagraph style = mn_text_get_paragraph (self->text, line);
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_line (self->buffer, &at, (int) line);
  for (guint i = 0; i < 2; i++)
    for (guint level = 0; level < MN_TEXT_MAX_LEVEL; level++)
      if (gtk_text_iter_has_tag (&at, self->points[i][level]))
        {
          style.style = (MnParagraphStyle) (i + 1);
          style.level = (guint8) (level + 1);
        }
  mn_text_builder_begin (builder, style.style, style.level, style.foreign);
  for (; !gtk_text_iter_ends_line (&at); gtk_text_iter_forward_char (&at))
    {
      char utf8[7] = { 0 };

      g_unichar_to_utf8 (gtk_text_iter_get_char (&at), utf8);
      mn_text_builder_run (builder, utf8, -1, read_marks (self, &at));
    }
}

/** mn_rich_view_read_buffer: what the characters and tags on screen say, for tests: it must equal
 * the text. (transfer full) */
MnText *
mn_rich_view_read_buffer (MnRichView *self)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  for (int line = 0; line < gtk_text_buffer_get_line_count (self->buffer); line++)
    read_line (self, (guint) line, builder);
  return mn_text_builder_end (builder);
}
