#pragma once

#include "archive-make.h"
#include "mn-signs.h"

/* Sessions whose documents have numbers, for the tests of the register. */

static G_GNUC_UNUSED void
number_set_up (Folder *folder, gconstpointer unused)
{
  folder_set_up (folder, unused);
  mn_archive_set_sign_rule (folder->archive, mn_signs_get_rule ());
}

#define ADD_NUMBER_TEST(name, function)                                                            \
  g_test_add (name, Folder, NULL, number_set_up, function, folder_tear_down)

static G_GNUC_UNUSED MnItem *
make_issuing_session (const char *body, const char *day)
{
  g_autofree char *starts = g_strdup_printf ("%sT08:00:00+07:00", day);
  MnItem          *session = make_session ("Giao ban", starts);

  set (mn_session_get_general (session), "body", mn_item_get_id (add_party (session, body)));
  return session;
}

static G_GNUC_UNUSED MnItem *
add_document (MnItem *session, const char *form, const char *number, const char *date)
{
  MnItem *document = add (session, "documents", NULL);

  set (document, "form", form);
  set (document, "state", "issued");
  set (document, "number", number);
  set (document, "date", date);
  return document;
}

/* A session with one notice, in a file. */
static G_GNUC_UNUSED void
put_notice (Folder *folder, const char *body, const char *number, const char *date)
{
  g_autoptr (MnItem) session = make_issuing_session (body, date);
  static guint       n;
  g_autofree char   *name = g_strdup_printf ("%.4s/notice-%u.minutes", date, n++);
  g_autofree char   *path = NULL;

  add_document (session, "notice", number, date);
  path = folder_save (folder, name, session);
}

static G_GNUC_UNUSED MnItem *
add_entry_of (MnItem     *numbers,
              const char *slot,
              const char *body,
              const char *number,
              const char *date)
{
  MnItem *entry = add (numbers, slot, NULL);

  set (entry, "body", body);
  set (entry, "kind", "TB");
  set (entry, "number", number);
  set (entry, "date", date);
  return entry;
}

static G_GNUC_UNUSED void
put_numbers (Folder *folder, MnItem *numbers)
{
  g_autofree char *path = folder_save (folder, "numbers.xml", numbers);
}
