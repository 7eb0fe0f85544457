#include "mn-check.h"

#include <string.h>

#include "make.h"

typedef struct
{
  MnItem *session, *general, *record, *conclusion; /* only session is owned */
  MnItem *person, *body;
} Fixture;

/* A session in which there is nothing to find. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  MnItem *attendee;

  fixture->session = mn_session_new ();
  fixture->general = mn_session_get_general (fixture->session);
  fixture->record = mn_session_get_record (fixture->session);
  fixture->conclusion = mn_session_get_conclusion (fixture->session);
  fixture->person = put (fixture->record, "parties",
                         make ("party", "type", "person", "name", "An", NULL));
  fixture->body = put (fixture->record, "parties",
                       make ("party", "type", "body", "name", "Office", NULL));
  set (fixture->general, "title", "Briefing");
  set (fixture->general, "starts", "2026-04-09T08:00:00+07:00");
  set (fixture->general, "venue", "Hall A");
  set (fixture->general, "chairs", mn_item_get_id (fixture->person));
  set (fixture->general, "secretary", mn_item_get_id (fixture->person));
  attendee = put (fixture->record, "attendees", make ("attendee", "category", "member", NULL));
  set (attendee, "party", mn_item_get_id (fixture->person));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static void
expect_nothing (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = mn_check_session (fixture->session);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((MnFinding *) findings->pdata[i])->text);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Exactly one finding, about this item and field. */
static void
expect (Fixture *fixture, MnSeverity severity, MnItem *item, const char *field, const char *text)
{
  g_autoptr (GPtrArray) findings = mn_check_session (fixture->session);
  const MnFinding      *finding;

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((MnFinding *) findings->pdata[i])->text);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->text, ==, text);
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpstr (finding->item, ==, mn_item_get_id (item));
  g_assert_cmpstr (finding->field, ==, field);
}

static void
expect_advice (Fixture *fixture, MnItem *item, const char *field, const char *text)
{
  expect (fixture, MN_FINDING_ADVICE, item, field, text);
}

static void
expect_error (Fixture *fixture, MnItem *item, const char *field, const char *text)
{
  expect (fixture, MN_FINDING_ERROR, item, field, text);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  expect_nothing (fixture);
}

static void
test_empty_session (void)
{
  g_autoptr (MnItem)    session = mn_session_new ();
  g_autoptr (GPtrArray) findings = mn_check_session (session);

  g_assert_cmpuint (findings->len, ==, 5);
  for (guint i = 0; i < findings->len; i++)
    {
      g_assert_cmpint (((MnFinding *) findings->pdata[i])->severity, ==, MN_FINDING_ADVICE);
      g_assert_true (g_str_has_prefix (((MnFinding *) findings->pdata[i])->text, "General: "));
    }
}

static void
test_general (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *field, *text;
  } rows[] = {
    { "title", "General: the session has no title" },
    { "starts", "General: the date is missing; say when the meeting began" },
    { "venue", "General: the venue is missing; say where the meeting was held" },
    { "chairs", "General: nobody is named as chair" },
    { "secretary", "General: nobody is named as secretary" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *before = g_strdup (mn_item_get (fixture->general, rows[i].field));

      set (fixture->general, rows[i].field, NULL);
      expect_advice (fixture, fixture->general, rows[i].field, rows[i].text);
      set (fixture->general, rows[i].field, before);
    }
  set (fixture->general, "title", NULL);
  set (fixture->general, "series", "Briefing");
  expect_nothing (fixture);
}

