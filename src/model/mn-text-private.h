#pragma once

#include "mn-text.h"

G_BEGIN_DECLS

/* One per paragraph; the first belongs to the text's start, each further one to a '\n'. */
typedef struct
{
  MnParagraphStyle style;
  guint8           level;
  GRefString      *foreign; /* (owned) (nullable) */
  guint            start;   /* characters; this and what follows is set by mn_text_index() */
  gsize            byte;
  guint            first_run;
} MnTextParagraph;

typedef struct
{
  gsize   byte, n_bytes;
  MnMarks marks;
  guint   object; /* index + 1, 0 = none */
} MnTextRun;

struct _MnText
{
  gatomicrefcount ref_count;
  char           *utf8;       /* (owned) */
  guint           length;     /* characters */
  guint8         *marks;      /* (owned) MnMarks of each character */
  GArray         *paragraphs; /* (owned) of MnTextParagraph */
  GArray         *runs;       /* (owned) of MnTextRun */
  GPtrArray      *objects;    /* (owned) of GRefString, one per U+FFFC, or NULL */
};

MnText *mn_text_alloc (void);
void    mn_text_add_paragraph (MnText *self, const MnTextParagraph *source);
void    mn_text_add_object (MnText *self, GRefString *xml); /* (transfer full) */
MnText *mn_text_finish (MnText *self, GString *utf8, GByteArray *marks);
void    mn_text_index (MnText *self);

guint8   mn_text_clamp_level (MnParagraphStyle style, guint level);
gboolean mn_text_may_join (gunichar c);
MnText  *mn_text_compose (const MnText *self);
MnText  *mn_text_fit (const MnText *self, guint *position, guint *n_removed, const MnText *inserted)
    G_GNUC_WARN_UNUSED_RESULT;

static inline MnTextParagraph *
mn_text_paragraph (const MnText *self, guint paragraph)
{
  return &g_array_index (self->paragraphs, MnTextParagraph, paragraph);
}

/* Is it U+FFFC, the stand-in for a foreign element? */
static inline gboolean
mn_text_is_object (const char *p)
{
  return (guchar) p[0] == 0xEF && (guchar) p[1] == 0xBF && (guchar) p[2] == 0xBC;
}

G_END_DECLS
