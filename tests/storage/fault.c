/* Without these the headers would give open() the name of open64(). */
#undef _FILE_OFFSET_BITS
#define _LARGEFILE64_SOURCE

#include "fault.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FD 4096

static const char *watched;
static FaultMode   fault_mode;
static guint       fault_n;
static int         fault_error;
static atomic_uint count;
static const char *failed;
static atomic_bool is_watched_fd[MAX_FD];

void
fault_watch (const char *folder)
{
  watched = folder;
  memset (is_watched_fd, 0, sizeof is_watched_fd);
}

void
fault_arm (FaultMode mode, guint n, int error)
{
  fault_mode = mode;
  fault_n = n;
  fault_error = error;
  failed = NULL;
  atomic_store (&count, 0);
}

guint
fault_get_count (void)
{
  return atomic_load (&count);
}

const char *
fault_get_name (void)
{
  return failed;
}

static gboolean
is_watched_path (const char *path)
{
  return watched != NULL && path != NULL && strncmp (path, watched, strlen (watched)) == 0;
}

static gboolean
is_watched (int fd)
{
  return watched != NULL && fd >= 0 && fd < MAX_FD && atomic_load (&is_watched_fd[fd]);
}

static gboolean
has_come (FaultMode mode, guint now)
{
  switch (mode)
    {
    case FAULT_ONCE:
      return now == fault_n;
    case FAULT_FROM_ON:
      return now >= fault_n;
    case FAULT_SHORT:
      return now == fault_n + 1;
    case FAULT_NONE:
    default:
      return FALSE;
    }
}

/* Counts the call; whether it is to fail. */
static gboolean
fails (const char *name)
{
  if (!has_come (fault_mode, atomic_fetch_add (&count, 1) + 1))
    return FALSE;
  if (failed == NULL)
    failed = name;
  errno = fault_error;
  return TRUE;
}

static gboolean
is_short (void)
{
  return fault_mode == FAULT_SHORT && atomic_load (&count) == fault_n;
}

static int
note_open (int fd, gboolean is_ours)
{
  if (fd >= 0 && fd < MAX_FD)
    atomic_store (&is_watched_fd[fd], is_ours);
  return fd;
}

/* What stands behind ours, by name. */
typedef int (*OpenFunc) (const char *, int, ...);
typedef int (*OpenAtFunc) (int, const char *, int, ...);
typedef ssize_t (*WriteFunc) (int, const void *, size_t);
typedef int (*FdFunc) (int);
typedef int (*PathFunc) (const char *);
typedef int (*PathsFunc) (const char *, const char *);
typedef int (*SizeFunc) (int, off_t);
typedef int (*ModeFunc) (const char *, mode_t);

static mode_t
get_mode (int flags, va_list arguments)
{
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, mode_t) : 0;
}

static int
do_open (const char *real, const char *path, int flags, mode_t mode)
{
  gboolean is_ours = is_watched_path (path);
  OpenFunc function = (OpenFunc) dlsym (RTLD_NEXT, real);

  if (is_ours && fails ("open"))
    return -1;
  return note_open (function (path, flags, mode), is_ours);
}

static int
do_open_at (const char *real, int folder, const char *path, int flags, mode_t mode)
{
  gboolean   is_ours = is_watched_path (path) || (*path != '/' && is_watched (folder));
  OpenAtFunc function = (OpenAtFunc) dlsym (RTLD_NEXT, real);

  if (is_ours && fails ("open"))
    return -1;
  return note_open (function (folder, path, flags, mode), is_ours);
}

/* Nothing here asks what a power cut would leave, so nobody waits for the disk. */
static int
do_sync (const char *real, int fd)
{
  if (!is_watched (fd))
    return ((FdFunc) dlsym (RTLD_NEXT, real)) (fd);
  return fails (real) ? -1 : 0;
}

static int
do_paths (const char *real, const char *from, const char *to)
{
  if (is_watched_path (to) && fails (real))
    return -1;
  return ((PathsFunc) dlsym (RTLD_NEXT, real)) (from, to);
}

static int
do_truncate (const char *real, int fd, off_t size)
{
  if (is_watched (fd) && fails ("ftruncate"))
    return -1;
  return ((SizeFunc) dlsym (RTLD_NEXT, real)) (fd, size);
}

/* ---- in front of the C library -------------------------------------------------------------- */

#define WITH_MODE(call)                                                                            \
  va_list arguments;                                                                               \
  int     result;                                                                                  \
                                                                                                   \
  va_start (arguments, flags);                                                                     \
  result = call;                                                                                   \
  va_end (arguments);                                                                              \
  return result;

int
open (const char *path, int flags, ...)
{
  WITH_MODE (do_open ("open", path, flags, get_mode (flags, arguments)))
}

int
open64 (const char *path, int flags, ...)
{
  WITH_MODE (do_open ("open64", path, flags, get_mode (flags, arguments)))
}

int
openat (int folder, const char *path, int flags, ...)
{
  WITH_MODE (do_open_at ("openat", folder, path, flags, get_mode (flags, arguments)))
}

int
openat64 (int folder, const char *path, int flags, ...){
  WITH_MODE (do_open_at ("openat64", folder, path, flags, get_mode (flags, arguments)))
}

ssize_t write (int fd, const void *bytes, size_t n)
{
  WriteFunc function = (WriteFunc) dlsym (RTLD_NEXT, "write");

  if (!is_watched (fd))
    return function (fd, bytes, n);
  if (fails ("write"))
    return -1;
  return function (fd, bytes, is_short () && n > 1 ? n / 2 : n);
}

int
fsync (int fd)
{
  return do_sync ("fsync", fd);
}

int
fdatasync (int fd)
{
  return do_sync ("fdatasync", fd);
}

/* The descriptor is gone also where closing it tells of a failure. */
int
close (int fd)
{
  gboolean was_ours = is_watched (fd);
  int      result;

  note_open (fd, FALSE);
  result = ((FdFunc) dlsym (RTLD_NEXT, "close")) (fd);
  return was_ours && fails ("close") ? -1 : result;
}

int
rename (const char *from, const char *to)
{
  return do_paths ("rename", from, to);
}

int
link (const char *from, const char *to)
{
  return do_paths ("link", from, to);
}

int
unlink (const char *path)
{
  if (is_watched_path (path) && fails ("unlink"))
    return -1;
  return ((PathFunc) dlsym (RTLD_NEXT, "unlink")) (path);
}

int
ftruncate (int fd, off_t size)
{
  return do_truncate ("ftruncate", fd, size);
}

int
ftruncate64 (int fd, off64_t size)
{
  return do_truncate ("ftruncate64", fd, size);
}

int
mkdir (const char *path, mode_t mode)
{
  if (is_watched_path (path) && fails ("mkdir"))
    return -1;
  return ((ModeFunc) dlsym (RTLD_NEXT, "mkdir")) (path, mode);
}
