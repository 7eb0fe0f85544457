#include "mn-field-control.h"

#include <glib/gstdio.h>
#include <string.h>

#include "editor-make.h"
#include "mn-item-form.h"
#include "mn-ref-chooser.h"
#include "mn-rich-view.h"
#include "mn-session.h"
#include "mn-style.h"
#include "mn-ui-test.h"

typedef struct
{
  MnDocument    *document;
  MnEditContext *context;
  GtkWidget     *window;
  guint          n_told;
} Fixture;

static void
told_cb (MnEditContext *context, const char *text, const char *action, Fixture *fixture)
{
  fixture->n_told++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = editor_make_document ();
  fixture->context = mn_edit_context_new (fixture->document, NULL);
  g_signal_connect (fixture->context, "notify-user", G_CALLBACK (told_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    mn_ui_test_close (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->context);
  g_assert_finalize_object (fixture->document);
}

static MnFieldControl *
show (Fixture *fixture, MnItem *item, const char *field)
{
  GtkWidget *control = mn_field_control_new (fixture->context, item,
                                             mn_kind_find_field (mn_item_get_kind (item), field));

  if (fixture->window == NULL)
    fixture->window = editor_make_window (control);
  else
    gtk_window_set_child (GTK_WINDOW (fixture->window), control);
  return MN_FIELD_CONTROL (control);
}

/* ---- every field of every kind -------------------------------------------------------------- */

static const char *
get_id_of (Fixture *fixture, const char *kind)
{
  MnItem *record = mn_session_get_record (mn_document_get_root (fixture->document));
  MnItem *conclusion = mn_session_get_conclusion (mn_document_get_root (fixture->document));

  if (strcmp (kind, "party") == 0)
    return mn_item_get_id (mn_item_get_child (record, "parties", 1));
  if (strcmp (kind, "agenda-item") == 0)
    return mn_item_get_id (mn_item_get_child (record, "agenda", 1));
  if (strcmp (kind, "proposal") == 0)
    return mn_item_get_id (mn_item_get_child (record, "proposals", 1));
  g_assert_cmpstr (kind, ==, "point");
  return mn_item_get_id (mn_item_get_child (conclusion, "points", 1));
}

static void
type_value (GtkWidget *target, const char *typed)
{
  gtk_editable_set_text (GTK_EDITABLE (target), typed);
  g_signal_emit_by_name (target, "activate");
}

/* Does with the widget what a person does, and says what the field must hold then. */
static const char *
set_through_widget (Fixture *fixture, MnFieldControl *control)
{
  const MnField *field = mn_field_control_get_field (control);
  GtkWidget     *target = mn_field_control_get_target (control);

  switch (field->type)
    {
    case MN_FIELD_TEXT:
      if (GTK_IS_DROP_DOWN (target)) /* a style of the office's own */
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (target), 1);
          return "rieng";
        }
      if (MN_IS_RICH_VIEW (target))
        g_signal_emit_by_name (target, "insert-at-cursor", "Ngày mới");
      else
        gtk_editable_set_text (GTK_EDITABLE (target), "Ngày mới");
      return "Ngày mới";
    case MN_FIELD_RICH:
      g_signal_emit_by_name (target, "insert-at-cursor", "Ngày mới");
      return "Ngày mới";
    case MN_FIELD_ENUM:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (target), 1);
      return field->values[0].nick;
    case MN_FIELD_DATE:
      type_value (target, "15/4/2026");
      return "2026-04-15";
    case MN_FIELD_TIME:
      type_value (target, "8h30");
      return "08:30";
    case MN_FIELD_MOMENT:
      type_value (target, "15/4/2026 8:30");
      return "2026-04-15T08:30:00+07:00";
    case MN_FIELD_INTEGER:
      type_value (target, "12");
      return "12";
    case MN_FIELD_DECIMAL:
      type_value (target, "5,8");
      return "5.8";
    case MN_FIELD_BOOLEAN:
      gtk_switch_set_active (GTK_SWITCH (target), TRUE);
      return "yes";
    case MN_FIELD_REF:
    case MN_FIELD_REFS:
      gtk_editable_set_text (GTK_EDITABLE (target), "");
      g_signal_emit_by_name (target, "activate"); /* nothing typed: nothing chosen */
      return get_id_of (fixture, field->ref);
    case MN_FIELD_ID:
    default:
      g_assert_not_reached ();
    }
}

/* Chooses through the list of suggestions. */
static void
choose (MnFieldControl *control, guint index)
{
  GtkWidget     *entry = mn_field_control_get_target (control);
  GtkWidget     *list = mn_ui_test_find_type (GTK_WIDGET (control), GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row;

  g_assert_nonnull (list);
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  mn_ui_test_settle ();
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) index);
  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
}

