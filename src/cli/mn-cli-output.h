#pragma once

#include "mn-cli.h"

G_BEGIN_DECLS

/** MnOutput: bytes that are to become a file. */
typedef struct
{
  char   *path;
  char   *input; /* what it was made of */
  GBytes *bytes; /* NULL until it is made */
} MnOutput;

void mn_output_free (MnOutput *self);

/* One output for each of @inputs: @out is a file, or a folder where there are several; NULL: each
 * beside its input, as STEM-FORM.pdf. Tells of two that would be one. (nullable) of MnOutput */
GPtrArray *mn_output_plan (char **inputs, const char *form, const char *out, MnExit *status)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether the places are free, or may be overwritten; tells which aren't. */
MnExit mn_output_check (GPtrArray *outputs, gboolean force);

/* Writes all or none: everything goes beside its place first. */
MnExit mn_output_write (GPtrArray *outputs);

G_END_DECLS
