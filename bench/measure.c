/* measure N COMMAND…: runs the command with its output thrown away and prints its wall time in
 * microseconds and its peak memory in KiB. If N isn't 0 the time is that to the Nth line it prints.
 *
 * Small on purpose: what a program had in memory before exec() counts into the peak of its child.
 */

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static long long
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000LL + t.tv_nsec / 1000;
}

static pid_t
start (char **command, int output)
{
  posix_spawn_file_actions_t actions;
  pid_t                      pid = -1;
  int                        failure;

  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, output, STDOUT_FILENO);
  failure = posix_spawnp (&pid, command[0], &actions, NULL, command, environ);
  posix_spawn_file_actions_destroy (&actions);
  if (failure != 0)
    fprintf (stderr, "measure: %s: %s\n", command[0], strerror (failure));
  return failure == 0 ? pid : -1;
}

/* Reads until the end; returns when line @wanted was complete, or 0. */
static long long
drain (int input, int wanted)
{
  char      bytes[4096];
  ssize_t   n;
  long long line = 0;

  while ((n = read (input, bytes, sizeof bytes)) > 0)
    for (ssize_t i = 0; i < n; i++)
      if (bytes[i] == '\n' && --wanted == 0)
        line = now ();
  return line;
}

int
main (int argc, char **argv)
{
  int           to_line = argc > 1 ? atoi (argv[1]) : 0;
  int           ends[2], status;
  long long     began, line, ended;
  struct rusage usage;
  pid_t         pid;

  if (argc < 3 || pipe2 (ends, O_CLOEXEC) != 0)
    return 2;
  began = now ();
  pid = start (argv + 2, ends[1]);
  if (pid < 0)
    return 2;
  close (ends[1]);
  line = drain (ends[0], to_line);
  if (wait4 (pid, &status, 0, &usage) != pid)
    return 2;
  ended = now ();
  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0 || (to_line && line == 0))
    {
      fprintf (stderr, "measure: %s failed\n", argv[2]);
      return 1;
    }
  printf ("%lld %ld\n", (to_line ? line : ended) - began, usage.ru_maxrss);
  return 0;
}
