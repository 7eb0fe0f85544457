#pragma once

#include "mn-archive.h"
#include "mn-form.h"

G_BEGIN_DECLS

#define MN_TYPE_PAPER_INPUT (mn_paper_input_get_type ())
G_DECLARE_FINAL_TYPE (MnPaperInput, mn_paper_input, MN, PAPER_INPUT, GObject)

/**
 * MnPaperInput: what the papers of a session are made of: the session, what its archive knows
 * besides, read once and when it is first asked for, and what a person chose: who gets a slip, and
 * which session is set beside this one.
 *
 * "changed" tells of a choice, or of another picture.
 */

/* @session: root item; @archive: (nullable) */
MnPaperInput *mn_paper_input_new (MnItem *session, MnArchive *archive) G_GNUC_WARN_UNUSED_RESULT;

/* The session's file, which needn't lie in the window's archive: its pictures lie where its place
 * says, in the window as on the command line. To be told before pictures are asked for. */
void        mn_paper_input_set_path (MnPaperInput *self, const char *path);
const char *mn_paper_input_get_folder (MnPaperInput *self); /* (nullable) */

/* The pictures of that folder, each read when it is first asked for. (transfer none) */
MnPictures *mn_paper_input_get_pictures (MnPaperInput *self);

/* Looks whether the files of pictures have changed. */
void mn_paper_input_refresh (MnPaperInput *self);

/* Borrowed from @self until the next call. */
void mn_paper_input_get (MnPaperInput *self, MnForm form, MnFormInput *input);

/* Who gets a task slip; NULL: each lead. Who leads nothing any more isn't told. */
void        mn_paper_input_set_lead (MnPaperInput *self, const char *party); /* (nullable) id */
const char *mn_paper_input_get_lead (MnPaperInput *self);                    /* (nullable) id */

/* The session to compare with; NULL: the nearest. */
void        mn_paper_input_set_other (MnPaperInput *self, const char *session); /* (nullable) id */
MnItem     *mn_paper_input_get_other (MnPaperInput *self);  /* (transfer none) (nullable) */
const char *mn_paper_input_get_chosen (MnPaperInput *self); /* id as set, NULL: the nearest */

/* What is to be said of the session that was chosen: that it can't be read, or is of another body.
 * (nullable) */
const char *mn_paper_input_get_other_note (MnPaperInput *self);

/* Sessions it can be compared with, the nearest first: of MnSessionEntry. (transfer full)
 * (nullable) */
GPtrArray *mn_paper_input_list_others (MnPaperInput *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
