#include "mn-item.h"

#include <string.h>

#include "make.h"
#include "mn-item-private.h"

#define ID "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a"

static void
test_new (void)
{
  MnItem *item = mn_item_new (mn_kind_get_session ()), *record;

  record = mn_item_get_single (item, "record");
  g_assert_true (g_uuid_string_is_valid (mn_item_get_id (item)));
  g_assert_cmpstr (mn_item_get_id (item), !=, mn_item_get_id (record));
  g_assert_true (mn_item_is (record, "record"));
  g_assert_true (mn_item_get_parent (record) == item);
  g_assert_cmpstr (mn_item_get_slot (record)->name, ==, "record");
  g_assert_null (mn_item_get_parent (item));
  g_assert_null (mn_item_get_slot (item));
  g_assert_cmpuint (mn_item_get_index (item), ==, 0);
  g_assert_true (mn_item_is (mn_item_get_single (record, "general"), "general"));
  g_assert_cmpuint (mn_item_get_n_children (record, "parties"), ==, 0);
  g_assert_null (mn_item_get_child (record, "parties", 0));
  g_assert_null (mn_item_get_foreign (item));
  g_assert_false (mn_item_is_attached (item));
  g_assert_true (mn_item_is_empty (item));
  g_assert_finalize_object (item);
}

static void
test_every_kind (void)
{
  for (guint i = 0; mn_kind_list ()[i] != NULL; i++)
    {
      MnItem *item = mn_item_new_with_id (mn_kind_list ()[i], ID);

      g_assert_true (mn_item_get_kind (item) == mn_kind_list ()[i]);
      g_assert_cmpstr (mn_item_get_id (item), ==, ID);
      for (const MnField *field = mn_kind_list ()[i]->fields; field->name != NULL; field++)
        {
          g_autofree char *plain = mn_item_dup_plain (item, field->name);

          g_assert_cmpstr (plain, ==, "");
          g_assert_null (mn_item_get (item, field->name));
          g_assert_null (mn_item_get_rich (item, field->name));
        }
      for (const MnSlot *slot = mn_kind_list ()[i]->slots; slot->name != NULL; slot++)
        g_assert_cmpuint (mn_item_get_n_children (item, slot->name), ==, slot->single ? 1 : 0);
      g_assert_finalize_object (item);
    }
}

static void
count_change (MnItem *item, const char *field, gpointer user_data)
{
  GString *changes = user_data;

  g_string_append_printf (changes, "%s ", field);
}

