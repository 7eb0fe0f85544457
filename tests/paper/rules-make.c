#include "rules-make.h"

#include <string.h>

#include "mn-session.h"

const char *const rules_styles[3] = { "party-2026", "party-2018", "state-2020" };

#define LONG_SUBJECT                                                                                                                \
  "kết luận của Ban Thường vụ tại hội nghị giao ban quý với Mặt trận Tổ quốc, các tổ chức chính " \
  "trị - xã hội, các cơ quan tham mưu, giúp việc và các xã, phường, đặc khu về tình hình thực "           \
  "hiện nhiệm vụ sáu tháng đầu năm, phương hướng, nhiệm vụ sáu tháng cuối năm và việc giải quyết " \
  "những kiến nghị, đề xuất của đoàn viên, hội viên và các tầng lớp Nhân dân trong tỉnh"
#define SENTENCE "Các cơ quan, đơn vị tiếp tục triển khai thực hiện nhiệm vụ được giao. "
#define WORDS_OF_SENTENCE 15

/** Cast: who and what is named, by family and sample. */
typedef struct
{
  const char *body, *above, *signer, *post;
} Cast;

static const Cast casts[2][RULES_N_SAMPLES] = {
  {
      { "Đảng uỷ phường Trà Vinh", "Tỉnh uỷ Vĩnh Long", "Nguyễn Văn A", "Phó Bí thư Đảng uỷ" },
      { "Tỉnh uỷ Vĩnh Long", NULL, "An", "Bí thư Tỉnh uỷ" },
      { "Đảng uỷ các cơ quan Đảng, chính quyền, Mặt trận Tổ quốc và các tổ chức chính trị - xã hội "
        "tỉnh Sông Ngân",
        "Đảng uỷ khối các doanh nghiệp, đơn vị sự nghiệp và các hội quần chúng tỉnh Sông Ngân",
        "Công Tằng Tôn Nữ Thị Ngọc Anh", "Phó Bí thư Đảng uỷ" },
      { "Văn phòng Tỉnh uỷ", "Tỉnh uỷ Vĩnh Long", "Thạch Thị Sa Rinh", "Chánh Văn phòng" },
      { NULL, NULL, NULL, NULL },
  },
  {
      { "Sở Nội vụ", "Uỷ ban nhân dân tỉnh Vĩnh Long", "Nguyễn Văn A", "Phó Giám đốc Sở" },
      { "Uỷ ban nhân dân tỉnh Vĩnh Long", NULL, "An", "Chủ tịch Uỷ ban nhân dân tỉnh" },
      { "Sở Nông nghiệp, Môi trường, Phát triển nông thôn, Thuỷ lợi và Thuỷ sản",
        "Uỷ ban nhân dân tỉnh Sông Ngân và các vùng biển, hải đảo lân cận thuộc tỉnh",
        "Công Tằng Tôn Nữ Thị Ngọc Anh", "Giám đốc Sở" },
      { "Uỷ ban nhân dân xã Long Đức", NULL, "Thạch Thị Sa Rinh",
        "Phó Chủ tịch Uỷ ban nhân dân xã" },
      { NULL, NULL, NULL, NULL },
  },
};

/* ---- what was said -------------------------------------------------------------------------- */

/* Sentences of the body, @n_words or a few more. */
static char *
new_words (guint n_words)
{
  GString *words = g_string_new (NULL);

  for (guint n = 0; n < n_words; n += WORDS_OF_SENTENCE)
    g_string_append (words, SENTENCE);
  return g_string_free (words, FALSE);
}

static void
add_people (MnItem *session, MnItem *chair, guint n)
{
  static const char *const families[] = { "Y", "Thạch Thị", "Công Tằng Tôn Nữ Thị Ngọc" };
  MnItem                  *record = form_record (session);

  form_add (record, "attendees", "party", mn_item_get_id (chair), "category", "presidium", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s N%03u", families[i % 3], i);
      MnItem          *person = form_person (session, name, "Uỷ viên Ban Chấp hành");

      form_add (record, "attendees", "party", mn_item_get_id (person), "category",
                i % 2 == 0 ? "member" : "invited", NULL);
    }
}

