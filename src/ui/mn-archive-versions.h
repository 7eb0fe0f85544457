#pragma once

#include "mn-window.h"

G_BEGIN_DECLS

/* The earlier versions of one of the documents that the window's archive has besides its sessions:
 * @kind is its directory, its list of series or its register of numbers. */
void mn_archive_versions_show (MnWindow *window, const MnKind *kind);

G_END_DECLS
