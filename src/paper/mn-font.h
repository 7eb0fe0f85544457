#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/** MnFontFit: how well the fonts at hand do for paper. */
typedef enum
{
  MN_FONT_FITS,         /* Times New Roman, or as wide as it */
  MN_FONT_OTHER_WIDTHS, /* lines and pages end elsewhere than in other offices */
  MN_FONT_INCOMPLETE,   /* Vietnamese letters or a cut, bold or italic, are missing */
} MnFontFit;

/**
 * mn_font_choose_family:
 * @context: whose font map and language to ask
 * @fit: (out): how well it does
 *
 * Returns: (transfer full): the family in which paper is set
 */
char *mn_font_choose_family (PangoContext *context, MnFontFit *fit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
