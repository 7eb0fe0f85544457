#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MnSense: how good it is to end a line of a title before a syllable. */
typedef enum
{
  MN_SENSE_HELD,   /* it is one with the syllable before it */
  MN_SENSE_PLAIN,  /* inside a phrase */
  MN_SENSE_WEAK,   /* a part of a phrase begins */
  MN_SENSE_STRONG, /* a phrase begins */
} MnSense;

/**
 * mn_sense:
 * @syllables: a title or the name of an organ, parted at its blanks
 * @n: their number
 * @before: (out caller-allocates): one for each
 *
 * Titles are broken by sense: before "tại", "giữa", "về" and the like; else before "của", "và" and
 * after commas; never inside a name or what is read as one word.
 */
void mn_sense (const char *const *syllables, guint n, MnSense *before);

G_END_DECLS
