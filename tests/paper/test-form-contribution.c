#include "form-make.h"
#include "mn-session.h"

static void
test_contributions (void)
{
  static const struct
  {
    const char *kind, *title, *text, *expected;
  } cases[] = {
    { NULL, NULL, "nhất trí.", "- Đồng chí~Lê A, Bí thư: Nhất trí." },
    { "opinion", "Bỏ qua", "nhất trí", "- Đồng chí~Lê A, Bí thư: Nhất trí." },
    { "paper", "Dân vận khéo", "nêu cách làm",
      "- Đồng chí~Lê A, Bí thư, trình bày tham luận “Dân vận khéo”: Nêu cách làm." },
    { "paper", NULL, NULL, "- Đồng chí~Lê A, Bí thư, trình bày tham luận." },
    { "direction", NULL, "làm ngay", "- Đồng chí~Lê A, Bí thư, phát biểu chỉ đạo: Làm ngay." },
    { "question", NULL, "bao giờ xong?", "- Đồng chí~Lê A, Bí thư, nêu câu hỏi: Bao giờ xong?" },
    { "opinion", NULL, NULL, "- Đồng chí~Lê A, Bí thư, phát biểu ý kiến." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      MnItem            *speaker = form_person (session, "Lê A", "Bí thư");
      MnItem            *item = form_add (form_record (session), "contributions", "speaker",
                                          mn_item_get_id (speaker), "kind", cases[i].kind, "title",
                                          cases[i].title, NULL);

      if (cases[i].text != NULL)
        form_set (item, "text", cases[i].text, NULL);
      form_assert (form_at_item (MN_FORM_MINUTES, session, "contribution", item),
                   cases[i].expected);
    }
}

/* More than one paragraph stands below the speaker. */
static void
test_long_contribution (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *speaker = form_person (session, "Lê A", NULL);
  MnItem            *item = form_add (form_record (session), "contributions", "speaker",
                                      mn_item_get_id (speaker), "text", "Một\nHai", NULL);
  MnItem            *nobody = form_add (form_record (session), "contributions", "text", "Ba", NULL);

  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_HEADING_3), "Đồng chí~Lê A:");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "contribution", item), "Một.\nHai.");
  form_assert (form_at_item (MN_FORM_MINUTES, session, "contribution", nobody),
               "- Ý kiến phát biểu: Ba.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-contribution/contributions", test_contributions);
  g_test_add_func ("/form-contribution/long-contribution", test_long_contribution);
  return g_test_run ();
}
