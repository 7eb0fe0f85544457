#pragma once

#include "mn-window.h"

G_BEGIN_DECLS

/* Asks which papers of which sessions of the archive are to be printed, and prints them. With a
 * session open it is that one's papers. @chosen (nullable) is the session that is chosen already.
 */
void mn_papers_choose (MnWindow *window, MnSessionEntry *chosen);

G_END_DECLS
