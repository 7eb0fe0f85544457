#pragma once

#include <glib.h>

#include "mn-block.h"
#include "mn-document.h"
#include "mn-style.h"

G_BEGIN_DECLS

/** MnForm: what can be made out of a session. */
typedef enum
{
  MN_FORM_MINUTES,    /* biên bản */
  MN_FORM_NOTICE,     /* thông báo kết luận */
  MN_FORM_ATTENDANCE, /* danh sách đại biểu, to be signed */
  MN_FORM_AGENDA,     /* chương trình */
  MN_FORM_PROPOSALS,  /* bảng tổng hợp kiến nghị, đề xuất */
  MN_FORM_FOLLOW_UP,  /* báo cáo kết quả thực hiện kết luận */
  MN_FORM_TASK_SLIP,  /* phiếu giao nhiệm vụ, one for each lead */
  MN_FORM_INVITATION, /* giấy mời */
  MN_FORM_COMPARISON, /* bảng đối chiếu of two sessions */
} MnForm;

#define MN_N_FORMS 9

/**
 * MnFormInput: what a form is composed from. Only the session must be there; all is borrowed.
 */
typedef struct
{
  MnItem        *session;
  const MnStyle *style; /* (nullable): another house style than the session's */
  MnItem        *other; /* (nullable) COMPARISON: the earlier session */
  guint32        as_of; /* the day whose status is told, Julian; 0 = the document's, or meeting's */
  const char    *lead;  /* (nullable) TASK_SLIP: id of the only party to get one */
  GHashTable    *histories; /* (nullable) of MnItemHistory: what other sessions say of its items */
  MnPictures    *pictures;  /* (nullable) where the pictures of its appendices lie */
} MnFormInput;

const char *mn_form_get_name (MnForm form);  /* "minutes", "notice": the name on the command line */
const char *mn_form_get_label (MnForm form); /* for people, translated */
const char *mn_form_get_title (MnForm form); /* as it stands on paper: "Thông báo" */
gboolean    mn_form_is_numbered (MnForm form); /* lists and slips aren't */
gboolean    mn_form_from_name (const char *name, MnForm *form);

/* The house style that the paper asks for, else the session, else the one of the rule in force on
 * the document's day (else the meeting's) for the body's family; never NULL. */
const char *mn_form_get_style_in_force (MnForm form, MnItem *session);
const char *mn_form_get_style_name (MnForm form, MnItem *session);

/**
 * mn_form_compose_input:
 *
 * Composes @form, hand changes laid over the composed paragraphs. Pure: the same input gives the
 * same blocks. Nothing that is missing in the session stops it: gaps stay blank.
 */
MnComposed *mn_form_compose_input (MnForm form, const MnFormInput *input) G_GNUC_WARN_UNUSED_RESULT;

/* Parties who lead a task of the session and get a slip, in the order of the slips. (transfer
 * container) */
GPtrArray *mn_form_list_leads (MnItem *session) G_GNUC_WARN_UNUSED_RESULT;
/* How a lead is called where one is chosen: by name, else by post. (transfer none) */
const char *mn_form_get_lead_name (MnItem *lead);
/* The lead of that name, whatever its capitals and marks; else the only one whose name, post or
 * short name has it in it. (transfer none) (nullable) */
MnItem *mn_form_find_lead (MnItem *session, const char *name);

/* From a session alone. */
MnComposed *mn_form_compose (MnForm form, MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* Without hand changes. */
MnComposed *mn_form_compose_plain (MnForm form, const MnFormInput *input) G_GNUC_WARN_UNUSED_RESULT;

/* The hash by which a hand change knows the composed text that it replaces. (transfer full) */
char *mn_form_hash_text (const MnText *text) G_GNUC_WARN_UNUSED_RESULT;

/* Hand changes whose composed text has since changed: anchors, NULL-terminated. (transfer full) */
char **mn_form_list_outdated (MnForm form, const MnFormInput *input) G_GNUC_WARN_UNUSED_RESULT;

/* Stores a hand change of the block with @anchor as one edit; NULL text takes it back. @input is
 * what the form is composed from, its session the document's. */
gboolean mn_form_set_hand_change (MnDocument        *document,
                                  MnForm             form,
                                  const MnFormInput *input,
                                  const char        *anchor,
                                  MnText            *text,
                                  GError           **error);

/* Stores a paragraph of one's own after the block with @anchor; returns its item id or NULL. */
char *mn_form_add_hand_paragraph (MnDocument *document,
                                  MnForm      form,
                                  const char *after_anchor,
                                  MnText     *text,
                                  GError    **error);

G_END_DECLS
