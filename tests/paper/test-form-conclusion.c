#include "form-make.h"
#include "mn-session.h"

static MnItem *
add_point (MnItem *session, const char *section, const char *heading, const char *text)
{
  return form_add (form_conclusion (session), "points", "section", section, "heading", heading,
                   "text", text, NULL);
}

static char *
read_headings (MnForm form, MnItem *session)
{
  g_autofree char *first = form_role (form, session, MN_ROLE_HEADING_1);
  g_autofree char *second = form_role (form, session, MN_ROLE_HEADING_2);

  return g_strdup_printf ("%s|%s", first, second);
}

/* Each way of leaving sections out: numbers have no holes. */
static void
test_numbers (void)
{
  static const char *const headings[] = { "Đánh giá kết quả thực hiện nhiệm vụ",
                                          "Nhiệm vụ, giải pháp trong thời gian tới",
                                          "Về các kiến nghị, đề xuất", "Tổ chức thực hiện" };
  static const char *const sections[] = { NULL, "tasks", "proposals", "organisation" };

  for (guint present = 0; present < 16; present++)
    {
      g_autoptr (MnItem) session = mn_session_new ();
      GString           *expected = g_string_new (NULL);
      guint              number = 1;

      if (present & 1)
        form_set (form_conclusion (session), "results", "Tốt", NULL);
      for (guint i = 0; i < 4; i++)
        if (present & (1u << i))
          {
            if (i > 0)
              add_point (session, sections[i], NULL, "việc");
            g_string_append_printf (expected, "%s%u. %s", number > 1 ? "\n" : "", number,
                                    headings[i]);
            number++;
          }
      form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_HEADING_1), expected->str);
      g_string_free (expected, TRUE);
    }
}

/* Points of one heading stand below it together; those without one are numbered themselves. */
static void
test_groups (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *alone, *first, *second, *bare;

  alone = add_point (session, NULL, "Về biên chế", "một");
  first = add_point (session, "tasks", "về tài chính:", "hai");
  second = add_point (session, "tasks", "về tài chính:", "ba");
  bare = add_point (session, "tasks", NULL, "bốn");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_HEADING_2),
               "1.1. Về biên chế\n1.2. Về tài chính");
  form_assert (form_at_item (MN_FORM_NOTICE, session, "point", alone), "Một.");
  form_assert (form_at_item (MN_FORM_NOTICE, session, "point", first), "- Hai.");
  form_assert (form_at_item (MN_FORM_NOTICE, session, "point", second), "- Ba.");
  form_assert (form_at_item (MN_FORM_NOTICE, session, "point", bare), "1.3. Bốn.");
}

/* One point alone needs no number, nor the section's own words as its heading. */
static void
test_alone (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *task = add_point (session, "tasks", NULL, "một");
  MnItem *organisation = add_point (session, "organisation", "Về tổ chức thực hiện", "hai");

  form_assert (form_at_item (MN_FORM_NOTICE, session, "point", task), "Một.");
  form_assert (form_at_item (MN_FORM_NOTICE, session, "point", organisation), "Hai.");
  form_assert (form_role (MN_FORM_NOTICE, session, MN_ROLE_HEADING_2), "");
}

/* Inside minutes the same sections are one level down. */
static void
test_in_minutes (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_set (form_conclusion (session), "limits", "Chậm", NULL);
  add_point (session, "tasks", "Về biên chế", "một");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:conclusion"), "2. Kết luận hội nghị");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:assessment"),
               "2.1. Đánh giá hạn chế, nguyên nhân");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:tasks"),
               "2.2. Nhiệm vụ, giải pháp trong thời gian tới");
  form_assert (form_role (MN_FORM_MINUTES, session, MN_ROLE_HEADING_3), "2.2.1. Về biên chế");
}

/* Answers stand in a notice only where no point speaks of the proposals, and never twice in
 * minutes. */
static void
test_answers (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem *proposal = form_add (form_record (session), "proposals", "text", "Tăng biên chế", NULL);
  MnItem *answer = form_add (proposal, "answers", "disposition", "not-agreed", NULL);

  form_add (form_record (session), "proposals", "text", "Chưa ai trả lời", NULL);
  form_assert (read_headings (MN_FORM_NOTICE, session), "1. Về các kiến nghị, đề xuất|");
  form_assert (form_at_item (MN_FORM_NOTICE, session, "answer", answer),
               "1.1. Về kiến nghị, đề xuất “tăng biên chế”: Chưa thống nhất với kiến nghị, đề "
               "xuất.");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:answers"), "");
  add_point (session, "proposals", NULL, "Giao nghiên cứu");
  form_assert (form_at_item (MN_FORM_NOTICE, session, "answer", answer), "");
}

static void
test_nothing (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  add_point (session, "tasks", NULL, NULL);
  form_assert (read_headings (MN_FORM_NOTICE, session), "|");
  form_assert (form_at (MN_FORM_MINUTES, session, "heading:conclusion"), "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-conclusion/numbers", test_numbers);
  g_test_add_func ("/form-conclusion/groups", test_groups);
  g_test_add_func ("/form-conclusion/alone", test_alone);
  g_test_add_func ("/form-conclusion/in-minutes", test_in_minutes);
  g_test_add_func ("/form-conclusion/answers", test_answers);
  g_test_add_func ("/form-conclusion/nothing", test_nothing);
  return g_test_run ();
}