static char *
dup_shown (MnFieldControl *control)
{
  GtkWidget *target = mn_field_control_get_target (control);

  if (MN_IS_RICH_VIEW (target))
    return g_strdup (mn_text_get_plain (mn_rich_view_get_text (MN_RICH_VIEW (target))));
  if (GTK_IS_DROP_DOWN (target))
    return g_strdup_printf ("%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (target)));
  if (GTK_IS_SWITCH (target))
    return g_strdup_printf ("%d", gtk_switch_get_active (GTK_SWITCH (target)));
  if (MN_IS_REF_CHOOSER (control))
    return g_strdup_printf ("%d", gtk_widget_get_visible (gtk_widget_get_next_sibling (
                                      gtk_widget_get_first_child (GTK_WIDGET (control)))));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (target)));
}

static void
unset (Fixture *fixture, MnItem *item, const MnField *field)
{
  if (field->type == MN_FIELD_RICH)
    mn_document_set_rich (fixture->document, item, field->name, NULL, NULL);
  else
    mn_document_set (fixture->document, item, field->name, NULL, NULL);
}

static gboolean
is_set (MnItem *item, const MnField *field)
{
  g_autofree char *value = mn_item_dup_plain (item, field->name);

  return *value != '\0';
}

static void
check_field (Fixture *fixture, MnItem *item, const MnField *field)
{
  MnFieldControl  *control;
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *value = NULL;
  const char      *wanted;

  unset (fixture, item, field);
  control = show (fixture, item, field->name);
  before = dup_shown (control);
  mn_document_break_typing (fixture->document);
  wanted = set_through_widget (fixture, control);
  if (MN_IS_REF_CHOOSER (control))
    {
      choose (control, strcmp (field->ref, "agenda-item") == 0 ? 7 : 1);
      wanted = get_id_of (fixture, field->ref);
    }
  value = mn_item_dup_plain (item, field->name);
  g_assert_cmpstr (value, ==, wanted);
  after = dup_shown (control);
  g_assert_cmpstr (before, !=, after);
  while (is_set (item, field) && mn_document_undo (fixture->document))
    {
    }
  undone = dup_shown (control);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (control)));
  g_assert_null (mn_field_control_get_message (control));
}

static gboolean
check_kind (MnItem *item, gpointer user_data)
{
  Fixture      *fixture = ((gpointer *) user_data)[0];
  GHashTable   *seen = ((gpointer *) user_data)[1];
  const MnKind *kind = mn_item_get_kind (item);

  if (!g_hash_table_add (seen, (gpointer) kind))
    return TRUE;
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    /* Files need an archive: test-field-file. */
    if ((kind->fields[i].flags & (MN_FIELD_HIDDEN | MN_FIELD_ATTACHED)) == 0)
      check_field (fixture, item, &kind->fields[i]);
  return TRUE;
}

/* What stands in sessions; other documents have forms of their own. */
static void
reach (const MnKind *kind, GHashTable *reached)
{
  if (!g_hash_table_add (reached, (gpointer) kind))
    return;
  for (const MnSlot *slot = kind->slots; slot->name != NULL; slot++)
    reach (slot->kind, reached);
}

static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);
  gpointer               both[] = { fixture, seen };

  mn_item_walk (mn_document_get_root (fixture->document), check_kind, both);
  reach (mn_kind_get_session (), all);
  g_assert_cmpuint (g_hash_table_size (seen), ==, g_hash_table_size (all));
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

/* ---- values that are none ------------------------------------------------------------------- */

static void
test_wrong_value_stays (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "follow-ups", 0);
  MnFieldControl *control = show (fixture, item, "deadline");
  GtkWidget      *entry = mn_field_control_get_target (control);

  type_value (entry, "30/2/2026");
  g_assert_nonnull (mn_field_control_get_message (control));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (mn_item_get (item, "deadline"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30/2/2026");
  /* The form goes and comes back. */
  control = show (fixture, item, "origin-date");
  control = show (fixture, item, "deadline");
  entry = mn_field_control_get_target (control);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30/2/2026");
  g_assert_nonnull (mn_field_control_get_message (control));
  type_value (entry, "28/2/2026");
  g_assert_null (mn_field_control_get_message (control));
  g_assert_cmpstr (mn_item_get (item, "deadline"), ==, "2026-02-28");
}

/* A date that was typed is in the document when the form goes, and when everything is saved. */
static void
test_nothing_is_left_behind (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "follow-ups", 0);
  MnFieldControl *control = show (fixture, item, "deadline");

  gtk_editable_set_text (GTK_EDITABLE (mn_field_control_get_target (control)), "1/3/2026");
  g_assert_null (mn_item_get (item, "deadline"));
  mn_edit_context_flush (fixture->context);
  g_assert_cmpstr (mn_item_get (item, "deadline"), ==, "2026-03-01");
  gtk_editable_set_text (GTK_EDITABLE (mn_field_control_get_target (control)), "2/3/2026");
  show (fixture, item, "label");
  mn_ui_test_settle ();
  g_assert_cmpstr (mn_item_get (item, "deadline"), ==, "2026-03-02");
}

