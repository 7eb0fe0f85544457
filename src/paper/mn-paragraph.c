#include <string.h>

#include "mn-point.h"
#include "mn-unit.h"

/* With an exact pitch the baseline lies at the same place whatever the size, so that lines side by
 * side share it. Times leaves 0.89 of its size above and 0.22 below. */
#define BASELINE_SHARE 0.8

/* Beyond this, accents stacked on accents may reach into the line above. */
#define MAX_GROWTH 4

/* A label and the blank after it. */
#define LABEL_PIECES 2

/* What one block is set with. */
typedef struct
{
  MnLayout          *layout;
  const MnBlock     *block;
  const MnRoleStyle *role;
  double             x, width;
  guint              paragraph;
  gboolean           has_label; /* the paragraph at hand */
  double            *room;      /* (nullable) it is measured only, into this */
} Setting;

static guint
find_face (const Setting *setting, MnMarks marks)
{
  return mn_shaper_find_face (setting->layout->shaper, setting->role->size,
                              setting->role->bold || (marks & MN_MARK_BOLD) != 0,
                              setting->role->italic || (marks & MN_MARK_ITALIC) != 0);
}

/* Letter by letter: each has its capital in Unicode, whatever language the system speaks. */
static char *
capitalize (const char *utf8, gsize n_bytes)
{
  GString *capitals = g_string_sized_new (n_bytes + 4);

  for (const char *p = utf8; p < utf8 + n_bytes; p = g_utf8_next_char (p))
    g_string_append_unichar (capitals, g_unichar_toupper (g_utf8_get_char (p)));
  return g_string_free (capitals, FALSE);
}

static void
add_run (const Setting *setting, const char *utf8, gsize n_bytes, MnMarks marks)
{
  guint face = find_face (setting, marks);

  if (setting->role->caps)
    {
      g_autofree char *capitals = capitalize (utf8, n_bytes);

      mn_typesetter_add (setting->layout->typesetter, face, capitals, strlen (capitals));
    }
  else
    mn_typesetter_add (setting->layout->typesetter, face, utf8, n_bytes);
}

/* A place in a text; going on from one to the next is cheaper than asking for each paragraph. */
typedef struct
{
  const char *p;
  guint       position; /* characters before @p */
} Cursor;

/* Adds the characters up to the next change of marks or the paragraph's end. */
static void
add_next_run (const Setting *setting, Cursor *cursor)
{
  const MnText *text = setting->block->text;
  const char   *start = cursor->p;
  MnMarks       marks = mn_text_get_marks (text, cursor->position);

  while (*cursor->p != '\0' && *cursor->p != '\n' &&
         mn_text_get_marks (text, cursor->position) == marks)
    {
      cursor->p = g_utf8_next_char (cursor->p);
      cursor->position++;
    }
  add_run (setting, start, (gsize) (cursor->p - start), marks);
}

static void
add_label (Setting *setting, const char *label)
{
  setting->has_label = *label != '\0';
  mn_typesetter_add_label (setting->layout->typesetter, find_face (setting, MN_MARK_NONE), label);
}

/* Height of a line and where its baseline lies; letters of other fonts may need more. */
static void
place_line (const Setting *setting, MnLine *line, MnStrip *strip)
{
  const MnFace *face = mn_shaper_get_face (setting->layout->shaper,
                                           find_face (setting, MN_MARK_NONE));
  double        pitch = setting->role->pitch;
  double        above, below;

  if (pitch > 0)
    above = pitch * BASELINE_SHARE;
  else
    {
      pitch = (double) face->height / PANGO_SCALE;
      above = (double) (face->height + face->ascent - face->descent) / (2 * PANGO_SCALE);
    }
  below = pitch - above;
  above = MAX (above, MIN (line->ascent, MIN (MAX_GROWTH * pitch, setting->layout->height / 2)));
  below = MAX (below, MIN (line->descent, MIN (MAX_GROWTH * pitch, setting->layout->height / 2)));
  line->baseline = above;
  strip->height = above + below;
}

static MnKeep
keep_after (guint line, guint n_lines)
{
  if (line + 1 == n_lines || (line >= 1 && n_lines - line > 2))
    return MN_KEEP_NONE;
  return MN_KEEP_LINES;
}

/* A heading's number is part of it. */
static gboolean
is_heading (const MnBlock *block)
{
  return block->outline > 0 || block->role == MN_ROLE_HEADING_1 ||
         block->role == MN_ROLE_HEADING_2 || block->role == MN_ROLE_HEADING_3;
}

static MnAlign
find_align (const Setting *setting)
{
  return setting->block->align != MN_ALIGN_ROLE ? setting->block->align : setting->role->align;
}

