#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * MnPicture: a picture as it is printed, or what is wrong with it. Reference counted; not changed
 * once read.
 *
 * It is made anew out of what was read: turned upright, no finer than paper shows, on white, and
 * without what a camera or telephone writes into a file besides (such as the place it was taken
 * at).
 */
typedef struct _MnPicture MnPicture;

/* The picture of file @path. Never NULL: a file that can't be read or holds no picture in PNG or
 * JPEG has a fault. */
MnPicture *mn_picture_read (const char *path, const char *name) G_GNUC_WARN_UNUSED_RESULT;
MnPicture *mn_picture_ref (MnPicture *self);
void       mn_picture_unref (MnPicture *self);

const char *mn_picture_get_name (const MnPicture *self);  /* as it was asked for */
const char *mn_picture_get_fault (const MnPicture *self); /* (nullable) one sentence, for people */
/* Points; at most what is given, its shape kept. A faulty one has the shape of a photograph. */
void mn_picture_get_size (const MnPicture *self,
                          double           max_width,
                          double           max_height,
                          double          *width,
                          double          *height);
/* Draws it into the box; where it has a fault, the box and its name. */
void mn_picture_draw (const MnPicture *self,
                      cairo_t         *cr,
                      double           x,
                      double           y,
                      double           width,
                      double           height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnPicture, mn_picture_unref)

/**
 * MnPictures: pictures that lie in one folder, each read once.
 */
typedef struct _MnPictures MnPictures;

MnPictures *mn_pictures_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
void        mn_pictures_free (MnPictures *self);

/* @name: of a file, from the folder on: "attachments/so-do.png". What would lead out of the folder
 * has a fault. (transfer none) */
MnPicture *mn_pictures_get (MnPictures *self, const char *name);
/* Files that have changed since are read anew when they are next asked for. Returns whether any
 * has. */
gboolean mn_pictures_refresh (MnPictures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnPictures, mn_pictures_free)

G_END_DECLS
