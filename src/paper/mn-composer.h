#pragma once

#include "mn-block.h"
#include "mn-form.h"
#include "mn-item.h"
#include "mn-sentence.h"

G_BEGIN_DECLS

/**
 * MnComposer: a form while it is being composed: the session, found by id in no time, and the
 * blocks so far. The session is only read.
 */
typedef struct
{
  MnForm      form;
  MnFormInput input; /* (borrowed) what the form is made of besides the session */
  MnItem     *session;
  MnItem     *record;
  MnItem     *general;
  MnItem     *conclusion;
  MnItem     *document; /* (nullable) what is known of this form */
  MnStyle    *style;    /* (owned) the words and numbers of the papers' family */
  GHashTable *items;    /* (owned) id → item */
  GHashTable *said;    /* (owned) (nullable) what the session says of items: see mn-form-status.h */
  GHashTable *removed; /* (owned) anchors whose paragraph a hand took out */
  GPtrArray  *blocks;  /* (owned) of MnBlock */
  char       *noun;    /* (owned) what the meeting is called in a sentence: "hội nghị" */
  char       *subject; /* (owned) (nullable) the subject in one phrase, where the paper parts it */
  MnItem     *addressee;   /* (nullable) whom the sheet at hand is for */
  char       *fault;       /* (owned) (nullable) why it must not be printed */
  MnPictures *no_pictures; /* (owned) (nullable) where the input has none */
  guint       body_end;    /* blocks from here on are signatures and what follows them */
} MnComposer;

MnComposer *mn_composer_new (MnForm form, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;
MnComposer *mn_composer_new_input (MnForm form, const MnFormInput *input) G_GNUC_WARN_UNUSED_RESULT;
void        mn_composer_free (MnComposer *self);

/* Items that a field refers to; what refers nowhere is left out. (transfer none) items */
MnItem    *mn_composer_find (MnComposer *self, MnItem *item, const char *field);
GPtrArray *mn_composer_list (MnComposer *self, MnItem *item, const char *field)
    G_GNUC_WARN_UNUSED_RESULT;

/* A field of the document, NULL where it is unset or there is no document. */
const char *mn_composer_get (MnComposer *self, const char *field);

/* Each adds one block and returns it, borrowed. */
MnBlock *mn_composer_add (MnComposer *self, MnBlock *block);
MnBlock *mn_composer_add_text (MnComposer *self,
                               MnRole      role,
                               MnItem     *source,
                               MnText     *text); /* (transfer full) text */
MnBlock *mn_composer_add_string (MnComposer *self, MnRole role, MnItem *source, const char *text);
MnBlock *mn_composer_add_heading (MnComposer *self,
                                  guint       level,
                                  const char *label, /* (nullable) */
                                  const char *anchor,
                                  const char *text);

/* What the style says in words of its family: "T/M", "Nơi nhận:". "%s" is filled with @name. */
const char *mn_composer_get_word (MnComposer *self, MnStyleWord word);
char       *mn_composer_dup_word (MnComposer *self, MnStyleWord word, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean mn_composer_is_state (MnComposer *self);

/* The number of a heading as the style numbers its level: "2.1." or "a)". (transfer full) */
char *mn_composer_number (MnComposer *self, const guint *path, guint depth)
    G_GNUC_WARN_UNUSED_RESULT;

/* The name of a paragraph: "point:<id>", with @part "report:<id>:results". (transfer full) */
char *mn_composer_dup_anchor (const char *prefix, MnItem *item, const char *part)
    G_GNUC_WARN_UNUSED_RESULT;
void     mn_composer_name (MnBlock *block, const char *anchor);
void     mn_composer_name_item (MnBlock *block, const char *prefix, MnItem *item, const char *part);
void     mn_composer_label (MnBlock *block, const char *label);
gboolean mn_composer_is_removed (MnComposer *self, const char *prefix, MnItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnComposer, mn_composer_free)

G_END_DECLS
