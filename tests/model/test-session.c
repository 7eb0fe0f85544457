#include "mn-session.h"

#include <string.h>

#include "make.h"

typedef struct
{
  MnItem *session, *general, *record, *conclusion;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = mn_session_new ();
  fixture->general = mn_session_get_general (fixture->session);
  fixture->record = mn_session_get_record (fixture->session);
  fixture->conclusion = mn_session_get_conclusion (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  MnItem *minutes = put (fixture->session, "documents", make ("document", "form", "minutes", NULL));
  MnItem *notice = put (fixture->session, "documents", make ("document", "form", "notice", NULL));

  put (fixture->session, "documents", make ("document", NULL));
  g_assert_true (mn_item_is (fixture->record, "record"));
  g_assert_true (mn_item_is (fixture->general, "general"));
  g_assert_true (mn_item_is (fixture->conclusion, "conclusion"));
  g_assert_true (mn_item_is (mn_session_get_after (fixture->session), "after"));
  g_assert_true (mn_session_get_document (fixture->session, "minutes") == minutes);
  g_assert_true (mn_session_get_document (fixture->session, "notice") == notice);
  g_assert_null (mn_session_get_document (fixture->session, "agenda"));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnClock)    clock = mn_clock_new_fixed ("2026-04-15");
  g_autoptr (MnDocument) document = NULL;
  MnItem                *party = put (fixture->record, "parties", make ("party", NULL));
  const char            *id = mn_item_get_id (party);

  g_assert_true (mn_session_find (fixture->session, id) == party);
  g_assert_true (mn_session_find (fixture->session, mn_item_get_id (fixture->session)) ==
                 fixture->session);
  g_assert_null (mn_session_find (fixture->session, "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a"));
  g_assert_null (mn_session_find (fixture->session, NULL));
  document = mn_document_new (fixture->session, clock); /* has an index */
  g_assert_true (mn_session_find (fixture->session, id) == party);
  g_assert_null (mn_session_find (fixture->session, "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a"));
  g_clear_object (&document);
  g_assert_true (mn_session_find (fixture->session, id) == party);
}

static void
test_period (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind, *number, *year, *period;
  } rows[] = {
    { NULL, NULL, NULL, "" },
    { NULL, "1", "2024", "" },
    { "quarter", "1", "2024", "quý I/2024" },
    { "quarter", "4", NULL, "quý IV" },
    { "quarter", NULL, "2024", "" },
    { "quarter", "0", "2024", "" },
    { "month", "3", "2026", "tháng 3/2026" },
    { "half", "1", "2026", "6 tháng đầu năm 2026" },
    { "half", "2", "2026", "6 tháng cuối năm 2026" },
    { "half", "1", NULL, "6 tháng đầu năm" },
    { "year", NULL, "2025", "năm 2025" },
    { "year", "7", "2025", "năm 2025" },
    { "year", NULL, NULL, "" },
    { "quarter", "999999999", "2024", "quý 999999999/2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *period = NULL;

      set (fixture->general, "period-kind", rows[i].kind);
      set (fixture->general, "period-number", rows[i].number);
      set (fixture->general, "period-year", rows[i].year);
      period = mn_session_dup_period (fixture->session);
      g_assert_cmpstr (period, ==, rows[i].period);
    }
}

static void
expect_title (Fixture *fixture, const char *title)
{
  g_autofree char *shown = mn_session_dup_title (fixture->session);

  g_assert_cmpstr (shown, ==, title);
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  expect_title (fixture, "Untitled session");
  set (fixture->general, "series", "Hội nghị giao ban");
  expect_title (fixture, "Hội nghị giao ban");
  set (fixture->general, "ordinal", "5");
  expect_title (fixture, "Hội nghị giao ban lần thứ năm");
  set (fixture->general, "period-kind", "quarter");
  set (fixture->general, "period-number", "1");
  set (fixture->general, "period-year", "2024");
  expect_title (fixture, "Hội nghị giao ban lần thứ năm (quý I/2024)");
  set (fixture->general, "title", "Giao ban");
  expect_title (fixture, "Giao ban");
}

static void
test_parties (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *post, *full, *shortly;
  } rows[] = {
    { "Nguyễn Văn A", "Bí thư Tỉnh uỷ", "Nguyễn Văn A, Bí thư Tỉnh uỷ", "Nguyễn Văn A" },
    { "Nguyễn Văn A", NULL, "Nguyễn Văn A", "Nguyễn Văn A" },
    { NULL, "Bí thư Tỉnh uỷ", "Bí thư Tỉnh uỷ", "Bí thư Tỉnh uỷ" },
    { NULL, NULL, "(nobody named)", "(nobody named)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnItem) party = make ("party", "name", rows[i].name, "post", rows[i].post, NULL);
      g_autofree char   *full = mn_party_dup_full (party), *shortly = mn_party_dup_short (party);

      g_assert_cmpstr (full, ==, rows[i].full);
      g_assert_cmpstr (shortly, ==, rows[i].shortly);
    }
}

