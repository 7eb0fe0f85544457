/* What stands on a paper and what the register of numbers shows are the same string. */

#include "mn-signs.h"

#include <glib/gstdio.h>
#include <string.h>

#include "archive-make.h"
#include "form-make.h"
#include "mn-register.h"

/** Organ: an issuing body and how its seventh notice of that day is signed. */
typedef struct
{
  const char *day, *body, *above, *text;
} Organ;

#define PARTY "2026-06-15"
#define BEFORE "2024-06-15"

/* HD 05-HD/VPTW, Phụ lục 1, ô 3; what was before it; NĐ 30, Phụ lục I, II.3. */
static const Organ organs[] = {
  { PARTY, "Tỉnh uỷ Vĩnh Long", NULL, "07-TB/TU" },
  { PARTY, "Ban Thường vụ Tỉnh ủy Vĩnh Long", NULL, "07-TB/TU" },
  { PARTY, "Văn phòng Trung ương Đảng", NULL, "07-TB/VPTW" },
  { PARTY, "Thành uỷ Cần Thơ", NULL, "07-TB/TU" },
  { PARTY, "Đảng uỷ phường Trà Vinh", NULL, "07-TB/ĐU" },
  { PARTY, "Đảng uỷ Quân sự tỉnh", NULL, "07-TB/ĐUQS" },
  { PARTY, "Đảng ủy Công an tỉnh", NULL, "07-TB/ĐUCA" },
  { PARTY, "Đảng uỷ Bộ đội Biên phòng tỉnh", NULL, "07-TB/ĐUBP" },
  { PARTY, "Chi bộ Văn phòng", NULL, "07-TB/CB" },
  { PARTY, "Uỷ ban Kiểm tra Tỉnh uỷ", NULL, "07-TB/UBKTTU" },
  { PARTY, "Cơ quan Uỷ ban Kiểm tra Tỉnh uỷ", NULL, "07-TB/CQUBKTTU" },
  { PARTY, "Uỷ ban Kiểm tra Đảng uỷ", NULL, "07-TB/UBKTĐU" },
  { PARTY, "Ban Tổ chức Tỉnh uỷ", NULL, "07-TB/BTCTU" },
  { PARTY, "Ban Tổ chức", "Tỉnh uỷ Vĩnh Long", "07-TB/BTCTU" },
  { PARTY, "Ban Nội chính Tỉnh ủy", NULL, "07-TB/BNCTU" },
  { PARTY, "Ban Tuyên giáo và Dân vận Tỉnh uỷ", NULL, "07-TB/BTGDVTU" },
  { PARTY, "Ban Xây dựng Đảng", "Đảng uỷ phường Trà Vinh", "07-TB/BXDĐĐU" },
  { PARTY, "Văn phòng Tỉnh uỷ", NULL, "07-TB/VPTU" },
  { PARTY, "Văn phòng", "Tỉnh uỷ Vĩnh Long", "07-TB/VPTU" },
  { PARTY, "Văn phòng Đảng uỷ", NULL, "07-TB/VPĐU" },
  { PARTY, "Ban Chỉ đạo chuyển đổi số", "Tỉnh uỷ Vĩnh Long", "07-TB/BCĐ" },
  { PARTY, "Tiểu ban Văn kiện", "Tỉnh uỷ Vĩnh Long", "07-TB/TB" },
  { PARTY, "Hội đồng lý luận", "Tỉnh uỷ Vĩnh Long", "07-TB/HĐ" },
  { PARTY, "Báo và Phát thanh, Truyền hình Vĩnh Long", NULL, "07-TB/CQBPTTH" },
  { PARTY, "Trường Chính trị tỉnh", NULL, "07-TB/TCT" },
  { PARTY, "Trung tâm Chính trị phường", NULL, "07-TB/TTCT" },
  { PARTY, "Tổ công tác số 1", "Tỉnh uỷ Vĩnh Long", "07-TB/…" },
  { PARTY, "Huyện uỷ Cù Lao", NULL, "07-TB/…" },
  { BEFORE, "Huyện uỷ Cù Lao", NULL, "07-TB/HU" },
  { BEFORE, "Quận uỷ Ninh Kiều", NULL, "07-TB/QU" },
  { BEFORE, "Thị uỷ Bình Minh", NULL, "07-TB/ThU" },
  { BEFORE, "Văn phòng Tỉnh uỷ", NULL, "07-TB/VPTU" },
  { PARTY, "Uỷ ban nhân dân tỉnh Vĩnh Long", NULL, "07/TB-UBND" },
  { PARTY, "Ủy ban nhân dân xã Cồn Mây", NULL, "07/TB-UBND" },
  { PARTY, "Hội đồng nhân dân tỉnh", NULL, "07/TB-HĐND" },
  { PARTY, "Thường trực Hội đồng nhân dân phường", NULL, "07/TB-HĐND" },
  { PARTY, "Văn phòng Ủy ban nhân dân tỉnh", NULL, "07/TB-VPUBND" },
  { PARTY, "Văn phòng", "Ủy ban nhân dân tỉnh Vĩnh Long", "07/TB-VP" },
  { PARTY, "Sở Nội vụ", NULL, "07/TB-SNV" },
  { PARTY, "Sở Nông nghiệp và Môi trường tỉnh Vĩnh Long", NULL, "07/TB-SNNMT" },
  { PARTY, "Chi cục Thuỷ lợi", NULL, "07/TB-CCTL" },
  { PARTY, "Phòng Kinh tế xã Cồn Mây", NULL, "07/TB-PKT" },
  { PARTY, "Trung tâm Phục vụ hành chính công", NULL, "07/TB-TTPVHCC" },
  { PARTY, "Ban Quản lý Khu kinh tế", "Ủy ban nhân dân tỉnh Vĩnh Long", "07/TB-BQL" },
  { PARTY, "Thanh tra tỉnh", NULL, "07/TB-TTr" },
  { PARTY, "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", NULL, "07/TB-MTTQ-BTT" },
  { PARTY, "Liên đoàn Lao động tỉnh", NULL, "07/TB-LĐLĐ" },
  { PARTY, "Hội Nông dân tỉnh", NULL, "07/TB-HND" },
};

