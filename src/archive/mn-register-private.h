#pragma once

#include "mn-lock.h"
#include "mn-register.h"

G_BEGIN_DECLS

struct _MnRegister
{
  GPtrArray        *sequences; /* (owned) of MnNumberSequence */
  MnItem           *numbers;   /* (owned) root of numbers.xml */
  const MnSignRule *rule;
  gpointer          known; /* (owned) by the rule */
  char              today[11];
};

const char *mn_register_get_text (MnItem *item, const char *field);
const char *mn_register_get_day (MnRegister *self, const MnPaper *paper);

/* The sequence that a paper belongs to, which is begun if it must be. */
MnNumberSequence *mn_register_get_sequence (MnRegister    *self,
                                            const MnPaper *paper,
                                            const MnSigns *signs);
void              mn_number_sequence_free (MnNumberSequence *self);

/* Sorts the entries and derives the rest: first, next, gaps, doubles, order of dates. */
void mn_number_sequence_settle (MnNumberSequence *self);

/* NULL with @error set: somebody else holds it for long, or the folder can't be written. */
MnLock *mn_register_lock (MnArchive *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
