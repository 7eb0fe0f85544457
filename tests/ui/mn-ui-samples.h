#pragma once

#include "mn-archive.h"
#include "mn-store.h"

/* The sample archive in a folder of the test's own, as of a day on which some of it is overdue. */

#define MN_UI_TEST_TODAY "2026-07-20"

MnClock   *mn_ui_test_clock (void);                                         /* (transfer none) */
MnArchive *mn_ui_test_samples (const char *name) G_GNUC_WARN_UNUSED_RESULT; /* read already */

/* The n-th newest session of it. */
MnSessionEntry *mn_ui_test_entry (MnArchive *archive, guint n); /* (transfer none) */
MnStore        *mn_ui_test_store (MnArchive *archive, guint n) G_GNUC_WARN_UNUSED_RESULT;

char *mn_ui_test_read (const char *path) G_GNUC_WARN_UNUSED_RESULT; /* a file's contents */

/* From now on no file of this process can grow: saving fails, also for root. Until it ends again.
 */
void mn_ui_test_break_saving (void);
void mn_ui_test_mend_saving (void);
