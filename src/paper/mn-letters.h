#pragma once

#include "mn-text.h"

G_BEGIN_DECLS

/** MnLetters: one paragraph that is being written: letters with their marks. */
typedef struct
{
  GArray          *letters; /* of MnLetter (owned) */
  MnParagraphStyle style;
  guint            level;
} MnLetters;

MnLetters *mn_letters_new (MnParagraphStyle style, guint level) G_GNUC_WARN_UNUSED_RESULT;
void       mn_letters_free (MnLetters *self);
void       mn_letters_append (MnLetters *self, const char *utf8, gssize n_bytes, MnMarks marks);
void       mn_letters_prepend (MnLetters *self, const char *utf8, MnMarks marks);
void       mn_letters_set_first (MnLetters *self, gunichar c);
void       mn_letters_tidy (MnLetters *self);
void       mn_letters_glue (MnLetters *self);
void       mn_letters_cut_end (MnLetters *self);
void       mn_letters_finish (MnLetters *self);
void       mn_letters_close (MnLetters *self, const char *stop);
gboolean   mn_letters_is_empty (MnLetters *self);
gunichar   mn_letters_get_last (MnLetters *self); /* 0 where there is none */
char      *mn_letters_dup (MnLetters *self) G_GNUC_WARN_UNUSED_RESULT;
void       mn_letters_build (MnLetters *self, MnTextBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnLetters, mn_letters_free)

G_END_DECLS
