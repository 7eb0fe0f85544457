#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MnTone: in dictionary order (CLDR vi): ngang, huyền, hỏi, ngã, sắc, nặng. */
typedef enum
{
  MN_TONE_NONE,
  MN_TONE_GRAVE,
  MN_TONE_HOOK,
  MN_TONE_TILDE,
  MN_TONE_ACUTE,
  MN_TONE_DOT,
} MnTone;

MnTone mn_letter_split_tone (gunichar letter, gunichar *toneless);
char  *mn_syllable_split_tone (const char *syllable, MnTone *tone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
