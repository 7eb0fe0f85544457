#include "mn-form.h"
#include "mn-numbering.h"
#include "mn-session.h"
#include "mn-style-choice.h"

/** mn_form_get_style_in_force: by the paper's own day, for which the meeting's stands in. */
const char *
mn_form_get_style_in_force (MnForm form, MnItem *session)
{
  MnItem  *general = mn_session_get_general (session);
  MnItem  *document = mn_session_get_document (session, mn_form_get_name (form));
  GDate    date;
  gboolean dated;

  dated = (document != NULL && mn_item_get_date (document, "date", &date)) ||
          mn_item_get_date (general, "starts", &date);
  return mn_style_choose (mn_session_get_family (session), dated ? &date : NULL);
}

/** mn_form_get_style_name: a style set by hand wins, the paper's own over the session's. */
const char *
mn_form_get_style_name (MnForm form, MnItem *session)
{
  MnItem     *document = mn_session_get_document (session, mn_form_get_name (form));
  const char *style = mn_session_get_style (session, document);

  return style != NULL ? style : mn_form_get_style_in_force (form, session);
}