static void
test_dup_parties (Fixture *fixture, gconstpointer data)
{
  MnItem *an = put (fixture->record, "parties", make ("party", "name", "An", "post", "x", NULL));
  MnItem *binh = put (fixture->record, "parties", make ("party", "name", "Bình", NULL));
  g_autofree char *ids = g_strdup_printf ("%s %s %s 6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a",
                                          mn_item_get_id (binh), mn_item_get_id (an),
                                          mn_item_get_id (fixture->general));
  g_autofree char *chairs = NULL, *nobody = NULL;

  set (fixture->general, "chairs", ids);
  chairs = mn_session_dup_parties (fixture->session, fixture->general, "chairs");
  nobody = mn_session_dup_parties (fixture->session, fixture->general, "secretary");
  g_assert_cmpstr (chairs, ==, "Bình, An, ?, ?");
  g_assert_cmpstr (nobody, ==, "");
}

static void
expect_label (Fixture *fixture, MnItem *item, const char *label)
{
  g_autofree char *shown = mn_session_dup_label (fixture->session, item);

  g_assert_cmpstr (shown, ==, label);
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  MnItem *point, *proposal;

  put (fixture->conclusion, "points", make ("point", NULL));
  point = put (fixture->conclusion, "points", make ("point", NULL));
  proposal = put (fixture->record, "proposals", make ("proposal", NULL));
  expect_label (fixture, point, "KL 2");
  set (fixture->general, "starts", "2023-08-25T00:00:00+07:00");
  expect_label (fixture, point, "KL 25/8/2023-2");
  expect_label (fixture, proposal, "ĐX 25/8/2023-1");
  set (fixture->general, "ordinal", "5");
  expect_label (fixture, point, "KL 5-2");
  set (point, "label", "KL 4-9");
  expect_label (fixture, point, "KL 4-9");
}

static void
expect_summary (MnItem *item, const char *summary, const char *words)
{
  g_autofree char *shown = mn_item_dup_summary (item), *only_words = mn_item_dup_words (item);

  g_assert_cmpstr (shown, ==, summary);
  g_assert_cmpstr (only_words, ==, words);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  MnItem *proposal = put (fixture->record, "proposals", make ("proposal", NULL));
  MnItem *party = put (fixture->record, "parties", make ("party", NULL));
  MnItem *attendee = put (fixture->record, "attendees", make ("attendee", NULL));
  MnItem *contribution = put (fixture->record, "contributions", make ("contribution", NULL));
  g_autoptr (MnText) text = mn_text_new ("\n Một\nhai ");
  g_autoptr (MnItem) removed = NULL;
  g_autofree char   *summary = NULL;

  expect_summary (proposal, "(Proposal without text)", "");
  mn_item_set_rich (proposal, "text", text);
  expect_summary (proposal, "Một hai", "Một hai");
  expect_summary (party, "(Person or body without text)", "");
  set (party, "name", "An");
  set (party, "post", "Bí thư");
  expect_summary (party, "An, Bí thư", "An, Bí thư");
  expect_summary (attendee, "(Attendee without text)", "");
  set (attendee, "category", "member");
  expect_summary (attendee, "Member", "Member");
  set (attendee, "party", mn_item_get_id (party));
  expect_summary (attendee, "An", "An");
  removed = mn_item_copy (attendee, MN_COPY_SAME_IDS);
  summary = mn_session_dup_summary (fixture->session, removed);
  g_assert_cmpstr (summary, ==, "An");
  expect_summary (contribution, "(Contribution without text)", "");
  set (contribution, "kind", "paper");
  expect_summary (contribution, "Contributed paper", "Contributed paper");
  set (contribution, "title", "  ");
  expect_summary (contribution, "Contributed paper", "Contributed paper");
  set (contribution, "title", "Về …");
  expect_summary (contribution, "Về …", "Về …");
  expect_summary (fixture->session, "Untitled session", "");
}

static void
test_long_summary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = g_strnfill (500, 'x');
  g_autofree char *summary = NULL;

  set (fixture->general, "title", title);
  summary = mn_item_dup_summary (fixture->general);
  g_assert_cmpint (g_utf8_strlen (summary, -1), ==, 161);
  g_assert_true (g_str_has_suffix (summary, "x…"));
}

/* Every kind shows something in a list. */
static void
test_every_summary (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; mn_kind_list ()[i] != NULL; i++)
    {
      g_autoptr (MnItem) item = mn_item_new (mn_kind_list ()[i]);
      g_autofree char   *summary = mn_item_dup_summary (item);

      g_assert_cmpstr (summary, !=, "");
    }
}

