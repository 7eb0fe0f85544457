#include "mn-lock-holder.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW "2026-04-15T09:41:03+07:00"

static MnLockHolder *
new_me (void)
{
  g_autoptr (MnClock) clock = mn_clock_new_fixed (NOW);

  return mn_lock_holder_new (clock);
}

static void
set (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static void
test_me (void)
{
  g_autoptr (MnLockHolder) me = new_me ();
  g_autoptr (MnLockHolder) other = new_me ();

  g_assert_cmpstr (me->name, !=, "");
  g_assert_cmpstr (me->host, ==, g_get_host_name ());
  g_assert_cmpstr (me->since, ==, NOW);
  g_assert_cmpint (me->pid, ==, getpid ());
  g_assert_cmpstr (me->boot, !=, "");
  g_assert_cmpstr (me->start, !=, "");
  g_assert_cmpstr (me->token, !=, other->token);
  g_assert_cmpstr (me->start, ==, other->start);
}

static void
test_round_trip (void)
{
  g_autoptr (MnLockHolder) me = new_me ();
  g_autoptr (MnLockHolder) read = NULL;
  g_autofree char         *text = NULL;

  set (&me->name, "Bà Nguyễn Thị A; = # [x] \\n");
  text = mn_lock_holder_to_text (me);
  g_assert_nonnull (strstr (text, "Nguyễn Thị A")); /* a person can read it */
  read = mn_lock_holder_parse (text, strlen (text));
  g_assert_nonnull (read);
  g_assert_cmpstr (read->name, ==, me->name);
  g_assert_cmpstr (read->host, ==, me->host);
  g_assert_cmpstr (read->machine, ==, me->machine);
  g_assert_cmpstr (read->boot, ==, me->boot);
  g_assert_cmpstr (read->space, ==, me->space);
  g_assert_cmpstr (read->start, ==, me->start);
  g_assert_cmpstr (read->since, ==, me->since);
  g_assert_cmpstr (read->token, ==, me->token);
  g_assert_cmpint (read->pid, ==, me->pid);
}

static void
test_garbage (void)
{
  const char *texts[] = {
    "",
    "rác",
    "[Minutes lock]\n",
    "[Minutes lock]\nhost=VP-03\n",
    "[Other]\nhost=VP-03\ntoken=x\n",
    "\xff\xfe\x00",
    "[Minutes lock]\nhost=\xff\ntoken=x\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (mn_lock_holder_parse (texts[i], strlen (texts[i])));
}

/* A later version may say more; and nothing that a file says fills the screen. */
static void
test_strange_values (void)
{
  g_autofree char *name = g_strnfill (2000, 'x');
  g_autofree char *text = g_strdup_printf (
      "[Minutes lock]\nname=%s\nhost=VP\\n03\ntoken=t\npid=-4\nmood=good\n", name);
  g_autoptr (MnLockHolder) read = mn_lock_holder_parse (text, strlen (text));

  g_assert_nonnull (read);
  g_assert_cmpint (g_utf8_strlen (read->name, -1), ==, 120);
  g_assert_cmpstr (read->host, ==, "VP 03");
  g_assert_cmpstr (read->boot, ==, "");
  g_assert_cmpint (read->pid, ==, 0);
}

static void
test_alive (void)
{
  g_autoptr (MnLockHolder) me = new_me ();
  g_autoptr (MnLockHolder) parent = new_me ();

  g_assert_true (mn_lock_holder_is_here (me, me));
  g_assert_false (mn_lock_holder_is_dead (me, me));
  parent->pid = getppid ();
  set (&parent->start, "");
  g_assert_false (mn_lock_holder_is_dead (parent, me));
}

static void
test_ended_process (void)
{
  g_autoptr (MnLockHolder) me = new_me ();
  g_autoptr (MnLockHolder) other = new_me ();
  pid_t                    pid = fork ();

  if (pid == 0)
    _exit (0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  other->pid = pid;
  g_assert_true (mn_lock_holder_is_dead (other, me));
  other->pid = getpid (); /* the number has come up again, for another process */
  set (&other->start, "1");
  g_assert_true (mn_lock_holder_is_dead (other, me));
  set (&other->space, "pid:[1]"); /* numbers of another space say nothing */
  g_assert_false (mn_lock_holder_is_dead (other, me));
}

/* Its parent hasn't looked after it: there, and dead. */
static void
test_zombie (void)
{
  g_autoptr (MnLockHolder) me = new_me ();
  g_autoptr (MnLockHolder) other = new_me ();
  pid_t                    pid = fork ();
  siginfo_t                info;

  if (pid == 0)
    _exit (0);
  g_assert_cmpint (waitid (P_PID, (id_t) pid, &info, WEXITED | WNOWAIT), ==, 0);
  other->pid = pid;
  set (&other->start, "");
  g_assert_true (mn_lock_holder_is_dead (other, me));
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

static void
test_other_boot (void)
{
  g_autoptr (MnLockHolder) me = new_me ();
  g_autoptr (MnLockHolder) other = new_me ();

  set (&other->boot, "before the power cut");
  g_assert_true (mn_lock_holder_is_dead (other, me));
  set (&other->boot, "");
  g_assert_false (mn_lock_holder_is_dead (other, me));
}

static void
test_other_machine (void)
{
  g_autoptr (MnLockHolder) me = new_me ();
  g_autoptr (MnLockHolder) other = new_me ();

  other->pid = 0;
  set (&other->boot, "x");
  set (&other->machine, "of the same name");
  g_assert_false (mn_lock_holder_is_here (other, me));
  g_assert_false (mn_lock_holder_is_dead (other, me));
  set (&other->machine, me->machine);
  set (&other->host, "VP-03");
  g_assert_false (mn_lock_holder_is_dead (other, me));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lock-holder/me", test_me);
  g_test_add_func ("/lock-holder/round-trip", test_round_trip);
  g_test_add_func ("/lock-holder/garbage", test_garbage);
  g_test_add_func ("/lock-holder/strange-values", test_strange_values);
  g_test_add_func ("/lock-holder/alive", test_alive);
  g_test_add_func ("/lock-holder/ended-process", test_ended_process);
  g_test_add_func ("/lock-holder/zombie", test_zombie);
  g_test_add_func ("/lock-holder/other-boot", test_other_boot);
  g_test_add_func ("/lock-holder/other-machine", test_other_machine);
  return g_test_run ();
}
