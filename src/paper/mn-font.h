#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * mn_font_choose_family:
 * @context: whose font map and language to ask
 * @same_widths: (out): whether its letters are as wide as those of Times New Roman
 *
 * Returns: (transfer full): the family in which paper is set
 */
char *mn_font_choose_family (PangoContext *context, gboolean *same_widths)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