static void
test_attendee_state (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *states[3], *state;
  } rows[] = {
    { { NULL }, "present" },
    { { "present" }, "present" },
    { { "online" }, "online" },
    { { "absent" }, "absent" },
    { { "substitute" }, "substitute" },
    { { "arrived" }, "present" },
    { { "absent", "arrived" }, "present" },
    { { "present", "left" }, "left" },
    { { "present", "left", "arrived" }, "present" },
    { { "" }, "present" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MnItem) attendee = make ("attendee", NULL);

      for (guint n = 0; n < 3 && rows[i].states[n] != NULL; n++)
        put (attendee, "presences", make ("presence", "state", rows[i].states[n], NULL));
      g_assert_cmpstr (mn_attendee_get_state (attendee), ==, rows[i].state);
    }
}

static void
attend (Fixture *fixture, const char *category, const char *state, const char *count)
{
  MnItem *party = put (fixture->record, "parties", make ("party", "count", count, NULL));
  MnItem *attendee = put (fixture->record, "attendees",
                          make ("attendee", "category", category, NULL));

  set (attendee, "party", mn_item_get_id (party));
  if (state != NULL)
    put (attendee, "presences", make ("presence", "state", state, NULL));
}

static void
expect_roll (Fixture *fixture,
             guint    members,
             guint    present,
             guint    absent,
             guint    invited,
             guint    others,
             gboolean quorum)
{
  MnRollCall roll_call;

  memset (&roll_call, 0xff, sizeof roll_call);
  mn_session_call_roll (fixture->session, &roll_call);
  g_assert_cmpuint (roll_call.members, ==, members);
  g_assert_cmpuint (roll_call.members_present, ==, present);
  g_assert_cmpuint (roll_call.members_absent, ==, absent);
  g_assert_cmpuint (roll_call.invited_present, ==, invited);
  g_assert_cmpuint (roll_call.others_present, ==, others);
  g_assert_cmpint (roll_call.quorum, ==, quorum);
}

static void
test_roll_call (Fixture *fixture, gconstpointer data)
{
  expect_roll (fixture, 0, 0, 0, 0, 0, FALSE);
  attend (fixture, "presidium", "present", NULL);
  attend (fixture, "member", "absent", NULL);
  expect_roll (fixture, 2, 1, 1, 0, 0, FALSE); /* half is not more than half */
  attend (fixture, NULL, "online", NULL);
  expect_roll (fixture, 3, 2, 1, 0, 0, TRUE);
  attend (fixture, "member", "left", NULL);
  attend (fixture, "member", "substitute", "20");
  expect_roll (fixture, 24, 23, 1, 0, 0, TRUE);
  attend (fixture, "invited", NULL, "3");
  attend (fixture, "invited", "absent", "9");
  attend (fixture, "press", NULL, NULL);
  attend (fixture, "staff", "online", "2");
  expect_roll (fixture, 24, 23, 1, 3, 3, TRUE);
}

/* Who signs, from the paper itself up to the session; a reference that leads nowhere is none. */
static void
test_signatory (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MnItem) session = mn_session_new ();
  g_autoptr (MnItem) paper = make ("document", "form", "notice", NULL);
  MnItem            *record = mn_session_get_record (session);
  MnItem            *general = mn_session_get_general (session);
  MnItem            *office = put (record, "parties",
                                   make ("party", "name", "Văn phòng", "type", "body", NULL));
  MnItem *chair = put (record, "parties", make ("party", "name", "An", "type", "person", NULL));
  MnItem *signer = put (record, "parties", make ("party", "name", "Bình", "type", "person", NULL));
  g_autofree char *chairs = g_strjoin (" ", mn_item_get_id (office), mn_item_get_id (chair), NULL);

  g_assert_null (mn_session_get_signatory (session, "minutes", NULL));
  set (general, "chairs", chairs);
  set (general, "signatory", mn_item_get_id (signer));
  g_assert_true (mn_session_get_signatory (session, "minutes", NULL) == chair);
  g_assert_true (mn_session_get_signatory (session, "notice", NULL) == signer);
  g_assert_true (mn_session_get_signatory (session, "notice", paper) == signer);
  set (paper, "signatory", mn_item_get_id (chair));
  g_assert_true (mn_session_get_signatory (session, "notice", paper) == chair);
  set (paper, "signatory", "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a");
  g_assert_true (mn_session_get_signatory (session, "notice", paper) == signer);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/session/parts", test_parts },
    { "/session/find", test_find },
    { "/session/period", test_period },
    { "/session/title", test_title },
    { "/session/parties", test_parties },
    { "/session/dup-parties", test_dup_parties },
    { "/session/label", test_label },
    { "/session/summary", test_summary },
    { "/session/long-summary", test_long_summary },
    { "/session/every-summary", test_every_summary },
    { "/session/attendee-state", test_attendee_state },
    { "/session/roll-call", test_roll_call },
    { "/session/signatory", test_signatory },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
