#include "mn-page-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "mn-children.h"
#include "mn-page-canvas.h"
#include "mn-paper-choice.h"

#define ZOOM_STEP 1.2
#define PIXELS_PER_POINT (96.0 / 72.0) /* what 100 % means */

struct _MnPagePreview
{
  GtkWidget parent_instance;

  /* Template */
  GtkStack      *stack;
  MnPageCanvas  *canvas;
  AdwStatusPage *error_page;
  GtkLabel      *note;
  GtkWidget     *bar;
  MnPaperChoice *choice;
  GtkMenuButton *form_button;
  GtkLabel      *form_label;
  GtkLabel      *page_label;
  GtkButton     *zoom_button;

  /* Owned */
  MnDocument *document;
  char       *style_name; /* of the pages on the canvas */
  char       *wanted;     /* item to scroll to once the pages are there */

  MnPaperInput *input; /* (owned) */

  /* Plain */
  MnForm   form;
  gboolean stale;
  gboolean turned; /* to another paper, which is seen from its beginning */
  guint    update_id;
};

enum
{
  PROP_FORM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MnPagePreview, mn_page_preview, GTK_TYPE_WIDGET)

/* ---- composing ------------------------------------------------------------------------------ */

/* Whoever looks at the pages takes them for what is printed elsewhere, too. */
static void
show_fault (MnPagePreview *self, MnPages *pages)
{
  g_autofree char *font_fault = mn_pages_dup_font_fault (pages);
  const char      *fault = mn_pages_get_fault (pages) ? mn_pages_get_fault (pages) : font_fault;

  gtk_label_set_text (self->note, fault ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), fault != NULL);
}

static MnPages *
ensure_pages (MnPagePreview *self, GError **error)
{
  const char *name = mn_form_get_style_name (self->form, mn_document_get_root (self->document));
  g_autoptr (MnPages) pages = NULL;
  MnStyle            *style;

  if (g_strcmp0 (name, self->style_name) == 0 && mn_page_canvas_get_pages (self->canvas))
    return mn_page_canvas_get_pages (self->canvas);

  style = mn_style_load (name, error);
  if (!style)
    return NULL;

  pages = mn_pages_new (style);
  mn_page_canvas_set_pages (self->canvas, pages);
  g_free (self->style_name);
  self->style_name = g_strdup (name);

  return pages;
}

static void
update_labels (MnPagePreview *self)
{
  MnPages         *pages = mn_page_canvas_get_pages (self->canvas);
  guint            n = pages ? mn_pages_get_n_pages (pages) : 0;
  g_autofree char *page = NULL;
  g_autofree char *zoom = g_strdup_printf ("%.0f%%", mn_page_canvas_get_real_zoom (self->canvas) /
                                                         PIXELS_PER_POINT * 100);

  if (n)
    /* Translators: which page is seen, out of how many */
    page = g_strdup_printf (_ ("%u/%u"), mn_page_canvas_get_page (self->canvas) + 1, n);
  gtk_label_set_text (self->page_label, page ? page : "");
  gtk_button_set_label (self->zoom_button, zoom);
}

static void
scroll_to_wanted (MnPagePreview *self)
{
  MnPages *pages = mn_page_canvas_get_pages (self->canvas);
  int      page = -1;

  if (self->wanted && pages)
    page = mn_pages_find_source (pages, self->wanted);
  g_clear_pointer (&self->wanted, g_free);
  if (self->turned && page < 0)
    mn_page_canvas_scroll_to (self->canvas, 0);
  self->turned = FALSE;
  /* Paging away from a sheet that already is in the middle of the view would only be restless. */
  if (page >= 0 && (guint) page != mn_page_canvas_get_page (self->canvas))
    mn_page_canvas_scroll_to (self->canvas, (guint) page);
}

static MnPages *
compose (MnPagePreview *self, GError **error)
{
  g_autoptr (MnComposed) composed = NULL;
  MnPages               *pages = ensure_pages (self, error);
  MnFormInput            input;

  if (!pages || !self->stale)
    return pages;

  mn_paper_input_get (self->input, self->form, &input);
  composed = mn_form_compose_input (self->form, &input);
  mn_pages_update (pages, composed);
  show_fault (self, pages);
  mn_page_canvas_update (self->canvas);
  self->stale = FALSE;

  return pages;
}

