#include <string.h>

#include "form-make.h"
#include "mn-sentence.h"
#include "mn-session.h"

/* The @n-th line of the subject. */
static void
assert_subject (const MnComposed *composed, guint n, const char *expected)
{
  for (guint i = 0; i < composed->blocks->len; i++)
    {
      const MnBlock *block = composed->blocks->pdata[i];

      if (block->kind == MN_BLOCK_PARAGRAPH && block->role == MN_ROLE_SUBJECT && n-- == 0)
        {
          GString *plain = g_string_new (mn_text_get_plain (block->text));

          g_string_replace (plain, MN_NBSP, " ", 0);
          g_assert_cmpstr (plain->str, ==, expected);
          g_string_free (plain, TRUE);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_subject (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *notice = mn_session_get_document (session, "notice");

  form_set (notice, "subject", "Kết luận về công tác dân vận.", NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_SUBJECT),
               "kết luận về công tác dân vận");
  form_set (notice, "subject", NULL, NULL);
  form_set (form_general (session), "body", NULL, "title", "Buổi làm việc với các hội", "ordinal",
            NULL, "period-kind", NULL, NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_SUBJECT),
               "kết luận của đồng chí~Nguyễn Văn A, Phó Bí thư Thường trực Tỉnh ủy tại buổi làm "
               "việc với các hội ngày~05/4/2026");
}

/* Who concludes isn't said again as one of those who met. */
static void
test_who_met (void)
{
  g_autoptr (MnItem) session = form_session_new ();

  form_set (form_general (session), "title",
            "Hội nghị giao ban giữa Thường trực Tỉnh ủy với các huyện ủy", "ordinal", NULL,
            "period-kind", NULL, NULL);
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_SUBJECT),
               "kết luận của Thường trực Tỉnh ủy tại hội nghị giao ban với các huyện ủy "
               "ngày~05/4/2026");
  form_assert (form_role (MN_FORM_FOLLOW_UP, session, MN_ROLE_SUBJECT),
               "kết quả thực hiện kết luận của Thường trực Tỉnh ủy tại hội nghị giao ban với các "
               "huyện ủy ngày~05/4/2026");
}

/* HD 05's example 3, where an office's style asks for it: the author in capitals, then of what. */
static void
test_author_line (void)
{
  g_autoptr (MnItem)  session = form_session_new ();
  MnItem             *notice = mn_session_get_document (session, "notice");
  g_autoptr (GError)  error = NULL;
  const char         *own = "<house-style name=\"own\" base=\"party-2026\">"
                            "<notice author-line=\"yes\"/></house-style>";
  g_autoptr (MnStyle) style = mn_style_parse (own, strlen (own), "own.xml", &error);
  const MnFormInput   input = { .session = session, .style = style };
  static const char *const subjects[] = { "Kết luận về công tác dân vận.", "về công tác dân vận",
                                          "Kết luận của Thường trực Tỉnh ủy về công tác dân vận" };

  g_assert_no_error (error);
  g_assert_cmpuint (mn_style_get_findings (style)->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (MnComposed) composed = NULL;

      form_set (notice, "subject", subjects[i], NULL);
      composed = mn_form_compose_input (MN_FORM_NOTICE, &input);
      assert_subject (composed, 0, "KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY");
      assert_subject (composed, 1, "về công tác dân vận");
      g_assert_cmpstr (composed->title, ==,
                       "Thông báo kết luận của Thường trực Tỉnh ủy về công tác dân vận");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-notice/subject", test_subject);
  g_test_add_func ("/form-notice/who-met", test_who_met);
  g_test_add_func ("/form-notice/author-line", test_author_line);
  return g_test_run ();
}
