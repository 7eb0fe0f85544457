/* Every row of the rules, measured in the PDFs of all forms by all styles over sessions that stress
 * them (rules-make.c): type and places with poppler, strokes in the drawing itself. Millimetres
 * within 0.5, points within 0.1. docs/rules.md says which row is proved by which of these. */

#include "rules-row.h"

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules_add_rows (rules_heading_rows, rules_n_heading_rows);
  rules_add_rows (rules_body_rows, rules_n_body_rows);
  rules_add_rows (rules_ending_rows, rules_n_ending_rows);
  rules_add_sheet_tests ();
  status = g_test_run ();
  rules_drop_papers ();
  return status;
}
