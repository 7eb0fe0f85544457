#include "mn-sense.h"

#include <string.h>

#include "mn-sentence.h"

#define MAX_PLACE 3 /* syllables of a place's name */

/** Title: syllables, and how good it is to end a line before each. */
typedef struct
{
  const char *const *words;
  guint              n;
  MnSense           *before;
  gboolean           is_caps; /* all are: capitals tell nothing of names */
} Title;

static const char *const strong_starts[] = { "tại",  "giữa",  "với",  "về",
                                             "nhằm", "trong", "theo", NULL };
static const char *const weak_starts[] = {
  "của", "và", "cho", "do", "từ", "đến", "để", "bằng", NULL
};
static const char *const timed[] = { "quý", "năm", "tháng", "ngày", NULL };
static const char *const levels[] = { "tỉnh", "phường", "xã", "khu", "phố", "ấp", "huyện", NULL };
/* With what an organ's name may begin, after a hyphen that joins it to another. */
static const char *const organs[] = { "tỉnh", "thành", "đảng", "uỷ", "ủy", "ban",
                                      "văn",  "hội",   "mặt",  "sở", NULL };
static const char *const committee[] = { "uỷ", "ủy", "đoàn", NULL };

/* What is read as one; one spelling with regard to neither tones nor case. */
static const char *const names[] = {
  "ban chấp hành",   "ban thường vụ", "thường trực", "tỉnh uỷ",         "thành uỷ",
  "đảng uỷ",         "huyện uỷ",      "thị uỷ",      "đảng bộ",         "chi bộ",
  "ban tổ chức",     "ban nội chính", "tuyên giáo",  "dân vận",         "kiểm tra",
  "uỷ ban kiểm tra", "xây dựng",      "văn phòng",   "uỷ ban nhân dân", "hội đồng nhân dân",
  "mặt trận",        "tổ quốc",       "việt nam",    "chính trị",       "xã hội",
  "kinh tế",         "nhà nước",      "nhân dân",    "chính quyền",     "đoàn thể",
  "đoàn viên",       "hội viên",      "cơ quan",     "đơn vị",          "tổ chức",
  "doanh nghiệp",    "địa phương",    "địa bàn",     "đặc khu",         "thành phố",
  "hội nghị",        "giao ban",      "cuộc họp",    "buổi làm việc",   "đại hội",
  "đại biểu",        "bí thư",        "kết luận",    "kết quả",         "kiến nghị",
  "đề xuất",         "nhiệm vụ",      "giải pháp",   "phương hướng",    "tình hình",
  "thực hiện",       "triển khai",    "giải quyết",  "sơ kết",          "tổng kết",
  "chuyên đề",       "tham mưu",      "giúp việc",   "công tác",        "phát triển",
  "chuyển đổi số",   "hành chính",    "lần thứ",     "nhiệm kỳ",        "đối với",
  "tầng lớp",
};

static gboolean
is_among (const char *word, const char *const *words)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (; *words != NULL; words++)
    if (strcmp (lower, *words) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_capital (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word));
}

static gboolean
is_dash (const char *word)
{
  return strcmp (word, "-") == 0 || strcmp (word, "–") == 0;
}

static gboolean
ends_with_stop (const char *word)
{
  gsize n = strlen (word);

  return n > 0 && strchr (",;:)", word[n - 1]) != NULL;
}

/* ---- where a line may end ------------------------------------------------------------------- */

/* "và" joins two meetings as strongly as "với" does. */
static gboolean
joins_meetings (const Title *self, guint i)
{
  return is_among (self->words[i], (const char *const[]){ "và", NULL }) && i + 1 < self->n &&
         is_among (self->words[i + 1], (const char *const[]){ "hội", "cuộc", "buổi", NULL });
}

static gboolean
is_pair (const Title *self, guint i, const char *first, const char *second)
{
  return i + 1 < self->n && is_among (self->words[i], (const char *const[]){ first, NULL }) &&
         is_among (self->words[i + 1], (const char *const[]){ second, NULL });
}

static gboolean
begins_strongly (const Title *self, guint i)
{
  return (is_among (self->words[i], strong_starts) && !is_pair (self, i, "theo", "dõi")) ||
         is_pair (self, i, "lần", "thứ") || is_pair (self, i, "đối", "với") ||
         is_pair (self, i, "nhiệm", "kỳ") || joins_meetings (self, i);
}

