#include "mn-sections.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mn-session.h"

/* Short labels: the widest one makes the sidebar wide. */
#define PAPER(name, label, form)                                                                   \
  {                                                                                                \
    name, label, MN_SECTION_DOCUMENT, "documents", form, NULL                                      \
  }

static const MnSection sections[] = {
  { "general", NULL, MN_SECTION_FORM, NULL, MN_FORM_MINUTES, NULL },
  { "parties", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("Everyone who is named in the session: people, posts, bodies and groups.") },
  { "attendees", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("Who was called to the meeting, and who came.") },
  { "agenda", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES, N_ ("The points of the meeting.") },
  { "follow-ups", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("What earlier meetings concluded, and what has become of it.") },
  { "reports", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("What was reported, with its figures.") },
  { "contributions", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("Who spoke, and what was said.") },
  { "proposals", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("What was proposed, to whom, and what was answered.") },
  { "votes", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES, N_ ("What was voted on.") },
  { "conclusion", NULL, MN_SECTION_LIST, "points", MN_FORM_NOTICE, NULL },
  { "notice", N_ ("Notice"), MN_SECTION_DOCUMENT, "documents", MN_FORM_NOTICE, NULL },
  { "minutes", N_ ("Minutes"), MN_SECTION_DOCUMENT, "documents", MN_FORM_MINUTES, NULL },
  PAPER ("paper-agenda", N_ ("Programme"), MN_FORM_AGENDA),
  PAPER ("paper-attendance", N_ ("Attendance list"), MN_FORM_ATTENDANCE),
  PAPER ("paper-invitation", N_ ("Invitation"), MN_FORM_INVITATION),
  PAPER ("paper-proposals", N_ ("Proposal digest"), MN_FORM_PROPOSALS),
  PAPER ("paper-follow-up", N_ ("Follow-up report"), MN_FORM_FOLLOW_UP),
  PAPER ("paper-task-slip", N_ ("Task slips"), MN_FORM_TASK_SLIP),
  PAPER ("paper-comparison", N_ ("Comparison"), MN_FORM_COMPARISON),
  { "references", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("Documents that the meeting rests on.") },
  { "attachments", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("Files and pictures that belong to the meeting.") },
  { "tray", NULL, MN_SECTION_LIST, NULL, MN_FORM_MINUTES,
    N_ ("Lines written in haste, to be filed later.") },
  { "after", NULL, MN_SECTION_FORM, NULL, MN_FORM_MINUTES, NULL },
};

/** mn_sections_list: in the order of the sidebar. */
const MnSection *
mn_sections_list (guint *n)
{
  *n = G_N_ELEMENTS (sections);
  return sections;
}

const MnSection *
mn_sections_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_strcmp0 (sections[i].name, name) == 0)
      return &sections[i];
  return NULL;
}

static const MnSection *
find_document (const char *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i].type == MN_SECTION_DOCUMENT &&
        g_strcmp0 (mn_form_get_name (sections[i].form), form) == 0)
      return &sections[i];
  return NULL;
}

/** mn_sections_of_item: where an item of a session is edited. */
const MnSection *
mn_sections_of_item (MnItem *item)
{
  const MnSection *section = NULL;

  for (; item != NULL && section == NULL; item = mn_item_get_parent (item))
    {
      const MnSlot *slot = mn_item_get_slot (item);

      if (mn_item_is (item, "document"))
        section = find_document (mn_item_get (item, "form"));
      else if (slot != NULL)
        section = mn_sections_find (slot->name);
    }
  return section != NULL ? section : &sections[0];
}

const char *
mn_section_get_slot (const MnSection *self)
{
  return self->slot != NULL ? self->slot : self->name;
}

const char *
mn_section_get_label (const MnSection *self)
{
  const MnSlot *slot;

  if (self->label != NULL)
    return _ (self->label);
  slot = mn_kind_find_slot (mn_kind_find ("record"), self->name);
  if (slot == NULL)
    slot = mn_kind_find_slot (mn_kind_get_session (), self->name);
  return mn_slot_get_label (slot);
}

/** mn_section_get_parent: the item whose form (FORM) or whose list (LIST) the section shows. */
MnItem *
mn_section_get_parent (const MnSection *self, MnItem *session)
{
  if (strcmp (self->name, "general") == 0)
    return mn_session_get_general (session);
  if (strcmp (self->name, "conclusion") == 0)
    return mn_session_get_conclusion (session);
  if (strcmp (self->name, "after") == 0)
    return mn_session_get_after (session);
  return self->type == MN_SECTION_DOCUMENT ? session : mn_session_get_record (session);
}

static char *
dup_answered (MnItem *parent)
{
  guint n = mn_item_get_n_children (parent, "follow-ups"), answered = 0;

  for (guint i = 0; i < n; i++)
    if (mn_item_get_n_children (mn_item_get_child (parent, "follow-ups", i), "entries") > 0)
      answered++;
  return n > 0 ? g_strdup_printf ("%u/%u", answered, n) : g_strdup ("");
}

/** mn_section_dup_state: what stands beside the section's name. (transfer full) */
char *
mn_section_dup_state (const MnSection *self, MnItem *session)
{
  MnItem *parent = mn_section_get_parent (self, session);
  MnItem *document;
  guint   n;

  if (strcmp (self->name, "follow-ups") == 0)
    return dup_answered (parent);
  if (self->type == MN_SECTION_LIST)
    {
      n = mn_item_get_n_children (parent, mn_section_get_slot (self));
      return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
    }
  if (self->type == MN_SECTION_DOCUMENT)
    {
      document = mn_session_get_document (session, mn_form_get_name (self->form));
      return g_strdup (document != NULL && mn_item_get (document, "number") != NULL
                           ? mn_item_get (document, "number")
                           : "");
    }
  return g_strdup (mn_item_is (parent, "general") && mn_item_get (parent, "title") != NULL &&
                           mn_item_get (parent, "starts") != NULL
                       ? "✓"
                       : "");
}