static void
add_proposals (MnItem *session, MnItem *body, guint n, const char *words)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("K%03u %s", i, i == 0 ? words : "bổ sung biên chế");

      form_add (form_record (session), "proposals", "proposers", mn_item_get_id (body), "text",
                text, NULL);
    }
}

/* Two are in the lead, so that there are two slips of tasks. */
static void
add_points (MnItem *session, MnItem *body, guint n, const char *words)
{
  MnItem *other = form_body (session, "Hội Nông dân", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("P%03u %s", i, i == 0 ? words : "rà soát biên chế");

      form_add (form_conclusion (session), "points", "section", "tasks", "task", "yes", "text",
                text, "leads", mn_item_get_id (i % 2 == 0 ? body : other), "deadline-kind", "date",
                "deadline", "2026-06-30", NULL);
    }
}

static void
add_course (MnItem *session, MnItem *person, const char *words)
{
  MnItem *record = form_record (session);

  form_add (record, "agenda", "title", "Báo cáo kết quả", "kind", "report", "presenters",
            mn_item_get_id (person), NULL);
  form_add (record, "follow-ups", "label", "KL 4-1", "text", words, "deadline", "2026-03-31",
            "words", "đã xong", NULL);
  form_add (record, "reports", "title", "Kết quả quý I", "reporters", mn_item_get_id (person),
            "results", words, "difficulties", "thiếu kinh phí", NULL);
  form_add (record, "contributions", "speaker", mn_item_get_id (person), "text", words, NULL);
}

/* ---- papers --------------------------------------------------------------------------------- */

static void
mark (MnItem *document, MnForm form)
{
  static const char *const urgencies[] = { "urgent", "very-urgent", "express" };
  static const char *const circulations[] = { "internal", "to-return", "recalled", "meeting" };

  form_set (document, "state", "draft", "draft-note", "Dự thảo lần 2", "urgency",
            urgencies[form % 3], "circulation", circulations[form % 4], "not-for-media", "yes",
            "drafter", "NguyenVanAn", "copies", "15", "contact",
            "Số 1, đường Lê Lợi, phường Trà Vinh; điện thoại 0294 3855 555", "bases",
            "Luật Tổ chức chính quyền địa phương\nQuy chế làm việc số 01-QC/TU, ngày 05/01/2026",
            NULL);
  form_add (document, "appendices", "title", "Danh mục nhiệm vụ", "text", SENTENCE, NULL);
  form_add (document, "appendices", "title", "Danh mục tài liệu", "text", SENTENCE, NULL);
}

static void
add_document (MnItem *session, MnForm form, RulesSample sample, MnItem *signer)
{
  static const struct
  {
    const char *number, *date;
  } known[] = {
    { "7", "2026-02-05" },
    { "12", "2026-10-03" },
    { "127", "2026-03-12" },
    { "1204", "2026-12-31" },
  };
  MnItem *document = form_add (session, "documents", "form", mn_form_get_name (form), "state",
                               "approved", NULL);

  if (sample == RULES_EMPTY)
    return;
  form_set (document, "number", known[sample].number, "date", known[sample].date, "place",
            "Vĩnh Long", "signatory", mn_item_get_id (signer), NULL);
  form_add (document, "recipients", "text", "Ban Thường vụ Tỉnh uỷ (để báo cáo)", NULL);
  for (int i = 0; sample == RULES_LONG && i < 12; i++)
    form_add (document, "recipients", "text",
              "Các cơ quan, đơn vị, tổ chức, cá nhân được giao nhiệm vụ trong thông báo này", NULL);
  if (sample == RULES_FULL)
    mark (document, form);
  if (sample == RULES_LONG)
    form_set (document, "subject", LONG_SUBJECT, NULL);
}

