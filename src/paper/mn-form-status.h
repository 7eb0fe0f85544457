#pragma once

#include "mn-composer.h"
#include "mn-status.h"

G_BEGIN_DECLS

/**
 * MnFormStatus: an item on the day that a paper tells of, out of its own session and of all that is
 * known of others: what mn_status_on() says, and the words that were said last.
 */
typedef struct
{
  MnStatus status;
  gboolean said;     /* anybody said a word of it */
  MnItem  *last;     /* (borrowed) (nullable) the last entry with words, not struck */
  guint32  deadline; /* the first; Julian, 0 = none */
} MnFormStatus;

/* @item: a point, a proposal or a follow-up row of the session. */
void mn_form_read_status (MnComposer *self, MnItem *item, MnFormStatus *status);

/* The day that the paper tells of: as asked for, else the document's, else the meeting's. Julian,
 * 0 = unknown. */
guint32 mn_form_get_day (MnComposer *self);

/* "Đang thực hiện (quá hạn)": the statuses of 1270/BC-TCTTTg. (static) */
const char *mn_form_status_words (const MnStatus *status);

/** MnProposalStatus: where a proposal stands. */
typedef enum
{
  MN_PROPOSAL_OPEN,      /* Chưa giải quyết */
  MN_PROPOSAL_DOING,     /* Đang giải quyết */
  MN_PROPOSAL_SETTLED,   /* Đã giải quyết */
  MN_PROPOSAL_EXPLAINED, /* Giải trình, cung cấp thông tin */
  MN_PROPOSAL_FORWARDED, /* Chuyển cấp có thẩm quyền */
} MnProposalStatus;

MnProposalStatus mn_form_get_proposal_status (MnComposer *self, MnItem *proposal);
const char      *mn_form_proposal_words (MnProposalStatus status); /* (static) */

/* "30/6/2026"; "" for 0 */
char *mn_form_dup_julian (guint32 day) G_GNUC_WARN_UNUSED_RESULT;
/* Of a DATE or MOMENT field; Julian, 0 = none */
guint32 mn_form_get_julian (MnItem *item, const char *field);

G_END_DECLS
