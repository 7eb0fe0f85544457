#include "archive-make.h"

#include <glib/gstdio.h>
#include <string.h>

#include "mn-xml.h"

void
folder_set_up (Folder *folder, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("archive-XXXXXX", &error);
  g_assert_no_error (error);
  folder->clock = mn_clock_new_fixed (TODAY);
  folder->archive = mn_archive_new (folder->path, folder->clock);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                    : g_dir_open (path, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
folder_tear_down (Folder *folder, gconstpointer unused)
{
  g_assert_finalize_object (folder->archive);
  mn_clock_unref (folder->clock);
  remove_tree (folder->path);
  g_free (folder->path);
}

char *
folder_put (Folder *folder, const char *name, const char *bytes)
{
  g_autoptr (GError) error = NULL;
  char              *path = g_build_filename (folder->path, name, NULL);
  g_autofree char   *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, bytes, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
folder_save (Folder *folder, const char *name, MnItem *session)
{
  g_autoptr (GBytes) xml = mn_xml_write (session);
  g_autofree char   *text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));

  return folder_put (folder, name, text);
}

void
folder_refresh (Folder *folder)
{
  g_autoptr (GError) error = NULL;
  gboolean           refreshed = mn_archive_refresh (folder->archive, &error);

  g_assert_no_error (error);
  g_assert_true (refreshed);
}

MnItem *
add (MnItem *parent, const char *slot, const char *text)
{
  const MnSlot      *place = mn_kind_find_slot (mn_item_get_kind (parent), slot);
  g_autoptr (MnItem) item = mn_item_new (place->kind);

  mn_item_add (parent, slot, item);
  if (text != NULL)
    set (item, "text", text);
  return item;
}

void
set (MnItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;
  const MnField     *description = mn_kind_find_field (mn_item_get_kind (item), field);

  g_assert_nonnull (description);
  if (description->type == MN_FIELD_RICH)
    {
      g_autoptr (MnText) text = mn_text_new (value);

      mn_item_set_rich (item, field, text);
      return;
    }
  mn_item_set (item, field, value, &error);
  g_assert_no_error (error);
}

void
point_at (MnItem *item, const char *field, MnItem *other)
{
  const char      *before = mn_item_get (item, field);
  g_autofree char *ids = g_strdup_printf ("%s %s", before != NULL ? before : "",
                                          mn_item_get_id (other));

  set (item, field, ids);
}

MnItem *
make_session (const char *title, const char *starts)
{
  MnItem *session = mn_session_new ();
  MnItem *general = mn_session_get_general (session);

  set (general, "title", title);
  set (general, "starts", starts);
  return session;
}

MnItem *
add_party (MnItem *session, const char *name)
{
  MnItem *party = add (mn_session_get_record (session), "parties", NULL);

  set (party, "type", "body");
  set (party, "name", name);
  return party;
}

MnItem *
add_task (MnItem *session, const char *text, const char *deadline)
{
  MnItem *point = add (mn_session_get_conclusion (session), "points", text);

  set (point, "task", "yes");
  set (point, "deadline-kind", deadline != NULL ? "date" : "none");
  set (point, "deadline", deadline);
  return point;
}

MnItem *
add_row (MnItem *session, MnItem *origin_session, MnItem *origin)
{
  MnItem          *row = add (mn_session_get_record (session), "follow-ups", NULL);
  g_autofree char *text = mn_item_dup_plain (origin, "text");

  set (row, "origin-session", mn_item_get_id (origin_session));
  set (row, "origin-item", mn_item_get_id (origin));
  set (row, "text", text);
  set (row, "deadline", mn_item_get (origin, "deadline"));
  return row;
}

MnItem *
add_entry (MnItem *parent, const char *status, const char *recorded)
{
  MnItem *entry = add (parent, "entries", NULL);

  set (entry, "status", status);
  set (entry, "recorded", recorded);
  return entry;
}