static void
update_now (MnPagePreview *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (compose (self, &error))
    {
      gtk_stack_set_visible_child_name (self->stack, "pages");
      mn_paper_choice_update (self->choice);
      scroll_to_wanted (self);
      update_labels (self);
      return;
    }

  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static gboolean
update_cb (gpointer user_data)
{
  MnPagePreview *self = user_data;

  self->update_id = 0;
  update_now (self);

  return G_SOURCE_REMOVE;
}

/* Below the priority of drawing: the letter that was typed is on screen before the page is set. */
static void
queue_update (MnPagePreview *self)
{
  if (!self->update_id && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, update_cb, self, NULL);
}

static void
edited_cb (MnPagePreview *self)
{
  self->stale = TRUE;
  queue_update (self);
}

/* ---- actions -------------------------------------------------------------------------------- */

static void
zoom_by (MnPagePreview *self, double factor)
{
  mn_page_canvas_set_zoom (self->canvas, mn_page_canvas_get_real_zoom (self->canvas) * factor);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (MN_PAGE_PREVIEW (widget), ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (MN_PAGE_PREVIEW (widget), 1 / ZOOM_STEP);
}

static void
fit_width_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mn_page_canvas_set_zoom (MN_PAGE_PREVIEW (widget)->canvas, 0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, MnPagePreview *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  zoom_by (self, dy > 0 ? 1 / ZOOM_STEP : ZOOM_STEP);

  return GDK_EVENT_STOP;
}

/* ---- widget --------------------------------------------------------------------------------- */

static void
mn_page_preview_map (GtkWidget *widget)
{
  MnPagePreview *self = MN_PAGE_PREVIEW (widget);

  GTK_WIDGET_CLASS (mn_page_preview_parent_class)->map (widget);
  if (self->stale || self->wanted)
    queue_update (self);
}

static void
mn_page_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_FORM)
    g_value_set_int (value, (int) MN_PAGE_PREVIEW (object)->form);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
mn_page_preview_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (prop_id == PROP_FORM)
    mn_page_preview_set_form (MN_PAGE_PREVIEW (object), (MnForm) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* Who comes back to the window may have mended a picture elsewhere. */
static void
active_cb (GtkWindow *window, GParamSpec *pspec, MnPagePreview *self)
{
  if (gtk_window_is_active (window))
    mn_paper_input_refresh (self->input);
}

static void
mn_page_preview_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (mn_page_preview_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (active_cb), widget, 0);
}

static void
mn_page_preview_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), active_cb, widget);

  GTK_WIDGET_CLASS (mn_page_preview_parent_class)->unroot (widget);
}

static void
mn_page_preview_dispose (GObject *object)
{
  MnPagePreview *self = MN_PAGE_PREVIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  mn_children_remove (GTK_WIDGET (self));
  gtk_widget_dispose_template (GTK_WIDGET (self), MN_TYPE_PAGE_PREVIEW);
  g_clear_object (&self->input);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (mn_page_preview_parent_class)->dispose (object);
}

static void
mn_page_preview_finalize (GObject *object)
{
  MnPagePreview *self = MN_PAGE_PREVIEW (object);

  g_free (self->style_name);
  g_free (self->wanted);

  G_OBJECT_CLASS (mn_page_preview_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "preview.fit-width", NULL, fit_width_action);
  gtk_widget_class_install_property_action (widget_class, "preview.form", "form");
}

static void
mn_page_preview_class_init (MnPagePreviewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mn_page_preview_get_property;
  object_class->set_property = mn_page_preview_set_property;
  object_class->dispose = mn_page_preview_dispose;
  object_class->finalize = mn_page_preview_finalize;
  widget_class->map = mn_page_preview_map;
  widget_class->root = mn_page_preview_root;
  widget_class->unroot = mn_page_preview_unroot;

  properties[PROP_FORM] = g_param_spec_int ("form", NULL, NULL, 0, MN_N_FORMS - 1, MN_FORM_MINUTES,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (MN_TYPE_PAGE_CANVAS);
  g_type_ensure (MN_TYPE_PAPER_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Minutes/mn-page-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, canvas);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, error_page);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, bar);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, note);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, choice);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, form_button);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, form_label);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, MnPagePreview, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, update_labels);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "preview");
}

static void
show_form_name (MnPagePreview *self)
{
  gtk_label_set_text (self->form_label, mn_form_get_label (self->form));
}

static void
fill_form_menu (MnPagePreview *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < MN_N_FORMS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (mn_form_get_label ((MnForm) i), NULL);

      g_menu_item_set_action_and_target (item, "preview.form", "i", (gint32) i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->form_button, G_MENU_MODEL (menu));
}

static void
mn_page_preview_init (MnPagePreview *self)
{
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_form_menu (self);
  show_form_name (self);
}

GtkWidget *
mn_page_preview_new (MnDocument *document, MnPaperInput *input)
{
  MnPagePreview *self = g_object_new (MN_TYPE_PAGE_PREVIEW, NULL);

  self->document = g_object_ref (document);
  self->input = g_object_ref (input);
  mn_paper_choice_set_input (self->choice, input);
  g_signal_connect_object (input, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
mn_page_preview_get_input (MnPagePreview *self, MnFormInput *input)
{
  g_return_if_fail (MN_IS_PAGE_PREVIEW (self));

  mn_paper_input_refresh (self->input);
  mn_paper_input_get (self->input, self->form, input);
}

MnForm
mn_page_preview_get_form (MnPagePreview *self)
{
  return self->form;
}

void
mn_page_preview_set_form (MnPagePreview *self, MnForm form)
{
  g_return_if_fail (MN_IS_PAGE_PREVIEW (self));

  if (form == self->form)
    return;

  self->form = form;
  self->stale = TRUE;
  self->turned = TRUE;
  show_form_name (self);
  mn_paper_choice_set_form (self->choice, form);
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORM]);
}

void
mn_page_preview_show_item (MnPagePreview *self, const char *item_id)
{
  g_return_if_fail (MN_IS_PAGE_PREVIEW (self));

  g_free (self->wanted);
  self->wanted = g_strdup (item_id);
  queue_update (self);
}

MnPages *
mn_page_preview_get_pages (MnPagePreview *self, GError **error)
{
  g_return_val_if_fail (MN_IS_PAGE_PREVIEW (self), NULL);

  mn_paper_input_refresh (self->input);

  return compose (self, error);
}

guint
mn_page_preview_get_page (MnPagePreview *self)
{
  g_return_val_if_fail (MN_IS_PAGE_PREVIEW (self), 0);

  return mn_page_canvas_get_page (self->canvas);
}
