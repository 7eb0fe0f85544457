#include "mn-font.h"

#include <fontconfig/fontconfig.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>

#include "mn-pages.h"
#include "mn-shape.h"

/* Fonts of a made-up system: copies of those of the real one, some robbed of their Vietnamese
 * letters, as the older Liberation fonts are that bear the same family name. */
#define CONFIG                                                                                     \
  "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"                  \
  "<cachedir>%s/cache</cachedir>%s</fontconfig>"
#define RULE                                                                                       \
  "<match target=\"scan\"><test name=\"file\" compare=\"contains\"><string>%s</string></test>"     \
  "<edit name=\"family\" mode=\"assign\"><string>%s</string></edit>%s</match>"
#define WITHOUT_VIETNAMESE                                                                         \
  "<edit name=\"charset\" mode=\"assign\"><minus><name>charset</name><charset>"                    \
  "<range><int>0x1EA0</int><int>0x1EF7</int></range></charset></minus></edit>"                     \
  "<edit name=\"lang\" mode=\"assign\"><minus><name>lang</name><langset><string>vi</string>"       \
  "</langset></minus></edit>"

typedef struct
{
  char    *folder; /* (owned) */
  GString *rules;  /* (owned) */
} System;

static char *
find_font_file (const char *family, gboolean bold, gboolean italic)
{
  FcPattern *pattern = FcPatternCreate ();
  FcPattern *match;
  FcResult   result;
  FcChar8   *file = NULL;
  char      *copy;

  FcPatternAddString (pattern, FC_FAMILY, (const FcChar8 *) family);
  FcPatternAddInteger (pattern, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger (pattern, FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcConfigSubstitute (NULL, pattern, FcMatchPattern);
  FcDefaultSubstitute (pattern);
  match = FcFontMatch (NULL, pattern, &result);
  g_assert_cmpint (FcPatternGetString (match, FC_FILE, 0, &file), ==, FcResultMatch);
  copy = g_strdup ((const char *) file);
  FcPatternDestroy (match);
  FcPatternDestroy (pattern);
  return copy;
}

/* Adds faces of @real as a family called @name: all four, or all but the bold ones. */
static void
add_faces (System *system, const char *real, const char *name, gboolean vietnamese, gboolean bold)
{
  static guint     n_families = 0;
  g_autofree char *folder = g_strdup_printf ("%s/fonts-%u-", system->folder, n_families++);

  g_mkdir_with_parents (folder, 0700);
  for (int face = 0; face < 4; face += bold ? 1 : 2)
    {
      g_autofree char *file = find_font_file (real, face & 1, face & 2);
      g_autofree char *copy = g_strdup_printf ("%s/%d.ttf", folder, face);
      g_autofree char *bytes = NULL;
      gsize            n_bytes;

      g_assert_true (g_file_get_contents (file, &bytes, &n_bytes, NULL));
      g_assert_true (g_file_set_contents (copy, bytes, (gssize) n_bytes, NULL));
    }
  g_string_append_printf (system->rules, "<dir>%s</dir>", folder);
  g_string_append_printf (system->rules, RULE, folder, name, vietnamese ? "" : WITHOUT_VIETNAMESE);
}

static void
add_family (System *system, const char *real, const char *name, gboolean vietnamese)
{
  add_faces (system, real, name, vietnamese, TRUE);
}

static void
use_system (System *system)
{
  g_autofree char *xml = g_strdup_printf (CONFIG, system->folder, system->rules->str);
  FcConfig        *config = FcConfigCreate ();

  g_assert_true (FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) xml, FcTrue));
  g_assert_true (FcConfigBuildFonts (config));
  FcConfigSetCurrent (config);
  FcConfigDestroy (config);
}

