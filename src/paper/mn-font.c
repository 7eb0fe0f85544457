#include "mn-font.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangofc-font.h>

/* The rules ask for Times New Roman; the next three have the same widths. The rest only print what
 * the others can't: lines then end elsewhere, which the user is told. */
static const char *const families[] = {
  "Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes",
  "Noto Serif",      "DejaVu Serif",     "serif", "sans-serif",
};

#define SAMPLE_SIZE 20.48

/* Advances in Times New Roman at that size, letter by letter so that kerning doesn't count. */
static const struct
{
  const char *letter;
  double      width;
} samples[] = { { "m", 15.93 }, { "e", 9.09 }, { "H", 14.79 }, { "i", 5.69 }, { "W", 19.33 } };

/* Letters beyond Latin-1 that Vietnamese needs; the rest of them is U+1EA0 to U+1EF9. */
static const gunichar letters[] = { 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168,
                                    0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0xC2,  0xF4 };

static gboolean
covers_vietnamese (PangoFont *font)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (!pango_font_has_char (font, letters[i]))
      return FALSE;
  for (gunichar c = 0x1EA0; c <= 0x1EF9; c++)
    if (!pango_font_has_char (font, c))
      return FALSE;
  return TRUE;
}

static PangoFontDescription *
describe (const char *family, gboolean bold, gboolean italic, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, family);
  pango_font_description_set_size (description, (int) round (size * PANGO_SCALE));
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return description;
}

/* A font map answers with another family where it lacks the one asked for. */
static gboolean
is_family (PangoFont *font, const char *family)
{
  PangoFontDescription *description = pango_font_describe (font);
  const char           *found = pango_font_description_get_family (description);
  gboolean              same = found != NULL && g_ascii_strcasecmp (found, family) == 0;

  pango_font_description_free (description);
  return same;
}

/* Where a family has no bold cut, the system makes one of the upright letters, or leaves them as
 * they are. */
static gboolean
is_bold (PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe (font);
  gboolean   is_heavy = pango_font_description_get_weight (description) >= PANGO_WEIGHT_SEMIBOLD;
  FcPattern *pattern = NULL;
  FcBool     is_made = FcFalse;

  pango_font_description_free (description);
  if (PANGO_IS_FC_FONT (font))
    g_object_get (font, "pattern", &pattern, NULL);
  if (pattern != NULL)
    FcPatternGetBool (pattern, FC_EMBOLDEN, 0, &is_made);
  return is_heavy && !is_made;
}

static gboolean
is_usable (PangoContext *context, const char *family, gboolean bold, gboolean italic)
{
  PangoFontDescription *description = describe (family, bold, italic, SAMPLE_SIZE);
  g_autoptr (PangoFont) font = pango_context_load_font (context, description);
  gboolean is_generic = g_str_equal (family, "serif") || g_str_equal (family, "sans-serif");

  pango_font_description_free (description);
  return font != NULL && (is_generic || is_family (font, family)) && covers_vietnamese (font) &&
         (!bold || is_bold (font));
}

static gboolean
is_usable_in_all_faces (PangoContext *context, const char *family)
{
  for (int face = 0; face < 4; face++)
    if (!is_usable (context, family, face & 1, face & 2))
      return FALSE;
  return TRUE;
}

/* Measures instead of trusting names: other families share these widths, too. */
static gboolean
has_times_widths (PangoContext *context, const char *family)
{
  PangoFontDescription   *description = describe (family, FALSE, FALSE, SAMPLE_SIZE);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  gboolean                same = TRUE;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      int width;

      pango_layout_set_text (layout, samples[i].letter, -1);
      pango_layout_get_size (layout, &width, NULL);
      same = same && fabs ((double) width / PANGO_SCALE - samples[i].width) < 0.05;
    }
  return same;
}

char *
mn_font_choose_family (PangoContext *context, MnFontFit *fit)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (is_usable_in_all_faces (context, families[i]))
      {
        *fit = has_times_widths (context, families[i]) ? MN_FONT_FITS : MN_FONT_OTHER_WIDTHS;
        return g_strdup (families[i]);
      }
  *fit = MN_FONT_INCOMPLETE;
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (is_usable (context, families[i], FALSE, FALSE))
      return g_strdup (families[i]);
  return g_strdup ("serif");
}
