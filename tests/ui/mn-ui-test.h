#pragma once

#include <adwaita.h>

/* What every window test needs. The tests run inside "activate" of an application, so that windows
 * can register with it and nothing warns at the end. */

typedef void (*MnUiTestSetUp) (void);

/* Initialises, runs @add_tests to register the cases, runs them; returns the exit status. */
int mn_ui_test_main (int argc, char **argv, MnUiTestSetUp add_tests);

/* The same in parts, for a test that runs inside an application of its own. */
void mn_ui_test_init (int *argc, char ***argv);
void mn_ui_test_clean_up (void);

/* The application around the tests, not one of ours: for windows that want one. */
GtkApplication *mn_ui_test_get_application (void);

/* A folder of this run of its own, removed at the end. (transfer full) */
char *mn_ui_test_dup_folder (const char *name);

/* Turns the main loop for that long, and on until it has been quiet for a moment: slow machines and
 * sanitizers get the time they need. */
void     mn_ui_test_run_for (guint milliseconds);
void     mn_ui_test_settle (void);                      /* until nothing is pending */
gboolean mn_ui_test_wait_for_paint (GtkWidget *widget); /* FALSE after twenty seconds */

/* Turns the main loop until @condition returns TRUE; FALSE after @milliseconds. */
typedef gboolean (*MnUiTestCondition) (gpointer user_data);
gboolean mn_ui_test_wait_until (MnUiTestCondition condition,
                                gpointer          user_data,
                                guint             milliseconds);

/* The first widget below @root of the type, or of the CSS name or buildable id; NULL if there is
 * none. */
GtkWidget *mn_ui_test_find_type (GtkWidget *root, GType type);
GtkWidget *mn_ui_test_find_id (GtkWidget *root, const char *buildable_id);
GtkWidget *mn_ui_test_find_text (GtkWidget  *root,
                                 const char *label); /* a mapped label that holds it */

/* Destroys the window and asserts that it dies. */
void mn_ui_test_close (GtkWindow *window);
