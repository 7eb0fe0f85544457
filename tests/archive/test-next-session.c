#include "archive-make.h"

#include <string.h>

#include "mn-xml.h"

/* A session with something everywhere. */
static MnItem *
make_from (void)
{
  MnItem *from = make_session ("Hội nghị giao ban lần thứ năm (quý IV/2025)",
                               "2026-01-12T13:30:00+07:00");
  MnItem *record = mn_session_get_record (from), *general = mn_session_get_general (from);
  MnItem *committee = add_party (from, "Tỉnh ủy"), *chair = add_party (from, "Nguyễn Văn A");
  MnItem *attendee, *agenda, *document;

  set (chair, "type", "person");
  set (chair, "directory-id", "b5463832-cef7-4640-813d-01aa3e609367");
  point_at (chair, "body", committee);
  set (general, "kind", "briefing");
  set (general, "series", "Giao ban quý");
  set (general, "series-id", "5463832b-cef7-4640-813d-01aa3e609367");
  set (general, "ordinal", "5");
  set (general, "period-kind", "quarter");
  set (general, "period-number", "4");
  set (general, "period-year", "2025");
  set (general, "theme", "chuyên đề");
  set (general, "ends", "2026-01-12T17:00:00+07:00");
  set (general, "venue", "Hội trường");
  set (general, "style", "party-2026");
  set (general, "source", "báo");
  set (general, "materials", "tài liệu");
  point_at (general, "chairs", chair);
  point_at (general, "body", committee);
  set (add (general, "breaks", NULL), "reason", "giải lao");
  attendee = add (record, "attendees", NULL);
  point_at (attendee, "party", chair);
  set (attendee, "category", "presidium");
  set (add (attendee, "presences", NULL), "state", "absent");
  agenda = add (record, "agenda", NULL);
  set (agenda, "title", "Khai mạc");
  set (agenda, "kind", "opening");
  set (agenda, "began", "13:30");
  point_at (agenda, "presenters", chair);
  set (add (agenda, "points", NULL), "title", "Tuyên bố lý do");
  add (record, "reports", NULL);
  point_at (add (record, "contributions", "nói"), "speaker", chair);
  set (add (record, "tray", NULL), "text", "vội");
  set (mn_session_get_conclusion (from), "results", "tốt");
  document = add (from, "documents", NULL);
  set (document, "form", "notice");
  set (document, "state", "issued");
  set (document, "number", "7");
  set (document, "symbol", "TB/TU");
  set (document, "place", "Trà Vinh");
  set (document, "date", "2026-01-20");
  set (document, "authority", "on-behalf");
  set (document, "collective", "Ban Thường vụ");
  set (document, "position", "Bí thư");
  set (document, "subject", "về kết quả quý IV");
  point_at (document, "signatory", chair);
  set (add (document, "recipients", NULL), "text", "Như trên");
  add (document, "hand-changes", "sửa tay");
  return from;
}

static gboolean
collect_id (MnItem *item, gpointer user_data)
{
  g_assert_true (g_hash_table_add (user_data, g_strdup (mn_item_get_id (item))));
  return TRUE;
}

static gboolean
assert_new (MnItem *item, gpointer user_data)
{
  g_assert_false (g_hash_table_contains (user_data, mn_item_get_id (item)));
  return TRUE;
}

static gboolean
assert_refs_inside (MnItem *item, gpointer user_data)
{
  const MnKind *kind = mn_item_get_kind (item);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].type == MN_FIELD_REF || kind->fields[i].type == MN_FIELD_REFS)
      {
        g_auto (GStrv) ids = mn_item_get_refs (item, kind->fields[i].name);

        for (guint n = 0; ids[n] != NULL; n++)
          {
            MnItem *target = mn_session_find (user_data, ids[n]);

            g_assert_nonnull (target);
            g_assert_true (mn_item_is (target, kind->fields[i].ref));
          }
      }
  return TRUE;
}

/* ---- what comes along ----------------------------------------------------------------------- */

