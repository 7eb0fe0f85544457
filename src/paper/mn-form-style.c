#include "mn-form.h"
#include "mn-session.h"
#include "mn-style-choice.h"

static MnItem *
find_party (MnItem *session, MnItem *item, const char *field)
{
  const char *id = item != NULL ? mn_item_get (item, field) : NULL;
  MnItem     *record = mn_session_get_record (session);

  for (guint i = 0; id != NULL && i < mn_item_get_n_children (record, "parties"); i++)
    {
      MnItem *party = mn_item_get_child (record, "parties", i);

      if (g_strcmp0 (mn_item_get_id (party), id) == 0)
        return party;
    }
  return NULL;
}

static gboolean
tells_family (MnItem *party, MnFamily *family)
{
  return party != NULL && mn_body_find_family (mn_item_get (party, "name"), family);
}

/* The body itself, the one that it belongs to, the one above; a session without any is a
 * committee's, as most are. */
static MnFamily
find_family (MnItem *session)
{
  MnItem  *general = mn_session_get_general (session);
  MnItem  *body = find_party (session, general, "body");
  MnFamily family = MN_FAMILY_PARTY;

  if (!tells_family (body, &family) && !tells_family (find_party (session, body, "body"), &family))
    tells_family (find_party (session, general, "parent-body"), &family);
  return family;
}

/** mn_form_get_style_name: a style set by hand wins, an office's own over all. */
const char *
mn_form_get_style_name (MnForm form, MnItem *session)
{
  MnItem     *general = mn_session_get_general (session);
  MnItem     *document = mn_session_get_document (session, mn_form_get_name (form));
  const char *own = mn_item_get (general, "own-style");
  const char *style = mn_item_get (general, "style");
  GDate       date;
  gboolean    dated;

  if (own != NULL)
    return own;
  if (style != NULL)
    return style;
  dated = (document != NULL && mn_item_get_date (document, "date", &date)) ||
          mn_item_get_date (general, "starts", &date);
  return mn_style_choose (find_family (session), dated ? &date : NULL);
}
