#include <string.h>

#include "form-make.h"
#include "mn-session.h"

#define FORM MN_FORM_TASK_SLIP

static guint
count_titles (const MnComposed *composed)
{
  guint n = 0;

  for (guint i = 0; i < composed->blocks->len; i++)
    n += ((MnBlock *) composed->blocks->pdata[i])->role == MN_ROLE_KIND;
  return n;
}

static void
test_one (void)
{
  g_autoptr (MnItem) session = form_session_new ();
  MnItem            *point = mn_item_get_child (form_conclusion (session), "points", 0);
  const char        *lead = mn_item_get (point, "leads");
  g_autofree char   *to = g_strdup_printf ("slip:%s:to", lead);
  g_autofree char   *task = g_strdup_printf ("slip:%s:%s", lead, mn_item_get_id (point));
  g_autofree char   *partners = g_strconcat (task, ":partners", NULL);
  g_autofree char   *report_to = g_strconcat (task, ":report-to", NULL);

  form_assert (form_at (FORM, session, to), "Kính gửi: Văn phòng Tỉnh ủy.");
  form_assert (form_at (FORM, session, task), "Rà soát biên chế.");
  form_assert (form_at (FORM, session, partners), "Hội Nông dân tỉnh");
  form_assert (form_at (FORM, session, report_to), "Thường trực Tỉnh ủy");
  form_assert (form_role (FORM, session, MN_ROLE_RECIPIENT),
               "- Văn phòng Tỉnh ủy;\n- Lưu Văn phòng Tỉnh ủy.");
}

/* Each lead has sheets of its own, and a task with two leads stands on both. */
static void
test_several (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *a = form_body (session, "Sở A", NULL);
  MnItem            *b = form_body (session, "Sở B", NULL);
  MnItem     *point = form_add (form_conclusion (session), "points", "text", "việc", "leads",
                                form_refs (a, b, NULL), NULL);
  MnFormInput input = { .session = session };
  g_autoptr (MnComposed) all = mn_form_compose_input (FORM, &input);
  g_autoptr (MnComposed) one = NULL;
  g_autofree char       *shared = g_strdup_printf ("slip:%s:%s:partners", mn_item_get_id (b),
                                                   mn_item_get_id (point));
  guint                  breaks = 0, parts = 0;

  g_assert_cmpuint (count_titles (all), ==, 2);
  for (guint i = 0; i < all->blocks->len; i++)
    {
      const MnBlock *block = all->blocks->pdata[i];

      breaks += block->page_break;
      parts += block->kind == MN_BLOCK_SECTION && block->own_numbers && block->own_sheets;
    }
  g_assert_cmpuint (breaks, ==, 2); /* the part of each that comes back */
  g_assert_cmpuint (parts, ==, 2);  /* each is numbered on its own, and none on another's back */
  form_assert (form_at (FORM, session, shared), "Sở A");
  input.lead = mn_item_get_id (b);
  one = mn_form_compose_input (FORM, &input);
  g_assert_cmpuint (count_titles (one), ==, 1);
}

/* By the whole name before a part of it; what could be two is none. */
static void
test_find_lead (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *a = form_body (session, "Sở Nội vụ", NULL);
  MnItem            *b = form_body (session, "Văn phòng Sở Nội vụ", NULL);
  MnItem            *c = form_person (session, NULL, "Chánh Văn phòng");
  MnItem            *unused = form_body (session, "Sở Tài chính", NULL);

  form_set (b, "short-name", "VPSNV", NULL);
  form_add (form_conclusion (session), "points", "text", "việc", "leads", form_refs (b, a, c, NULL),
            NULL);
  g_assert_true (mn_form_find_lead (session, "SỞ NỘI VỤ") == a);
  g_assert_true (mn_form_find_lead (session, "so noi vu") == a);
  g_assert_true (mn_form_find_lead (session, "vpsnv") == b);
  g_assert_true (mn_form_find_lead (session, "chánh") == c);
  g_assert_cmpstr (mn_form_get_lead_name (c), ==, "Chánh Văn phòng");
  g_assert_null (mn_form_find_lead (session, "nội vụ"));
  g_assert_null (mn_form_find_lead (session, mn_item_get (unused, "name")));
  g_assert_null (mn_form_find_lead (session, ""));
}

/* Nobody leads anything: one slip to be filled by hand. */
static void
test_blank (void)
{
  g_autoptr (MnItem) session = mn_session_new ();

  form_assert (form_at (FORM, session, "slip:to"), "Kính gửi:~~~~~~~~~~~~");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-task-slip/one", test_one);
  g_test_add_func ("/form-task-slip/several", test_several);
  g_test_add_func ("/form-task-slip/find-lead", test_find_lead);
  g_test_add_func ("/form-task-slip/blank", test_blank);
  return g_test_run ();
}
