/* The line art of a page, from the operators that its content is made of (ISO 32000-1, 8.5). */

#include <math.h>
#include <string.h>

#include "rules-page.h"

#define MM(pt) ((pt) *25.4 / 72.0)
#define MAX_NUMBERS 8
#define MAX_STATES 32
#define MAX_POINTS 4096

typedef struct
{
  double matrix[6];
  double weight;
  double red, green;
} State;

typedef struct
{
  const char *at, *end;
  double      numbers[MAX_NUMBERS]; /* operands, the newest last */
  guint       n_numbers;
  State       states[MAX_STATES];
  guint       depth;
  GArray     *path; /* of RulesStroke: pieces of the path so far */
  double      x, y; /* the point where it is */
  double      height;
  GArray     *strokes;
} Reader;

/* ---- words ---------------------------------------------------------------------------------- */

static void
skip_string (Reader *self)
{
  int depth = 0;

  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '\\')
        self->at++;
      else if (*self->at == '(')
        depth++;
      else if (*self->at == ')' && --depth == 0)
        {
          self->at++;
          return;
        }
    }
}

static gboolean
is_regular (char c)
{
  return c != '\0' && strchr (" \t\r\n\f()<>[]{}/%", c) == NULL;
}

/* The next number or operator; strings, arrays, names and dictionaries are passed over. */
static char *
next_word (Reader *self)
{
  while (self->at < self->end)
    {
      const char *start = self->at;

      if (*start == '(')
        {
          skip_string (self);
          continue;
        }
      if (*start == '<' && self->at + 1 < self->end && start[1] != '<')
        {
          while (self->at < self->end && *self->at != '>')
            self->at++;
          continue;
        }
      self->at++;
      if (*start != '/' && !is_regular (*start))
        continue;
      while (self->at < self->end && is_regular (*self->at))
        self->at++;
      if (*start != '/')
        return g_strndup (start, (gsize) (self->at - start));
    }
  return NULL;
}

/* ---- drawing -------------------------------------------------------------------------------- */

static State *
get_state (Reader *self)
{
  return &self->states[self->depth];
}

static double
get_number (const Reader *self, guint from_last)
{
  return from_last <= self->n_numbers ? self->numbers[self->n_numbers - from_last] : 0;
}

static void
concat (Reader *self)
{
  double *m = get_state (self)->matrix;
  double  b[6], c[6];

  for (guint i = 0; i < 6; i++)
    b[i] = get_number (self, 6 - i);
  c[0] = b[0] * m[0] + b[1] * m[2];
  c[1] = b[0] * m[1] + b[1] * m[3];
  c[2] = b[2] * m[0] + b[3] * m[2];
  c[3] = b[2] * m[1] + b[3] * m[3];
  c[4] = b[4] * m[0] + b[5] * m[2] + m[4];
  c[5] = b[4] * m[1] + b[5] * m[3] + m[5];
  memcpy (m, c, sizeof c);
}

static void
to_sheet (Reader *self, double x, double y, double *left, double *top)
{
  const double *m = get_state (self)->matrix;

  *left = MM (x * m[0] + y * m[2] + m[4]);
  *top = MM (self->height - (x * m[1] + y * m[3] + m[5]));
}

static void
add_piece (Reader *self, double x1, double y1, double x2, double y2, gboolean is_box)
{
  RulesStroke piece = { .is_box = is_box };
  double      left, right, top, bottom;

  to_sheet (self, x1, y1, &left, &top);
  to_sheet (self, x2, y2, &right, &bottom);
  piece.left = MIN (left, right);
  piece.right = MAX (left, right);
  piece.top = MIN (top, bottom);
  piece.bottom = MAX (top, bottom);
  if (self->path->len < MAX_POINTS)
    g_array_append_val (self->path, piece);
}

static void
paint (Reader *self, gboolean is_stroke)
{
  const State *state = get_state (self);

  for (guint i = 0; i < self->path->len; i++)
    {
      RulesStroke piece = g_array_index (self->path, RulesStroke, i);

      piece.weight = is_stroke ? state->weight : 0;
      piece.red = state->red > 0.5 && state->green < 0.5;
      g_array_append_val (self->strokes, piece);
    }
  g_array_set_size (self->path, 0);
}

static void
draw_path (Reader *self, const char *word)
{
  double x = get_number (self, 2), y = get_number (self, 1);

  if (strcmp (word, "l") == 0)
    add_piece (self, self->x, self->y, x, y, FALSE);
  if (strcmp (word, "m") == 0 || strcmp (word, "l") == 0)
    {
      self->x = x;
      self->y = y;
    }
  else if (strcmp (word, "re") == 0)
    add_piece (self, get_number (self, 4), get_number (self, 3), get_number (self, 4) + x,
               get_number (self, 3) + y, TRUE);
  else if (strcmp (word, "S") == 0 || strcmp (word, "s") == 0)
    paint (self, TRUE);
  else if (strcmp (word, "f") == 0 || strcmp (word, "f*") == 0 || strcmp (word, "B") == 0)
    paint (self, FALSE);
  else if (strcmp (word, "n") == 0)
    g_array_set_size (self->path, 0);
}

static void
set_state (Reader *self, const char *word)
{
  if (strcmp (word, "q") == 0 && self->depth + 1 < MAX_STATES)
    {
      self->states[self->depth + 1] = *get_state (self);
      self->depth++;
    }
  else if (strcmp (word, "Q") == 0 && self->depth > 0)
    self->depth--;
  else if (strcmp (word, "cm") == 0)
    concat (self);
  else if (strcmp (word, "w") == 0)
    get_state (self)->weight = get_number (self, 1);
  else if (strcmp (word, "RG") == 0)
    {
      get_state (self)->red = get_number (self, 3);
      get_state (self)->green = get_number (self, 2);
    }
}

void
rules_strokes_read (const char *content, gsize n_bytes, double height, GArray *strokes)
{
  Reader self = { .at = content, .end = content + n_bytes, .height = height, .strokes = strokes };
  char  *word;

  self.path = g_array_new (FALSE, FALSE, sizeof (RulesStroke));
  self.states[0] = (State){ .matrix = { 1, 0, 0, 1, 0, 0 }, .weight = 1 };
  while ((word = next_word (&self)) != NULL)
    {
      char  *end;
      double number = g_ascii_strtod (word, &end);

      if (*end == '\0')
        {
          if (self.n_numbers == MAX_NUMBERS)
            memmove (self.numbers, self.numbers + 1, --self.n_numbers * sizeof number);
          self.numbers[self.n_numbers++] = number;
        }
      else
        {
          draw_path (&self, word);
          set_state (&self, word);
          self.n_numbers = 0;
        }
      g_free (word);
    }
  g_array_unref (self.path);
}
