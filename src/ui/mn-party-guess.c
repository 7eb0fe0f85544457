#include "mn-party-guess.h"

#include <string.h>

#include "mn-fold.h"
#include "mn-kind.h"

/* How the names of groups, bodies and posts begin, folded. */
static const char *const groups[] = { "cac ", "mot so ", "dai dien ", "nhung ", "toan the ", NULL };
static const char *const bodies[] = {
  "ban ",        "bo ",         "chi bo ",    "chi cuc ", "cong an ",   "cong ty ",  "cuc ",
  "dang bo ",    "dang uy ",    "doan ",      "hdnd ",    "hoi ",       "hoi dong ", "huyen uy ",
  "lien doan ",  "mat tran ",   "ngan hang ", "phong ",   "so ",        "thanh uy ", "thi uy ",
  "thuong truc", "tinh uy",     "to ",        "toa an ",  "trung tam ", "truong ",   "tinh doan",
  "uy ban ",     "ubnd ",       "ubmttq ",    "uy ban",   "van phong ", "vien ",     "xa ",
  "phuong ",     "bo chi huy ", "bao ",       "dai ",     "don vi ",    NULL,
};
static const char *const posts[] = {
  "bi thu",         "chu tich",      "chu nhiem",    "chanh van phong",
  "pho ",           "truong ban",    "truong phong", "truong doan",
  "giam doc",       "tong giam doc", "hieu truong",  "uy vien",
  "chi huy truong", "chanh an",      "vien truong",  "thu truong",
  "lanh dao",       "thu ky",        NULL,
};

static gboolean
begins_with_one (const char *folded, const char *const *beginnings)
{
  for (guint i = 0; beginnings[i] != NULL; i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  return FALSE;
}

static const char *
guess_type (const char *words)
{
  g_autofree char *folded = mn_fold (words);

  if (begins_with_one (folded, groups))
    return "group";
  if (begins_with_one (folded, posts))
    return "post";
  if (begins_with_one (folded, bodies))
    return "body";
  return "person";
}

/**
 * mn_party_new_from_words:
 * @words: "Nguyễn Văn A, Bí thư Tỉnh ủy"; "Sở Tài chính"; "các Bí thư Huyện ủy"; "Giám đốc Sở Y tế"
 *
 * What stands behind the first comma is a person's post. The type is a guess that can be changed in
 * the party's form.
 *
 * Returns: (transfer full): a party that stands in no document
 */
MnItem *
mn_party_new_from_words (const char *words)
{
  MnItem          *party = mn_item_new (mn_kind_find ("party"));
  g_auto (GStrv)   halves = g_strsplit (words, ",", 2);
  g_autofree char *name = g_strdup (halves[0] != NULL ? g_strstrip (halves[0]) : "");
  const char      *type = guess_type (name);
  gboolean         is_post = strcmp (type, "post") == 0 && halves[0] != NULL && halves[1] == NULL;

  if (!is_post && halves[0] != NULL && halves[1] != NULL && strcmp (type, "group") != 0)
    type = "person";
  mn_item_set (party, "type", type, NULL);
  mn_item_set (party, is_post ? "post" : "name", name, NULL);
  if (halves[0] != NULL && halves[1] != NULL)
    mn_item_set (party, "post", g_strstrip (halves[1]), NULL);
  return party;
}
