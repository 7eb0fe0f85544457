#include <string.h>

#include "mn-form-comparison-private.h"
#include "mn-form-parts.h"
#include "mn-form-status.h"
#include "mn-wording.h"

/* ---- proposals, by who proposes ------------------------------------------------------------- */

static MnText *
compose_proposals (MnComposer *self, const char *who)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();
  guint                     n = 0;

  for (guint i = 0; self != NULL && i < mn_item_get_n_children (self->record, "proposals"); i++)
    {
      MnItem          *proposal = mn_item_get_child (self->record, "proposals", i);
      g_autofree char *own = mn_wording_cell (self, proposal, "proposers");
      g_autofree char *plain = mn_item_dup_plain (proposal, "text");
      g_autofree char *line = NULL;
      g_autofree char *words = NULL;
      g_autofree char *status = mn_sentence_lower (
          mn_form_proposal_words (mn_form_get_proposal_status (self, proposal)));

      if (strcmp (own, who) != 0 || *plain == '\0')
        continue;
      g_strdelimit (plain, "\n", ' ');
      line = mn_sentence_fragment (plain);
      words = g_strdup_printf ("- %s (%s).", line, status);
      mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
      mn_text_builder_run (builder, words, -1, MN_MARK_NONE);
      n++;
    }
  if (n == 0)
    mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  return mn_text_builder_end (builder);
}

static void
list_proposers (MnComposer *self, GPtrArray *names)
{
  for (guint i = 0; self != NULL && i < mn_item_get_n_children (self->record, "proposals"); i++)
    {
      MnItem          *proposal = mn_item_get_child (self->record, "proposals", i);
      g_autofree char *who = mn_wording_cell (self, proposal, "proposers");

      if (!mn_item_is_empty (proposal) &&
          !g_ptr_array_find_with_equal_func (names, who, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&who));
    }
}

void
mn_comparison_add_proposals (MnComparison *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  list_proposers (self->now, names);
  list_proposers (self->then, names);
  if (names->len == 0)
    return;
  mn_comparison_begin_group (self, "Kiến nghị, đề xuất");
  for (guint i = 0; i < names->len; i++)
    {
      const char      *who = names->pdata[i];
      g_autofree char *key = g_strconcat ("proposals:", who, NULL);

      mn_comparison_add_row (self, NULL, key, *who != '\0' ? who : "Chưa rõ cơ quan, tổ chức",
                             compose_proposals (self->then, who),
                             compose_proposals (self->now, who), "");
    }
}

/* ---- conclusions of this session ------------------------------------------------------------ */

void
mn_comparison_add_points (MnComparison *self)
{
  if (mn_item_get_n_children (self->now->conclusion, "points") == 0)
    return;
  mn_comparison_begin_group (self, "Kết luận mới");
  for (guint i = 0; i < mn_item_get_n_children (self->now->conclusion, "points"); i++)
    {
      MnItem          *point = mn_item_get_child (self->now->conclusion, "points", i);
      g_autofree char *lead = mn_wording_cell (self->now, point, "leads");
      const char      *from = mn_item_get (point, "derived-from");
      MnItem          *then = self->then != NULL && from != NULL
                                  ? g_hash_table_lookup (self->then->items, from)
                                  : NULL;

      mn_comparison_add_row (self, point, mn_comparison_get_key (point), lead,
                             then != NULL && mn_item_is (then, "point")
                                 ? mn_comparison_compose_point (self->then, then)
                                 : mn_comparison_new_text (""),
                             mn_comparison_compose_point (self->now, point), "");
    }
}
