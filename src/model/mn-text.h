#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MnText:
 *
 * The value of a rich text field: paragraphs with a style and a level, and characters with marks.
 *
 * A text is immutable and reference counted, so a snapshot for a thread, an undo step or a preview
 * costs nothing. Positions and lengths are counted in Unicode characters; the break between two
 * paragraphs counts as one character ('\n'). The text is always valid UTF-8, NFC and free of the
 * characters that XML 1.0 forbids (mn_clean_text()).
 *
 * U+FFFC stands for an element of a foreign namespace that was found inside a paragraph; its XML
 * travels with the character.
 */
typedef struct _MnText MnText;

#define MN_TYPE_TEXT (mn_text_get_type ())

/** MnMarks: the marks of one character. */
typedef enum
{
  MN_MARK_NONE = 0,
  MN_MARK_BOLD = 1 << 0,
  MN_MARK_ITALIC = 1 << 1,
} MnMarks;

/** MnParagraphStyle: a plain paragraph, a dash point or a numbered point. */
typedef enum
{
  MN_PARAGRAPH_PLAIN,
  MN_PARAGRAPH_DASH,
  MN_PARAGRAPH_NUMBER,
} MnParagraphStyle;

#define MN_TEXT_MAX_LEVEL 4

/** MnParagraph: what one paragraph is; @level counts from 1 for points and is 0 for plain ones. */
typedef struct
{
  MnParagraphStyle style;
  guint8           level;
  const char      *foreign; /* foreign attributes as written in XML, or NULL */
} MnParagraph;

/** MnRun: a stretch of one paragraph whose characters share their marks. */
typedef struct
{
  const char *utf8;    /* not terminated: @n_bytes long */
  gsize       n_bytes; /* 3 for a foreign object */
  MnMarks     marks;
  const char *object; /* the XML of a foreign element, else NULL */
} MnRun;

GType mn_text_get_type (void) G_GNUC_CONST;

MnText *mn_text_new (const char *plain) G_GNUC_WARN_UNUSED_RESULT;
MnText *mn_text_ref (MnText *self);
void    mn_text_unref (MnText *self);

const char *mn_text_get_plain (const MnText *self);
guint       mn_text_get_length (const MnText *self);
gboolean    mn_text_is_empty (const MnText *self);
gboolean    mn_text_equal (const MnText *self, const MnText *other);

guint       mn_text_get_n_paragraphs (const MnText *self);
MnParagraph mn_text_get_paragraph (const MnText *self, guint paragraph);
guint       mn_text_get_paragraph_start (const MnText *self, guint paragraph);
guint       mn_text_get_paragraph_at (const MnText *self, guint position);
char       *mn_text_dup_paragraph (const MnText *self, guint paragraph) G_GNUC_WARN_UNUSED_RESULT;
MnMarks     mn_text_get_marks (const MnText *self, guint position);

/* Runs of one paragraph, in order; returns FALSE after the last. Start with *cursor = 0. */
gboolean mn_text_next_run (const MnText *self, guint paragraph, guint *cursor, MnRun *run);

/* The XML of the foreign element that the U+FFFC number @index, from 0, stands for. */
const char *mn_text_get_object (const MnText *self, guint index);

MnText *mn_text_slice (const MnText *self, guint position, guint length) G_GNUC_WARN_UNUSED_RESULT;
MnText *mn_text_splice (const MnText *self, guint position, guint removed, const MnText *inserted)
    G_GNUC_WARN_UNUSED_RESULT;
MnText *mn_text_mark (const MnText *self, guint position, guint length, MnMarks set, MnMarks clear)
    G_GNUC_WARN_UNUSED_RESULT;
MnText *mn_text_style (const MnText    *self,
                       guint            first,
                       guint            last,
                       MnParagraphStyle style,
                       guint            level) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnText, mn_text_unref)

/**
 * MnTextBuilder: makes an #MnText run by run. The first paragraph must be begun before its runs.
 */
typedef struct _MnTextBuilder MnTextBuilder;

MnTextBuilder *mn_text_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           mn_text_builder_free (MnTextBuilder *self);
void           mn_text_builder_begin (MnTextBuilder   *self,
                                      MnParagraphStyle style,
                                      guint            level,
                                      const char      *foreign);
void    mn_text_builder_run (MnTextBuilder *self, const char *utf8, gssize n_bytes, MnMarks marks);
void    mn_text_builder_object (MnTextBuilder *self, const char *xml, MnMarks marks);
MnText *mn_text_builder_end (MnTextBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnTextBuilder, mn_text_builder_free)

G_END_DECLS
