#pragma once

#include "mn-form.h"
#include "mn-pages.h"
#include "rules-page.h"

G_BEGIN_DECLS

#define RULES_MM 0.5 /* tolerances */
#define RULES_PT 0.1

/** RulesPaper: a form printed by a style, and its PDF read back. */
typedef struct
{
  char       *name; /* "notice by party-2026, long": for messages */
  MnForm      form;
  MnStyle    *style;
  MnComposed *composed;
  MnPages    *engine;
  GPtrArray  *pages;  /* of RulesPage */
  GPtrArray  *texts;  /* letters of each strip of the pages in reading order */
  GPtrArray  *visits; /* of RulesVisit: all paragraphs but those of tables, in the form's order */
} RulesPaper;

RulesPaper *rules_paper_new (const char *style, const MnFormInput *input, MnForm form)
    G_GNUC_WARN_UNUSED_RESULT;
void rules_paper_free (RulesPaper *self);

gboolean   rules_paper_is_state (const RulesPaper *self);
RulesPage *rules_paper_get_page (const RulesPaper *self, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RulesPaper, rules_paper_free)

/* On which page the part @n begins, the first being 0: an appendix, or the next slip of tasks. The
 * number of pages where there is none. */
guint rules_paper_find_part (const RulesPaper *self, guint n);
/* The first page of the part that @page belongs to, and the first after it. */
void rules_paper_get_part (const RulesPaper *self, guint page, guint *first, guint *end);

/** RulesStrip: part of a page's width, in shares of the text's. */
typedef enum
{
  RULES_MARKS,      /* everything there is */
  RULES_WHOLE,      /* without marks and page numbers, like those that follow */
  RULES_LEFT_BLOCK, /* of the heading */
  RULES_RIGHT_BLOCK,
  RULES_LEFT_HALF, /* of the signatures */
  RULES_RIGHT_HALF,
  RULES_N_STRIPS,
} RulesStrip;

/* Left and right edge of @strip on a page, in millimetres. */
void rules_paper_get_strip (const RulesPaper *self,
                            guint             page,
                            RulesStrip        strip,
                            double           *left,
                            double           *right);

/** RulesSheet: where the text stands by the rule, whatever the style says. */
typedef struct
{
  double top, bottom, left, right; /* margins */
} RulesSheet;

/* Of the page as it lies. */
void rules_paper_get_sheet (const RulesPaper *self, guint page, RulesSheet *sheet);

/** RulesLine: letters on one line of type. */
typedef struct
{
  guint    page;
  double   left, right, top, bottom;
  double   from, to;             /* sizes of the letters */
  gboolean bold, italic, red;    /* all are */
  gboolean any_bold, any_italic; /* some are */
} RulesLine;

/** RulesFound: words on paper. */
typedef struct
{
  GArray *lines; /* of RulesLine */
} RulesFound;

/* Where @words, blanks apart, stand in the strip; from @cursor on, which is set behind them. NULL
 * where they aren't. */
RulesFound      *rules_paper_find (const RulesPaper *self,
                                   RulesStrip        strip,
                                   const char       *words,
                                   gsize            *cursor) G_GNUC_WARN_UNUSED_RESULT;
void             rules_found_free (RulesFound *self);
const RulesLine *rules_found_get_first (const RulesFound *self);
const RulesLine *rules_found_get_last (const RulesFound *self);
/* Left and right edge of all lines. */
void rules_found_get_width (const RulesFound *self, double *left, double *right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RulesFound, rules_found_free)

/** RulesVisit: a paragraph of the form, where it has to stand, and where it was found. */
typedef struct
{
  const MnBlock *block;
  char          *words; /* as they are printed: label first, capitals where the rule wants them */
  RulesStrip     strip;
  RulesFound    *found;
  const MnBlock *columns; /* (nullable): what it stands in */
} RulesVisit;

/* The level stroke that lies within 5 mm below @line and is centred on it; its length in
 * millimetres, 0 where there is none. */
double rules_paper_find_stroke (const RulesPaper *self, const RulesLine *line);
/* The frame round @line; NULL where there is none. */
const RulesStroke *rules_paper_find_frame (const RulesPaper *self, const RulesLine *line);

G_END_DECLS
