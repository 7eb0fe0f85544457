#pragma once

#include "mn-style.h"

G_BEGIN_DECLS

/* "BTCTU" of "Ban Tổ chức Tỉnh uỷ", or of "Ban Tổ chức" below "Tỉnh uỷ Sông Ngân"; NULL where the
 * style knows none. (transfer full) (nullable) */
char *mn_style_dup_organ_symbol (const MnStyle *self, const char *name, const char *above)
    G_GNUC_WARN_UNUSED_RESULT;

/* "TB" of "Thông báo", "CTr" of "Chương trình". (transfer full) */
char *mn_style_dup_kind_symbol (const MnStyle *self, const char *kind) G_GNUC_WARN_UNUSED_RESULT;

/* The number of a heading: @path has the numbers of all levels down to its own, of which the first
 * stands on level @first, 1 = the style's first. (transfer full) */
char *mn_style_dup_label (const MnStyle *self, guint first, const guint *path, guint depth)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
