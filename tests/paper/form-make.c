#include "form-make.h"

#include <stdarg.h>
#include <string.h>

#include "mn-session.h"

/* ---- making --------------------------------------------------------------------------------- */

static void
set_field (MnItem *item, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (mn_kind_find_field (mn_item_get_kind (item), field)->type == MN_FIELD_RICH)
    {
      g_autoptr (MnText) text = mn_text_new (value);

      mn_item_set_rich (item, field, text);
      return;
    }
  mn_item_set (item, field, value, &error);
  g_assert_no_error (error);
}

static void
set_fields (MnItem *item, va_list fields)
{
  const char *field;

  while ((field = va_arg (fields, const char *)) != NULL)
    set_field (item, field, va_arg (fields, const char *));
}

void
form_set (MnItem *item, ...)
{
  va_list fields;

  va_start (fields, item);
  set_fields (item, fields);
  va_end (fields);
}

MnItem *
form_add (MnItem *parent, const char *slot, ...)
{
  g_autoptr (MnItem) item = mn_item_new (mn_kind_find_slot (mn_item_get_kind (parent), slot)->kind);
  va_list            fields;

  va_start (fields, slot);
  set_fields (item, fields);
  va_end (fields);
  mn_item_add (parent, slot, item);
  return mn_item_get_child (parent, slot, mn_item_get_n_children (parent, slot) - 1);
}

const char *
form_refs (MnItem *first, ...)
{
  static char  lists[4][1024];
  static guint turn;
  char        *list = lists[turn++ % 4];
  va_list      items;

  g_strlcpy (list, mn_item_get_id (first), sizeof lists[0]);
  va_start (items, first);
  for (MnItem *item; (item = va_arg (items, MnItem *)) != NULL;)
    {
      g_strlcat (list, " ", sizeof lists[0]);
      g_strlcat (list, mn_item_get_id (item), sizeof lists[0]);
    }
  va_end (items);
  return list;
}

MnItem *
form_record (MnItem *session)
{
  return mn_session_get_record (session);
}

MnItem *
form_general (MnItem *session)
{
  return mn_session_get_general (session);
}

MnItem *
form_conclusion (MnItem *session)
{
  return mn_session_get_conclusion (session);
}

MnItem *
form_person (MnItem *session, const char *name, const char *post)
{
  return form_add (form_record (session), "parties", "type", "person", "name", name,
                   post != NULL ? "post" : NULL, post, NULL);
}

MnItem *
form_body (MnItem *session, const char *name, MnItem *above)
{
  MnItem *body = form_add (form_record (session), "parties", "type", "body", "name", name, NULL);

  if (above != NULL)
    form_set (body, "body", mn_item_get_id (above), NULL);
  return body;
}

static void
fill_general (MnItem *session, MnItem *body, MnItem *chair, MnItem *writer)
{
  form_set (form_general (session), "title", "Hội nghị giao ban lần thứ năm", "kind", "briefing",
            "ordinal", "5", "period-kind", "quarter", "period-number", "1", "period-year", "2026",
            "theme", "Công tác dân vận", "starts", "2026-04-05T08:00:00+07:00", "ends",
            "2026-04-05T11:30:00+07:00", "venue", "Hội trường Tỉnh ủy", "body",
            mn_item_get_id (body), "chairs", mn_item_get_id (chair), "secretary",
            mn_item_get_id (writer), "concluder", mn_item_get_id (chair), "signatory",
            mn_item_get_id (chair), "materials", "Báo cáo số 12-BC/VPTU", NULL);
}

