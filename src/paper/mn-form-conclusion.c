#include "mn-form-parts.h"

#include <string.h>

#include "mn-session.h"
#include "mn-wording.h"

/** What the sections of the conclusion are numbered and headed by. */
typedef struct
{
  MnComposer *composer;
  guint       prefix; /* number of what they stand in inside minutes, 0 in a notice */
  guint       level;  /* of the sections' headings */
  guint       number; /* of the next section */
} Outline;

/* "3.2." of a section; @point is the number of one in it, or 0. */
static char *
dup_number (const Outline *outline, guint point)
{
  guint path[3], depth = 0;

  if (outline->prefix > 0)
    path[depth++] = outline->prefix;
  path[depth++] = outline->number;
  if (point > 0)
    path[depth++] = point;
  return mn_composer_number (outline->composer, path, depth);
}

static gboolean
has_words (MnItem *item, const char *field)
{
  MnText *text = mn_item_get_rich (item, field);

  return text != NULL && !mn_text_is_empty (text);
}

static void
add_section_heading (Outline *outline, const char *anchor, const char *heading)
{
  g_autofree char *label = dup_number (outline, 0);

  mn_composer_add_heading (outline->composer, outline->level, label, anchor, heading);
}

/* ---- assessment ----------------------------------------------------------------------------- */

static char *
dup_assessment_heading (MnComposer *self)
{
  g_autofree char *period = mn_session_dup_period (self->session);

  if (!has_words (self->conclusion, "results"))
    return g_strdup ("Đánh giá hạn chế, nguyên nhân");
  return g_strdup_printf ("Đánh giá kết quả thực hiện nhiệm vụ%s%s", *period != '\0' ? " " : "",
                          period);
}

static void
add_assessment_words (MnComposer *self, const char *field, const char *anchor)
{
  MnBlock *block;

  if (!has_words (self->conclusion, field))
    return;
  block = mn_composer_add_text (
      self, MN_ROLE_BODY, self->conclusion,
      mn_sentence_text (NULL, mn_item_get_rich (self->conclusion, field), NULL, MN_SENTENCE_PLAIN));
  mn_composer_name (block, anchor);
}

static void
add_assessment (Outline *outline)
{
  MnComposer      *self = outline->composer;
  g_autofree char *heading = dup_assessment_heading (self);

  if (!has_words (self->conclusion, "results") && !has_words (self->conclusion, "limits"))
    return;
  add_section_heading (outline, "heading:assessment", heading);
  add_assessment_words (self, "results", "assessment:results");
  add_assessment_words (self, "limits", "assessment:limits");
  outline->number++;
}

/* ---- points --------------------------------------------------------------------------------- */

static GPtrArray *
list_points (MnComposer *self, const char *section)
{
  GPtrArray *points = g_ptr_array_new ();
  guint      n = mn_item_get_n_children (self->conclusion, "points");

  for (guint i = 0; i < n; i++)
    {
      MnItem     *point = mn_item_get_child (self->conclusion, "points", i);
      const char *own = mn_item_get (point, "section");

      if (strcmp (own != NULL ? own : "tasks", section) == 0 &&
          (has_words (point, "text") || mn_item_get (point, "heading") != NULL ||
           mn_item_get (point, "leads") != NULL))
        g_ptr_array_add (points, point);
    }
  return points;
}

static const char *
get_heading (GPtrArray *points, guint i)
{
  return i < points->len ? mn_item_get (points->pdata[i], "heading") : NULL;
}

/* Points under one heading follow each other with that heading in their field. */
static gboolean
is_same_group (GPtrArray *points, guint a, guint b)
{
  return get_heading (points, a) != NULL &&
         g_strcmp0 (get_heading (points, a), get_heading (points, b)) == 0;
}

/* Where a section has one point only, headed by the section's own words, they aren't repeated. */
static gboolean
repeats_section (GPtrArray *points, const char *key)
{
  const char *heading = get_heading (points, 0);

  return points->len == 1 && heading != NULL && key != NULL && mn_sentence_says (heading, key);
}

static void
add_point_text (MnComposer *self, MnItem *point, const char *label)
{
  MnText  *text = mn_form_point_text (self, point);
  MnBlock *block;

  if (mn_text_is_empty (text))
    {
      mn_text_unref (text);
      return;
    }
  block = mn_composer_add_text (self, MN_ROLE_BODY, NULL, text);
  mn_composer_name_item (block, "point", point, NULL);
  mn_composer_label (block, label);
}

static void
add_group_heading (Outline *outline, MnItem *point, const char *label)
{
  g_autofree char *heading = mn_sentence_fragment (mn_item_get (point, "heading"));
  g_autofree char *upper = mn_sentence_upper (heading);
  g_autofree char *anchor = mn_composer_dup_anchor ("point", point, "heading");
  MnBlock *block = mn_composer_add_heading (outline->composer, outline->level + 1, label, anchor,
                                            upper);

  block->source = g_strdup (mn_item_get_id (point));
}

