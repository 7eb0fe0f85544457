#pragma once

#include "mn-session-page.h"

G_BEGIN_DECLS

/* "take-number", "issue" and "withdraw", each with the id of a document of the page's session. */
void mn_number_actions_add (GActionMap *actions, MnSessionPage *page, MnArchive *archive);

G_END_DECLS
