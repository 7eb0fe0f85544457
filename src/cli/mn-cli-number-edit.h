#pragma once

#include "mn-cli.h"

G_BEGIN_DECLS

/* "minutes-cli numbers reserve …": changes of the register of numbers. */
gboolean mn_cli_number_edit_knows (const char *name);
MnExit   mn_cli_number_edit (char **arguments);

G_END_DECLS
