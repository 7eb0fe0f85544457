#pragma once

#include "mn-cli.h"
#include "mn-form.h"

G_BEGIN_DECLS

/** MnMaterial: what was read for one paper. */
typedef struct
{
  MnItem     *session;   /* (owned) (nullable) */
  MnItem     *other;     /* (owned) (nullable) */
  GHashTable *histories; /* (owned) (nullable) */
  MnPictures *pictures;  /* (owned) (nullable): those of its archive */
  MnItem     *lead;      /* (borrowed) (nullable): who gets a slip; NULL: each lead */
} MnMaterial;

void mn_material_clear (MnMaterial *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MnMaterial, mn_material_clear)

/* Reads the session and what the form needs besides. @lead: (nullable): name of who gets a slip.
 * FALSE: what is wrong was told and *status set. */
gboolean mn_material_read (MnMaterial *self,
                           MnForm      form,
                           const char *path,
                           const char *lead,
                           MnExit     *status);

/* A session, however new its format. (transfer full) (nullable) */
MnItem *mn_material_read_session (const char *path, MnExit *status) G_GNUC_WARN_UNUSED_RESULT;

/* The pictures of the archive in which @path lies. */
MnPictures *mn_material_new_pictures (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
