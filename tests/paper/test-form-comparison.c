#include <string.h>

#include "form-make.h"
#include "mn-session.h"

static char *
compare (MnItem *then, MnItem *now)
{
  const MnFormInput      input = { .session = now, .other = then };
  g_autoptr (MnComposed) composed = mn_form_compose_input (MN_FORM_COMPARISON, &input);
  GString               *plain = g_string_new (NULL);

  for (guint i = 0; i < composed->blocks->len; i++)
    {
      g_autofree char *block = mn_block_dup_plain (composed->blocks->pdata[i]);

      g_string_append_printf (plain, "%s\n", block);
    }
  g_string_replace (plain, "\302\240", "~", 0);
  return g_string_free (plain, FALSE);
}

static void
assert_holds (const char *plain, const char *part)
{
  if (strstr (plain, part) == NULL)
    g_test_message ("“%s” isn't in:\n%s", part, plain);
  g_assert_nonnull (strstr (plain, part));
}

/* A conclusion stands beside the row that follows it up; one that nobody speaks of any more says
 * so. */
static void
test_follow_ups (void)
{
  g_autoptr (MnItem) then = mn_session_new ();
  g_autoptr (MnItem) now = mn_session_new ();
  MnItem            *kept = form_add (form_conclusion (then), "points", "text", "xây kè", NULL);
  MnItem *row = form_add (form_record (now), "follow-ups", "text", "xây kè", "origin-item",
                          mn_item_get_id (kept), "words", "đã khởi công", NULL);
  g_autofree char *plain = NULL;

  form_add (form_conclusion (then), "points", "text", "trồng rừng", NULL);
  form_add (row, "entries", "status", "doing", NULL);
  plain = compare (then, now);
  assert_holds (plain, "\nXây kè\nXây kè.\nĐang thực hiện. Đã khởi công.\n\n");
  assert_holds (plain, "\nTrồng rừng\nTrồng rừng.\n\nKhông theo dõi tiếp\n");
}

static void
test_proposals (void)
{
  g_autoptr (MnItem) then = mn_session_new ();
  g_autoptr (MnItem) now = mn_session_new ();
  g_autofree char   *plain = NULL;

  form_add (form_record (then), "proposals", "text", "một", "proposers",
            mn_item_get_id (form_body (then, "Hội A", NULL)), NULL);
  form_add (form_record (now), "proposals", "text", "hai", "proposers",
            mn_item_get_id (form_body (now, "Hội A", NULL)), NULL);
  plain = compare (then, now);
  assert_holds (plain, "\nHội A\n- một (chưa giải quyết).\n- hai (chưa giải quyết).\n");
}

static void
test_indicators (void)
{
  static const struct
  {
    const char *then, *now, *unit, *remarks;
  } cases[] = {
    { "2713", "2725", "hội viên", "Tăng 12" },
    { "5.8", "5.3", "%", "Giảm 0,5 điểm phần trăm" },
    { "14.6", "41.8", "% kế hoạch năm", "Tăng 27,2 điểm phần trăm" },
    { "7", "7", NULL, "Không đổi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MnItem) then = mn_session_new ();
      g_autoptr (MnItem) now = mn_session_new ();
      g_autofree char   *plain = NULL;
      g_autofree char   *expected = g_strdup_printf ("\n%s\n", cases[i].remarks);

      form_add (form_add (form_record (then), "reports", NULL), "indicators", "label", "Hội viên",
                "value", cases[i].then, "unit", cases[i].unit, NULL);
      form_add (form_add (form_record (now), "reports", NULL), "indicators", "label", "hội viên",
                "value", cases[i].now, "unit", cases[i].unit, NULL);
      plain = compare (then, now);
      assert_holds (plain, expected);
    }
}

/* No earlier session is no mishap. */
static void
test_alone (void)
{
  g_autoptr (MnItem) now = form_session_new ();
  g_autofree char   *plain = compare (NULL, now);

  assert_holds (plain, "STT\nNội dung\nKỳ trước\nQuý~I/2026\nGhi chú");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-comparison/follow-ups", test_follow_ups);
  g_test_add_func ("/form-comparison/proposals", test_proposals);
  g_test_add_func ("/form-comparison/indicators", test_indicators);
  g_test_add_func ("/form-comparison/alone", test_alone);
  return g_test_run ();
}
