#include "mn-glue.h"

#include <string.h>

/* A Vietnamese name has two to five syllables. */
#define MAX_NAME 5

/* What a number, a letter or a Roman number may follow. In capitals only first letters occur. */
static const char *const before_number[] = {
  "số",   "số:",  "ngày",   "tháng", "năm", "quý",   "giờ", "lúc",  "hồi",  "điều", "khoản",
  "mục",  "điểm", "chương", "phần",  "lục", "trang", "kỳ",  "khoá", "khóa", "lần",  "thứ",
  "biểu", "bảng", "mẫu",    "tiết",  "tập", "tổ",    "khu", "quận", NULL,
};

static const char *const before_roman[] = { "quý",  "chương", "phần", "lục", "kỳ", "khoá",
                                            "khóa", "lần",    "thứ",  "mục", NULL };

/* What follows a number. */
static const char *const units[] = {
  "%",    "‰",      "đồng", "nghìn", "ngàn", "triệu", "tỷ",    "tỉ",  "trăm", "vạn",
  "tấn",  "tạ",     "yến",  "kg",    "g",    "mg",    "km",    "m",   "cm",   "mm",
  "ha",   "m2",     "m²",   "m3",    "m³",   "km2",   "km²",   "lít", "giờ",  "phút",
  "giây", "ngày",   "tuần", "tháng", "quý",  "năm",   "người", "hộ",  "lượt", "cuộc",
  "xã",   "phường", "ấp",   "khóm",  "tỉnh", "điểm",  "usd",   "vnd", "km/h", NULL,
};

static const char *const multiples[] = { "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", NULL };

static const char *const addresses[] = { "ông", "bà", "ông/bà", NULL };

/* A syllable without the brackets and quotation marks before it and the stops after it. */
typedef struct
{
  const char *start;
  gsize       n_bytes;
  gboolean    is_open; /* no stop stands after it */
} Core;

static gboolean
is_opening (gunichar c)
{
  return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0x201C || c == 0x2018;
}

/* Bytes of the stop, bracket or mark that ends @text, or 0. */
static gsize
count_closing (const char *text, gsize n_bytes)
{
  static const char *const wide[] = { "”", "’", "…" };

  if (n_bytes > 0 && strchr (",.;:!?)]\"'", text[n_bytes - 1]) != NULL)
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (wide) && n_bytes >= 3; i++)
    if (memcmp (text + n_bytes - 3, wide[i], 3) == 0)
      return 3;
  return 0;
}

static Core
find_core (const char *syllable)
{
  Core core = { syllable, 0, TRUE };

  while (is_opening (g_utf8_get_char (core.start)))
    core.start = g_utf8_next_char (core.start);
  core.n_bytes = strlen (core.start);
  for (gsize n; (n = count_closing (core.start, core.n_bytes)) > 0; core.n_bytes -= n)
    core.is_open = FALSE;
  return core;
}

/* Compares without regard to a capital first letter. */
static gboolean
equal_word (const char *start, gsize n_bytes, const char *word)
{
  gunichar first;
  char     lower[8];
  int      n;

  if (n_bytes != strlen (word) || n_bytes == 0)
    return FALSE;
  first = g_unichar_tolower (g_utf8_get_char (start));
  n = g_unichar_to_utf8 (first, lower);
  return memcmp (lower, word, (gsize) n) == 0 &&
         memcmp (start + n, word + n, n_bytes - (gsize) n) == 0;
}

static gboolean
is_among (const char *start, gsize n_bytes, const char *const *words)
{
  for (; *words != NULL; words++)
    if (equal_word (start, n_bytes, *words))
      return TRUE;
  return FALSE;
}

static gboolean
is_core_among (const char *syllable, const char *const *words)
{
  Core core = find_core (syllable);

  return is_among (core.start, core.n_bytes, words);
}

/* The whole syllable but for what opens it: nothing may have ended with it. */
static gboolean
is_open_among (const char *syllable, const char *const *words)
{
  while (is_opening (g_utf8_get_char (syllable)))
    syllable = g_utf8_next_char (syllable);
  return is_among (syllable, strlen (syllable), words);
}

static gboolean
is_number (const char *syllable)
{
  return g_ascii_isdigit (*find_core (syllable).start);
}

/* Digits with what stands between them, and no stop after them. */
static gboolean
is_open_number (const char *syllable)
{
  Core core = find_core (syllable);

  return core.is_open && g_ascii_isdigit (*core.start) &&
         strspn (core.start, "0123456789.,/-:%") == core.n_bytes;
}

static gboolean
is_dash (const char *syllable)
{
  return strcmp (syllable, "-") == 0 || strcmp (syllable, "–") == 0 || strcmp (syllable, "—") == 0;
}

static gboolean
is_roman (const char *syllable)
{
  Core  core = find_core (syllable);
  gsize n = strspn (core.start, "IVX");

  return n > 0 && (n >= core.n_bytes || core.start[n] == '/');
}

static gboolean
is_capital (const char *syllable)
{
  return g_unichar_isupper (g_utf8_get_char (syllable));
}

