#include <string.h>

#include "mn-form-comparison-private.h"
#include "mn-form-status.h"
#include "mn-said.h"
#include "mn-wording.h"

static MnItem *
find_row (MnComposer *self, const char *key)
{
  for (guint i = 0; i < mn_item_get_n_children (self->record, "follow-ups"); i++)
    {
      MnItem *row = mn_item_get_child (self->record, "follow-ups", i);

      if (strcmp (mn_said_get_row_key (row), key) == 0)
        return row;
    }
  return NULL;
}

/* Where it stood at the end of that meeting: its status, and what was said of it there. */
static MnText *
compose_row (MnComposer *self, MnItem *row)
{
  MnText          *own = mn_item_get_rich (row, "words");
  g_autofree char *last = NULL;
  g_autofree char *before = NULL;
  g_autofree char *line = NULL;
  MnFormStatus     status;

  mn_form_read_status (self, row, &status);
  before = status.said ? g_strconcat (mn_form_status_words (&status.status), ".", NULL)
                       : g_strdup ("");
  if (own != NULL && !mn_text_is_empty (own))
    return mn_sentence_text (before, own, NULL, MN_SENTENCE_PLAIN);
  last = mn_sentence_finish (status.last != NULL ? mn_item_get (status.last, "words") : NULL);
  line = g_strjoin (*before != '\0' && *last != '\0' ? " " : "", before, last, NULL);
  return mn_comparison_new_text (line);
}

/* "Rà soát biên chế (Văn phòng Tỉnh ủy)": on one line, whatever paragraphs it has. */
static char *
dup_what (MnComposer *self, MnItem *item)
{
  g_autofree char *plain = mn_item_dup_plain (item, "text");
  g_autofree char *heading = mn_item_is (item, "point") ? mn_item_dup_plain (item, "heading")
                                                        : g_strdup ("");
  g_autofree char *lead = mn_wording_cell (self, item, "leads");
  g_autofree char *words = mn_sentence_fragment (
      g_strdelimit (*heading != '\0' ? heading : plain, "\n", ' '));
  g_autofree char *upper = mn_sentence_upper (words);

  if (*upper == '\0' || *lead == '\0')
    return g_strdup (*upper != '\0' ? upper : lead);
  return g_strdup_printf ("%s (%s)", upper, lead);
}

static void
add_followed (MnComparison *self, MnItem *then, MnItem *now)
{
  MnItem          *item = now != NULL ? now : then;
  MnComposer      *side = now != NULL ? self->now : self->then;
  g_autofree char *what = dup_what (side, item);
  MnText          *old = NULL;
  const char      *remarks = "";

  if (then == NULL)
    old = mn_comparison_new_text ("");
  else
    old = mn_item_is (then, "point") ? mn_comparison_compose_point (self->then, then)
                                     : compose_row (self->then, then);
  if (now == NULL)
    remarks = "Không theo dõi tiếp";
  mn_comparison_add_row (self, now, mn_comparison_get_key (item), what, old,
                         now != NULL ? compose_row (self->now, now) : mn_comparison_new_text (""),
                         remarks);
}

/* Rows of this session beside what they go back to; then what that session followed up or
 * concluded and this one doesn't speak of. */
void
mn_comparison_add_follow_ups (MnComparison *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  if (mn_item_get_n_children (self->now->record, "follow-ups") == 0 &&
      (self->then == NULL || (mn_item_get_n_children (self->then->record, "follow-ups") == 0 &&
                              mn_item_get_n_children (self->then->conclusion, "points") == 0)))
    return;
  mn_comparison_begin_group (self, "Thực hiện kết luận");
  for (guint i = 0; i < mn_item_get_n_children (self->now->record, "follow-ups"); i++)
    {
      MnItem     *row = mn_item_get_child (self->now->record, "follow-ups", i);
      const char *key = mn_said_get_row_key (row);
      MnItem     *then = self->then != NULL ? find_row (self->then, key) : NULL;

      if (then == NULL && self->then != NULL)
        then = g_hash_table_lookup (self->then->items, key);
      if (then != NULL && !mn_item_is (then, "point") && !mn_item_is (then, "follow-up"))
        then = NULL;
      g_hash_table_add (told, (gpointer) key);
      add_followed (self, then, row);
    }
  for (guint i = 0;
       self->then != NULL && i < mn_item_get_n_children (self->then->record, "follow-ups"); i++)
    {
      MnItem *row = mn_item_get_child (self->then->record, "follow-ups", i);

      if (!g_hash_table_contains (told, mn_said_get_row_key (row)))
        add_followed (self, row, NULL);
    }
  for (guint i = 0;
       self->then != NULL && i < mn_item_get_n_children (self->then->conclusion, "points"); i++)
    {
      MnItem *point = mn_item_get_child (self->then->conclusion, "points", i);

      if (!g_hash_table_contains (told, mn_item_get_id (point)))
        add_followed (self, point, NULL);
    }
}
