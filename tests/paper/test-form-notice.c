#include "form-make.h"
#include "mn-session.h"

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
               "kết luận của đồng chí~Nguyễn Văn A, Phó Bí~thư Thường~trực Tỉnh~ủy tại buổi làm "
               "việc với các hội ngày~05/4/2026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-notice/subject", test_subject);
  return g_test_run ();
}