static void
test_general (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)       from = make_from ();
  g_autoptr (MnItem)       next = mn_archive_next_session (folder->archive, from);
  MnItem                  *general = mn_session_get_general (next);
  g_autofree char         *chairs = mn_session_dup_parties (next, general, "chairs");
  static const char *const kept[] = { "kind", "series", "series-id", "venue", "style" };
  static const char *const left[] = { "ends", "theme", "source", "materials" };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpstr (mn_item_get (general, kept[i]), ==,
                     mn_item_get (mn_session_get_general (from), kept[i]));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    g_assert_null (mn_item_get (general, left[i]));
  g_assert_cmpstr (mn_item_get (general, "title"), ==,
                   "Hội nghị giao ban lần thứ sáu (quý I/2026)");
  g_assert_cmpstr (mn_item_get (general, "ordinal"), ==, "6");
  g_assert_cmpstr (mn_item_get (general, "previous"), ==, mn_item_get_id (from));
  g_assert_cmpstr (mn_item_get (general, "starts"), ==, "2026-04-15T13:30:00+07:00");
  g_assert_cmpstr (chairs, ==, "Nguyễn Văn A");
  g_assert_cmpuint (mn_item_get_n_children (general, "breaks"), ==, 0);
}

static void
test_roster (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) from = make_from ();
  g_autoptr (MnItem) next = mn_archive_next_session (folder->archive, from);
  MnItem            *old = mn_session_get_record (from), *new = mn_session_get_record (next);
  MnItem            *chair, *attendee, *agenda;

  g_assert_cmpuint (mn_item_get_n_children (new, "parties"), ==, 2);
  chair = mn_item_get_child (new, "parties", 1);
  g_assert_cmpstr (mn_item_get (chair, "copied-from"), ==,
                   mn_item_get_id (mn_item_get_child (old, "parties", 1)));
  g_assert_cmpstr (mn_item_get (chair, "directory-id"), ==, "b5463832-cef7-4640-813d-01aa3e609367");
  g_assert_cmpstr (mn_item_get (chair, "body"), ==,
                   mn_item_get_id (mn_item_get_child (new, "parties", 0)));
  g_assert_cmpuint (mn_item_get_n_children (new, "attendees"), ==, 1);
  attendee = mn_item_get_child (new, "attendees", 0);
  g_assert_cmpstr (mn_item_get (attendee, "party"), ==, mn_item_get_id (chair));
  g_assert_cmpstr (mn_item_get (attendee, "category"), ==, "presidium");
  g_assert_cmpstr (mn_item_get (attendee, "copied-from"), ==,
                   mn_item_get_id (mn_item_get_child (old, "attendees", 0)));
  g_assert_cmpuint (mn_item_get_n_children (attendee, "presences"), ==, 0);
  agenda = mn_item_get_child (new, "agenda", 0);
  g_assert_cmpstr (mn_item_get (agenda, "title"), ==, "Khai mạc");
  g_assert_cmpstr (mn_item_get (agenda, "kind"), ==, "opening");
  g_assert_null (mn_item_get (agenda, "began"));
  g_assert_cmpstr (mn_item_get (mn_item_get_child (agenda, "points", 0), "title"), ==,
                   "Tuyên bố lý do");
}

static void
test_documents (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)       from = make_from ();
  g_autoptr (MnItem)       next = mn_archive_next_session (folder->archive, from);
  MnItem                  *notice = mn_session_get_document (next, "notice");
  static const char *const kept[] = { "symbol", "place", "authority", "collective", "position" };
  static const char *const left[] = { "number", "date", "subject" };

  g_assert_cmpuint (mn_item_get_n_children (next, "documents"), ==, 2);
  g_assert_cmpstr (mn_item_get (mn_session_get_document (next, "minutes"), "state"), ==, "draft");
  g_assert_cmpstr (mn_item_get (notice, "state"), ==, "draft");
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpstr (mn_item_get (notice, kept[i]), ==,
                     mn_item_get (mn_session_get_document (from, "notice"), kept[i]));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    g_assert_null (mn_item_get (notice, left[i]));
  g_assert_cmpuint (mn_item_get_n_children (notice, "recipients"), ==, 1);
  g_assert_cmpuint (mn_item_get_n_children (notice, "hand-changes"), ==, 0);
}

static void
test_nothing_said (Folder *folder, gconstpointer unused)
{
  static const char *const empty[] = { "reports", "contributions", "proposals",  "votes",
                                       "tray",    "follow-ups",    "references", "attachments" };
  g_autoptr (MnItem)       from = make_from ();
  g_autoptr (MnItem)       next = mn_archive_next_session (folder->archive, from);

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    g_assert_cmpuint (mn_item_get_n_children (mn_session_get_record (next), empty[i]), ==, 0);
  g_assert_true (mn_item_is_empty (mn_session_get_conclusion (next)));
  g_assert_true (mn_item_is_empty (mn_session_get_after (next)));
}

/* ---- ids, and the old session --------------------------------------------------------------- */

