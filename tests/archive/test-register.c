#include "mn-register.h"

#include <string.h>

#include "mn-error.h"
#include "number-make.h"

#define PROVINCE "Tỉnh ủy Sông Ngân"
#define COMMUNE "Ủy ban nhân dân xã Cồn Mây"

static MnRegister *
derive (Folder *folder, MnItem *extra)
{
  g_autoptr (GError) error = NULL;
  MnRegister        *numbers;

  folder_refresh (folder);
  numbers = mn_register_new (folder->archive, extra, &error);
  g_assert_no_error (error);
  return numbers;
}

static MnNumberSequence *
get (MnRegister *numbers, guint n)
{
  g_assert_cmpuint (n, <, mn_register_get_sequences (numbers)->len);
  return mn_register_get_sequences (numbers)->pdata[n];
}

/* "7 8 10!": "!" is twice, "<" late, "r" reserved, "f" from outside. */
static char *
show (MnNumberSequence *sequence)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sequence->entries->len; i++)
    {
      const MnNumberEntry *entry = sequence->entries->pdata[i];

      g_string_append_printf (out, "%s%u%s%s%s", i > 0 ? " " : "", entry->number,
                              entry->source == MN_NUMBER_RESERVED  ? "r"
                              : entry->source == MN_NUMBER_FOREIGN ? "f"
                                                                   : "",
                              entry->twice ? "!" : "", entry->late ? "<" : "");
    }
  for (guint i = 0; i < sequence->gaps->len; i++)
    {
      MnNumberGap gap = g_array_index (sequence->gaps, MnNumberGap, i);

      g_string_append_printf (out, " -%u..%u", gap.from, gap.to);
    }
  g_string_append_printf (out, " next %u", sequence->next);
  return g_string_free (out, FALSE);
}

static void
assert_sequence (MnRegister *numbers, guint n, const char *name, const char *wanted)
{
  MnNumberSequence *sequence = get (numbers, n);
  g_autofree char  *own = mn_number_sequence_dup_name (sequence);
  g_autofree char  *shown = show (sequence);

  g_assert_cmpstr (own, ==, name);
  g_assert_cmpstr (shown, ==, wanted);
}

static void
test_empty (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnRegister) numbers = derive (folder, NULL);
  g_autoptr (MnItem)     session = make_issuing_session (PROVINCE, TODAY);
  MnItem                *document = add (session, "documents", NULL);
  g_autoptr (MnItem)     nobody = make_session ("x", TODAY "T08:00:00+07:00");
  MnNumberSequence      *sequence;

  set (document, "form", "notice");
  g_assert_cmpuint (mn_register_get_sequences (numbers)->len, ==, 0);
  sequence = mn_register_find (numbers, session, document);
  g_assert_cmpuint (mn_number_sequence_propose (sequence, document), ==, 1);
  g_assert_true (sequence->open_ended);
  g_assert_null (mn_register_find (numbers, nobody, add (nobody, "documents", NULL)));
}

/* The committee's spelling and its standing organs don't matter; kinds and bodies do. */
static void
test_sequences (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     session = make_issuing_session (PROVINCE, "2026-03-01");
  g_autoptr (MnRegister) numbers = NULL;
  g_autofree char       *path = NULL;

  put_notice (folder, "Tỉnh uỷ Sông Ngân", "7", "2025-12-30");
  put_notice (folder, "Ban Thường vụ Tỉnh ủy Sông Ngân", "8", "2026-01-09");
  put_notice (folder, PROVINCE, "10", "2026-02-09");
  put_notice (folder, COMMUNE, "3", "2025-12-30");
  put_notice (folder, COMMUNE, "1", "2026-01-09");
  add_document (session, "minutes", "2", "2026-03-01");
  path = folder_save (folder, "2026/minutes.minutes", session);
  numbers = derive (folder, NULL);
  g_assert_cmpuint (mn_register_get_sequences (numbers)->len, ==, 4);
  assert_sequence (numbers, 0, "BB, " PROVINCE, "2 next 3");
  assert_sequence (numbers, 1, "TB, Tỉnh uỷ Sông Ngân", "7 8 10 -9..9 next 11");
  assert_sequence (numbers, 2, "TB, " COMMUNE ", 2026", "1 next 2");
  assert_sequence (numbers, 3, "TB, " COMMUNE ", 2025", "3 next 4");
}

