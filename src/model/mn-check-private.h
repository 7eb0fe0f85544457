#pragma once

#include "mn-check.h"

G_BEGIN_DECLS

/** MnCheck: a check under way. */
typedef struct
{
  MnItem     *session;
  GHashTable *items;    /* (owned) id → MnItem */
  GHashTable *answered; /* (owned) ids of proposals that a conclusion answers */
  GPtrArray  *findings; /* (owned) */
  GDate       day;      /* of the meeting; invalid where it isn't known */
} MnCheck;

/* @text is translated and continues the item's name: "the venue is missing". */
void     mn_check_advise (MnCheck *check, MnItem *item, const char *field, const char *text);
void     mn_check_fault (MnCheck *check, MnItem *item, const char *field, const char *text);
gboolean mn_check_is_set (MnItem *item, const char *field);

void mn_check_kind (MnCheck *check, MnItem *item);

G_END_DECLS