static void
append_line (const Setting *setting,
             MnLine        *line,
             guint          i,
             guint          n_lines,
             double         left,
             GArray        *strips)
{
  MnStrip strip = { 0 };

  place_line (setting, line, &strip);
  line->x += setting->x + left;
  line->red = setting->role->red;
  line->block = setting->block;
  line->paragraph = setting->paragraph;
  line->is_point = setting->has_label && !is_heading (setting->block);
  line->n_label = line->is_point && i == 0 ? MIN (LABEL_PIECES, line->n_pieces) : 0;
  strip.lines = line;
  strip.is_text = TRUE;
  strip.keep = keep_after (i, n_lines);
  strip.space = i == 0 ? setting->role->space_before : 0;
  strip.space_after = i + 1 == n_lines ? setting->role->space_after : 0;
  if (setting->role->underline > 0)
    mn_strip_add_stroke (&strip, line->x, line->x + line->width,
                         line->baseline + setting->layout->style->rule_gap,
                         setting->role->underline)
        ->red = line->red;
  g_array_append_val (strips, strip);
}

/* With its indents. */
static void
measure_paragraph (const Setting *setting, guint level)
{
  const MnRoleStyle *role = setting->role;
  double             indent = role->left_indent * MAX (1, level);
  double             room;

  if (find_align (setting) != MN_ALIGN_CENTRE)
    indent += MAX (0, role->first_indent);
  room = mn_typesetter_measure (setting->layout->typesetter, setting->width - indent);
  if (room > 0)
    *setting->room = MAX (*setting->room, indent + room);
}

static void
finish_paragraph (const Setting *setting, guint level, GArray *strips)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  MnMeasure             measure = { 0 };
  double left = MIN (setting->role->left_indent * MAX (1, level), setting->width / 2);

  if (setting->room != NULL)
    {
      measure_paragraph (setting, level);
      return;
    }
  measure.width = setting->width - left;
  measure.align = find_align (setting);
  if (measure.align != MN_ALIGN_CENTRE) /* a centred line has no indent that moves it aside */
    measure.first_indent = MIN (setting->role->first_indent, measure.width / 2);
  measure.balance = setting->role->balance;
  mn_typesetter_finish (setting->layout->typesetter, &measure, lines);
  for (guint i = 0; i < lines->len; i++)
    append_line (setting, lines->pdata[i], i, lines->len, left, strips);
}

static void
keep_colon (const Cursor *cursor, GArray *strips)
{
  if (cursor->position > 0 && cursor->p[-1] == ':' && strips->len > 0)
    g_array_index (strips, MnStrip, strips->len - 1).keep = MN_KEEP_BLOCKS;
}

static void
set_paragraph (Setting *setting, guint i, Cursor *cursor, MnPoints *points, GArray *strips)
{
  MnParagraph      about = mn_text_get_paragraph (setting->block->text, i);
  g_autofree char *label = mn_points_next (points, &about, setting->block->level);

  setting->paragraph = i;
  setting->has_label = FALSE;
  if (i == 0 && setting->block->label != NULL)
    add_label (setting, setting->block->label);
  else if (label != NULL)
    add_label (setting, label);
  while (*cursor->p != '\0' && *cursor->p != '\n')
    add_next_run (setting, cursor);
  finish_paragraph (setting, setting->block->level + about.level, strips);
  if (*cursor->p != '\n')
    return;
  /* "… như sau:" stays with the first point that it announces. */
  if (strips != NULL)
    keep_colon (cursor, strips);
  cursor->p++;
  cursor->position++;
}

static void
set_block (Setting *setting, GArray *strips)
{
  const MnBlock *block = setting->block;
  MnPoints       points = { 0 };
  Cursor         cursor = { 0 };

  if (block->text == NULL)
    {
      if (block->label != NULL)
        add_label (setting, block->label);
      finish_paragraph (setting, block->level, strips);
      return;
    }
  cursor.p = mn_text_get_plain (block->text);
  for (guint i = 0; i < mn_text_get_n_paragraphs (block->text); i++)
    set_paragraph (setting, i, &cursor, &points, strips);
}

/** mn_layout_paragraph: appends a strip for each line of a PARAGRAPH block. */
void
mn_layout_paragraph (MnLayout *self, const MnBlock *block, double x, double width, GArray *strips)
{
  Setting setting = { self, block, &self->style->roles[block->role], x, width, 0, FALSE, NULL };

  set_block (&setting, strips);
}

/**
 * mn_layout_measure:
 * @self: a layout
 * @block: a paragraph, or a stack of them
 * @most: the most room that there may be
 *
 * Returns: the least room in which the block takes no more lines than in @most, or what the longest
 *   piece needs that can't be parted, if that is more; 0 for an empty one
 */
double
mn_layout_measure (MnLayout *self, const MnBlock *block, double most)
{
  double  room = 0;
  Setting setting = { self, block, &self->style->roles[block->role], 0, most, 0, FALSE, &room };

  if (block->kind == MN_BLOCK_PARAGRAPH)
    set_block (&setting, NULL);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    room = MAX (room, mn_layout_measure (self, block->children->pdata[i], most));
  return room;
}
