#pragma once

#include "mn-form.h"
#include "mn-pages.h"

G_BEGIN_DECLS

/** MnPrintPart: one paper of a print job, with page numbers of its own. */
typedef struct
{
  MnPages *pages; /* (owned) */
  MnForm   form;
  char    *title; /* (owned) */
} MnPrintPart;

MnPrintPart *mn_print_part_new (MnPages *pages, MnForm form, const char *title)
    G_GNUC_WARN_UNUSED_RESULT;
MnPrintPart *mn_print_part_compose (const MnFormInput *input, MnForm form, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void       mn_print_part_free (MnPrintPart *self);
GPtrArray *mn_print_parts_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** MnPrintSide: one side of a sheet; without pages it is a back that stays empty. */
typedef struct
{
  MnPages *pages; /* (borrowed) (nullable): of a part */
  guint    page;
  gboolean back; /* drawn with the margins of a back */
} MnPrintSide;

GArray *mn_print_sides_new (GPtrArray *parts, gboolean two_sided) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