static void
test_doubles_and_dates (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnRegister) numbers = NULL;

  put_notice (folder, PROVINCE, "7", "2026-03-01");
  put_notice (folder, PROVINCE, "7", "2026-03-05");
  put_notice (folder, PROVINCE, "8", "2026-02-01");
  numbers = derive (folder, NULL);
  assert_sequence (numbers, 0, "TB, " PROVINCE, "7! 7! 8< next 9");
}

static void
test_terms (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     root = mn_item_new (mn_kind_find ("number-register"));
  MnItem                *term = add (root, "terms", NULL);
  g_autoptr (MnRegister) numbers = NULL;

  set (term, "body", "Tỉnh uỷ Sông Ngân");
  set (term, "title", "Nhiệm kỳ 2020 - 2025");
  set (term, "from", "2020-10-15");
  set (term, "until", "2025-10-14");
  term = add (root, "terms", NULL);
  set (term, "body", PROVINCE);
  set (term, "from", "2025-10-15");
  set (term, "until", "2030-10-14");
  put_numbers (folder, root);
  put_notice (folder, PROVINCE, "300", "2025-10-14");
  put_notice (folder, PROVINCE, "1", "2025-10-15");
  put_notice (folder, PROVINCE, "2", "2026-04-01");
  put_notice (folder, PROVINCE, "5", "2019-04-01");
  numbers = derive (folder, NULL);
  g_assert_cmpuint (mn_register_get_sequences (numbers)->len, ==, 3);
  assert_sequence (numbers, 0, "TB, " PROVINCE ", before the first term", "5 next 6");
  assert_sequence (numbers, 1, "TB, " PROVINCE ", Nhiệm kỳ 2020 - 2025", "300 next 301");
  assert_sequence (numbers, 2, "TB, " PROVINCE ", 2025–2030", "1 2 next 3");
  g_assert_false (get (numbers, 2)->open_ended);
}

static void
test_numbers_file (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     root = mn_item_new (mn_kind_find ("number-register"));
  g_autoptr (MnItem)     session = make_issuing_session (PROVINCE, TODAY);
  MnItem                *document = add (session, "documents", NULL);
  MnItem                *kept;
  g_autoptr (MnRegister) numbers = NULL;
  MnNumberSequence      *sequence;

  set (document, "form", "notice");
  add_entry_of (root, "starts", PROVINCE, "5", "2026-01-01");
  add_entry_of (root, "foreign", "Tỉnh uỷ Sông Ngân", "8", "2026-02-20");
  add_entry_of (root, "reserved", PROVINCE, "9", "2026-03-01");
  kept = add_entry_of (root, "reserved", PROVINCE, "12", "2026-03-01");
  set (kept, "document", mn_item_get_id (document));
  put_numbers (folder, root);
  put_notice (folder, PROVINCE, "7", "2026-02-09");
  numbers = derive (folder, NULL);
  assert_sequence (numbers, 0, "TB, " PROVINCE, "7 8f 9r 12r -5..6 next 10");
  sequence = mn_register_find (numbers, session, document);
  g_assert_true (sequence == get (numbers, 0));
  /* What is kept for it comes first. */
  g_assert_cmpuint (mn_number_sequence_propose (sequence, document), ==, 12);
  g_assert_null (mn_number_sequence_find (sequence, 12, document));
  g_assert_nonnull (mn_number_sequence_find (sequence, 12, NULL));
  g_assert_nonnull (mn_number_sequence_find (sequence, 8, document));
  g_assert_null (mn_number_sequence_find (sequence, 9, document));
  g_assert_null (mn_number_sequence_find (sequence, 10, document));
}

