#pragma once

#include "rules-make.h"

G_BEGIN_DECLS

typedef void (*RulesVisitor) (const RulesPaper *paper, const RulesVisit *visit);

/** Forms as a set: a bit each. */
#define RULES_FORM(form) (1u << MN_FORM_##form)
#define RULES_ALL ((1u << MN_N_FORMS) - 1)
#define RULES_NUMBERED                                                                             \
  (RULES_FORM (MINUTES) | RULES_FORM (NOTICE) | RULES_FORM (FOLLOW_UP) | RULES_FORM (INVITATION))
/* Signed for an organ; minutes and lists by persons. */
#define RULES_SIGNED                                                                               \
  (RULES_FORM (NOTICE) | RULES_FORM (FOLLOW_UP) | RULES_FORM (INVITATION) |                        \
   RULES_FORM (TASK_SLIP) | RULES_FORM (PROPOSALS))
#define RULES_TEXT (RULES_FORM (MINUTES) | RULES_FORM (NOTICE) | RULES_FORM (FOLLOW_UP))

typedef enum
{
  RULES_NO,
  RULES_YES,
  RULES_EITHER,
} RulesWhether;

/**
 * RulesRow: one row of a rule: a component, its size, its look and where it stands. The figures are
 * those of the rule and are written here once more, apart from the style files.
 */
typedef struct
{
  const char  *path; /* of the test, as docs/rules.md names it */
  MnFamily     family;
  MnRole       role;
  const char  *begins;   /* (nullable): only what begins so */
  double       from, to; /* points */
  RulesWhether bold, italic;
  gboolean     caps;
  int          strip; /* the RulesStrip it stands in; -1: any */
  MnAlign      align; /* in its strip; ROLE: isn't ruled */
  guint        forms; /* in which it must be found */
  RulesVisitor also;  /* (nullable): what else the row says */
} RulesRow;

/* Adds a test for each row, and for its forms. */
void rules_add_rows (const RulesRow *rows, guint n_rows);

extern const RulesRow rules_heading_rows[], rules_body_rows[], rules_ending_rows[];
extern const guint    rules_n_heading_rows, rules_n_body_rows, rules_n_ending_rows;
/* What isn't said of a single component: sheets, margins, page numbers. */
void rules_add_sheet_tests (void);

/* Fails where the words don't match. */
void rules_expect_match (const RulesPaper *paper, const RulesVisit *visit, const char *pattern);
/* No stroke below, which no rule puts there. */
void rules_expect_bare (const RulesPaper *paper, const RulesVisit *visit);
/* A stroke centred below the last line, @from to @to of its length. */
void rules_expect_stroke (const RulesPaper *paper, const RulesVisit *visit, double from, double to);
/* The same, as long as the words. */
void rules_expect_underlined (const RulesPaper *paper, const RulesVisit *visit);
/* Fails, and tells the paper and the words, where @is_so isn't. */
void rules_expect (gboolean          is_so,
                   const RulesPaper *paper,
                   const RulesVisit *visit,
                   const char       *what);

G_END_DECLS
