#include <string.h>

#include "mn-session.h"
#include "mn-wording.h"

static gboolean
is_type (MnItem *party, const char *type)
{
  return g_strcmp0 (mn_item_get (party, "type"), type) == 0;
}

#define COMRADE "đồng chí"
#define NEUTRAL "ông" MN_NBSP "(bà)"

/* Titles that stand in the place of a form of address. */
static const char *const titles[] = {
  "Hòa thượng", "Thượng tọa", "Đại đức",  "Ni trưởng", "Ni sư",   "Sư cô",
  "Linh mục",   "Giám mục",   "Nữ tu sĩ", "Mục sư",    "Giáo sĩ",
};

/* A form of address that was typed into the name. "Ông" and "Bà" with a capital may be a family's
 * name. */
static const char *
find_typed (const char *name)
{
  if (mn_sentence_begins (name, COMRADE " "))
    return COMRADE;
  if (mn_sentence_begins (name, "ông ") && g_str_has_prefix (name, "ông"))
    return "ông";
  return mn_sentence_begins (name, "bà ") && g_str_has_prefix (name, "bà") ? "bà" : NULL;
}

/* Without the form of address, which may have been typed into the name. */
static char *
dup_bare_name (MnItem *party, MnPartyWords words)
{
  const char      *name = mn_item_get (party, "name");
  g_autofree char *post = mn_sentence_fragment (mn_item_get (party, "post"));
  g_autofree char *who = mn_sentence_fragment (name != NULL ? name : post);
  const char      *typed = mn_party_is_person (party) ? find_typed (who) : NULL;
  const char *rest = typed != NULL ? g_utf8_offset_to_pointer (who, g_utf8_strlen (typed, -1) + 1)
                                   : who;

  if (name == NULL || *post == '\0' || (words & MN_PARTY_WITH_POST) == 0)
    return g_strdup (rest);
  return g_strdup_printf ("%s, %s", rest, post);
}

static gboolean
has_title (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (mn_sentence_begins (name, titles[i]))
      return TRUE;
  return FALSE;
}

/* What the State says of whom no form of address is known. */
static const char *
get_neutral (MnItem *party, MnPartyWords words)
{
  gboolean told = (words & MN_PARTY_WITH_POST) != 0 && mn_item_get (party, "post") != NULL;

  if (mn_item_get (party, "name") == NULL || is_type (party, "post") ||
      (words & MN_PARTY_LISTED) != 0)
    return "";
  return told && (words & MN_PARTY_ADDRESSED) == 0 ? "" : NEUTRAL;
}

/* The form of address of a person; "" where there is none. */
static const char *
get_address (MnComposer *self, MnItem *party, MnPartyWords words)
{
  const char *address = mn_item_get (party, "address");
  const char *name = mn_item_get (party, "name");
  const char *typed = name != NULL ? find_typed (name) : NULL;

  if (g_strcmp0 (address, "ong") == 0)
    return "ông";
  if (g_strcmp0 (address, "ba") == 0)
    return "bà";
  if (address != NULL)
    return COMRADE;
  if (typed != NULL && strcmp (typed, COMRADE) != 0)
    return typed;
  if (name != NULL && has_title (name))
    return "";
  return mn_composer_is_state (self) ? get_neutral (party, words) : COMRADE;
}

/** mn_wording_bare_name: as it stands in a list and below a signature. */
char *
mn_wording_bare_name (MnItem *party)
{
  if (party == NULL || mn_item_get (party, "name") == NULL)
    return g_strdup ("");
  return dup_bare_name (party, MN_PARTY_NAME_ONLY);
}

/** mn_wording_head: what people are counted in: "05 đồng chí", on State papers "05 đại biểu". */
const char *
mn_wording_head (MnComposer *self)
{
  return mn_composer_is_state (self) ? "đại biểu" : COMRADE;
}

/** mn_wording_party: "đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy"; a body or group by its name. */
char *
mn_wording_party (MnComposer *self, MnItem *party, MnPartyWords words)
{
  g_autofree char *bare = dup_bare_name (party, words);

  if (*bare == '\0')
    return g_strdup ("");
  if (mn_party_is_person (party))
    {
      const char *address = get_address (self, party, words);

      return g_strconcat (address, *address != '\0' ? MN_NBSP : "", bare, NULL);
    }
  if (is_type (party, "group"))
    return mn_sentence_lower (bare);
  return g_steal_pointer (&bare);
}