MnItem *
rules_get_document (MnItem *session, MnForm form)
{
  return mn_session_get_document (session, mn_form_get_name (form));
}

/* ---- sessions ------------------------------------------------------------------------------- */

static void
fill (MnItem *session, const Cast *cast, RulesSample sample)
{
  MnItem          *above = cast->above != NULL ? form_body (session, cast->above, NULL) : NULL;
  MnItem          *body = form_body (session, cast->body, above);
  MnItem          *signer = form_person (session, cast->signer, cast->post);
  MnItem          *writer = form_person (session, "Lê Văn C", "Chánh Văn phòng");
  gboolean         is_many = sample == RULES_MANY;
  g_autofree char *words = new_words (sample == RULES_LONG ? 1500 : 40);

  form_set (form_general (session), "title", "Hội nghị giao ban", "kind", "briefing", "starts",
            "2026-02-05T08:00:00+07:00", "ends", "2026-02-05T11:30:00+07:00", "venue",
            "Hội trường lớn", "body", mn_item_get_id (body), "chairs", mn_item_get_id (signer),
            "secretary", mn_item_get_id (writer), NULL);
  form_set (form_conclusion (session), "results", words, NULL);
  add_people (session, signer, is_many ? 299 : 3);
  add_course (session, signer, words);
  add_proposals (session, body, is_many ? 120 : 3, words);
  add_points (session, body, is_many ? 120 : 3, words);
  for (int form = 0; form < MN_N_FORMS; form++)
    add_document (session, (MnForm) form, sample, signer);
}

MnItem *
rules_session_new (gboolean is_state, RulesSample sample)
{
  MnItem *session = mn_session_new ();

  if (sample == RULES_EMPTY)
    for (int form = 0; form < MN_N_FORMS; form++)
      add_document (session, (MnForm) form, sample, NULL);
  else
    fill (session, &casts[is_state ? 1 : 0][sample], sample);
  return session;
}

/* ---- printing ------------------------------------------------------------------------------- */

RulesPaper *
rules_print (const char *style, MnForm form, MnItem *session)
{
  const MnFormInput input = { .session = session,
                              .other = form == MN_FORM_COMPARISON ? session : NULL };

  return rules_paper_new (style, &input, form);
}

static RulesPaper *papers[G_N_ELEMENTS (rules_styles)][MN_N_FORMS][RULES_N_SAMPLES];

static RulesPaper *
make_paper (const char *style, MnForm form, RulesSample sample)
{
  static const char *const names[] = { "full", "plain", "long", "many", "empty" };
  g_autoptr (MnItem)       session = rules_session_new (g_str_has_prefix (style, "state"), sample);
  RulesPaper              *paper = rules_print (style, form, session);
  char                    *name = g_strdup_printf ("%s, %s", paper->name, names[sample]);

  g_free (paper->name);
  paper->name = name;
  return paper;
}

const RulesPaper *
rules_get_paper (const char *style, MnForm form, RulesSample sample)
{
  guint i = 0;

  while (strcmp (rules_styles[i], style) != 0)
    i++;
  if (papers[i][form][sample] == NULL)
    papers[i][form][sample] = make_paper (style, form, sample);
  return papers[i][form][sample];
}

void
rules_drop_papers (void)
{
  RulesPaper **all = &papers[0][0][0];

  for (guint i = 0; i < sizeof papers / sizeof *all; i++)
    g_clear_pointer (&all[i], rules_paper_free);
}

void
rules_each_paper (int family, RulesPaperFunc func, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules_styles); i++)
    for (int form = 0; form < MN_N_FORMS; form++)
      for (int sample = 0; sample < RULES_N_SAMPLES; sample++)
        {
          gboolean is_state = g_str_has_prefix (rules_styles[i], "state");

          if (family < 0 || (family == MN_FAMILY_STATE) == is_state)
            func (rules_get_paper (rules_styles[i], (MnForm) form, (RulesSample) sample), data);
        }
}
