#include "mn-papers.h"

#include "mn-index-update.h"
#include "mn-numbering.h"
#include "mn-scan.h"
#include "number-make.h"

static void
assert_paper (const MnPaper *paper, MnItem *session, MnItem *document)
{
  g_assert_cmpstr (paper->item, ==, mn_item_get_id (document));
  g_assert_cmpstr (paper->session, ==, mn_item_get_id (session));
  g_assert_cmpstr (paper->form, ==, "notice");
  g_assert_cmpstr (paper->state, ==, "issued");
  g_assert_cmpstr (paper->symbol, ==, "TU");
  g_assert_cmpstr (paper->date, ==, "2026-04-16");
  g_assert_cmpstr (paper->title, ==, "kết luận");
  g_assert_cmpstr (paper->body, ==, "Tỉnh ủy Sông Ngân");
  g_assert_cmpstr (paper->body_symbol, ==, "");
  g_assert_cmpstr (paper->style, ==, "party-2026");
  g_assert_cmpstr (paper->session_title, ==, "Giao ban");
  g_assert_cmpstr (paper->day, ==, "2026-04-15");
  g_assert_cmpstr (paper->above, ==, "Trung ương");
  g_assert_cmpstr (paper->joint, ==, "UBND\tỦy ban nhân dân tỉnh");
  g_assert_cmpint (paper->family, ==, MN_FAMILY_PARTY);
  g_assert_cmpuint (paper->number, ==, 86);
  g_assert_false (paper->congress);
}

static void
test_round_trip (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)    session = make_issuing_session ("Tỉnh ủy Sông Ngân", "2026-04-15");
  MnItem               *document = add_document (session, "notice", "86", "2026-04-16");
  MnItem               *other;
  g_autofree char      *path = NULL;
  g_autoptr (GPtrArray) own = NULL, listed = NULL, others = NULL, found = NULL;
  g_autoptr (MnIndex)   index = NULL;
  g_autoptr (GError)    error = NULL;

  set (mn_session_get_general (session), "style", "party-2026");
  set (mn_session_get_issuer (session), "body", mn_item_get_id (add_party (session, "Trung ương")));
  other = add_party (session, "Ủy ban nhân dân tỉnh");
  set (other, "symbol", "UBND");
  point_at (document, "joint-bodies", other);
  set (document, "symbol", "TU");
  set (document, "subject", "kết luận");
  set (add (session, "documents", NULL), "form", "minutes"); /* has no number */
  path = folder_save (folder, "2026/a.minutes", session);
  own = mn_papers_collect (session);
  g_assert_cmpuint (own->len, ==, 1);
  assert_paper (own->pdata[0], session, document);
  index = mn_index_open (folder->path, &error);
  found = mn_scan_folder (folder->path, &error);
  g_assert_true (mn_index_update (index, found, &error));
  listed = mn_papers_list (index, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  assert_paper (listed->pdata[0], session, document);
  others = mn_papers_list (index, mn_item_get_id (session), &error);
  g_assert_cmpuint (others->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/papers/round-trip", test_round_trip);
  return g_test_run ();
}
