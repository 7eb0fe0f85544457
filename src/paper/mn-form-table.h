#pragma once

#include "mn-composer.h"

G_BEGIN_DECLS

/** MnFormColumn: one column of a form's table. */
typedef struct
{
  const char  *heading;
  double       width; /* by @kind */
  MnAlign      align;
  MnRole       role; /* of the cells; 0: an ordinary cell */
  MnColumnKind kind; /* SHARED if not given */
} MnFormColumn;

/** MnFormTable: a table while it is being composed. Begin with mn_form_table_begin(). */
typedef struct
{
  const MnFormColumn *columns;
  guint               n_columns;
  guint               hidden; /* a bit for each column that is left out */
  MnBlock            *block;  /* (owned) */
  MnBlock            *row;    /* (borrowed) the last */
  guint               next;   /* column of its next cell */
} MnFormTable;

void mn_form_table_begin (MnFormTable        *self,
                          const MnFormColumn *columns,
                          guint               n_columns,
                          guint               hidden);

/* A new row, which the page shows for @source (nullable). */
void mn_form_table_add_row (MnFormTable *self, MnItem *source);

/* Set the next cell of the row; one of a hidden column is dropped (NULL). The cell is borrowed. */
MnBlock *mn_form_table_add_text (MnFormTable *self, MnText *text); /* (transfer full) text */
MnBlock *mn_form_table_add_string (MnFormTable *self, const char *text);

/* The same under a name by which a hand can change it: see mn_composer_dup_anchor(). */
void mn_form_table_add_item (MnFormTable *self,
                             const char  *text,
                             const char  *prefix,
                             MnItem      *item,
                             const char  *part);
void mn_form_table_add_item_text (MnFormTable *self,
                                  MnText      *text, /* (transfer full) */
                                  const char  *prefix,
                                  MnItem      *item,
                                  const char  *part);

/* A row that heads the ones after it: @label in the first column, @text bold in the rest of it. */
void mn_form_table_add_group (MnFormTable *self, const char *label, const char *text);

/* Adds the table to the form; one without rows gets a blank one, to be filled by hand. */
void mn_form_table_end (MnFormTable *self, MnComposer *composer);

G_END_DECLS
