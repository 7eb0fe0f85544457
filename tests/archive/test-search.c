#include <string.h>

#include "archive-make.h"
#include "mn-index.h"

static GPtrArray *
search (Folder *folder, const char *query, guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray         *hits = mn_archive_search (folder->archive, query, limit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

static void
assert_hits (Folder *folder, const char *query, guint n)
{
  g_autoptr (GPtrArray) hits = search (folder, query, 0);

  if (hits->len != n)
    g_test_message ("“%s” was found %u times", query, hits->len);
  g_assert_cmpuint (hits->len, ==, n);
}

/* ---- folding -------------------------------------------------------------------------------- */

/* All vowels with all tones, and đ, small and large: 146 letters. */
static const char
    letters[] = "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ "
                "ưừửữứự yỳỷỹýỵ đ "
                "AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ EÈẺẼÉẸ ÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ UÙỦŨÚỤ "
                "ƯỪỬỮỨỰ YỲỶỸÝỴ Đ";

static char
get_base (gunichar letter)
{
  gunichar parts[8];

  if (letter == 0x0111 || letter == 0x0110)
    return 'd';
  g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  return g_ascii_tolower ((char) parts[0]);
}

static guint
check_letter (Folder *folder, gunichar letter, guint number)
{
  char             utf8[8] = "";
  g_autofree char *ascii = g_strdup_printf ("x%cx%uz", get_base (letter), number);
  g_autofree char *marked = NULL;
  g_autofree char *decomposed = NULL;

  g_unichar_to_utf8 (letter, utf8);
  marked = g_strdup_printf ("X%sX%uZ", utf8, number);
  decomposed = g_utf8_normalize (marked, -1, G_NORMALIZE_NFD);
  assert_hits (folder, ascii, 1);
  assert_hits (folder, marked, 1);
  assert_hits (folder, decomposed, 1);
  return number + 1;
}

static void
test_letters (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session ("thư", "2026-01-01T08:00:00+07:00");
  guint              n = 0;

  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ')
      {
        g_autofree char *word = g_strdup_printf ("x%.*sx%uz", (int) (g_utf8_next_char (p) - p), p,
                                                 n++);

        add (mn_session_get_conclusion (session), "points", word);
      }
  g_assert_cmpuint (n, ==, 146);
  g_free (folder_save (folder, "a.minutes", session));
  folder_refresh (folder);
  n = 0;
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ')
      n = check_letter (folder, g_utf8_get_char (p), n);
}

/* ---- what is found -------------------------------------------------------------------------- */

static void
save_sample (Folder *folder)
{
  g_autoptr (MnItem) session = make_session ("Hội nghị giao ban", "2026-04-01T08:00:00+07:00");
  MnItem            *record = mn_session_get_record (session);
  MnItem            *party = add_party (session, "Trần Thị Bưởi");
  MnItem            *proposal, *answer, *contribution;

  proposal = add (record, "proposals", "Đề nghị cấp vốn vay cho hội viên Hội Nông dân");
  answer = add (proposal, "answers", "Ngân hàng đã giải ngân 5,8 tỷ đồng");
  set (answer, "disposition", "agreed");
  contribution = add (record, "contributions", "Hội viên cần vốn");
  point_at (contribution, "speaker", party);
  set (add (record, "tray", NULL), "text", "ghi vội: chuồng trại");
  add_task (session, "Củng cố tổ chức Hội", NULL);
  g_free (folder_save (folder, "2026/a.minutes", session));
  folder_refresh (folder);
}

static void
test_words (Folder *folder, gconstpointer unused)
{
  static const struct
  {
    const char *query;
    guint       n;
  } cases[] = {
    { "von hoi vien", 2 },     /* all words, in any order */
    { "hoi vien von vay", 1 }, /* … of one item */
    { "\"hoi vien\" von", 2 }, /* side by side */
    { "\"von hoi\"", 0 },      /* in this order */
    { "cap v", 1 },            /* the last word as typed so far */
    { "ca von", 0 },           /* but not the others */
    { "\"cap vo\"", 0 },       /* nor what is closed by a quote */
    { "buoi", 2 },             /* who spoke, besides the person */
    { "giao ban", 1 },         /* titles */
    { "5,8", 1 },              /* numbers as written */
    { "chuồng", 1 },           /* lines not filed yet */
    { "agreed", 0 },           /* not the program's own words */
    { "không đâu có", 0 },
  };

  save_sample (folder);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_hits (folder, cases[i].query, cases[i].n);
}

static void
test_hit (Folder *folder, gconstpointer unused)
{
  g_autoptr (GPtrArray) hits = NULL;
  const MnSearchHit    *hit;
  g_autoptr (MnItem)    session = NULL;
  MnItem               *proposal, *found;

  save_sample (folder);
  hits = search (folder, "giai ngan", 0);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->section, ==, "proposals");
  g_assert_cmpstr (hit->snippet, ==, "\x02Ngân\x03 hàng đã \x02giải ngân\x03 5,8 tỷ đồng");
  session = mn_archive_read_session (folder->archive, hit->session, NULL);
  g_assert_nonnull (session);
  found = mn_session_find (session, hit->item);
  g_assert_nonnull (found);
  proposal = mn_item_get_child (mn_session_get_record (session), "proposals", 0);
  g_assert_true (mn_item_get_parent (found) == proposal);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = search (folder, "cung co", 0);
  g_assert_cmpstr (((MnSearchHit *) hits->pdata[0])->section, ==, "conclusion");
}

static void
test_newest_first (Folder *folder, gconstpointer unused)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const MnSearchHit    *last = NULL;

  for (guint i = 0; i < 25; i++)
    {
      g_autofree char   *starts = g_strdup_printf ("20%02u-01-01T08:00:00+07:00", (i * 7) % 25);
      g_autofree char   *name = g_strdup_printf ("%u.minutes", i);
      g_autoptr (MnItem) session = make_session ("Giao ban", starts);

      g_free (folder_save (folder, name, session));
    }
  folder_refresh (folder);
  hits = search (folder, "giao ban", 0);
  g_assert_cmpuint (hits->len, ==, 20);
  for (guint i = 0; i < hits->len; i++)
    {
      const MnSearchHit *hit = hits->pdata[i];

      if (last != NULL)
        g_assert_cmpstr (
            mn_session_entry_get_starts (mn_archive_find (folder->archive, hit->session)), <,
            mn_session_entry_get_starts (mn_archive_find (folder->archive, last->session)));
      last = hit;
    }
  all = search (folder, "giao ban", 100);
  g_assert_cmpuint (all->len, ==, 25);
}

