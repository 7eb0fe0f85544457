#include "mn-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-kinds.h"

static const MnKind *const all_kinds[] = {
  &mn_kind_session,
  &mn_kind_record,
  &mn_kind_general,
  &mn_kind_break,
  &mn_kind_party,
  &mn_kind_attendee,
  &mn_kind_presence,
  &mn_kind_agenda_item,
  &mn_kind_follow_up,
  &mn_kind_status_entry,
  &mn_kind_report,
  &mn_kind_indicator,
  &mn_kind_part,
  &mn_kind_contribution,
  &mn_kind_proposal,
  &mn_kind_answer,
  &mn_kind_vote,
  &mn_kind_conclusion,
  &mn_kind_point,
  &mn_kind_reference,
  &mn_kind_attachment,
  &mn_kind_tray_line,
  &mn_kind_document,
  &mn_kind_recipient,
  &mn_kind_appendix,
  &mn_kind_hand_change,
  &mn_kind_after,
  &mn_kind_amendment,

  &mn_kind_directory,
  &mn_kind_person,
  &mn_kind_post,
  &mn_kind_body,
  &mn_kind_series_list,
  &mn_kind_series,
  &mn_kind_number_register,
  &mn_kind_term,
  &mn_kind_number_start,
  &mn_kind_reserved_number,
  &mn_kind_foreign_number,
  NULL,
};

static const MnKind *const root_kinds[] = {
  &mn_kind_session, &mn_kind_directory, &mn_kind_series_list, &mn_kind_number_register, NULL,
};

/** mn_kind_get_session: the kind of a session's root item. */
const MnKind *
mn_kind_get_session (void)
{
  return &mn_kind_session;
}

/** mn_kind_list: every kind there is, NULL-terminated. */
const MnKind *const *
mn_kind_list (void)
{
  return all_kinds;
}

/** mn_kind_list_roots: the kinds of root items, one for each kind of document; NULL-terminated. */
const MnKind *const *
mn_kind_list_roots (void)
{
  return root_kinds;
}

/** mn_kind_is_root: whether a document may begin with an item of this kind. */
gboolean
mn_kind_is_root (const MnKind *self)
{
  for (guint i = 0; root_kinds[i] != NULL; i++)
    if (root_kinds[i] == self)
      return TRUE;
  return FALSE;
}

/** mn_kind_find: the kind whose element has this name, or %NULL. */
const MnKind *
mn_kind_find (const char *name)
{
  for (guint i = 0; all_kinds[i] != NULL; i++)
    if (strcmp (all_kinds[i]->name, name) == 0)
      return all_kinds[i];
  return NULL;
}

guint
mn_kind_get_n_fields (const MnKind *self)
{
  guint n = 0;

  while (self->fields[n].name != NULL)
    n++;
  return n;
}

guint
mn_kind_get_n_slots (const MnKind *self)
{
  guint n = 0;

  while (self->slots[n].name != NULL)
    n++;
  return n;
}

int
mn_kind_get_field_index (const MnKind *self, const char *name)
{
  for (int i = 0; self->fields[i].name != NULL; i++)
    if (strcmp (self->fields[i].name, name) == 0)
      return i;
  return -1;
}

const MnField *
mn_kind_find_field (const MnKind *self, const char *name)
{
  int index = mn_kind_get_field_index (self, name);

  return index >= 0 ? &self->fields[index] : NULL;
}

int
mn_kind_get_slot_index (const MnKind *self, const char *name)
{
  for (int i = 0; self->slots[i].name != NULL; i++)
    if (strcmp (self->slots[i].name, name) == 0)
      return i;
  return -1;
}

const MnSlot *
mn_kind_find_slot (const MnKind *self, const char *name)
{
  int index = mn_kind_get_slot_index (self, name);

  return index >= 0 ? &self->slots[index] : NULL;
}

const char *
mn_kind_get_label (const MnKind *self)
{
  return _ (self->label);
}

const char *
mn_slot_get_label (const MnSlot *self)
{
  return _ (self->label);
}