static void
test_new_ids (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     from = make_from ();
  g_autoptr (GHashTable) old_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MnItem)     next = NULL;

  add_task (from, "việc", NULL);
  next = mn_archive_next_session (folder->archive, from);
  mn_item_walk (from, collect_id, old_ids);
  mn_item_walk (next, collect_id, new_ids);
  g_assert_cmpuint (g_hash_table_size (new_ids), >, 10);
  mn_item_walk (next, assert_new, old_ids);
  mn_item_walk (next, assert_refs_inside, next);
}

static void
test_old_untouched (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) from = make_from ();
  g_autoptr (MnItem) before = mn_item_copy (from, MN_COPY_SAME_IDS);
  g_autofree char   *path = folder_save (folder, "2026/a.minutes", from);
  g_autofree char   *bytes = NULL;
  g_autofree char   *bytes_after = NULL;
  g_autoptr (MnItem) next = NULL;

  folder_refresh (folder);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  next = mn_archive_next_session (folder->archive, from);
  g_assert_true (mn_item_equal (from, before));
  g_assert_true (g_file_get_contents (path, &bytes_after, NULL, NULL));
  g_assert_cmpstr (bytes, ==, bytes_after);
}

/* What comes out is a file like any other. */
static void
test_round_trip (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) from = make_from ();
  g_autoptr (MnItem) next = NULL;
  g_autoptr (MnItem) again = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GError) error = NULL;

  add_task (from, "việc", "2026-06-30");
  next = mn_archive_next_session (folder->archive, from);
  xml = mn_xml_write (next);
  again = mn_xml_read_bytes (xml, "next", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (mn_item_equal (next, again));
}

/* ---- follow-up rows ------------------------------------------------------------------------- */

static void
test_rows (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) old = make_session ("cũ", "2025-10-01T08:00:00+07:00");
  g_autoptr (MnItem) from = make_from ();
  MnItem            *lead = mn_item_get_child (mn_session_get_record (from), "parties", 0);
  MnItem            *carried = add_task (old, "còn mãi", "2025-12-31");
  MnItem            *own, *done, *proposal, *row, *outside, *record;
  g_autoptr (MnItem) next = NULL;
  g_autofree char   *leads = NULL;

  row = add_row (from, old, carried);
  set (row, "label", "KL cũ-1");
  set (add_entry (row, "doing", NULL), "deadline", "2026-06-30");
  outside = add (mn_session_get_record (from), "follow-ups", "từ ngoài");
  set (outside, "origin-body", "Trung ương");
  set (outside, "origin-document", "226-KL/TW");
  own = add_task (from, "việc mới", "2026-05-31");
  point_at (own, "leads", lead);
  done = add_task (from, "xong rồi", NULL);
  set (add_entry (mn_session_get_after (from), "done", "2026-02-01T08:00:00+07:00"), "item",
       mn_item_get_id (done));
  proposal = add (mn_session_get_record (from), "proposals", "đề nghị");
  point_at (proposal, "addressees", lead);
  g_free (folder_save (folder, "old.minutes", old));
  folder_refresh (folder);
  next = mn_archive_next_session (folder->archive, from);
  record = mn_session_get_record (next);
  g_assert_cmpuint (mn_item_get_n_children (record, "follow-ups"), ==, 4);

  /* Carried on: the first origin, its label and its first deadline; nothing of what was said. */
  row = mn_item_get_child (record, "follow-ups", 0);
  g_assert_cmpstr (mn_item_get (row, "origin-session"), ==, mn_item_get_id (old));
  g_assert_cmpstr (mn_item_get (row, "origin-item"), ==, mn_item_get_id (carried));
  g_assert_cmpstr (mn_item_get (row, "label"), ==, "KL cũ-1");
  g_assert_cmpstr (mn_item_get (row, "deadline"), ==, "2025-12-31");
  g_assert_cmpuint (mn_item_get_n_children (row, "entries"), ==, 0);
  g_assert_null (mn_item_get_rich (row, "words"));

  /* From outside: its first row stands for it from now on. */
  row = mn_item_get_child (record, "follow-ups", 1);
  g_assert_cmpstr (mn_item_get (row, "origin-session"), ==, mn_item_get_id (from));
  g_assert_cmpstr (mn_item_get (row, "origin-item"), ==, mn_item_get_id (outside));
  g_assert_cmpstr (mn_item_get (row, "origin-body"), ==, "Trung ương");
  g_assert_cmpstr (mn_item_get (row, "origin-document"), ==, "226-KL/TW");

  row = mn_item_get_child (record, "follow-ups", 2);
  leads = mn_session_dup_parties (next, row, "leads");
  g_assert_cmpstr (mn_item_get (row, "origin-item"), ==, mn_item_get_id (own));
  g_assert_cmpstr (mn_item_get (row, "label"), ==, "KL 5-1");
  g_assert_cmpstr (mn_text_get_plain (mn_item_get_rich (row, "text")), ==, "việc mới");
  g_assert_cmpstr (mn_item_get (row, "deadline"), ==, "2026-05-31");
  g_assert_cmpstr (mn_item_get (row, "origin-date"), ==, "2026-01-12");
  g_assert_cmpstr (leads, ==, "Tỉnh ủy");

  row = mn_item_get_child (record, "follow-ups", 3);
  g_assert_cmpstr (mn_item_get (row, "origin-item"), ==, mn_item_get_id (proposal));
  g_assert_cmpstr (mn_item_get (row, "label"), ==, "ĐX 5-1");
  g_assert_nonnull (mn_item_get (row, "leads"));
}

