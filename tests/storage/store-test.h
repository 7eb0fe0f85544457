#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "folder-test.h"
#include "mn-session.h"
#include "mn-store.h"
#include "mn-xml.h"

/* A session in a file of a folder of its own, for the tests of what lies beside the store. */

#define STORE_TEST_NOW "2026-04-15T09:41:03+07:00"

typedef struct
{
  MnClock *clock;
  char    *folder;
  char    *path;
  char    *backup;
  MnStore *store;
} StoreTest;

static inline MnItem *
store_test_general (MnDocument *document)
{
  return mn_session_get_general (mn_document_get_root (document));
}

static inline void
store_test_type (MnStore *store, const char *title)
{
  MnDocument        *document = mn_store_get_document (store);
  g_autoptr (GError) error = NULL;

  mn_document_set (document, store_test_general (document), "title", title, &error);
  g_assert_no_error (error);
}

static inline const char *
store_test_title (MnStore *store)
{
  const char *title = mn_item_get (store_test_general (mn_store_get_document (store)), "title");

  return title != NULL ? title : "";
}

static inline void
store_test_save (MnStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_store_save (store, &error));
  g_assert_no_error (error);
}

static inline void
store_test_assert_file (const char *path, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) root = mn_xml_read_file (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mn_item_get (mn_session_get_general (root), "title"), ==, title);
}

/* Another program writes the session with another title over the file. */
static inline void
store_test_write_elsewhere (const char *path, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MnItem) root = mn_xml_read_file (path, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  g_assert_true (mn_item_set (mn_session_get_general (root), "title", title, &error));
  bytes = mn_xml_write (root);
  g_assert_true (mn_save_bytes (path, bytes, NULL, FALSE, &error));
  g_assert_no_error (error);
}

static inline void
store_test_run_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

typedef gboolean (*StoreTestCondition) (MnStore *store);

static inline void
store_test_wait (MnStore *store, StoreTestCondition condition)
{
  gint64 until = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (!condition (store))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      store_test_run_for (1);
    }
}

static inline void
store_test_set_up (StoreTest *self, gconstpointer data)
{
  g_autoptr (MnItem)     root = mn_session_new ();
  g_autoptr (MnDocument) document = NULL;
  g_autoptr (MnStore)    first = NULL;

  self->clock = mn_clock_new_fixed (STORE_TEST_NOW);
  self->folder = g_dir_make_tmp ("minutes-beside-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.minutes", NULL);
  self->backup = g_strconcat (self->path, "~", NULL);
  document = mn_document_new (root, self->clock);
  first = mn_store_new (document, self->path);
  store_test_type (first, "gốc");
  store_test_save (first);
  self->store = mn_store_open (self->path, self->clock, NULL);
  g_assert_nonnull (self->store);
}

/* Nothing is left in the folder but the file and its backup. */
static inline void
store_test_tear_down (StoreTest *self, gconstpointer data)
{
  if (self->store != NULL)
    g_assert_finalize_object (self->store);
  g_unlink (self->backup);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->backup);
  mn_clock_unref (self->clock);
}
