#include "mn-item-name.h"

#include "make.h"

static void
expect_name (MnItem *item, const char *name)
{
  g_autofree char *got = mn_item_dup_name (item);

  g_assert_cmpstr (got, ==, name);
}

static void
test_names (void)
{
  g_autoptr (MnItem) root = mn_session_new ();
  MnItem            *record = mn_session_get_record (root);
  MnItem *party = put (record, "parties", make ("party", "name", "Trần Thị B", NULL));
  MnItem *attendee, *proposal, *agenda;

  attendee = put (record, "attendees", make ("attendee", "party", mn_item_get_id (party), NULL));
  proposal = put (record, "proposals", make ("proposal", "text", "Tiền", NULL));
  agenda = put (record, "agenda", make ("agenda-item", "title", "Báo cáo", NULL));
  expect_name (root, "Session");
  expect_name (mn_session_get_general (root), "General");
  expect_name (attendee, "Attendee Trần Thị B");
  expect_name (put (record, "attendees", make ("attendee", NULL)), "Attendee 2");
  expect_name (put (attendee, "presences", make ("presence", NULL)),
               "Attendee Trần Thị B, Presence 1");
  expect_name (proposal, "Proposal 1");
  expect_name (put (proposal, "answers", make ("answer", NULL)), "Proposal 1, Answer 1");
  expect_name (put (agenda, "points", make ("agenda-item", NULL)), "Agenda item 1.1");
}

static void
expect_value (MnItem *item, const char *field, const char *value)
{
  g_autofree char *got = mn_item_dup_value (item,
                                            mn_kind_find_field (mn_item_get_kind (item), field));

  g_assert_cmpstr (got, ==, value);
}

static void
test_values (void)
{
  g_autoptr (MnItem) root = mn_session_new ();
  MnItem            *record = mn_session_get_record (root);
  MnItem *party = put (record, "parties", make ("party", "post", "Bí thư", "type", "post", NULL));
  MnItem *proposal = put (record, "proposals", make ("proposal", "text", "Tiền", NULL));
  MnItem *point = put (mn_session_get_conclusion (root), "points",
                       make ("point", "task", "yes", "deadline", "2026-06-30", "leads",
                             mn_item_get_id (party), "answers", mn_item_get_id (proposal), NULL));

  expect_value (party, "type", "Post without a name");
  expect_value (party, "name", "");
  expect_value (proposal, "text", "Tiền");
  expect_value (proposal, "proposers", "");
  expect_value (point, "task", "yes");
  expect_value (point, "deadline", "30/6/2026");
  expect_value (point, "leads", "Bí thư");
  expect_value (point, "answers", "Proposal 1");
  set (point, "partners", "7b0f7e0e-0000-4000-8000-000000000000");
  expect_value (point, "partners", "?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item-name/names", test_names);
  g_test_add_func ("/item-name/values", test_values);
  return g_test_run ();
}
