#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/* Adds MnFinding: numbers and dates without their zero; in an archive also numbers that another
 * document has, and gaps before them. */
void mn_cli_check_numbers (const char *path, MnItem *session, GPtrArray *findings);

G_END_DECLS