static void
test_spans (Fixture *fixture, gconstpointer data)
{
  MnItem *item;

  set (fixture->general, "ends", "2026-04-09T07:59:00+07:00");
  expect_error (fixture, fixture->general, "ends", "General: the end lies before the beginning");
  set (fixture->general, "ends", "2026-04-09T01:00:00+00:00"); /* the same moment */
  expect_nothing (fixture);
  set (fixture->general, "ends", "2026-04-09T00:00:00+07:00"); /* only the day is known */
  expect_nothing (fixture);
  set (fixture->general, "ends", "2026-04-08T00:00:00+07:00");
  expect_error (fixture, fixture->general, "ends", "General: the end lies before the beginning");
  set (fixture->general, "ends", NULL);

  item = put (fixture->record, "agenda",
              make ("agenda-item", "title", "Report", "began", "09:10", "ended", "09:05", NULL));
  expect_error (fixture, item, "ended",
                "Agenda item 1 “Report”: the end lies before the beginning");
  set (item, "ended", "09:10");
  expect_nothing (fixture);
  item = put (
      fixture->general, "breaks",
      make ("break", "from", "2026-04-09T09:30:00+07:00", "to", "2026-04-09T09:15:00+07:00", NULL));
  expect_error (fixture, item, "to", "Break 1: the end lies before the beginning");
}

static void
test_agenda (Fixture *fixture, gconstpointer data)
{
  MnItem *second;

  put (fixture->record, "agenda",
       make ("agenda-item", "title", "Opening", "planned", "08:00", "began", "08:10", NULL));
  second = put (fixture->record, "agenda",
                make ("agenda-item", "title", "Report", "planned", "08:00", NULL));
  expect_advice (fixture, second, "planned",
                 "Agenda item 2 “Report”: it is planned for the same time as the item above");
  set (second, "planned", "08:30");
  expect_nothing (fixture);
  set (second, "began", "08:05");
  expect_advice (fixture, second, "began",
                 "Agenda item 2 “Report”: it began before the item above; check the times or the "
                 "order");
  set (second, "began", "08:10");
  expect_nothing (fixture);
}

static void
test_refs (Fixture *fixture, gconstpointer data)
{
  MnItem *proposal = put (fixture->record, "proposals", make ("proposal", "text", "Money", NULL));
  MnItem *point = put (fixture->conclusion, "points", make ("point", "text", "Go", NULL));
  g_autofree char *several = NULL;

  set (point, "answers", mn_item_get_id (proposal));
  expect_nothing (fixture);
  set (proposal, "proposers", "6e1b6d5e-2f0c-4f8e-9b7a-0a5d3f1c2b4a");
  expect_error (fixture, proposal, "proposers",
                "Proposal 1 “Money”: “Proposed by” points to something that isn't in the session; "
                "choose again");
  several = g_strdup_printf ("%s %s", mn_item_get_id (fixture->body), mn_item_get_id (point));
  set (proposal, "proposers", several);
  expect_error (fixture, proposal, "proposers",
                "Proposal 1 “Money”: “Proposed by” points to an item of kind “Conclusion”; choose "
                "again");
  set (proposal, "proposers", mn_item_get_id (fixture->body));
  expect_nothing (fixture);
}

static void
test_attendee (Fixture *fixture, gconstpointer data)
{
  MnItem *attendee = put (fixture->record, "attendees", make ("attendee", NULL));
  MnItem *presence;

  expect_advice (fixture, attendee, "party", "Attendee 2: nobody is named; choose who attends");
  set (attendee, "party", mn_item_get_id (fixture->body));
  presence = put (attendee, "presences", make ("presence", "state", "substitute", NULL));
  expect_advice (fixture, presence, "substitute",
                 "Presence 1 “Represented by a substitute”: who stands in isn't named");
  set (presence, "state", "present");
  expect_nothing (fixture);
}

static void
test_follow_up (Fixture *fixture, gconstpointer data)
{
  MnItem *row = put (fixture->record, "follow-ups", make ("follow-up", "text", "Build it", NULL));

  expect_advice (fixture, row, NULL,
                 "Follow-up row 1 “Build it”: nothing was said of it today; enter its status");
  put (row, "entries", make ("status-entry", "status", "doing", NULL));
  expect_nothing (fixture);
}

