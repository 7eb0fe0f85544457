#pragma once

#include "mn-document.h"
#include "mn-form.h"

G_BEGIN_DECLS

typedef enum
{
  MN_SECTION_FORM,     /* one item's form */
  MN_SECTION_LIST,     /* a list and the selected item's form */
  MN_SECTION_DOCUMENT, /* what is made of the session on paper */
} MnSectionType;

/** MnSection: one page of the editor. Its name is the slot's, but for the documents. */
typedef struct
{
  const char   *name;
  const char   *label; /* untranslated; NULL: the slot's */
  MnSectionType type;
  const char   *slot; /* LIST: of the items; NULL: named like the section */
  MnForm        form; /* what the pages beside it show */
  const char   *hint; /* LIST: shown while it is empty, untranslated */
} MnSection;

const MnSection *mn_sections_list (guint *n);
const MnSection *mn_sections_find (const char *name); /* (nullable) */
const MnSection *mn_sections_of_item (MnItem *item);  /* never NULL */

const char *mn_section_get_label (const MnSection *self);
const char *mn_section_get_slot (const MnSection *self);
MnItem     *mn_section_get_parent (const MnSection *self, MnItem *session);
char       *mn_section_dup_state (const MnSection *self, MnItem *session)
    G_GNUC_WARN_UNUSED_RESULT; /* "12", "✓" or "" */

G_END_DECLS
