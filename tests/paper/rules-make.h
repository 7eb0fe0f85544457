#pragma once

#include "form-make.h"
#include "rules-paper.h"

G_BEGIN_DECLS

/** RulesSample: sessions that stress what is printed of them. */
typedef enum
{
  RULES_FULL,  /* everything that a paper can bear: a draft, urgent, marked, with appendices */
  RULES_PLAIN, /* approved, nothing special; the signer's name of one syllable */
  RULES_LONG, /* organs of three lines, a subject of five, a name of seven syllables, a paragraph of
                 1,500 words and a table row longer than a page */
  RULES_MANY, /* 300 attendees, 120 proposals, 120 points, number 127 */
  RULES_EMPTY, /* nothing is known yet: gaps to be filled by hand */
  RULES_N_SAMPLES,
} RulesSample;

extern const char *const rules_styles[3];

/* A session with a document for each form. */
MnItem *rules_session_new (gboolean is_state, RulesSample sample) G_GNUC_WARN_UNUSED_RESULT;
MnItem *rules_get_document (MnItem *session, MnForm form);

/* @session printed; a comparison is one with itself. */
RulesPaper *rules_print (const char *style, MnForm form, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* The paper of a sample, made once. */
const RulesPaper *rules_get_paper (const char *style, MnForm form, RulesSample sample);
void              rules_drop_papers (void);

typedef void (*RulesPaperFunc) (const RulesPaper *paper, gpointer data);

/* All styles of a family, or of both (-1), all forms, all samples. */
void rules_each_paper (int family, RulesPaperFunc func, gpointer data);

G_END_DECLS