static void
test_indicator (Fixture *fixture, gconstpointer data)
{
  MnItem *report = put (fixture->record, "reports", make ("report", "title", "Front", NULL));
  MnItem *indicator = put (report, "indicators",
                           make ("indicator", "label", "Models", "value", "2713", NULL));
  MnItem *part;

  put (indicator, "parts", make ("part", "label", "Collectives", "value", "1986", NULL));
  part = put (indicator, "parts", make ("part", "label", "People", "value", "727", NULL));
  expect_nothing (fixture);
  set (part, "value", "728");
  expect_advice (fixture, indicator, "value",
                 "Indicator 1 “Models”: its parts don't add up to its value");
  set (part, "value", NULL); /* not all parts are known */
  expect_nothing (fixture);

  set (indicator, "value", "0.3");
  put (report, "indicators", make ("indicator", "label", "Shares", NULL));
  set (mn_item_get_child (indicator, "parts", 0), "value", "0.1");
  set (part, "value", "0.2"); /* not 0.3 in binary */
  expect_nothing (fixture);

  set (indicator, "numerator", "524");
  set (indicator, "denominator", "765");
  expect_nothing (fixture);
  set (indicator, "numerator", "766");
  expect_advice (fixture, indicator, "numerator",
                 "Indicator 1 “Models”: the numerator is larger than the denominator");
}

static void
test_proposal (Fixture *fixture, gconstpointer data)
{
  MnItem *proposal = put (fixture->record, "proposals",
                          make ("proposal", "text", "Money\nfor roads", NULL));
  MnItem *point, *answer;

  expect_advice (
      fixture, proposal, NULL,
      "Proposal 1 “Money for roads”: the proposal has neither an answer nor a conclusion");
  point = put (fixture->conclusion, "points", make ("point", "text", "Agreed", NULL));
  set (proposal, "settled-by", mn_item_get_id (point));
  expect_nothing (fixture);
  set (proposal, "settled-by", NULL);
  set (point, "answers", mn_item_get_id (proposal));
  expect_nothing (fixture);
  set (point, "answers", NULL);
  answer = put (proposal, "answers", make ("answer", "text", "Yes", NULL));
  expect_advice (fixture, answer, "disposition",
                 "Answer 1 “Yes”: what was decided on the proposal isn't said");
  set (answer, "disposition", "agreed");
  expect_nothing (fixture);
  set (answer, "disposition", "assigned");
  expect_advice (fixture, answer, "leads", "Answer 1 “Yes”: it isn't said to whom it was assigned");
  set (answer, "disposition", "forwarded");
  expect_advice (fixture, answer, "leads",
                 "Answer 1 “Yes”: it isn't said to whom it was forwarded");
  set (answer, "leads", mn_item_get_id (fixture->body));
  expect_nothing (fixture);
  set (answer, "disposition", "not-agreed");
  expect_nothing (fixture);
  mn_item_set_rich (answer, "text", NULL);
  expect_advice (fixture, answer, "text",
                 "Answer 1 “Not agreed”: the reason for not agreeing is missing");
}

static void
test_vote (Fixture *fixture, gconstpointer data)
{
  MnItem *group, *attendee;
  MnItem *vote = put (fixture->record, "votes",
                      make ("vote", "subject", "Plan", "for", "20", "against", "3", "other", "1",
                            "invalid", "1", NULL));

  expect_nothing (fixture);
  set (fixture->person, "count", "25");
  set (vote, "entitled", "25");
  expect_nothing (fixture);
  set (vote, "entitled", "24");
  expect_error (fixture, vote, "for",
                "Vote 1 “Plan”: the votes make 25, more than the 24 entitled");
  set (vote, "entitled", "26");
  expect_error (fixture, vote, "entitled",
                "Vote 1 “Plan”: 26 are entitled, more than the 25 members present");

  group = put (fixture->record, "parties",
               make ("party", "type", "group", "name", "Some guests", NULL));
  attendee = put (fixture->record, "attendees", make ("attendee", "category", "member", NULL));
  set (attendee, "party", mn_item_get_id (group));
  expect_nothing (fixture); /* nobody knows how many they are */
}

