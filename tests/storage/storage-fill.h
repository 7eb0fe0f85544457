#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/* Gives every field of the item a value of its type and every slot @n children, @depth levels down;
 * the same calls make the same tree. */
MnItem *storage_fill_new (guint depth, guint n) G_GNUC_WARN_UNUSED_RESULT;
MnItem *storage_fill_root (const MnKind *kind, guint depth, guint n) G_GNUC_WARN_UNUSED_RESULT;
MnText *storage_fill_text (guint number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
