#include "mn-form-parts.h"

#include "mn-wording.h"

/* ---- agenda --------------------------------------------------------------------------------- */

static gboolean
is_kind (MnItem *item, const char *kind)
{
  return g_strcmp0 (mn_item_get (item, "kind"), kind) == 0;
}

/* "Báo cáo kết quả … (Văn phòng Tỉnh ủy trình bày)" */
static char *
dup_agenda_line (MnComposer *self, MnItem *point)
{
  g_autofree char      *title = mn_sentence_fragment (mn_item_get (point, "title"));
  g_autoptr (GPtrArray) presenters = mn_composer_list (self, point, "presenters");
  g_autofree char      *who = mn_wording_parties (self, presenters, MN_PARTY_NAME_ONLY);
  gboolean              bare = is_kind (point, "opening") || is_kind (point, "conclusion") ||
                  is_kind (point, "discussion") || is_kind (point, "vote") ||
                  mn_sentence_begins (title, "Phát biểu") || mn_sentence_begins (title, "Ý kiến");

  if (*title == '\0' || *who == '\0')
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s (%s%s)", title, who, bare ? "" : " trình bày");
}

static void
add_agenda_points (MnComposer *self, MnItem *parent, const char *slot, guint depth)
{
  guint n = mn_item_get_n_children (parent, slot);

  for (guint i = 0; i < n; i++)
    {
      MnItem          *point = mn_item_get_child (parent, slot, i);
      g_autofree char *line = dup_agenda_line (self, point);
      g_autofree char *sentence = mn_sentence_finish (line);

      if (*sentence != '\0')
        {
          MnBlock *block = mn_composer_add_string (self, MN_ROLE_BODY, NULL, sentence);

          mn_composer_name_item (block, "agenda", point, NULL);
          mn_composer_label (block, depth == 0 ? "-" : "+");
        }
      add_agenda_points (self, point, "points", depth + 1);
    }
}

static void
add_agenda (MnComposer *self)
{
  add_agenda_points (self, self->record, "agenda", 0);
}

/* Without a theme the titles stand in the opening items already; then only more than titles is
 * worth a list. */
static gboolean
has_agenda (MnComposer *self)
{
  guint    n = mn_item_get_n_children (self->record, "agenda");
  gboolean theme = mn_item_get (self->general, "theme") != NULL;

  for (guint i = 0; i < n; i++)
    {
      MnItem *point = mn_item_get_child (self->record, "agenda", i);

      if (mn_item_get (point, "title") == NULL)
        continue;
      if (theme || mn_item_get (point, "presenters") != NULL ||
          mn_item_get_n_children (point, "points") > 0)
        return TRUE;
    }
  return FALSE;
}

/* ---- the sections --------------------------------------------------------------------------- */

typedef struct
{
  const char *agenda_kind; /* the kind of agenda item that calls for it */
  const char *anchor;
  const char *heading;
  const char *slot; /* of the record; it is left out while empty */
  void (*add) (MnComposer *self);
} Section;

static const Section sections[] = {
  { "opening", "heading:agenda", "Nội dung, chương trình", NULL, add_agenda },
  { "follow-up", "heading:follow-up", "Kết quả thực hiện các kết luận, chỉ đạo trước đó",
    "follow-ups", mn_form_add_follow_ups },
  { "report", "heading:reports", "Các báo cáo trình bày tại", "reports", mn_form_add_reports },
  { "discussion", "heading:contributions", "Ý kiến phát biểu, thảo luận", "contributions",
    mn_form_add_contributions },
  { "proposals", "heading:proposals", "Kiến nghị, đề xuất", "proposals", mn_form_add_proposals },
  { "vote", "heading:votes", "Biểu quyết", "votes", mn_form_add_votes },
};

/* Where the agenda calls for the section; those it doesn't name follow in their usual order. */
static guint
get_rank (MnComposer *self, guint section)
{
  guint n = mn_item_get_n_children (self->record, "agenda");

  if (sections[section].slot == NULL)
    return 0;
  for (guint i = 0; i < n; i++)
    if (is_kind (mn_item_get_child (self->record, "agenda", i), sections[section].agenda_kind))
      return (i + 1) * G_N_ELEMENTS (sections) + section;
  return (n + 1) * G_N_ELEMENTS (sections) + section;
}

static void
order_sections (MnComposer *self, guint *order)
{
  guint ranks[G_N_ELEMENTS (sections)];

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      guint place = i;

      ranks[i] = get_rank (self, i);
      for (; place > 0 && ranks[order[place - 1]] > ranks[i]; place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
}

/* The heading is put before what the section added, and only if it added anything. */
static gboolean
add_section (MnComposer *self, const Section *section, const guint *path, guint depth)
{
  g_autofree char *label = mn_composer_number (self, path, depth);
  g_autofree char *heading = g_str_has_suffix (section->heading, " tại") || section->slot == NULL
                                 ? g_strdup_printf ("%s %s", section->heading, self->noun)
                                 : g_strdup (section->heading);
  guint            before = self->blocks->len;

  if (section->slot != NULL ? mn_item_get_n_children (self->record, section->slot) == 0
                            : !has_agenda (self))
    return FALSE;
  mn_composer_add_heading (self, depth, label, section->anchor, heading);
  section->add (self);
  if (self->blocks->len > before + 1)
    return TRUE;
  g_ptr_array_set_size (self->blocks, (int) before);
  return FALSE;
}

/* Those of which there is something, numbered by the last of @path; returns the next number. */
static guint
add_sections (MnComposer *self, guint *path, guint depth)
{
  guint order[G_N_ELEMENTS (sections)];

  order_sections (self, order);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (add_section (self, &sections[order[i]], path, depth))
      path[depth - 1]++;
  return path[depth - 1];
}

/** mn_form_add_course: "2. Diễn biến hội nghị" in the order of the agenda. */
gboolean
mn_form_add_course (MnComposer *self, guint number)
{
  guint            path[] = { number, 1 };
  guint            before = self->blocks->len;
  g_autofree char *label = mn_composer_number (self, path, 1);
  g_autofree char *heading = g_strconcat ("Diễn biến ", self->noun, NULL);

  mn_composer_add_heading (self, 1, label, "heading:course", heading);
  if (add_sections (self, path, 2) > 1)
    return TRUE;
  g_ptr_array_set_size (self->blocks, (int) before);
  return FALSE;
}

/** mn_form_add_sections: the same without a heading above, numbered from 1; returns the number of
 * the next section. */
guint
mn_form_add_sections (MnComposer *self)
{
  guint path[] = { 1 };

  return add_sections (self, path, 1);
}
