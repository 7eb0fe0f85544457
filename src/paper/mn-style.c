#include "mn-style.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-error.h"
#include "mn-paper-resources.h"
#include "mn-style-private.h"

#define RESOURCE_PREFIX "/org/example/Minutes/styles/"

/* ---- names ---------------------------------------------------------------------------------- */

static const char *const role_names[MN_N_ROLES] = {
  [MN_ROLE_BODY] = "body",
  [MN_ROLE_HEADING_1] = "heading-1",
  [MN_ROLE_HEADING_2] = "heading-2",
  [MN_ROLE_HEADING_3] = "heading-3",
  [MN_ROLE_PARTY_TITLE] = "party-title",
  [MN_ROLE_NATION] = "nation",
  [MN_ROLE_MOTTO] = "motto",
  [MN_ROLE_PARENT_BODY] = "parent-body",
  [MN_ROLE_ISSUING_BODY] = "issuing-body",
  [MN_ROLE_STAR] = "star",
  [MN_ROLE_NUMBER] = "number",
  [MN_ROLE_PLACE_DATE] = "place-date",
  [MN_ROLE_DRAFT_NOTE] = "draft-note",
  [MN_ROLE_URGENCY] = "urgency",
  [MN_ROLE_CIRCULATION] = "circulation",
  [MN_ROLE_MEDIA_NOTE] = "media-note",
  [MN_ROLE_KIND] = "kind",
  [MN_ROLE_SUBJECT] = "subject",
  [MN_ROLE_SEPARATOR] = "separator",
  [MN_ROLE_BASIS] = "basis",
  [MN_ROLE_OPENING_ITEM] = "opening-item",
  [MN_ROLE_AUTHORITY] = "authority",
  [MN_ROLE_POSITION] = "position",
  [MN_ROLE_SOLE_POSITION] = "sole-position",
  [MN_ROLE_SIGNATURE_GAP] = "signature-gap",
  [MN_ROLE_SIGNER] = "signer",
  [MN_ROLE_ATTESTATION] = "attestation",
  [MN_ROLE_RECIPIENTS_LABEL] = "recipients-label",
  [MN_ROLE_RECIPIENT] = "recipient",
  [MN_ROLE_COPIES] = "copies",
  [MN_ROLE_CONTACT] = "contact",
  [MN_ROLE_APPENDIX] = "appendix",
  [MN_ROLE_APPENDIX_TITLE] = "appendix-title",
  [MN_ROLE_APPENDIX_OF] = "appendix-of",
  [MN_ROLE_SOURCE_NOTE] = "source-note",
  [MN_ROLE_TABLE_HEAD] = "table-head",
  [MN_ROLE_TABLE_CELL] = "table-cell",
  [MN_ROLE_TABLE_SIGN] = "table-sign",
  [MN_ROLE_TABLE_CAPTION] = "table-caption",
  [MN_ROLE_PICTURE_CAPTION] = "picture-caption",
  [MN_ROLE_PAGE_NUMBER] = "page-number",
};

const char *
mn_role_get_name (MnRole role)
{
  g_return_val_if_fail ((int) role >= 0 && role < MN_N_ROLES, NULL);

  return role_names[role];
}

int
mn_role_find (const char *name)
{
  for (int i = 0; i < MN_N_ROLES; i++)
    if (g_strcmp0 (role_names[i], name) == 0)
      return i;
  return -1;
}

int
mn_style_word_find (const char *name)
{
  for (int i = 0; i < MN_N_WORDS; i++)
    if (g_strcmp0 (mn_style_word_get_name ((MnStyleWord) i), name) == 0)
      return i;
  return -1;
}

/* ---- a style -------------------------------------------------------------------------------- */

static void
free_symbol (MnStyleSymbol *symbol)
{
  g_free (symbol->begins);
  g_free (symbol->symbol);
  g_free (symbol);
}

MnStyle *
mn_style_new (void)
{
  MnStyle *self = g_new0 (MnStyle, 1);

  g_ref_count_init (&self->ref_count);
  self->organs = g_ptr_array_new_with_free_func ((GDestroyNotify) free_symbol);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) free_symbol);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) mn_style_rule_free);
  self->findings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
copy_symbols (const GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    {
      const MnStyleSymbol *symbol = from->pdata[i];
      MnStyleSymbol       *copy = g_new (MnStyleSymbol, 1);

      copy->begins = g_strdup (symbol->begins);
      copy->symbol = g_strdup (symbol->symbol);
      copy->joined = symbol->joined;
      g_ptr_array_add (to, copy);
    }
}