static void
test_task (Fixture *fixture, gconstpointer data)
{
  MnItem *point = put (
      fixture->conclusion, "points",
      make ("point", "text", "Build", "task", "yes", "deadline-kind", "regularly", NULL));
  g_autofree char *both = g_strdup_printf ("%s %s", mn_item_get_id (fixture->person),
                                           mn_item_get_id (fixture->body));

  expect_advice (fixture, point, "leads",
                 "Conclusion 1 “Build”: the task has no lead; name who is in charge");
  set (point, "leads", mn_item_get_id (fixture->body));
  expect_nothing (fixture);
  set (point, "leads", both);
  expect_advice (fixture, point, "leads",
                 "Conclusion 1 “Build”: the task has several leads; name exactly one (Conclusion "
                 "226-KL/TW)");
  set (fixture->general, "starts", "2025-12-10T08:00:00+07:00");
  expect_nothing (fixture);
  set (fixture->general, "starts", "2025-12-11T00:00:00+07:00");
  expect_advice (fixture, point, "leads",
                 "Conclusion 1 “Build”: the task has several leads; name exactly one (Conclusion "
                 "226-KL/TW)");
  set (point, "task", "no");
  expect_nothing (fixture);
}

static void
test_deadline (Fixture *fixture, gconstpointer data)
{
  MnItem *point = put (fixture->conclusion, "points",
                       make ("point", "text", "Build", "task", "yes", NULL));

  set (point, "leads", mn_item_get_id (fixture->body));
  expect_advice (
      fixture, point, "deadline",
      "Conclusion 1 “Build”: the task has no deadline; set one, or say that it has none");
  set (point, "deadline-words", "in the second quarter");
  expect_nothing (fixture);
  set (point, "deadline-kind", "date");
  expect_advice (fixture, point, "deadline",
                 "Conclusion 1 “Build”: the date of the deadline is missing");
  set (point, "deadline", "2026-04-08");
  expect_advice (fixture, point, "deadline",
                 "Conclusion 1 “Build”: the deadline lies before the meeting");
  set (point, "deadline", "2026-04-09");
  expect_nothing (fixture);
  set (point, "deadline-words", NULL);
  set (point, "deadline-kind", "period");
  expect_advice (fixture, point, "deadline-words",
                 "Conclusion 1 “Build”: the period for the deadline is missing");
  set (point, "deadline-kind", "none");
  expect_nothing (fixture);
}

/* The name in a finding is cut, and the findings come as the items stand. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *text = g_strnfill (500, 'x');
  g_autoptr (GPtrArray) findings = NULL;

  put (fixture->record, "proposals", make ("proposal", "text", text, NULL));
  put (fixture->record, "proposals", make ("proposal", NULL));
  findings = mn_check_session (fixture->session);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_true (g_str_has_prefix (((MnFinding *) findings->pdata[0])->text, "Proposal 1 “xxx"));
  g_assert_cmpuint (strlen (((MnFinding *) findings->pdata[0])->text), <, 200);
  g_assert_true (g_str_has_prefix (((MnFinding *) findings->pdata[1])->text, "Proposal 2: "));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/check/nothing", test_nothing },     { "/check/general", test_general },
    { "/check/spans", test_spans },         { "/check/agenda", test_agenda },
    { "/check/refs", test_refs },           { "/check/attendee", test_attendee },
    { "/check/follow-up", test_follow_up }, { "/check/indicator", test_indicator },
    { "/check/proposal", test_proposal },   { "/check/vote", test_vote },
    { "/check/task", test_task },           { "/check/deadline", test_deadline },
    { "/check/order", test_order },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/empty-session", test_empty_session);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