static void
fill_meeting (MnItem *session, MnItem *chair, MnItem *member, MnItem *office, MnItem *union_body)
{
  MnItem *record = form_record (session);
  MnItem *attendee;
  MnItem *report;
  MnItem *proposal;
  MnItem *row;

  form_add (record, "attendees", "party", mn_item_get_id (chair), "category", "presidium", NULL);
  attendee = form_add (record, "attendees", "party", mn_item_get_id (member), "category", "member",
                       NULL);
  form_add (attendee, "presences", "state", "online", NULL);
  form_add (record, "agenda", "title", "Báo cáo kết quả", "kind", "report", "presenters",
            mn_item_get_id (member), NULL);
  row = form_add (record, "follow-ups", "label", "KL 4-1", "text", "rà soát biên chế", "leads",
                  mn_item_get_id (office), "deadline", "2026-03-31", "words", "đã xong", NULL);
  form_add (row, "entries", "status", "done", "effective", "2026-03-20", NULL);
  report = form_add (record, "reports", "title", "Kết quả quý I", "reporters",
                     mn_item_get_id (member), "bodies", mn_item_get_id (union_body), "results",
                     "hoạt động ổn định", "difficulties", "thiếu kinh phí", NULL);
  form_add (report, "indicators", "label", "Hội viên", "value", "2713", "unit", "hội viên", NULL);
  form_add (record, "contributions", "speaker", mn_item_get_id (member), "text",
            "nhất trí với báo cáo", NULL);
  proposal = form_add (record, "proposals", "proposers", mn_item_get_id (union_body), "addressees",
                       mn_item_get_id (office), "text", "bổ sung biên chế", NULL);
  form_add (proposal, "answers", "answerers", mn_item_get_id (chair), "disposition", "agreed",
            NULL);
  form_add (record, "votes", "subject", "thông qua quy chế", "method", "show-of-hands", "entitled",
            "15", "for", "14", "against", "1", NULL);
}

static void
fill_conclusion (MnItem *session, MnItem *office, MnItem *union_body, MnItem *body)
{
  form_set (form_conclusion (session), "results", "các hội hoàn thành nhiệm vụ", "limits",
            "một số việc còn chậm", NULL);
  form_add (form_conclusion (session), "points", "section", "tasks", "task", "yes", "text",
            "Rà soát biên chế", "leads", mn_item_get_id (office), "partners",
            mn_item_get_id (union_body), "product", "báo cáo rà soát", "deadline-kind", "date",
            "deadline", "2026-06-30", "report-to", mn_item_get_id (body), NULL);
  form_add (form_conclusion (session), "points", "section", "organisation", "text",
            "Các cơ quan triển khai thực hiện", NULL);
}

static void
fill_documents (MnItem *session)
{
  MnItem *notice = form_add (session, "documents", "form", "notice", "state", "approved", "number",
                             "7", "date", "2026-02-05", "place", "Trà Vinh", "authority",
                             "on-behalf", "collective", "Ban Thường vụ", NULL);

  form_add (notice, "recipients", "text", "Ban Thường vụ Tỉnh ủy", NULL);
  form_add (notice, "recipients", "text", "Lưu Văn phòng Tỉnh ủy", NULL);
}

MnItem *
form_session_new (void)
{
  MnItem *session = mn_session_new ();
  MnItem *committee = form_body (session, "Tỉnh ủy Trà Vinh", NULL);
  MnItem *body = form_body (session, "Thường trực Tỉnh ủy", committee);
  MnItem *office = form_body (session, "Văn phòng Tỉnh ủy", committee);
  MnItem *farmers = form_body (session, "Hội Nông dân tỉnh", NULL);
  MnItem *chair = form_person (session, "Nguyễn Văn A", "Phó Bí thư Thường trực Tỉnh ủy");
  MnItem *member = form_person (session, "Trần Thị B", "Chủ tịch Hội Nông dân tỉnh");
  MnItem *writer = form_person (session, "Lê Văn C", "Chánh Văn phòng Tỉnh ủy");

  fill_general (session, body, chair, writer);
  fill_meeting (session, chair, member, office, farmers);
  fill_conclusion (session, office, farmers, body);
  fill_documents (session);
  return session;
}

/* ---- reading -------------------------------------------------------------------------------- */