/* Syllables from @i on that may be a place's name, where capitals don't tell it: those before a
 * stop or the start of another part, if they are few. */
static guint
count_place (const Title *self, guint i)
{
  guint n = 0;

  while (i + n < self->n && !is_dash (self->words[i + n]) && !begins_strongly (self, i + n) &&
         !is_among (self->words[i + n], weak_starts))
    if (ends_with_stop (self->words[i + n++]))
      break;
  return n <= MAX_PLACE ? n : 0;
}

/* "phường Trà Vinh": the word is a place's level. */
static gboolean
leads_place (const Title *self, guint i)
{
  if (i + 1 >= self->n || !is_among (self->words[i], levels) ||
      is_among (self->words[i + 1], committee))
    return FALSE;
  return self->is_caps ? count_place (self, i + 1) > 0 : is_capital (self->words[i + 1]);
}

/* Whether a number, a place's name or a bracket makes it the start of a part. */
static gboolean
begins_weakly (const Title *self, guint i)
{
  const char *next = i + 1 < self->n ? self->words[i + 1] : "";

  if (is_among (self->words[i], weak_starts) || *self->words[i] == '(' ||
      ends_with_stop (self->words[i - 1]))
    return TRUE;
  if (is_among (self->words[i], timed))
    return g_ascii_isdigit (*next) || (*next != '\0' && strchr ("IVX", *next) != NULL);
  return leads_place (self, i);
}

/* "Trà Vinh", "phường Trà Vinh"; nothing begins a line with a dash. */
static gboolean
is_held (const Title *self, guint i)
{
  const char *word = self->words[i], *last = self->words[i - 1];

  if (*word == '\0' || *last == '\0' || is_dash (word))
    return TRUE;
  if (is_dash (last))
    return self->is_caps ? !is_among (word, organs) : !is_capital (word);
  if (is_among (last, timed) && g_ascii_isdigit (*word))
    return TRUE;
  if (leads_place (self, i - 1))
    return TRUE;
  return !self->is_caps && is_capital (word) && is_capital (last) && !ends_with_stop (last);
}

static MnSense
judge (const Title *self, guint i)
{
  if (is_held (self, i))
    return MN_SENSE_HELD;
  if (begins_strongly (self, i) || is_dash (self->words[i - 1]))
    return MN_SENSE_STRONG;
  return begins_weakly (self, i) ? MN_SENSE_WEAK : MN_SENSE_PLAIN;
}

static guint
count_words (const char *name)
{
  guint n = 1;

  for (; *name != '\0'; name++)
    n += *name == ' ' ? 1 : 0;
  return n;
}

/* Whether @name stands at word @i; a comma may follow. */
static gboolean
stands_at (const Title *self, guint i, const char *name, guint n)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize               length = strlen (name);

  if (i + n > self->n)
    return FALSE;
  for (guint w = 0; w < n; w++)
    g_string_append_printf (words, "%s%s", w > 0 ? " " : "", self->words[i + w]);
  while (words->len > 0 && strchr (",;:.)", words->str[words->len - 1]) != NULL)
    g_string_truncate (words, words->len - 1);
  return mn_sentence_begins (words->str, name) &&
         g_utf8_strlen (words->str, -1) == g_utf8_strlen (name, (gssize) length);
}

/* In capitals a place's name is all that follows its level. */
static void
hold_place (Title *self, guint i)
{
  guint n = self->is_caps && leads_place (self, i) ? count_place (self, i + 1) : 0;

  for (guint w = 1; w <= n; w++)
    self->before[i + w] = MN_SENSE_HELD;
}

static void
hold_names (Title *self)
{
  for (guint i = 0; i < self->n; i++)
    hold_place (self, i);
  for (guint i = 0; i < self->n; i++)
    for (guint name = 0; name < G_N_ELEMENTS (names); name++)
      {
        guint n = count_words (names[name]);

        if (!stands_at (self, i, names[name], n))
          continue;
        for (guint w = 1; w < n; w++)
          self->before[i + w] = MN_SENSE_HELD;
      }
}

void
mn_sense (const char *const *syllables, guint n, MnSense *before)
{
  Title title = { syllables, n, before, TRUE };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *upper = g_utf8_strup (syllables[i], -1);

      title.is_caps = title.is_caps && strcmp (upper, syllables[i]) == 0;
    }
  for (guint i = 0; i < n; i++)
    before[i] = i > 0 ? judge (&title, i) : MN_SENSE_STRONG;
  hold_names (&title);
}
