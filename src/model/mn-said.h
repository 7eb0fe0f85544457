#pragma once

#include "mn-item.h"

G_BEGIN_DECLS

/** MnSaid: one status entry, and where it was said. */
typedef struct
{
  char   *session; /* id */
  char   *session_title;
  char   *key;  /* id of the item that it is about */
  MnItem *item; /* of kind "status-entry", with effective day and time of recording where known */
} MnSaid;

void mn_said_free (MnSaid *self);

/* By what a follow-up row is known in all sessions: the item it comes from, or itself where it
 * comes from outside. */
const char *mn_said_get_row_key (MnItem *follow_up);

/* Every status entry of a session, out of follow-up rows and of what came after. of MnSaid */
GPtrArray *mn_said_collect (MnItem *session) G_GNUC_WARN_UNUSED_RESULT;

/* Order of history: recorded at, then id. For g_ptr_array_sort(). */
int mn_said_compare (gconstpointer a, gconstpointer b);

/* Sorts and drops entries that came twice: a copied file says nothing new. */
void mn_said_tidy (GPtrArray *said);

G_END_DECLS