static System *
new_system (void)
{
  System *system = g_new0 (System, 1);

  system->folder = g_dir_make_tmp ("minutes-font-XXXXXX", NULL);
  system->rules = g_string_new (NULL);
  return system;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
free_system (System *system)
{
  FcConfig *config = FcInitLoadConfigAndFonts ();

  FcConfigSetCurrent (config);
  FcConfigDestroy (config);
  remove_folder (system->folder);
  g_free (system->folder);
  g_string_free (system->rules, TRUE);
  g_free (system);
}

static void
check_choice (const char *family, MnFontFit fit)
{
  g_autoptr (MnShaper) shaper = mn_shaper_new ();
  MnFontFit            found;

  g_assert_cmpstr (mn_shaper_get_family (shaper, &found), ==, family);
  g_assert_cmpint (found, ==, fit);
}

/* What a person is told: one sentence, or nothing. */
static void
check_fault (const char *words)
{
  g_autoptr (GError)  error = NULL;
  MnStyle            *style = mn_style_load ("party-2026", &error);
  g_autoptr (MnPages) pages = NULL;
  g_autofree char    *fault = NULL;

  g_assert_no_error (error);
  pages = mn_pages_new (style);
  fault = mn_pages_dup_font_fault (pages);
  if (words == NULL)
    g_assert_null (fault);
  else
    {
      g_assert_nonnull (strstr (fault, words));
      g_assert_nonnull (strstr (fault, "Please install"));
      g_assert_null (strchr (fault, '\n'));
    }
}

static void
test_times (void)
{
  System *system = new_system ();

  add_family (system, "Liberation Serif", "Times New Roman", TRUE);
  add_family (system, "Liberation Serif", "Liberation Serif", TRUE);
  use_system (system);
  check_choice ("Times New Roman", MN_FONT_FITS);
  check_fault (NULL);
  free_system (system);
}

/* A Times New Roman of old is of no use for Vietnamese. */
static void
test_times_without_vietnamese (void)
{
  System *system = new_system ();

  add_family (system, "Liberation Serif", "Times New Roman", FALSE);
  add_family (system, "Liberation Serif", "Liberation Serif", TRUE);
  use_system (system);
  check_choice ("Liberation Serif", MN_FONT_FITS);
  check_fault (NULL);
  free_system (system);
}

/* Both generations of the Liberation fonts are installed, whichever comes first. */
static void
test_two_of_one_name (void)
{
  for (int order = 0; order < 2; order++)
    {
      System *system = new_system ();

      add_family (system, "Liberation Serif", "Liberation Serif", order == 0);
      add_family (system, "Liberation Serif", "Liberation Serif", order == 1);
      use_system (system);
      check_choice ("Liberation Serif", MN_FONT_FITS);
      free_system (system);
    }
}

/* Nothing of the right widths has the letters: rather other widths than boxes. */
static void
test_other_widths (void)
{
  System *system = new_system ();

  add_family (system, "Liberation Serif", "Liberation Serif", FALSE);
  add_family (system, "DejaVu Serif", "DejaVu Serif", TRUE);
  use_system (system);
  check_choice ("DejaVu Serif", MN_FONT_OTHER_WIDTHS);
  check_fault ("set in DejaVu Serif, which isn't as wide");
  free_system (system);
}

/* A family without bold letters would print headings like the rest, or smear them. */
static void
test_no_bold (void)
{
  System *system = new_system ();

  add_faces (system, "Liberation Serif", "Times New Roman", TRUE, FALSE);
  add_family (system, "Liberation Serif", "Tinos", TRUE);
  use_system (system);
  check_choice ("Tinos", MN_FONT_FITS);
  free_system (system);
}

/* Rather that one than none: its letters are the right ones at least. */
static void
test_bold_nowhere (void)
{
  System *system = new_system ();

  add_faces (system, "Liberation Serif", "Times New Roman", TRUE, FALSE);
  add_family (system, "Liberation Serif", "Tinos", FALSE);
  use_system (system);
  check_choice ("Times New Roman", MN_FONT_INCOMPLETE);
  check_fault ("lacks Vietnamese letters or has no bold");
  free_system (system);
}

/* Without any fitting font there still is paper. */
static void
test_no_vietnamese (void)
{
  System                *system = new_system ();
  g_autoptr (MnShaper)   shaper = NULL;
  g_autoptr (MnFragment) word = NULL;
  guint                  face;

  add_family (system, "Liberation Sans", "Liberation Sans", FALSE);
  use_system (system);
  shaper = mn_shaper_new ();
  check_choice ("serif", MN_FONT_INCOMPLETE);
  check_fault ("set in serif, which lacks Vietnamese letters");
  face = mn_shaper_find_face (shaper, 14, FALSE, FALSE);
  word = mn_shaper_shape (shaper, face, "uỷ", 4);
  g_assert_cmpint (word->width, >, 0);
  free_system (system);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font/times", test_times);
  g_test_add_func ("/font/times-without-vietnamese", test_times_without_vietnamese);
  g_test_add_func ("/font/two-of-one-name", test_two_of_one_name);
  g_test_add_func ("/font/other-widths", test_other_widths);
  g_test_add_func ("/font/no-bold", test_no_bold);
  g_test_add_func ("/font/bold-nowhere", test_bold_nowhere);
  g_test_add_func ("/font/no-vietnamese", test_no_vietnamese);
  return g_test_run ();
}