static char *
show_blanks (char *plain)
{
  GString *shown = g_string_new (plain);

  g_free (plain);
  g_string_replace (shown, "\302\240", "~", 0);
  return g_string_free (shown, FALSE);
}

char *
form_plain (MnForm form, MnItem *session)
{
  g_autoptr (MnComposed) composed = mn_form_compose (form, session);
  GString               *plain = g_string_new (NULL);

  for (guint i = 0; i < composed->blocks->len; i++)
    {
      g_autofree char *block = mn_block_dup_plain (composed->blocks->pdata[i]);

      g_string_append_printf (plain, "%s%s", i > 0 ? "\n" : "", block);
    }
  return show_blanks (g_string_free (plain, FALSE));
}

static MnBlock *
find_block (GPtrArray *blocks, const char *anchor)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      MnBlock *block = blocks->pdata[i];
      MnBlock *inside = find_block (block->children, anchor);

      if (g_strcmp0 (block->anchor, anchor) == 0 || inside != NULL)
        return inside != NULL ? inside : block;
    }
  return NULL;
}

char *
form_at (MnForm form, MnItem *session, const char *anchor)
{
  g_autoptr (MnComposed) composed = mn_form_compose (form, session);
  MnBlock               *block = find_block (composed->blocks, anchor);

  return block != NULL ? show_blanks (mn_block_dup_plain (block)) : g_strdup ("");
}

char *
form_at_item (MnForm form, MnItem *session, const char *prefix, MnItem *item)
{
  g_autofree char *anchor = g_strdup_printf ("%s:%s", prefix, mn_item_get_id (item));

  return form_at (form, session, anchor);
}

static void
append_role (GPtrArray *blocks, MnRole role, GString *plain)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      MnBlock *block = blocks->pdata[i];

      if (block->kind == MN_BLOCK_PARAGRAPH && block->role == role)
        {
          g_autofree char *line = mn_block_dup_plain (block);

          g_string_append_printf (plain, "%s%s", plain->len > 0 ? "\n" : "", line);
        }
      append_role (block->children, role, plain);
    }
}

char *
form_role (MnForm form, MnItem *session, MnRole role)
{
  g_autoptr (MnComposed) composed = mn_form_compose (form, session);
  GString               *plain = g_string_new (NULL);

  append_role (composed->blocks, role, plain);
  return show_blanks (g_string_free (plain, FALSE));
}

void
form_assert (char *composed, const char *expected)
{
  g_assert_cmpstr (composed, ==, expected);
  g_free (composed);
}

/* ---- blemishes ------------------------------------------------------------------------------ */

static const char *const blemishes[] = {
  "(null)", "  ", "..", ",,", ";;", ",.",  ";.",  ":.",  " .",  " ,",  " ;",  ", ,", "; ;",
  "()",     "( ", " )", "“”", "::", ": ,", ": ;", " \n", "\n,", "\n;", "\n.", NULL,
};
static const char *const party_blemishes[] = { "./.", "TM.", "KT.", NULL };
static const char *const state_blemishes[] = { "đồng chí", "T/M", "K/T", "T/L", NULL };

static void
assert_without (const char *plain, const char *const *marks, const char *what)
{
  for (guint i = 0; marks[i] != NULL; i++)
    if (strstr (plain, marks[i]) != NULL)
      {
        g_test_message ("%s: “%s” in:\n%s", what, marks[i], plain);
        g_test_fail ();
      }
}

void
form_assert_clean (MnItem *session, const char *what)
{
  for (guint form = 0; form < MN_N_FORMS; form++)
    {
      g_autofree char *plain = form_plain ((MnForm) form, session);
      const char      *style = mn_form_get_style_name ((MnForm) form, session);
      gboolean         is_state = g_str_has_prefix (style, "state");

      assert_without (plain, blemishes, what);
      assert_without (plain, is_state ? state_blemishes : party_blemishes, what);
    }
}
