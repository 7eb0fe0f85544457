/* All papers by all styles: nothing of a session is lost on the way, however much of it there is.
 */

#include <poppler.h>
#include <string.h>

#include "form-make.h"
#include "mn-pages.h"
#include "mn-sentence.h"
#include "mn-session.h"
#include "mn-xml.h"

typedef PopplerPage     TestPage;
typedef PopplerDocument TestDocument;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestDocument, g_object_unref)

#define MIN_SIGN_HEIGHT (8.0 / 25.4 * 72.0) /* points: a row that can be signed in */

static const char *const styles[] = { "party-2026", "party-2018", "state-2020" };

/* ---- making --------------------------------------------------------------------------------- */

static MnComposed *
compose_in (const char *style, MnForm form, MnItem *session)
{
  g_autoptr (GError) error = NULL;
  MnStyle           *loaded = mn_style_load (style, &error);
  const MnFormInput  input = { .session = session, .style = loaded };
  MnComposed        *composed;

  g_assert_no_error (error);
  composed = mn_form_compose_input (form, &input);
  mn_style_free (loaded);
  return composed;
}

/* The words of all pages, runs of blanks as one blank. */
static char *
print_in (const char *style, MnForm form, MnItem *session, guint *n_pages)
{
  g_autoptr (MnComposed)   composed = compose_in (style, form, session);
  g_autoptr (MnPages)      pages = mn_pages_new (mn_style_load (style, NULL));
  g_autoptr (GBytes)       pdf = NULL;
  g_autoptr (TestDocument) document = NULL;
  g_auto (GStrv)           words = NULL;
  GString                 *text = g_string_new (NULL);

  mn_pages_update (pages, composed);
  pdf = mn_pages_to_pdf (pages, NULL);
  document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  *n_pages = (guint) poppler_document_get_n_pages (document);
  for (guint i = 0; i < *n_pages; i++)
    {
      g_autoptr (TestPage) page = poppler_document_get_page (document, (int) i);
      g_autofree char     *plain = poppler_page_get_text (page);

      g_string_append_printf (text, "%s\n", plain);
    }
  g_strdelimit (text->str, "\n\t", ' ');
  words = g_strsplit (text->str, " ", -1);
  g_string_free (text, TRUE);
  return g_strjoinv (" ", words);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

/* ---- a great deal --------------------------------------------------------------------------- */

#define LONG_NAME                                                                                                                 \
  "Ban Chỉ đạo phát triển kinh tế tập thể, hợp tác xã và xây dựng nông thôn mới, đô thị văn minh " \
  "gắn với chuyển đổi số tỉnh Sông Ngân"

static MnItem *
new_crowd (guint n)
{
  static const char *const families[] = { "Y", "Thạch Thị", "Công Tằng Tôn Nữ Thị Ngọc" };
  MnItem                  *session = mn_session_new ();
  MnItem                  *body = form_body (session, LONG_NAME, NULL);

  form_set (form_general (session), "body", mn_item_get_id (body), "starts",
            "2026-07-08T08:00:00+07:00", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%sN%03u", families[i % 3], i % 3 > 0 ? " " : "",
                                               i);

      form_add (form_record (session), "attendees", "party",
                mn_item_get_id (form_person (session, name, "Uỷ viên")), NULL);
    }
  return session;
}

/* 300 people sign, each in one row. */
static void
test_crowd (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      g_autoptr (MnItem) session = new_crowd (300);
      guint              n_pages;
      g_autofree char   *text = print_in (styles[s], MN_FORM_ATTENDANCE, session, &n_pages);

      g_assert_cmpuint (n_pages, >, 10);
      for (guint i = 0; i < 300; i++)
        {
          g_autofree char *mark = g_strdup_printf ("N%03u", i);

          g_assert_cmpuint (count (text, mark), ==, 1);
        }
    }
}