/* All kinds of a congress in one row, signed ĐH; another organ's sign begins a row of its own. */
static void
test_signs (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     congress = make_issuing_session (PROVINCE, "2025-10-14");
  g_autoptr (MnItem)     office = make_issuing_session (PROVINCE, "2026-01-14");
  g_autoptr (MnRegister) numbers = NULL;
  g_autofree char       *one = NULL, *two = NULL;

  set (mn_session_get_general (congress), "kind", "congress");
  add_document (congress, "minutes", "20", "2025-10-14");
  add_document (congress, "notice", "21", "2025-10-14");
  set (add_document (office, "notice", "20", "2026-01-14"), "symbol", "VPTU");
  set (add_document (office, "notice", "30", "2026-01-14"), "symbol", "TU");
  one = folder_save (folder, "2025/a.minutes", congress);
  two = folder_save (folder, "2026/b.minutes", office);
  put_notice (folder, PROVINCE, "31", "2026-02-09");
  numbers = derive (folder, NULL);
  g_assert_cmpuint (mn_register_get_sequences (numbers)->len, ==, 3);
  assert_sequence (numbers, 0, "TB, " PROVINCE, "30 31 next 32");
  assert_sequence (numbers, 1, "TB, " PROVINCE, "20 next 21");
  assert_sequence (numbers, 2, "All kinds, " PROVINCE, "20 21 next 22");
}

static void
test_state_shares (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     root = mn_item_new (mn_kind_find ("number-register"));
  g_autoptr (MnItem)     session = make_issuing_session (COMMUNE, "2026-01-14");
  MnItem                *start = add (root, "starts", NULL);
  g_autoptr (MnRegister) numbers = NULL;
  g_autofree char       *path = NULL;

  set (start, "body", COMMUNE);
  put_numbers (folder, root);
  add_document (session, "minutes", "20", "2026-01-14");
  add_document (session, "notice", "21", "2026-01-14");
  path = folder_save (folder, "2026/a.minutes", session);
  numbers = derive (folder, NULL);
  g_assert_cmpuint (mn_register_get_sequences (numbers)->len, ==, 1);
  assert_sequence (numbers, 0, "All kinds, " COMMUNE ", 2026", "20 21 next 22");
}

/* The session being edited stands for its file; a copy of a file says nothing new. */
static void
test_extra (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     session = make_issuing_session (PROVINCE, "2026-01-14");
  MnItem                *document = add_document (session, "notice", "20", "2026-01-14");
  g_autofree char       *path = folder_save (folder, "2026/a.minutes", session);
  g_autofree char       *copy = folder_save (folder, "2026/b.minutes", session);
  g_autoptr (MnRegister) numbers = derive (folder, NULL);
  g_autoptr (MnRegister) edited = NULL;

  assert_sequence (numbers, 0, "TB, " PROVINCE, "20 next 21");
  set (document, "number", "25");
  edited = derive (folder, session);
  assert_sequence (edited, 0, "TB, " PROVINCE, "25 next 26");
}

static void
test_unreadable (Folder *folder, gconstpointer unused)
{
  g_autofree char   *path = folder_put (folder, "numbers.xml", "<numbers/>");
  g_autoptr (GError) error = NULL;

  folder_refresh (folder);
  g_assert_null (mn_register_new (folder->archive, NULL, &error));
  g_assert_error (error, MN_ERROR, MN_ERROR_NOT_OURS);
  g_assert_true (g_str_has_prefix (error->message, path));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_NUMBER_TEST ("/register/empty", test_empty);
  ADD_NUMBER_TEST ("/register/sequences", test_sequences);
  ADD_NUMBER_TEST ("/register/doubles-and-dates", test_doubles_and_dates);
  ADD_NUMBER_TEST ("/register/terms", test_terms);
  ADD_NUMBER_TEST ("/register/numbers-file", test_numbers_file);
  ADD_NUMBER_TEST ("/register/signs", test_signs);
  ADD_NUMBER_TEST ("/register/state-shares", test_state_shares);
  ADD_NUMBER_TEST ("/register/extra", test_extra);
  ADD_NUMBER_TEST ("/register/unreadable", test_unreadable);
  return g_test_run ();
}
