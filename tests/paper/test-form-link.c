#include "form-make.h"
#include "mn-session.h"

static const MnBlock *
find_source (const GPtrArray *blocks, const char *source)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const MnBlock *block = blocks->pdata[i];
      const MnBlock *below = find_source (block->children, source);

      if (g_strcmp0 (block->source, source) == 0)
        return block;
      if (below != NULL)
        return below;
    }
  return NULL;
}

/* In minutes, which hold both, a task leads to the proposal that it answers, and back. */
static void
test_both_ways (void)
{
  g_autoptr (MnItem)     session = mn_session_new ();
  g_autoptr (MnComposed) minutes = NULL;
  MnItem                *front = form_body (session, "Mặt trận Tổ quốc", NULL);
  MnItem                *proposal = form_add (form_record (session), "proposals", "proposers",
                                              mn_item_get_id (front), "text", "Đề nghị sửa đường", NULL);
  MnItem *other = form_add (form_record (session), "proposals", "proposers", mn_item_get_id (front),
                            "text", "Đề nghị xây cầu", NULL);
  MnItem *task = form_add (form_conclusion (session), "points", "text", "Sửa đường", "answers",
                           form_refs (proposal, NULL), NULL);
  const MnBlock *block;

  minutes = mn_form_compose (MN_FORM_MINUTES, session);
  block = find_source (minutes->blocks, mn_item_get_id (task));
  g_assert_nonnull (block);
  g_assert_cmpstr (block->link, ==, mn_item_get_id (proposal));
  block = find_source (minutes->blocks, mn_item_get_id (proposal));
  g_assert_nonnull (block);
  g_assert_cmpstr (block->link, ==, mn_item_get_id (task));
  block = find_source (minutes->blocks, mn_item_get_id (other));
  g_assert_nonnull (block);
  g_assert_null (block->link);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-link/both-ways", test_both_ways);
  return g_test_run ();
}