/* The height of a row in which nothing wraps. */
static void
test_sign_height (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      g_autoptr (GError) error = NULL;
      MnStyle           *style = mn_style_load (styles[s], &error);

      g_assert_no_error (error);
      g_assert_cmpfloat (style->roles[MN_ROLE_TABLE_SIGN].pitch + 2 * style->cell_padding_y, >=,
                         MIN_SIGN_HEIGHT);
      mn_style_free (style);
    }
}

/* 120 proposals, one of them longer than a page. */
static void
test_many_proposals (void)
{
  g_autoptr (MnItem) session = mn_session_new ();
  MnItem            *body = form_body (session, LONG_NAME, NULL);
  MnItem            *other = form_body (session, "Hội A", NULL);
  GString           *words = g_string_new ("dài");
  g_autofree char   *longest = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append (words, " nghiêng");
  longest = g_string_free (words, FALSE);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *text = g_strdup_printf ("K%03u %s hết%03u", i, i == 60 ? longest : "ngắn",
                                               i);

      form_add (form_record (session), "proposals", "proposers",
                mn_item_get_id (i % 40 == 0 ? other : body), "text", text, NULL);
    }
  for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      guint            n_pages;
      g_autofree char *text = print_in (styles[s], MN_FORM_PROPOSALS, session, &n_pages);

      for (guint i = 0; i < 120; i++)
        {
          g_autofree char *begin = g_strdup_printf ("K%03u", i);
          g_autofree char *end = g_strdup_printf ("hết%03u", i);

          g_assert_cmpuint (count (text, begin), ==, 1);
          g_assert_cmpuint (count (text, end), ==, 1);
        }
      g_assert_cmpuint (count (text, "nghiêng"), ==, 1500);
    }
}

/* Nobody is called a comrade by the State, whichever the paper. */
static void
test_state_address (void)
{
  for (guint form = 0; form < MN_N_FORMS; form++)
    {
      g_autoptr (MnItem) session = form_session_new ();
      MnItem            *person = form_person (session, "Lê Văn C", "Giám đốc");
      guint              n_pages;
      g_autofree char   *text = NULL;

      form_add (form_conclusion (session), "points", "text", "Rà soát biên chế.", "leads",
                mn_item_get_id (person), "report-to", mn_item_get_id (person), NULL);
      form_add (form_record (session), "contributions", "speaker", mn_item_get_id (person), "text",
                "Tán thành.", NULL);
      form_add (form_record (session), "proposals", "proposers", mn_item_get_id (person), "text",
                "Bổ sung kinh phí.", NULL);
      text = print_in ("state-2020", (MnForm) form, session, &n_pages);
      g_assert_cmpuint (count (text, "đồng chí") + count (text, "Đồng chí"), ==, 0);
    }
}

/* ---- the samples ---------------------------------------------------------------------------- */

static char *
dup_plain (const char *style, MnForm form, MnItem *session)
{
  g_autoptr (MnComposed) composed = compose_in (style, form, session);
  GString               *plain = g_string_new (NULL);
  g_autofree char       *text = NULL;

  for (guint i = 0; i < composed->blocks->len; i++)
    {
      g_autofree char *block = mn_block_dup_plain (composed->blocks->pdata[i]);

      g_string_append_printf (plain, "%s\n", block);
    }
  text = g_string_free (plain, FALSE);
  return mn_sentence_fold (text);
}

/* Of every item of the slot its words, or those of the party that it refers to. */
static void
assert_tells (const char *folded, MnItem *parent, const char *slot, const char *field)
{
  for (guint i = 0; i < mn_item_get_n_children (parent, slot); i++)
    {
      MnItem          *item = mn_item_get_child (parent, slot, i);
      g_autofree char *plain = mn_item_dup_plain (item, field);
      g_auto (GStrv)   lines = g_strsplit (plain, "\n", -1);

      for (guint n = 0; lines[n] != NULL; n++)
        {
          g_autofree char *words = mn_sentence_fragment (lines[n]);

          if (!mn_sentence_fold_says (folded, words))
            g_test_message ("not told: %s", words);
          g_assert_true (mn_sentence_fold_says (folded, words));
        }
    }
}