/* Each line can be switched before the session is made. */
static void
test_switched (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)    from = make_from ();
  MnItem               *open = add_task (from, "còn", NULL);
  MnItem               *remark = add (mn_session_get_conclusion (from), "points", "không giao");
  g_autoptr (GPtrArray) carried = mn_archive_list_carried (folder->archive, from);
  g_autoptr (MnItem)    next = NULL;
  MnItem               *row;

  g_assert_cmpuint (carried->len, ==, 2);
  g_assert_true (((MnCarried *) carried->pdata[0])->item == open);
  for (guint i = 0; i < carried->len; i++)
    ((MnCarried *) carried->pdata[i])->returns = !((MnCarried *) carried->pdata[i])->returns;
  next = mn_archive_make_next (folder->archive, from, carried);
  g_assert_cmpuint (mn_item_get_n_children (mn_session_get_record (next), "follow-ups"), ==, 1);
  row = mn_item_get_child (mn_session_get_record (next), "follow-ups", 0);
  g_assert_cmpstr (mn_item_get (row, "origin-item"), ==, mn_item_get_id (remark));
}

/* ---- without forerunner, and from nothing --------------------------------------------------- */

static void
test_blank (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = mn_archive_blank_session (folder->archive);
  MnItem            *general = mn_session_get_general (session);

  g_assert_cmpstr (mn_item_get (general, "starts"), ==, "2026-04-15T08:00:00+07:00");
  g_assert_null (mn_item_get (general, "style")); /* the rule of the day, by itself */
  g_assert_cmpstr (mn_item_get (mn_session_get_document (session, "minutes"), "state"), ==,
                   "draft");
  g_assert_cmpstr (mn_item_get (mn_session_get_document (session, "notice"), "state"), ==, "draft");
}

/* A session where next to nothing is known: nothing is invented. */
static void
test_from_empty (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) from = mn_session_new ();
  g_autoptr (MnItem) next = mn_archive_next_session (folder->archive, from);
  MnItem            *general = mn_session_get_general (next);

  g_assert_null (mn_item_get (general, "title"));
  g_assert_null (mn_item_get (general, "series-id"));
  g_assert_null (mn_item_get (general, "ordinal"));
  g_assert_cmpstr (mn_item_get (general, "starts"), ==, "2026-04-15T08:00:00+07:00");
  g_assert_cmpstr (mn_item_get (general, "previous"), ==, mn_item_get_id (from));
}

/* Midnight stands for an hour nobody told. */
static void
test_hour_unknown (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) from = make_session ("một", "2026-01-12T00:00:00+07:00");
  g_autoptr (MnItem) next = mn_archive_next_session (folder->archive, from);

  g_assert_cmpstr (mn_item_get (mn_session_get_general (next), "starts"), ==,
                   "2026-04-15T08:00:00+07:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/next-session/general", test_general);
  ADD_TEST ("/next-session/roster", test_roster);
  ADD_TEST ("/next-session/documents", test_documents);
  ADD_TEST ("/next-session/nothing-said", test_nothing_said);
  ADD_TEST ("/next-session/new-ids", test_new_ids);
  ADD_TEST ("/next-session/old-untouched", test_old_untouched);
  ADD_TEST ("/next-session/round-trip", test_round_trip);
  ADD_TEST ("/next-session/rows", test_rows);
  ADD_TEST ("/next-session/switched", test_switched);
  ADD_TEST ("/next-session/blank", test_blank);
  ADD_TEST ("/next-session/from-empty", test_from_empty);
  ADD_TEST ("/next-session/hour-unknown", test_hour_unknown);
  return g_test_run ();
}
