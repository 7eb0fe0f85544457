#pragma once

#include "mn-archive.h"
#include "mn-session.h"

/** Folder: an archive in a temporary folder, and the day that its clock shows. */
typedef struct
{
  char      *path;
  MnClock   *clock;
  MnArchive *archive;
} Folder;

#define TODAY "2026-04-15"

void folder_set_up (Folder *folder, gconstpointer unused);
void folder_tear_down (Folder *folder, gconstpointer unused);

#define ADD_TEST(name, function)                                                                   \
  g_test_add (name, Folder, NULL, folder_set_up, function, folder_tear_down)

char *folder_put (Folder *folder, const char *name, const char *bytes); /* the path */
char *folder_save (Folder *folder, const char *name, MnItem *session);
void  folder_refresh (Folder *folder);

/* Any item with text in "text", appended to the slot. Borrowed. */
MnItem *add (MnItem *parent, const char *slot, const char *text);
void    set (MnItem *item, const char *field, const char *value);
void    point_at (MnItem *item, const char *field, MnItem *other);

MnItem *make_session (const char *title, const char *starts);
MnItem *add_party (MnItem *session, const char *name);
MnItem *add_task (MnItem *session, const char *text, const char *deadline);
MnItem *add_row (MnItem *session, MnItem *origin_session, MnItem *origin);
MnItem *add_entry (MnItem *parent, const char *status, const char *recorded);
