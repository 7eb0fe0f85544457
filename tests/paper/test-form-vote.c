#include "form-make.h"
#include "mn-session.h"

static void
test_votes (void)
{
  static const struct
  {
    const char *subject, *method, *entitled, *yes, *no, *other, *invalid, *expected;
  } cases[] = {
    { "thông qua quy chế", "show-of-hands", "49", "48", "0", "1", "0",
      "- Thông qua quy chế (hình thức: giơ tay): tán thành 48/49 (98%); không tán thành 0; ý kiến "
      "khác 01 (2%)." },
    { "Quy chế", "secret-ballot", NULL, "7", "1", NULL, "0",
      "- Quy chế (hình thức: bỏ phiếu kín): tán thành 07/08 (87,5%); không tán thành 01 (12,5%); "
      "không hợp lệ 0." },
    { NULL, NULL, NULL, "3", NULL, NULL, NULL, "- Kết quả biểu quyết: tán thành 03/03 (100%)." },
    { "Quy chế", NULL, NULL, NULL, NULL, NULL, NULL, "- Quy chế." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem *vote = form_add (form_record (session), "votes", "subject", cases[i].subject,
                               "method", cases[i].method, "entitled", cases[i].entitled, "for",
                               cases[i].yes, "against", cases[i].no, "other", cases[i].other,
                               "invalid", cases[i].invalid, NULL);

      form_assert (form_at_item (MN_FORM_MINUTES, session, "vote", vote), cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-vote/votes", test_votes);
  return g_test_run ();
}
