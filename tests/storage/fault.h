#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Calls to the system that fail when they are told to. A program that is linked with fault.c has
 * its own open(), write(), fsync() … in front of those of the C library, for its libraries too, as
 * with LD_PRELOAD; but so it stands beside the sanitizers. Only calls on files below the watched
 * folder count, in all threads.
 */
typedef enum
{
  FAULT_NONE,
  FAULT_ONCE,    /* the n-th call fails */
  FAULT_FROM_ON, /* and so do all after it */
  FAULT_SHORT,   /* half of the n-th is written, if it is a write, and the next call fails */
} FaultMode;

void        fault_watch (const char *folder); /* borrowed; NULL: nothing */
void        fault_arm (FaultMode mode, guint n, int error);
guint       fault_get_count (void); /* calls since it was armed */
const char *fault_get_name (void);  /* of the call that failed first; NULL: none did */

G_END_DECLS