static void
test_values (void)
{
  g_autoptr (MnItem)  item = make ("point", "text", "Một\nhai", NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GError)  error = NULL;
  g_autofree char    *plain = mn_item_dup_plain (item, "text");
  GDate               day;

  g_signal_connect (item, "changed", G_CALLBACK (count_change), changes);
  g_assert_cmpstr (plain, ==, "Một\nhai");
  g_assert_false (mn_item_get_boolean (item, "task"));
  set (item, "task", "yes");
  g_assert_true (mn_item_get_boolean (item, "task"));
  set (item, "task", "no");
  g_assert_null (mn_item_get (item, "task"));
  g_assert_false (mn_item_get_date (item, "deadline", &day));
  set (item, "deadline", "2024-02-29");
  g_assert_true (mn_item_get_date (item, "deadline", &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 29);
  g_assert_cmpint (g_date_get_month (&day), ==, G_DATE_FEBRUARY);
  g_assert_false (mn_item_set (item, "deadline", "2023-02-29", &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_VALUE);
  g_assert_cmpstr (mn_item_get (item, "deadline"), ==, "2024-02-29");
  mn_item_set_rich (item, "text", NULL);
  g_assert_null (mn_item_get_rich (item, "text"));
  g_assert_cmpstr (changes->str, ==, "task task deadline text ");
}

static void
test_numbers_and_moments (void)
{
  g_autoptr (MnItem)    vote = make ("vote", "for", "012", NULL);
  g_autoptr (MnItem)    general = make ("general", "starts", "2026-04-15T08:30:00+07:00", "ends",
                                        "2026-04-15T00:00:00+07:00", NULL);
  g_autoptr (GDateTime) starts = mn_item_get_moment (general, "starts");
  g_autoptr (MnItem)    untimed = make ("general", NULL);
  GDate                 day;

  g_assert_cmpint (mn_item_get_integer (vote, "for", -1), ==, 12);
  g_assert_cmpint (mn_item_get_integer (vote, "against", -1), ==, -1);
  g_assert_cmpint (g_date_time_get_hour (starts), ==, 8);
  g_assert_cmpint (g_date_time_get_utc_offset (starts) / G_TIME_SPAN_HOUR, ==, 7);
  g_assert_null (mn_item_get_moment (untimed, "starts"));
  g_assert_true (mn_item_get_date (general, "starts", &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 15);
  g_assert_true (mn_item_moment_has_time (general, "starts"));
  g_assert_false (mn_item_moment_has_time (general, "ends"));
  g_assert_false (mn_item_moment_has_time (untimed, "ends"));
}

static void
test_refs (void)
{
  g_autoptr (MnItem) general = make ("general", "chairs", ID " " ID, NULL);
  g_auto (GStrv)     chairs = mn_item_get_refs (general, "chairs");
  g_auto (GStrv)     nobody = mn_item_get_refs (general, "secretary");

  g_assert_cmpuint (g_strv_length (chairs), ==, 1);
  g_assert_cmpstr (chairs[0], ==, ID);
  g_assert_cmpuint (g_strv_length (nobody), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (MnItem) agenda = make ("agenda-item", NULL);
  MnItem            *point = put (agenda, "points", make ("agenda-item", NULL));

  g_assert_true (mn_item_is_empty (agenda));
  set (point, "title", "x");
  g_assert_false (mn_item_is_empty (agenda));
  set (point, "title", "");
  g_assert_true (mn_item_is_empty (agenda));
}

/* A session whose items point to each other. */
static MnItem *
make_session (void)
{
  MnItem *session = mn_session_new (), *record = mn_session_get_record (session);
  MnItem *party = put (record, "parties", make ("party", "name", "An", NULL));
  MnItem *attendee = put (record, "attendees", make ("attendee", NULL));
  MnItem *row = put (record, "follow-ups", make ("follow-up", "text", "Build", NULL));
  MnItem *wrong = put (row, "entries", make ("status-entry", "status", "done", NULL));
  MnItem *strike = put (row, "entries", make ("status-entry", NULL));

  set (attendee, "party", mn_item_get_id (party));
  set (row, "origin-session", ID);
  set (strike, "strikes", mn_item_get_id (wrong));
  mn_item_add_foreign (party, NULL, TRUE, " x:a=\"1\"");
  mn_item_add_foreign (party, "name", FALSE, "<x:b/>");
  return session;
}

static void
test_copy_same (void)
{
  MnItem          *session = make_session ();
  MnItem          *copy = mn_item_copy (session, MN_COPY_SAME_IDS);
  MnItem          *party = mn_item_get_child (mn_session_get_record (copy), "parties", 0);
  const MnForeign *foreign;

  g_assert_true (mn_item_equal (session, copy));
  g_assert_true (mn_item_equal (session, session));
  g_assert_cmpuint (mn_item_get_foreign (party)->len, ==, 2);
  foreign = mn_item_get_foreign (party)->pdata[1];
  g_assert_cmpstr (foreign->place, ==, "name");
  g_assert_cmpstr (foreign->xml, ==, "<x:b/>");
  set (party, "name", "Bình");
  g_assert_false (mn_item_equal (session, copy));
  g_assert_finalize_object (copy);
  g_assert_finalize_object (session);
}

static void
test_copy_new (void)
{
  g_autoptr (MnItem) session = make_session ();
  g_autoptr (MnItem) copy = mn_item_copy (session, MN_COPY_NEW_IDS);
  MnItem            *record = mn_session_get_record (copy), *old = mn_session_get_record (session);
  MnItem            *party = mn_item_get_child (record, "parties", 0);
  MnItem            *attendee = mn_item_get_child (record, "attendees", 0);
  MnItem            *row = mn_item_get_child (record, "follow-ups", 0);

  g_assert_false (mn_item_equal (session, copy));
  g_assert_cmpstr (mn_item_get_id (copy), !=, mn_item_get_id (session));
  g_assert_cmpstr (mn_item_get (attendee, "party"), ==, mn_item_get_id (party));
  g_assert_cmpstr (mn_item_get (party, "copied-from"), ==,
                   mn_item_get_id (mn_item_get_child (old, "parties", 0)));
  g_assert_cmpstr (mn_item_get (row, "origin-session"), ==, ID); /* not in the copy */
  g_assert_cmpstr (mn_item_get (mn_item_get_child (row, "entries", 1), "strikes"), ==,
                   mn_item_get_id (mn_item_get_child (row, "entries", 0)));
  /* A copy of a part still points to what wasn't copied. */
  {
    g_autoptr (MnItem) alone = mn_item_copy (attendee, MN_COPY_NEW_IDS);

    g_assert_cmpstr (mn_item_get (alone, "party"), ==, mn_item_get_id (party));
    g_assert_cmpstr (mn_item_get (alone, "copied-from"), ==, mn_item_get_id (attendee));
    g_assert_null (mn_item_get_parent (alone));
  }
}

static void
test_equal (void)
{
  g_autoptr (MnItem) a = make ("agenda-item", "title", "x", NULL);
  g_autoptr (MnItem) b = mn_item_copy (a, MN_COPY_SAME_IDS);
  g_autoptr (MnItem) other_kind = mn_item_new_with_id (mn_kind_find ("party"), mn_item_get_id (a));
  g_autoptr (MnItem) other_id = make ("agenda-item", "title", "x", NULL);
  g_autoptr (MnItem) foreign = mn_item_copy (a, MN_COPY_SAME_IDS);

  g_assert_false (mn_item_equal (a, other_kind));
  g_assert_false (mn_item_equal (a, other_id));
  mn_item_add_foreign (foreign, NULL, FALSE, "<x/>");
  g_assert_false (mn_item_equal (a, foreign));
  put (b, "points", make ("agenda-item", NULL));
  g_assert_false (mn_item_equal (a, b));
}

/* Where two trees part: the first item that isn't the same by itself. */
static void
test_difference (void)
{
  g_autoptr (MnItem) session = make_session ();
  g_autoptr (MnItem) copy = mn_item_copy (session, MN_COPY_SAME_IDS);
  MnItem            *record = mn_session_get_record (copy);
  MnItem            *party = mn_item_get_child (record, "parties", 0);

  g_assert_null (mn_item_find_difference (copy, session));
  set (party, "name", "Bình");
  g_assert_true (mn_item_find_difference (copy, session) == party);
  g_assert_true (mn_item_equal_alone (record, mn_session_get_record (session)));
  g_assert_false (mn_item_equal_alone (
      party, mn_item_get_child (mn_session_get_record (session), "parties", 0)));
  put (record, "parties", make ("party", NULL));
  g_assert_true (mn_item_find_difference (copy, session) == record);
  g_assert_false (mn_item_equal_alone (record, mn_session_get_record (session)));
}

static void
note_items (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, removed, added);
}

static char *
list_titles (MnItem *item)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < mn_item_get_n_children (item, "points"); i++)
    {
      MnItem *child = mn_item_get_child (item, "points", i);

      g_assert_cmpuint (mn_item_get_index (child), ==, i);
      g_string_append (titles, mn_item_get (child, "title"));
    }
  return g_string_free (titles, FALSE);
}

static void
test_move (void)
{
  static const struct
  {
    guint       from, to;
    const char *titles, *change;
  } rows[] = {
    { 0, 3, "bcda", "0-4+4 " }, { 3, 0, "dabc", "0-4+4 " }, { 1, 2, "acbd", "1-2+2 " },
    { 2, 1, "acbd", "1-2+2 " }, { 2, 2, "abcd", "2-1+1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MnItem             *item = make ("agenda-item", NULL);
      g_autoptr (GString) changes = g_string_new (NULL);
      g_autofree char    *titles = NULL;

      for (const char *p = "abcd"; *p != '\0'; p++)
        {
          const char title[] = { *p, '\0' };

          put (item, "points", make ("agenda-item", "title", title, NULL));
        }
      g_signal_connect (mn_item_get_children (item, "points"), "items-changed",
                        G_CALLBACK (note_items), changes);
      mn_item_move_child (item, 0, rows[i].from, rows[i].to);
      titles = list_titles (item);
      g_assert_cmpstr (titles, ==, rows[i].titles);
      g_assert_cmpstr (changes->str, ==, rows[i].change);
      g_assert_finalize_object (item);
    }
}

static void
test_add (void)
{
  MnItem *session = mn_session_new ();
  MnItem *old = g_object_ref (mn_session_get_after (session));
  MnItem *after = mn_item_new (mn_kind_find ("after"));

  mn_item_add (session, "after", after);
  g_assert_cmpuint (mn_item_get_n_children (session, "after"), ==, 1);
  g_assert_true (mn_session_get_after (session) == after);
  g_assert_null (mn_item_get_parent (old));
  g_assert_finalize_object (old);
  g_assert_finalize_object (session);
  g_assert_null (mn_item_get_parent (after)); /* orphans know it */
  g_assert_finalize_object (after);
}

static gboolean
count_until (MnItem *item, gpointer user_data)
{
  guint *left = user_data;

  return --*left > 0;
}

static void
test_walk (void)
{
  g_autoptr (MnItem) session = make_session ();
  guint              left = 1000, few = 3;

  g_assert_true (mn_item_walk (session, count_until, &left));
  g_assert_cmpuint (left, ==, 1000 - 10);
  g_assert_false (mn_item_walk (session, count_until, &few));
  g_assert_cmpuint (few, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/new", test_new);
  g_test_add_func ("/item/every-kind", test_every_kind);
  g_test_add_func ("/item/values", test_values);
  g_test_add_func ("/item/numbers-and-moments", test_numbers_and_moments);
  g_test_add_func ("/item/refs", test_refs);
  g_test_add_func ("/item/empty", test_empty);
  g_test_add_func ("/item/copy-same", test_copy_same);
  g_test_add_func ("/item/copy-new", test_copy_new);
  g_test_add_func ("/item/equal", test_equal);
  g_test_add_func ("/item/difference", test_difference);
  g_test_add_func ("/item/move", test_move);
  g_test_add_func ("/item/add", test_add);
  g_test_add_func ("/item/walk", test_walk);
  return g_test_run ();
}