/* "2.1." with its heading, and what stands below it: one plain text, or several with dashes. */
static void
add_points (Outline *outline, GPtrArray *points, const char *key)
{
  gboolean bare = repeats_section (points, key);
  gboolean alone = points->len == 1 && (bare || get_heading (points, 0) == NULL);
  guint    number = 1;

  for (guint i = 0; i < points->len; i++)
    {
      MnItem          *point = points->pdata[i];
      g_autofree char *label = dup_number (outline, number);
      gboolean         goes_on = i > 0 && is_same_group (points, i, i - 1);
      gboolean         is_grouped = goes_on || is_same_group (points, i, i + 1);

      if (alone)
        add_point_text (outline->composer, point, NULL);
      else if (get_heading (points, i) == NULL)
        add_point_text (outline->composer, point, label);
      else
        {
          if (!goes_on)
            add_group_heading (outline, point, label);
          add_point_text (outline->composer, point, is_grouped ? "-" : NULL);
        }
      if (!goes_on && (get_heading (points, i) != NULL ||
                       !mn_composer_is_removed (outline->composer, "point", point)))
        number++;
    }
}

static gboolean
add_section (Outline    *outline,
             const char *section,
             const char *anchor,
             const char *heading,
             const char *key)
{
  g_autoptr (GPtrArray) points = list_points (outline->composer, section);

  if (points->len == 0)
    return FALSE;
  add_section_heading (outline, anchor, heading);
  add_points (outline, points, key);
  outline->number++;
  return TRUE;
}

/* ---- answers, where no point settles them --------------------------------------------------- */

/* "Về kiến nghị của Hội Nông dân tỉnh “…”:" */
static char *
dup_answer_lead (MnComposer *self, MnItem *proposal)
{
  g_autoptr (GPtrArray) proposers = mn_composer_list (self, proposal, "proposers");
  g_autofree char      *who = mn_wording_parties (self, proposers, MN_PARTY_WITH_AND);
  MnText               *text = mn_item_get_rich (proposal, "text");
  GString              *words = g_string_new ("Về kiến nghị, đề xuất");

  if (*who != '\0')
    g_string_append_printf (words, " của %s", who);
  if (text != NULL && !mn_text_is_empty (text) && mn_text_get_n_paragraphs (text) == 1)
    {
      g_autofree char *said = mn_sentence_fragment (mn_text_get_plain (text));
      g_autofree char *lower = mn_sentence_lower (said);

      g_string_append_printf (words, " “%s”", lower);
    }
  g_string_append_c (words, ':');
  return g_string_free (words, FALSE);
}

/* The last answer counts. */
static gboolean
add_answered (Outline *outline, MnItem *proposal, guint number)
{
  MnComposer        *self = outline->composer;
  guint              n = mn_item_get_n_children (proposal, "answers");
  g_autofree char   *lead = dup_answer_lead (self, proposal);
  g_autofree char   *label = dup_number (outline, number);
  g_autoptr (MnText) text = NULL;
  MnItem            *answer;
  MnBlock           *block;

  if (n == 0)
    return FALSE;
  answer = mn_item_get_child (proposal, "answers", n - 1);
  text = mn_form_answer_text (self, answer, lead, MN_SENTENCE_PLAIN);
  if (mn_text_is_empty (text))
    return FALSE;
  block = mn_composer_add_text (self, MN_ROLE_BODY, NULL, g_steal_pointer (&text));
  mn_composer_name_item (block, "answer", answer, NULL);
  mn_composer_label (block, label);
  return !mn_composer_is_removed (self, "answer", answer);
}

static void
add_answers (Outline *outline)
{
  MnComposer *self = outline->composer;
  guint       n = mn_item_get_n_children (self->record, "proposals");
  guint       before = self->blocks->len;
  guint       number = 1;

  add_section_heading (outline, "heading:answers", "Về các kiến nghị, đề xuất");
  for (guint i = 0; i < n; i++)
    if (add_answered (outline, mn_item_get_child (self->record, "proposals", i), number))
      number++;
  if (self->blocks->len == before + 1)
    g_ptr_array_set_size (self->blocks, (int) before);
  else
    outline->number++;
}

/* ---- the whole ------------------------------------------------------------------------------ */

/** mn_form_has_conclusion: anything was concluded. */
gboolean
mn_form_has_conclusion (MnComposer *self)
{
  static const char *const names[] = { "tasks", "proposals", "organisation" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) points = list_points (self, names[i]);

      if (points->len > 0)
        return TRUE;
    }
  return has_words (self->conclusion, "results") || has_words (self->conclusion, "limits");
}

/**
 * mn_form_add_conclusion:
 * @prefix: the number of the section that the conclusion is, or 0 where its sections are the
 *   document's own
 *
 * Assessment, tasks, proposals, carrying out: those of which there is something, numbered without
 * holes. In a notice the answers to proposals stand in where no point speaks of them; minutes have
 * told them already.
 */
void
mn_form_add_conclusion (MnComposer *self, guint prefix)
{
  Outline outline = { self, prefix, prefix > 0 ? 2 : 1, 1 };

  add_assessment (&outline);
  add_section (&outline, "tasks", "heading:tasks", "Nhiệm vụ, giải pháp trong thời gian tới", NULL);
  if (!add_section (&outline, "proposals", "heading:answers", "Về các kiến nghị, đề xuất",
                    "kiến nghị") &&
      prefix == 0)
    add_answers (&outline);
  add_section (&outline, "organisation", "heading:organisation", "Tổ chức thực hiện",
               "tổ chức thực hiện");
}