/* Without the rules and findings, which the original keeps. */
MnStyle *
mn_style_copy (const MnStyle *self)
{
  MnStyle *copy = mn_style_new ();
  MnStyle  fresh = *copy;

  *copy = *self;
  g_ref_count_init (&copy->ref_count);
  copy->organs = fresh.organs;
  copy->kinds = fresh.kinds;
  copy->rules = fresh.rules;
  copy->findings = fresh.findings;
  copy->name = g_strdup (self->name);
  copy->title = g_strdup (self->title);
  copy->rule = g_strdup (self->rule);
  copy->base = g_strdup (self->base);
  copy->levels = g_strdup (self->levels);
  for (guint i = 0; i < MN_N_WORDS; i++)
    copy->words[i] = g_strdup (self->words[i]);
  copy_symbols (self->organs, copy->organs);
  copy_symbols (self->kinds, copy->kinds);
  return copy;
}

/** mn_style_ref: styles aren't changed once read, so a reference may be taken of a constant one. */
MnStyle *
mn_style_ref (const MnStyle *self)
{
  MnStyle *style = (MnStyle *) self;

  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&style->ref_count);
  return style;
}

/** mn_style_free: gives up a reference. */
void
mn_style_free (MnStyle *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->rule);
  g_free (self->base);
  g_free (self->levels);
  for (guint i = 0; i < MN_N_WORDS; i++)
    g_free (self->words[i]);
  g_ptr_array_unref (self->organs);
  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

/** mn_style_get_findings: (element-type utf8): empty for a style that comes with the program. */
const GPtrArray *
mn_style_get_findings (const MnStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}

/* ---- where styles are ----------------------------------------------------------------------- */

static GBytes *
find_bundled (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, ".xml", NULL);

  return g_resource_lookup_data (mn_paper_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

static MnStyle *
read_bundled (const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".xml", NULL);
  gsize            n_bytes;
  const char      *data = g_bytes_get_data (bytes, &n_bytes);

  return mn_style_parse_bundled (data, n_bytes, file, error);
}

/* Those that come with the program are read once for all: forms ask for one at each key. */
static MnStyle *
load_bundled (const char *name, GBytes *bytes, GError **error)
{
  static GMutex      mutex;
  static GHashTable *styles;
  MnStyle           *style;

  g_mutex_lock (&mutex);
  if (styles == NULL)
    styles = g_hash_table_new (g_str_hash, g_str_equal);
  style = g_hash_table_lookup (styles, name);
  g_mutex_unlock (&mutex);
  if (style != NULL)
    return mn_style_ref (style);
  style = read_bundled (name, bytes, error); /* may ask for its base, hence without the lock */
  if (style == NULL)
    return NULL;
  g_mutex_lock (&mutex);
  if (!g_hash_table_contains (styles, name))
    g_hash_table_insert (styles, g_strdup (name), mn_style_ref (style));
  g_mutex_unlock (&mutex);
  return style;
}

MnStyle *
mn_style_load_bundled (const char *name)
{
  g_autoptr (GBytes) bytes = mn_style_is_file_name (name) ? find_bundled (name) : NULL;

  return bytes != NULL ? load_bundled (name, bytes, NULL) : NULL;
}

/**
 * mn_style_load:
 * @name: of a house style that comes with the program, such as "party-2026", or of an office's own
 * @error: return location: %MN_ERROR_STYLE
 *
 * Returns: (transfer full): the style, or %NULL where there is none of that name
 */
MnStyle *
mn_style_load (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  bytes = mn_style_is_file_name (name) ? find_bundled (name) : NULL;
  if (bytes != NULL)
    return load_bundled (name, bytes, error);
  path = mn_style_find_office (name);
  if (path != NULL)
    return mn_style_load_file (path, error);
  g_set_error (error, MN_ERROR, MN_ERROR_STYLE, _ ("There is no house style “%s”."), name);
  return NULL;
}

/**
 * mn_style_load_file:
 * @path: of an office's style
 * @error: return location: %MN_ERROR_STYLE, or of reading the file
 *
 * Returns: (transfer full): the style, or %NULL
 */
MnStyle *
mn_style_load_file (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize            n_bytes;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &bytes, &n_bytes, error))
    return NULL;
  return mn_style_parse (bytes, n_bytes, path, error);
}
