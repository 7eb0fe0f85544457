#pragma once

/* A small session as a document, for the tests of documents. */

#include <string.h>

#include "make.h"
#include "mn-document.h"

typedef struct
{
  MnDocument *document;
  MnClock    *clock;
  MnItem     *root, *general, *record, *conclusion;
} Fixture;

static G_GNUC_UNUSED void
set_up (Fixture *fixture, gconstpointer data)
{
  MnItem *record, *proposal, *agenda;

  fixture->root = mn_session_new ();
  fixture->clock = mn_clock_new_fixed ("2026-04-15T08:00:00+07:00");
  record = mn_session_get_record (fixture->root);
  for (guint i = 0; i < 3; i++)
    put (record, "parties", make ("party", "name", "An", "type", "person", NULL));
  proposal = put (record, "proposals", make ("proposal", "text", "Tiền", NULL));
  put (proposal, "answers", make ("answer", "text", "Có", NULL));
  put (proposal, "answers", make ("answer", NULL));
  agenda = put (record, "agenda", make ("agenda-item", "title", "Báo cáo", NULL));
  put (agenda, "points", make ("agenda-item", "title", "Một", NULL));
  fixture->document = mn_document_new (fixture->root, fixture->clock);
  fixture->record = record;
  fixture->general = mn_session_get_general (fixture->root);
  fixture->conclusion = mn_session_get_conclusion (fixture->root);
}

static G_GNUC_UNUSED void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->document);
  g_assert_false (mn_item_is_attached (fixture->general));
  g_assert_finalize_object (fixture->root);
  mn_clock_unref (fixture->clock);
}

static G_GNUC_UNUSED void
change (Fixture *fixture, MnItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (mn_document_set (fixture->document, item, field, value, &error));
  g_assert_no_error (error);
}

static G_GNUC_UNUSED void
type (Fixture *fixture, MnItem *item, const char *field, guint position, const char *words)
{
  for (; *words != '\0'; words = g_utf8_next_char (words), position++)
    {
      g_autofree char   *letter = g_strndup (words, (gsize) (g_utf8_next_char (words) - words));
      g_autoptr (MnText) text = mn_text_new (letter);

      g_assert_true (mn_document_splice (fixture->document, item, field, position, 0, text, NULL));
    }
}

static G_GNUC_UNUSED void
expect_value (MnItem *item, const char *field, const char *value)
{
  g_autofree char *plain = mn_item_dup_plain (item, field);

  g_assert_cmpstr (plain, ==, value);
}

#define ADD_DOCUMENT_TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