static void
assert_people (const char *folded, MnItem *session)
{
  MnItem *record = mn_session_get_record (session);

  for (guint i = 0; i < mn_item_get_n_children (record, "attendees"); i++)
    {
      const char *id = mn_item_get (mn_item_get_child (record, "attendees", i), "party");
      MnItem     *party = id != NULL ? mn_session_find (session, id) : NULL;
      const char *name = party != NULL ? mn_item_get (party, "name") : NULL;

      g_assert_true (name == NULL || mn_sentence_fold_says (folded, name));
    }
}

static void
check_sample (const char *style, MnItem *session)
{
  MnItem          *record = mn_session_get_record (session);
  g_autofree char *list = dup_plain (style, MN_FORM_ATTENDANCE, session);
  g_autofree char *agenda = dup_plain (style, MN_FORM_AGENDA, session);
  g_autofree char *digest = dup_plain (style, MN_FORM_PROPOSALS, session);
  g_autofree char *report = dup_plain (style, MN_FORM_FOLLOW_UP, session);

  assert_people (list, session);
  assert_tells (agenda, record, "agenda", "title");
  assert_tells (digest, record, "proposals", "text");
  assert_tells (report, record, "follow-ups", "text");
}

static void
test_samples (void)
{
  g_autofree char *folder = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "samples",
                                              NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;
  guint            n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".minutes"))
      {
        g_autofree char   *path = g_build_filename (folder, name, NULL);
        g_autoptr (MnItem) session = mn_xml_read_file (path, NULL, NULL);

        g_assert_nonnull (session);
        for (guint s = 0; s < G_N_ELEMENTS (styles); s++)
          check_sample (styles[s], session);
        n++;
      }
  g_assert_cmpuint (n, >=, 7);
}

/* A hand change of a cell holds in every form that is a table. */
static void
test_by_hand (void)
{
  g_autoptr (MnClock)    clock = mn_clock_new_fixed ("2026-04-05T08:00:00+07:00");
  g_autoptr (MnItem)     session = form_session_new ();
  g_autoptr (MnDocument) document = mn_document_new (session, clock);
  MnItem                *root = mn_document_get_root (document);
  const MnFormInput      input = { .session = root };
  g_autoptr (MnText)     words = mn_text_new ("viết tay");
  const MnForm           forms[] = { MN_FORM_PROPOSALS, MN_FORM_FOLLOW_UP, MN_FORM_AGENDA,
                                     MN_FORM_ATTENDANCE };
  const char            *slots[] = { "proposals", "follow-ups", "agenda", "attendees" };
  const char            *prefixes[] = { "proposal", "task", "agenda", "attendee" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      MnItem            *item = mn_item_get_child (form_record (root), slots[i], 0);
      g_autofree char   *anchor = g_strdup_printf ("%s:%s", prefixes[i], mn_item_get_id (item));
      g_autoptr (GError) error = NULL;
      g_auto (GStrv)     outdated = NULL;

      mn_form_set_hand_change (document, forms[i], &input, anchor, words, &error);
      g_assert_no_error (error);
      form_assert (form_at (forms[i], root, anchor), "viết tay");
      outdated = mn_form_list_outdated (forms[i], &input);
      g_assert_cmpuint (g_strv_length (outdated), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-papers/state-address", test_state_address);
  g_test_add_func ("/form-papers/crowd", test_crowd);
  g_test_add_func ("/form-papers/sign-height", test_sign_height);
  g_test_add_func ("/form-papers/many-proposals", test_many_proposals);
  g_test_add_func ("/form-papers/samples", test_samples);
  g_test_add_func ("/form-papers/by-hand", test_by_hand);
  return g_test_run ();
}