/* "A, B và C" can't be told apart where a name has an "và" of its own. */
static MnPartyWords
choose_joint (GPtrArray *parties, MnPartyWords words)
{
  for (guint i = 0; i < parties->len; i++)
    {
      const char *name = mn_item_get (parties->pdata[i], "name");

      if (name != NULL && strstr (name, " và ") != NULL)
        return words & ~MN_PARTY_WITH_AND;
    }
  return words;
}

static const char *
get_joint (MnPartyWords words, guint i, guint n)
{
  if (i == 0)
    return "";
  if ((words & MN_PARTY_WITH_AND) != 0 && i + 1 == n)
    return " và ";
  return (words & (MN_PARTY_WITH_POST | MN_PARTY_APART)) != 0 ? "; " : ", ";
}

/* "các đồng chí: A, x; B, y" where one form of address is for all. */
static GString *
join_alike (GPtrArray *parties, MnPartyWords words, const char *address)
{
  GString *out = g_string_new ("các ");

  g_string_append (out, address);
  g_string_append (out, (words & MN_PARTY_WITH_POST) != 0 ? ": " : " ");
  for (guint i = 0; i < parties->len; i++)
    {
      g_autofree char *bare = dup_bare_name (parties->pdata[i], words);

      g_string_append_printf (out, "%s%s", get_joint (words, i, parties->len), bare);
    }
  return out;
}

static GString *
join_names (MnComposer *self, GPtrArray *parties, MnPartyWords words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      g_autofree char *who = mn_wording_party (self, parties->pdata[i], words);

      if (*who != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? get_joint (words, i, parties->len) : "",
                                who);
    }
  return out;
}

static gboolean
has_name_and_post (MnItem *party)
{
  return mn_party_is_person (party) && mn_item_get (party, "name") != NULL &&
         mn_item_get (party, "post") != NULL;
}

/* "đồng chí", "ông (bà)": which all have in common and is said once, else NULL. */
static const char *
find_common (MnComposer *self, GPtrArray *parties, MnPartyWords words)
{
  const char *common = parties->len > 1 && mn_party_is_person (parties->pdata[0])
                           ? get_address (self, parties->pdata[0], words)
                           : NULL;

  for (guint i = 0; common != NULL && i < parties->len; i++)
    if (!mn_party_is_person (parties->pdata[i]) ||
        strcmp (get_address (self, parties->pdata[i], words), common) != 0 ||
        mn_item_get (parties->pdata[i], "name") == NULL)
      return NULL;
  return common != NULL && (strcmp (common, COMRADE) == 0 || strcmp (common, NEUTRAL) == 0) ? common
                                                                                            : NULL;
}

static gboolean
has_post (GPtrArray *parties)
{
  for (guint i = 0; i < parties->len; i++)
    if (mn_party_is_person (parties->pdata[i]) && mn_item_get (parties->pdata[i], "post") != NULL)
      return TRUE;
  return FALSE;
}

/** mn_wording_parties: everybody in one phrase; commas suffice where nobody has a post. */
char *
mn_wording_parties (MnComposer *self, GPtrArray *parties, MnPartyWords words)
{
  const char *common;
  GString    *out;

  if (!has_post (parties))
    words &= ~MN_PARTY_WITH_POST;
  words = choose_joint (parties, words);
  common = find_common (self, parties, words);
  out = common != NULL ? join_alike (parties, words, common) : join_names (self, parties, words);
  if ((words & MN_PARTY_SUBJECT) != 0 && (words & MN_PARTY_WITH_POST) != 0 &&
      has_name_and_post (parties->pdata[parties->len - 1]))
    g_string_append_c (out, ',');
  return g_string_free (out, FALSE);
}

/** mn_wording_cell: whom @field of @item names, as a cell of a table says it. */
char *
mn_wording_cell (MnComposer *self, MnItem *item, const char *field)
{
  g_autoptr (GPtrArray) parties = mn_composer_list (self, item, field);
  g_autofree char      *who = mn_wording_parties (self, parties, MN_PARTY_LISTED);

  return mn_sentence_upper (who);
}

/** mn_wording_convener: "Thường trực Tỉnh ủy". */
char *
mn_wording_convener (MnComposer *self)
{
  MnItem *body = mn_composer_find (self, self->general, "body");

  return body != NULL ? mn_wording_party (self, body, MN_PARTY_NAME_ONLY) : g_strdup ("");
}