static void
test_typing_rests (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "follow-ups", 0);
  MnFieldControl *control = show (fixture, item, "deadline");

  gtk_editable_set_text (GTK_EDITABLE (mn_field_control_get_target (control)), "1/3/2026");
  mn_ui_test_run_for (900);
  g_assert_cmpstr (mn_item_get (item, "deadline"), ==, "2026-03-01");
}

/* ---- text ----------------------------------------------------------------------------------- */

static void
count_cb (MnDocument *document, MnEdit *edit, guint *n_splices)
{
  g_assert_cmpint (edit->type, ==, MN_EDIT_SPLICE);
  ++*n_splices;
}

static void
test_keys_are_splices (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "proposals", 0);
  MnFieldControl *control = show (fixture, item, "area");
  GtkEditable    *entry = GTK_EDITABLE (mn_field_control_get_target (control));
  guint           n_splices = 0;
  int             position = 0;

  g_signal_connect (fixture->document, "edited", G_CALLBACK (count_cb), &n_splices);
  for (const char *p = "ngân sách"; *p != '\0'; p = g_utf8_next_char (p))
    gtk_editable_insert_text (entry, p, (int) (g_utf8_next_char (p) - p), &position);
  g_assert_cmpuint (n_splices, ==, 9);
  g_assert_cmpstr (mn_item_get (item, "area"), ==, "ngân sách");
  gtk_editable_delete_text (entry, 0, 5);
  g_assert_cmpstr (mn_item_get (item, "area"), ==, "sách");
  g_signal_handlers_disconnect_by_data (fixture->document, &n_splices);
}

static void
test_cursor_stays (Fixture *fixture, gconstpointer data)
{
  MnItem            *item = editor_find (fixture->document, "proposals", 0);
  MnFieldControl    *control = show (fixture, item, "area");
  GtkEditable       *entry = GTK_EDITABLE (mn_field_control_get_target (control));
  g_autoptr (MnText) more = mn_text_new ("Về ");

  gtk_editable_set_text (entry, "ngân sách");
  gtk_editable_set_position (entry, 4);
  mn_document_splice (fixture->document, item, "area", 0, 0, more, NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Về ngân sách");
  g_assert_cmpint (gtk_editable_get_position (entry), ==, 7);
}

/* What the model cleaned is shown once typing is at rest. */
static void
test_nfd_is_composed (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "proposals", 0);
  MnFieldControl *control = show (fixture, item, "area");
  GtkEditable    *entry = GTK_EDITABLE (mn_field_control_get_target (control));

  gtk_editable_set_text (entry, "ngo\xCC\x82i");
  g_assert_cmpstr (mn_item_get (item, "area"), ==, "ngôi");
  mn_ui_test_run_for (30);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "ngôi");
}

/* ---- parties -------------------------------------------------------------------------------- */

static void
test_new_party_is_one_step (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "proposals", 0);
  MnItem         *record = mn_session_get_record (mn_document_get_root (fixture->document));
  MnFieldControl *control = show (fixture, item, "proposers");
  guint           n = mn_item_get_n_children (record, "parties");
  MnItem         *party;

  mn_ref_chooser_enter (MN_REF_CHOOSER (control), "Trần Thị Bích, Chủ tịch Hội Nông dân");
  g_assert_cmpuint (mn_item_get_n_children (record, "parties"), ==, n + 1);
  party = mn_item_get_child (record, "parties", n);
  g_assert_cmpstr (mn_item_get (party, "name"), ==, "Trần Thị Bích");
  g_assert_cmpstr (mn_item_get (party, "post"), ==, "Chủ tịch Hội Nông dân");
  g_assert_cmpstr (mn_item_get (party, "type"), ==, "person");
  g_assert_cmpstr (mn_item_get (item, "proposers"), ==, mn_item_get_id (party));
  mn_ref_chooser_enter (MN_REF_CHOOSER (control), "so tai chinh"); /* is there, with its marks */
  g_assert_cmpuint (mn_item_get_n_children (record, "parties"), ==, n + 1);
  g_assert_true (strstr (mn_item_get (item, "proposers"), get_id_of (fixture, "party")) != NULL);
  g_assert_true (mn_document_undo (fixture->document));
  g_assert_true (mn_document_undo (fixture->document));
  g_assert_cmpuint (mn_item_get_n_children (record, "parties"), ==, n);
  g_assert_null (mn_item_get (item, "proposers"));
}

