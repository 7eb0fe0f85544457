#include <string.h>

#include "mn-session.h"
#include "mn-wording.h"

static gboolean
is_type (MnItem *party, const char *type)
{
  return g_strcmp0 (mn_item_get (party, "type"), type) == 0;
}

/* A State paper says "ông" and "bà", and where it isn't known which, the name alone: nobody is made
 * a comrade by the printer. */
static const char *
get_address (MnComposer *self, MnItem *party)
{
  const char *address = mn_item_get (party, "address");

  if (g_strcmp0 (address, "ong") == 0)
    return "ông";
  if (g_strcmp0 (address, "ba") == 0)
    return "bà";
  if (address == NULL && self != NULL && mn_composer_is_state (self))
    return "";
  return "đồng chí";
}

/* Without the form of address, which may have been typed into the name. */
static char *
dup_bare_name (MnItem *party, MnPartyWords words)
{
  const char      *name = mn_item_get (party, "name");
  g_autofree char *post = mn_sentence_fragment (mn_item_get (party, "post"));
  g_autofree char *who = mn_sentence_fragment (name != NULL ? name : post);

  if (mn_party_is_person (party) && mn_sentence_begins (who, "đồng chí "))
    {
      char *rest = g_strdup (g_utf8_offset_to_pointer (who, g_utf8_strlen ("đồng chí ", -1)));

      g_free (who);
      who = rest;
    }
  if (name == NULL || *post == '\0' || (words & MN_PARTY_WITH_POST) == 0)
    return g_steal_pointer (&who);
  return g_strdup_printf ("%s, %s", who, post);
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
  return mn_composer_is_state (self) ? "đại biểu" : "đồng chí";
}

/** mn_wording_party: "đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy"; a body or group by its name. */
char *
mn_wording_party (MnComposer *self, MnItem *party, MnPartyWords words)
{
  const char      *address = get_address (self, party);
  g_autofree char *bare = dup_bare_name (party, words);

  if (*bare == '\0')
    return g_strdup ("");
  if (mn_party_is_person (party) && *address != '\0')
    return g_strdup_printf ("%s" MN_NBSP "%s", address, bare);
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

/* "các đồng chí: A, x; B, y" where all are comrades. */
static GString *
join_comrades (GPtrArray *parties, MnPartyWords words)
{
  GString *out = g_string_new ("các đồng chí");

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

static gboolean
are_comrades (MnComposer *self, GPtrArray *parties)
{
  for (guint i = 0; i < parties->len; i++)
    if (!mn_party_is_person (parties->pdata[i]) ||
        strcmp (get_address (self, parties->pdata[i]), "đồng chí") != 0 ||
        mn_item_get (parties->pdata[i], "name") == NULL)
      return FALSE;
  return parties->len > 1;
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
  GString *out;

  if (!has_post (parties))
    words &= ~MN_PARTY_WITH_POST;
  words = choose_joint (parties, words);
  if (are_comrades (self, parties))
    out = join_comrades (parties, words);
  else
    out = join_names (self, parties, words);
  if ((words & MN_PARTY_SUBJECT) != 0 && (words & MN_PARTY_WITH_POST) != 0 &&
      has_name_and_post (parties->pdata[parties->len - 1]))
    g_string_append_c (out, ',');
  return g_string_free (out, FALSE);
}

/** mn_wording_convener: "Thường trực Tỉnh ủy". */
char *
mn_wording_convener (MnComposer *self)
{
  MnItem *body = mn_composer_find (self, self->general, "body");

  return body != NULL ? mn_wording_party (self, body, MN_PARTY_NAME_ONLY) : g_strdup ("");
}
