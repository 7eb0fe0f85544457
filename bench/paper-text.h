#pragma once

#include "mn-form.h"
#include "mn-style.h"

/* The paragraphs of a composed form, in the two spellings that the contenders read. Tables and
 * columns become paragraphs of their own. (transfer full) */

/* A line each: size, alignment (j, c, l, r), first indent, left indent, space before, pitch, Pango
 * markup; parted by tabs, lengths in points. */
char *paper_text_markup (MnComposed *composed, MnStyle *style);

/* A flat OpenDocument text. */
char *paper_text_fodt (MnComposed *composed, MnStyle *style);
