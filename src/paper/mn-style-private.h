#pragma once

#include "mn-style-attribute.h"
#include "mn-style.h"

G_BEGIN_DECLS

/** MnStyleRule: what a rule says of one value of a style. */
typedef struct
{
  char    *element; /* "sheet", "role body" */
  char    *attribute;
  char    *paragraph; /* "HD 05-HD/VPTW, Phụ lục 1, ô 6" */
  gboolean open;      /* the rule gives a range, not one value */
  double   min, max;  /* open: points, shares; or lines of the role's size */
  gboolean in_lines;
} MnStyleRule;

/** MnStyleReader: one reading of one file. */
typedef struct
{
  const char    *file;
  MnStyle       *style;      /* (owned) */
  const MnStyle *base;       /* (nullable): an office's style departs from it */
  GError        *error;      /* (owned) the first fault */
  gboolean       is_bundled; /* comes with the program */
  gboolean       has_part[16];
  gboolean       has_role[MN_N_ROLES];
  gboolean       has_word[MN_N_WORDS];
} MnStyleReader;

MnStyle *mn_style_new (void) G_GNUC_WARN_UNUSED_RESULT;
MnStyle *mn_style_copy (const MnStyle *self) G_GNUC_WARN_UNUSED_RESULT;
/* One that comes with the program; NULL if there is none of that name. */
MnStyle *mn_style_load_bundled (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* mn_style_parse() of such a one, which isn't held against the schema again. */
MnStyle *mn_style_parse_bundled (const char *data,
                                 gsize       n_bytes,
                                 const char *file_name,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
int      mn_role_find (const char *name); /* -1: none */
int      mn_style_word_find (const char *name);

/* Faults that make a style unusable: the first is kept, as FILE:LINE: sentence. */
void mn_style_reject (MnStyleReader *reader, long line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Rules: kept by a style that comes with the program, held against an office's own. */
void               mn_style_rule_free (MnStyleRule *self);
void               mn_style_rule_add (MnStyle *style, MnStyleRule *rule); /* (transfer full) rule */
const MnStyleRule *mn_style_rule_find (const MnStyle *style,
                                       const char    *element,
                                       const char    *attribute);
void               mn_style_rule_check (MnStyleReader          *reader,
                                        long                    line,
                                        const char             *element,
                                        const MnStyleAttribute *attribute,
                                        gconstpointer           target,
                                        gconstpointer           base);
void               mn_style_rule_check_sizes (MnStyleReader *reader, long line);

/* data/schema/house-style.rng, the second pair of eyes on the reader; @doc is an xmlDoc. */
void mn_style_schema_check (MnStyleReader *reader, gpointer doc);

/* A name that may be a file's in a folder of styles; the file of an office's style, or NULL. */
gboolean mn_style_is_file_name (const char *name);
char    *mn_style_find_office (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
