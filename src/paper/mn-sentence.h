#pragma once

#include "mn-text.h"

G_BEGIN_DECLS

/**
 * Sentences of Vietnamese official prose: single blanks, one full stop, capitals where they belong,
 * and blanks that a line doesn't break at. None of these knows a session.
 */

#define MN_NBSP "\302\240"

char *mn_sentence_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *mn_sentence_fragment (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *mn_sentence_finish (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *mn_sentence_upper (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *mn_sentence_lower (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @text says @part already, whatever the case and the marks. An empty part is always said.
 */
gboolean mn_sentence_says (const char *text, const char *part);
char    *mn_sentence_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_sentence_fold_says (const char *folded, const char *part);
gboolean mn_sentence_begins (const char *text, const char *start);

/** MnSentenceFlags: how mn_sentence_text() joins what it is given. */
typedef enum
{
  MN_SENTENCE_PLAIN = 0,
  MN_SENTENCE_LOWER = 1 << 0,       /* the text goes on in the sentence of @before */
  MN_SENTENCE_BEFORE_BOLD = 1 << 1, /* marks of @before */
  MN_SENTENCE_BEFORE_ITALIC = 1 << 2,
  MN_SENTENCE_OPEN = 1 << 3,     /* a phrase: no full stop is put after it */
  MN_SENTENCE_IN_POINT = 1 << 4, /* the whole is a dash point: dashes inside are one level below */
} MnSentenceFlags;

MnText *mn_sentence_text (const char     *before,
                          const MnText   *text,
                          const char     *after,
                          MnSentenceFlags flags) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