/* What is gone from the files is gone from the search. */
static void
test_changes (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session ("Trước", "2026-01-01T08:00:00+07:00");

  g_free (folder_save (folder, "a.minutes", session));
  folder_refresh (folder);
  assert_hits (folder, "truoc", 1);
  set (mn_session_get_general (session), "title", "Sau này");
  g_free (folder_save (folder, "a.minutes", session));
  folder_refresh (folder);
  assert_hits (folder, "truoc", 0);
  assert_hits (folder, "sau nay", 1);
  g_free (folder_put (folder, "a.minutes", "<"));
  folder_refresh (folder);
  assert_hits (folder, "sau nay", 0);
}

/* ---- whatever is typed ---------------------------------------------------------------------- */

static void
test_injection (Folder *folder, gconstpointer unused)
{
  static const char *const typed[] = {
    "\"",
    "\"\"",
    "\"\"\"",
    "'",
    "''; DROP TABLE file; --",
    "*",
    "a*",
    "*a",
    "^a",
    "a:b",
    "folded:a",
    "text : a",
    "{folded} : a",
    "a NEAR b",
    "NEAR(a b, 5)",
    "NEAR(",
    "AND",
    "OR",
    "NOT",
    "a AND",
    "AND a",
    "a OR OR b",
    "NOT a",
    "(a",
    "a)",
    "(",
    ")",
    "()",
    "a + b",
    "+",
    "-a",
    "- folded : a",
    "a,b",
    "\\",
    "\\\"",
    "%",
    "_",
    "?",
    "?1",
    ":x",
    "@x",
    "$x",
    "/*",
    "--",
    ";",
    "\x01\x02\x03",
    "\xff\xfe",
    "\xc3",
    "a\xccz",
    "\xe2\x80\x9c",
    "😀",
    "a😀b",
    "\xe2\x80\x8b",
    "İ",
    "ß",
    "ﬁ",
    "½",
    "²",
    "Ⅳ",
    "字",
    "ا",
    "\xcc\x81",
    "a\xcc\x81",
    "rank",
    "match",
    "text",
    "x'00'",
    "NULL",
    "1e999",
  };
  g_autofree char *huge = g_strnfill (100000, 'a');
  g_autofree char *quotes = g_strnfill (100000, '"');

  save_sample (folder);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *with_word = g_strconcat (typed[i], " von", NULL);

      g_ptr_array_unref (search (folder, typed[i], 0));
      g_ptr_array_unref (search (folder, with_word, 0));
    }
  g_ptr_array_unref (search (folder, huge, 0));
  g_ptr_array_unref (search (folder, quotes, 0));
  assert_hits (folder, "von hoi vien", 2); /* all still there */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_TEST ("/search/letters", test_letters);
  ADD_TEST ("/search/words", test_words);
  ADD_TEST ("/search/hit", test_hit);
  ADD_TEST ("/search/newest-first", test_newest_first);
  ADD_TEST ("/search/changes", test_changes);
  ADD_TEST ("/search/injection", test_injection);
  return g_test_run ();
}
