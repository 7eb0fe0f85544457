#pragma once

#include "mn-composer.h"

G_BEGIN_DECLS

/** MnSignatureLine: one line above a signature. */
typedef struct
{
  MnRole role; /* AUTHORITY, POSITION, SOLE_POSITION, SIGNER for "kiêm" */
  char  *text; /* (owned) */
} MnSignatureLine;

/* "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ": what stands above the hand of @signer (nullable). (transfer
 * full) of MnSignatureLine */
GPtrArray *mn_form_list_signature (MnComposer *self, MnItem *signer) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of who vouches for the chair's hand below minutes. */
void mn_form_add_attesting (MnComposer *self, MnBlock *column, MnItem *attester);

G_END_DECLS