static void
set_up (Folder *folder, gconstpointer unused)
{
  folder_set_up (folder, unused);
  mn_archive_set_sign_rule (folder->archive, mn_signs_get_rule ());
}

/* ---- both strings --------------------------------------------------------------------------- */

static MnItem *
make_session_of (const Organ *organ)
{
  g_autofree char *starts = g_strdup_printf ("%sT08:00:00+07:00", organ->day);
  MnItem          *session = mn_session_new ();
  MnItem          *above = organ->above != NULL ? form_body (session, organ->above, NULL) : NULL;
  MnItem          *body = form_body (session, organ->body, above);

  form_set (form_general (session), "title", "Giao ban", "starts", starts, "body",
            mn_item_get_id (body), NULL);
  return session;
}

static MnItem *
add_paper (MnItem *session, const char *form, const char *day)
{
  return form_add (session, "documents", "form", form, "state", "issued", "number", "7", "date",
                   day, NULL);
}

/* As it stands on paper, without the word before it, the gap made seen. */
static char *
dup_printed (MnForm form, MnItem *session)
{
  g_autofree char *line = form_role (form, session, MN_ROLE_NUMBER);
  GString         *text;

  g_assert_true (g_str_has_prefix (line, "Số~") || g_str_has_prefix (line, "Số:~"));
  text = g_string_new (strchr (line, '~') + 1);
  g_string_replace (text, "~~~~~~", "…", 0);
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* The only entry of the register as of now. */
static char *
dup_registered (Folder *folder, MnItem *extra, char **next)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (MnRegister) numbers = NULL;
  MnNumberSequence      *sequence;

  folder_refresh (folder);
  numbers = mn_register_new (folder->archive, extra, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (mn_register_get_sequences (numbers)->len, ==, 1);
  sequence = mn_register_get_sequences (numbers)->pdata[0];
  g_assert_cmpuint (sequence->entries->len, ==, 1);
  if (next != NULL)
    *next = mn_number_sequence_dup_number (sequence, 7);
  return g_strdup (((MnNumberEntry *) sequence->entries->pdata[0])->text);
}

/* In the file, through the index, and while the session is being edited. */
static void
assert_both (Folder *folder, MnForm form, MnItem *session, const char *text, const char *next)
{
  g_autofree char *path = folder_save (folder, "2026/a.minutes", session);
  g_autofree char *printed = dup_printed (form, session);
  g_autofree char *coming = NULL;
  g_autofree char *registered = dup_registered (folder, NULL, &coming);
  g_autofree char *edited = dup_registered (folder, session, NULL);

  g_assert_cmpstr (printed, ==, text);
  g_assert_cmpstr (registered, ==, printed);
  g_assert_cmpstr (edited, ==, printed);
  g_assert_cmpstr (coming, ==, next);
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* ---- tests ---------------------------------------------------------------------------------- */

static void
test_organs (Folder *folder, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (organs); i++)
    {
      g_autoptr (MnItem) session = make_session_of (&organs[i]);

      g_test_message ("%s, %s", organs[i].body, organs[i].day);
      add_paper (session, "notice", organs[i].day);
      assert_both (folder, MN_FORM_NOTICE, session, organs[i].text, organs[i].text);
    }
}

static void
test_forms (Folder *folder, gconstpointer unused)
{
  static const Organ committee = { PARTY, "Tỉnh uỷ Vĩnh Long", NULL, NULL };
  static const struct
  {
    MnForm      form;
    const char *text;
  } cases[] = {
    { MN_FORM_MINUTES, "07-BB/TU" },
    { MN_FORM_NOTICE, "07-TB/TU" },
    { MN_FORM_INVITATION, "07-GM/TU" },
    { MN_FORM_FOLLOW_UP, "07-BC/TU" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = make_session_of (&committee);

      add_paper (session, mn_form_get_name (cases[i].form), PARTY);
      assert_both (folder, cases[i].form, session, cases[i].text, cases[i].text);
    }
}

/* Lists bear no number, on paper or in the register. */
static void
test_lists (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem)     session = make_session_of (&organs[0]);
  MnItem                *list = add_paper (session, "attendance", PARTY);
  g_autofree char       *path = folder_save (folder, "2026/a.minutes", session);
  g_autofree char       *line = form_role (MN_FORM_ATTENDANCE, session, MN_ROLE_NUMBER);
  g_autoptr (MnRegister) numbers = NULL;

  folder_refresh (folder);
  numbers = mn_register_new (folder->archive, NULL, NULL);
  g_assert_cmpstr (line, ==, "");
  g_assert_cmpuint (mn_register_get_sequences (numbers)->len, ==, 0);
  g_assert_false (mn_register_bears_number (numbers, session, list));
  g_assert_null (mn_register_find (numbers, session, list));
}

/* What somebody typed comes before the rule, and a congress before its committee's sign. */
static void
test_by_hand (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session_of (&organs[0]);
  MnItem            *body = mn_session_get_issuer (session);
  MnItem            *notice = add_paper (session, "notice", PARTY);

  form_set (body, "symbol", "TUVL", NULL);
  assert_both (folder, MN_FORM_NOTICE, session, "07-TB/TUVL", "07-TB/TUVL");
  form_set (notice, "symbol", "BCĐ35", NULL);
  assert_both (folder, MN_FORM_NOTICE, session, "07-TB/BCĐ35", "07-TB/BCĐ35");
  form_set (notice, "symbol", NULL, NULL);
  form_set (form_general (session), "kind", "congress", NULL);
  assert_both (folder, MN_FORM_NOTICE, session, "07-TB/ĐH", "07-…/ĐH");
}

/* The lead body's sequence goes on without the others. */
static void
test_joint (Folder *folder, gconstpointer unused)
{
  g_autoptr (MnItem) session = make_session_of (&organs[0]);
  MnItem            *council = form_body (session, "Văn phòng Tỉnh uỷ", NULL);
  MnItem            *other = form_body (session, "Tổ công tác", NULL);
  MnItem            *notice = add_paper (session, "notice", PARTY);

  form_set (other, "symbol", "TCT", NULL);
  form_set (notice, "joint-bodies", form_refs (council, other, NULL), NULL);
  assert_both (folder, MN_FORM_NOTICE, session, "07-TB/TU-VPTU-TCT", "07-TB/TU");
  form_set (notice, "symbol", "TU-VPTU", NULL);
  assert_both (folder, MN_FORM_NOTICE, session, "07-TB/TU-VPTU", "07-TB/TU");
}

/* An office's own style has signs of its own. */
static void
test_office (Folder *folder, gconstpointer unused)
{
  g_autofree char  *styles = g_build_filename (folder->path, "styles", NULL);
  const char *const folders[] = { styles, NULL }, *const none[] = { NULL };
  g_autoptr (MnItem) session = make_session_of (&organs[0]);
  g_autofree char   *path = folder_put (
        folder, "styles/nha.xml",
        "<house-style name=\"nha\" base=\"party-2026\"><organ begins=\"Tỉnh uỷ\" symbol=\"TUVL\"/>"
          "<word name=\"number\" text=\"Số %n/%k.%o\"/></house-style>");

  mn_style_set_folders (folders);
  form_set (form_general (session), "own-style", "nha", NULL);
  add_paper (session, "notice", PARTY);
  assert_both (folder, MN_FORM_NOTICE, session, "07/TB.TUVL", "07/TB.TUVL");
  /* Without the file the numbers are those of the rule in force. */
  g_assert_cmpint (g_remove (path), ==, 0);
  assert_both (folder, MN_FORM_NOTICE, session, "07-TB/TU", "07-TB/TU");
  mn_style_set_folders (none);
}

#define ADD(name, function) g_test_add (name, Folder, NULL, set_up, function, folder_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/signs/organs", test_organs);
  ADD ("/signs/forms", test_forms);
  ADD ("/signs/lists", test_lists);
  ADD ("/signs/by-hand", test_by_hand);
  ADD ("/signs/joint", test_joint);
  ADD ("/signs/office", test_office);
  return g_test_run ();
}