static void
test_words_not_entered_stay (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "proposals", 0);
  MnFieldControl *control = show (fixture, item, "proposers");

  gtk_editable_set_text (GTK_EDITABLE (mn_field_control_get_target (control)), "Tran Th");
  show (fixture, item, "area");
  control = show (fixture, item, "proposers");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (mn_field_control_get_target (control))), ==,
                   "Tran Th");
}

/* ---- reading only --------------------------------------------------------------------------- */

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  MnItem         *item = editor_find (fixture->document, "proposals", 0);
  MnFieldControl *control;

  mn_document_set_read_only (fixture->document, TRUE);
  control = show (fixture, item, "area");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (mn_field_control_get_target (control))));
  control = show (fixture, item, "text");
  g_assert_false (
      gtk_text_view_get_editable (GTK_TEXT_VIEW (mn_field_control_get_target (control))));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* ---- styles of the office ------------------------------------------------------------------- */

static gboolean
shows (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, words))
      return TRUE;
  return FALSE;
}

/* What the office's style has that its rule doesn't allow is told below it; one that isn't there
 * stays chosen, and that is told. */
static void
test_office_style (Fixture *fixture, gconstpointer data)
{
  MnItem         *general = mn_session_get_general (mn_document_get_root (fixture->document));
  MnFieldControl *control = show (fixture, general, "own-style");
  GtkDropDown    *drop_down = GTK_DROP_DOWN (mn_field_control_get_target (control));

  mn_document_set (fixture->document, general, "own-style", NULL, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  g_assert_false (shows (GTK_WIDGET (control), "rieng.xml"));
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpstr (mn_item_get (general, "own-style"), ==, "rieng");
  g_assert_true (shows (GTK_WIDGET (control), "rieng.xml:1"));
  g_assert_true (shows (GTK_WIDGET (control), "HD 05-HD/VPTW"));
  g_assert_null (mn_field_control_get_message (control));

  mn_document_set (fixture->document, general, "own-style", "cu", NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 2);
  g_assert_nonnull (strstr (mn_field_control_get_message (control), "cu"));
  g_assert_false (shows (GTK_WIDGET (control), "rieng.xml"));
  mn_document_undo (fixture->document);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 1);
}

/* A paper's own choice stands beside the session's, and is undone alone. */
static void
test_style_of_paper (Fixture *fixture, gconstpointer data)
{
  MnItem          *root = mn_document_get_root (fixture->document);
  MnItem          *notice = mn_session_get_document (root, "notice");
  MnFieldControl  *control = show (fixture, notice, "own-style");
  GtkDropDown     *drop_down = GTK_DROP_DOWN (mn_field_control_get_target (control));
  g_autofree char *before = g_strdup (mn_item_get (mn_session_get_general (root), "own-style"));

  mn_document_set (fixture->document, notice, "own-style", NULL, NULL);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down)), ==,
                   "As for the session");
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpstr (mn_item_get (notice, "own-style"), ==, "rieng");
  g_assert_true (shows (GTK_WIDGET (control), "rieng.xml:1"));
  g_assert_cmpstr (mn_item_get (mn_session_get_general (root), "own-style"), ==, before);
  mn_document_undo (fixture->document);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  g_assert_null (mn_item_get (notice, "own-style"));
}

/* A folder of styles with one that departs from its rule. */
static char *
make_styles (void)
{
  char            *folder = g_dir_make_tmp ("minutes-styles-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rieng.xml", NULL);
  const char      *folders[] = { folder, NULL };

  g_assert_true (g_file_set_contents (
      path,
      "<house-style name=\"rieng\" base=\"party-2026\"><role name=\"body\" size=\"16\"/>"
      "</house-style>",
      -1, NULL));
  mn_style_set_folders (folders);
  return folder;
}

static void
remove_styles (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "rieng.xml", NULL);

  mn_style_set_folders (NULL);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
add_tests (void)
{
  add ("/field-control/every-field", test_every_field);
  add ("/field-control/wrong-value-stays", test_wrong_value_stays);
  add ("/field-control/nothing-is-left-behind", test_nothing_is_left_behind);
  add ("/field-control/typing-rests", test_typing_rests);
  add ("/field-control/keys-are-splices", test_keys_are_splices);
  add ("/field-control/cursor-stays", test_cursor_stays);
  add ("/field-control/nfd-is-composed", test_nfd_is_composed);
  add ("/field-control/new-party-is-one-step", test_new_party_is_one_step);
  add ("/field-control/words-not-entered-stay", test_words_not_entered_stay);
  add ("/field-control/read-only", test_read_only);
  add ("/field-control/office-style", test_office_style);
  add ("/field-control/style-of-paper", test_style_of_paper);
}

int
main (int argc, char **argv)
{
  g_autofree char *styles = make_styles ();
  int              result = mn_ui_test_main (argc, argv, add_tests);

  remove_styles (styles);
  return result;
}
