/* make-minutes SAMPLES N STEM: made-up minutes with N contributions, in the words of the sample
 * sessions shuffled by a fixed seed: STEM.minutes, and the text of their paper as STEM.txt and
 * STEM.fodt for the other contenders. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mn-session.h"
#include "mn-xml.h"
#include "paper-text.h"

#define MIN_CLAUSE 24 /* bytes */

/* ---- words ---------------------------------------------------------------------------------- */

static void
add_clauses (GPtrArray *clauses, const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[.;:\\n]\\s*", text, G_REGEX_DEFAULT, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strlen (g_strstrip (parts[i])) >= MIN_CLAUSE)
      g_ptr_array_add (clauses, g_strdup (parts[i]));
}

static gboolean
read_item (MnItem *item, gpointer clauses)
{
  const MnKind *kind = mn_item_get_kind (item);

  for (const MnField *field = kind->fields; field->name != NULL; field++)
    if (field->type == MN_FIELD_RICH)
      {
        g_autofree char *plain = mn_item_dup_plain (item, field->name);

        add_clauses (clauses, plain);
      }
  return TRUE;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
read_clauses (const char *samples)
{
  GPtrArray            *clauses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir)      dir = g_dir_open (samples, 0, NULL);
  const char           *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".minutes"))
      g_ptr_array_add (paths, g_build_filename (samples, name, NULL));
  g_ptr_array_sort (paths, compare_strings);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (MnItem) session = mn_xml_read_file (paths->pdata[i], NULL, NULL);

      if (session != NULL)
        mn_item_walk (session, read_item, clauses);
    }
  return clauses;
}

static const char *
pick (GPtrArray *clauses, GRand *rand)
{
  return clauses->pdata[g_rand_int_range (rand, 0, (gint32) clauses->len)];
}

/* A lead in bold, running text with a few words in italics, then dash points. */
static MnText *
make_text (GPtrArray *clauses, GRand *rand)
{
  g_autoptr (MnTextBuilder) builder = mn_text_builder_new ();

  mn_text_builder_begin (builder, MN_PARAGRAPH_PLAIN, 0, NULL);
  for (int i = 0; i < 4; i++)
    {
      mn_text_builder_run (builder, pick (clauses, rand), -1,
                           i == 0   ? MN_MARK_BOLD
                           : i == 2 ? MN_MARK_ITALIC
                                    : MN_MARK_NONE);
      mn_text_builder_run (builder, ". ", -1, MN_MARK_NONE);
    }
  for (int i = 0; i < 2; i++)
    {
      mn_text_builder_begin (builder, MN_PARAGRAPH_DASH, 1, NULL);
      mn_text_builder_run (builder, pick (clauses, rand), -1, MN_MARK_NONE);
      mn_text_builder_run (builder, "; ", -1, MN_MARK_NONE);
      mn_text_builder_run (builder, pick (clauses, rand), -1, MN_MARK_NONE);
    }
  return mn_text_builder_end (builder);
}

/* ---- session -------------------------------------------------------------------------------- */

static void
set (MnItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!mn_item_set (item, field, value, &error))
    g_error ("%s: %s", field, error->message);
}

static MnItem *
add (MnItem *parent, const char *slot)
{
  const MnSlot      *found = mn_kind_find_slot (mn_item_get_kind (parent), slot);
  g_autoptr (MnItem) item = mn_item_new (found->kind);

  mn_item_add (parent, slot, item);
  return item; /* kept by the parent */
}

static MnItem *
make_session (GPtrArray *clauses, guint n)
{
  MnItem           *session = mn_session_new ();
  MnItem           *record = mn_session_get_record (session);
  MnItem           *general = mn_session_get_general (session);
  MnItem           *speaker = add (record, "parties");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260415);

  set (general, "title", "Hội nghị giao ban để đo thời gian");
  set (general, "starts", "2026-07-08T07:30:00+07:00");
  set (general, "style", "party-2026");
  set (speaker, "type", "person");
  set (speaker, "name", "Nguyễn Văn Thử");
  set (speaker, "post", "Bí thư Đảng uỷ xã Bình Thử");
  for (guint i = 0; i < n; i++)
    {
      MnItem            *contribution = add (record, "contributions");
      g_autoptr (MnText) text = make_text (clauses, rand);

      set (contribution, "speaker", mn_item_get_id (speaker));
      mn_item_set_rich (contribution, "text", text);
    }
  return session;
}

static void
write_file (const char *stem, const char *suffix, const char *bytes, gsize length)
{
  g_autofree char   *path = g_strconcat (stem, suffix, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, bytes, (gssize) length, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray)  clauses = NULL;
  g_autoptr (MnItem)     session = NULL;
  g_autoptr (GBytes)     bytes = NULL;
  g_autoptr (MnComposed) composed = NULL;
  g_autoptr (MnStyle)    style = NULL;
  g_autofree char       *markup = NULL;
  g_autofree char       *fodt = NULL;
  gsize                  length;
  const char            *data;

  if (argc != 4)
    return 2;
  clauses = read_clauses (argv[1]);
  if (clauses->len == 0)
    return 1;
  session = make_session (clauses, (guint) atoi (argv[2]));
  bytes = mn_xml_write (session);
  data = g_bytes_get_data (bytes, &length);
  write_file (argv[3], ".minutes", data, length);

  composed = mn_form_compose (MN_FORM_MINUTES, session);
  style = mn_style_load ("party-2026", NULL);
  markup = paper_text_markup (composed, style);
  write_file (argv[3], ".txt", markup, strlen (markup));
  fodt = paper_text_fodt (composed, style);
  write_file (argv[3], ".fodt", fodt, strlen (fodt));
  return 0;
}
