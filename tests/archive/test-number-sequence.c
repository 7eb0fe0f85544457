#include <string.h>

#include "mn-register.h"
#include "number-make.h"

#define PROVINCE "Tỉnh ủy Sông Ngân"

typedef struct
{
  MnItem           *session;
  MnItem           *document;
  MnRegister       *numbers;
  MnNumberSequence *sequence;
} Notice;

static void
open_notice (Folder *folder, Notice *notice, const char *number, const char *date)
{
  notice->session = make_issuing_session (PROVINCE, TODAY);
  notice->document = add_document (notice->session, "notice", number, date);
  folder_refresh (folder);
  notice->numbers = mn_register_new (folder->archive, notice->session, NULL);
  notice->sequence = mn_register_find (notice->numbers, notice->session, notice->document);
}

static void
close_notice (Notice *notice)
{
  mn_register_free (notice->numbers);
  g_object_unref (notice->session);
}

static void
assert_says (char *sentence, const char *wanted)
{
  g_autofree char *owned = sentence;

  g_test_message ("%s", owned != NULL ? owned : "(nothing)");
  g_assert_true ((owned == NULL) == (wanted == NULL));
  if (wanted != NULL)
    g_assert_nonnull (strstr (owned, wanted));
}

static void
assert_notice (Folder     *folder,
               const char *number,
               const char *date,
               const char *wrong,
               const char *advice)
{
  Notice notice;

  open_notice (folder, &notice, number, date);
  assert_says (mn_number_sequence_dup_double (notice.sequence, notice.document), wrong);
  assert_says (mn_number_sequence_dup_advice (notice.sequence, notice.document), advice);
  close_notice (&notice);
}

static void
test_words (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) root = mn_item_new (mn_kind_find ("number-register"));
  MnItem            *kept = add_entry_of (root, "reserved", PROVINCE, "14", "2026-03-01");

  set (kept, "reason", "Hội nghị Tỉnh ủy");
  kept = add_entry_of (root, "reserved", PROVINCE, "15", "2026-03-01");
  set (kept, "document", "00000000-0000-4000-8000-000000000000");
  put_numbers (folder, root);
  put_notice (folder, PROVINCE, "9", "2026-03-01");
  put_notice (folder, PROVINCE, "10", "2026-03-02");
  assert_notice (folder, "11", TODAY, NULL, NULL);
  assert_notice (folder, "10", TODAY, "10-TB/TU is taken already by “Giao ban”, 02/3/2026", NULL);
  assert_notice (folder, "12", TODAY, NULL, "Number 11 before it");
  assert_notice (folder, "13", TODAY, NULL, "Numbers 11 to 12 before it");
  assert_notice (folder, "11", "2026-02-01", NULL, "lower number has a later date");
  assert_notice (folder, "15", TODAY, "15-TB/TU is reserved for", NULL);
  put_notice (folder, PROVINCE, "11", "2026-03-02");
  put_notice (folder, PROVINCE, "12", "2026-03-02");
  put_notice (folder, PROVINCE, "13", "2026-03-02");
  assert_notice (folder, "14", TODAY, NULL, "reserved for “Hội nghị Tỉnh ủy”, 01/3/2026");
}

/* A reservation that its document has come for is no double. */
static void
test_fulfilled (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) root = mn_item_new (mn_kind_find ("number-register"));
  Notice             notice;

  add_entry_of (root, "reserved", PROVINCE, "14", "2026-03-01");
  put_numbers (folder, root);
  put_notice (folder, PROVINCE, "13", "2026-03-01");
  open_notice (folder, &notice, "14", TODAY);
  for (guint i = 0; i < notice.sequence->entries->len; i++)
    g_assert_false (((MnNumberEntry *) notice.sequence->entries->pdata[i])->twice);
  g_assert_cmpuint (notice.sequence->next, ==, 15);
  close_notice (&notice);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_NUMBER_TEST ("/number-sequence/words", test_words);
  ADD_NUMBER_TEST ("/number-sequence/fulfilled", test_fulfilled);
  return g_test_run ();
}