/* "V.", "N.V."; also "TP." and the like before a place. */
static gboolean
is_initials (const char *syllable)
{
  if (is_open_among (syllable, (const char *const[]){ "tP.", "tX.", "đK.", NULL }))
    return TRUE;
  if (!is_capital (syllable))
    return FALSE;
  while (is_capital (syllable) && *g_utf8_next_char (syllable) == '.')
    syllable = g_utf8_next_char (syllable) + 1;
  return *syllable == '\0';
}

/* ---- between two syllables ------------------------------------------------------------------ */

/* "điểm a", "05", "-TB/TU" */
static gboolean
may_follow_word (const char *word, const char *next)
{
  Core core = find_core (next);

  if (g_ascii_isdigit (*core.start) || *next == '-' || *next == '.' || g_str_has_prefix (next, "…"))
    return TRUE;
  return equal_word (word, strlen (word), "điểm") &&
         g_utf8_strlen (core.start, (gssize) core.n_bytes) == 1;
}

static gboolean
holds_number (const char *const *s, guint n, guint i)
{
  if (is_open_among (s[i], before_number))
    return may_follow_word (s[i], s[i + 1]);
  if (is_dash (s[i]))
    return i > 0 && is_open_number (s[i - 1]) && is_number (s[i + 1]);
  return is_open_number (s[i]) && is_number (s[i + 1]);
}

static gboolean
holds_unit (const char *const *s, guint n, guint i)
{
  if (is_open_number (s[i]))
    return is_core_among (s[i + 1], units) && find_core (s[i + 1]).n_bytes > 0;
  return i > 0 && is_open_number (s[i - 1]) && is_open_among (s[i], multiples) &&
         is_core_among (s[i + 1], units);
}

static gboolean
holds_roman (const char *const *s, guint n, guint i)
{
  if (is_roman (s[i + 1]))
    return is_open_among (s[i], before_roman);
  return i > 0 && is_roman (s[i]) && is_open_among (s[i - 1], before_roman) &&
         is_open_among (s[i + 1], (const char *const[]){ "năm", NULL });
}

static gboolean
is_word (const char *syllable, const char *word)
{
  return is_open_among (syllable, (const char *const[]){ word, NULL });
}

/* Inside "đồng chí", whatever follows that is held itself. */
static gboolean
holds_comrade (const char *const *s, guint n, guint i)
{
  if (!is_word (s[i], "đồng") ||
      !equal_word (find_core (s[i + 1]).start, find_core (s[i + 1]).n_bytes, "chí"))
    return FALSE;
  return (i > 0 && is_open_number (s[i - 1])) || (i + 2 < n && is_capital (s[i + 2]));
}

/* Whether a name begins after this one. */
static gboolean
begins_name (const char *const *s, guint n, guint i)
{
  if (!is_capital (s[i + 1]))
    return FALSE;
  if (is_open_among (s[i], addresses))
    return TRUE;
  if (i == 0 || !is_word (s[i], "chí") || !is_word (s[i - 1], "đồng"))
    return FALSE;
  return i == 1 || !is_word (s[i - 2], "các"); /* of several names none leads the others */
}

static gboolean
holds_initials (const char *const *s, guint n, guint i)
{
  return is_capital (s[i + 1]) &&
         (is_initials (s[i]) ||
          (is_initials (s[i + 1]) && is_capital (s[i]) && find_core (s[i]).is_open));
}

/* Nothing may begin a line with a dash or with stops alone. */
static gboolean
holds_stop (const char *syllable)
{
  return is_dash (syllable) || (*syllable != '\0' && strchr (",.;:!?)]/", *syllable) != NULL);
}

static gboolean
holds (const char *const *s, guint n, guint i)
{
  return holds_number (s, n, i) || holds_unit (s, n, i) || holds_roman (s, n, i) ||
         holds_comrade (s, n, i) || holds_initials (s, n, i) || holds_stop (s[i + 1]);
}

/* Most syllables are small letters among small letters, of which few rules speak. */
static gboolean
is_ordinary (const char *syllable)
{
  return g_unichar_islower (g_utf8_get_char (syllable)) &&
         g_unichar_islower (g_utf8_get_char (g_utf8_next_char (syllable)));
}

static gboolean
may_hold (const char *const *s, guint n, guint i)
{
  if (!is_ordinary (s[i]) || !is_ordinary (s[i + 1]))
    return TRUE;
  return (i > 0 && g_ascii_isdigit (*s[i - 1])) || (i + 2 < n && is_capital (s[i + 2]));
}

void
mn_glue (const char *const *syllables, guint n, gboolean *held)
{
  guint name = 0; /* syllables that the name at hand may still have */

  for (guint i = 0; i + 1 < n; i++)
    {
      gboolean goes_on = name > 0 && is_capital (syllables[i + 1]) &&
                         find_core (syllables[i]).is_open;

      name = goes_on ? name - 1 : 0;
      held[i] = goes_on;
      if (begins_name (syllables, n, i))
        {
          held[i] = TRUE;
          name = MAX_NAME - 1;
        }
      else if (!goes_on && may_hold (syllables, n, i))
        held[i] = holds (syllables, n, i);
    }
}
