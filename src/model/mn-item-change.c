#include <glib/gi18n-lib.h>
#include <string.h>

#include "mn-item-diff-private.h"
#include "mn-item-match.h"
#include "mn-item-name.h"
#include "mn-item-private.h"
#include "mn-session.h"

struct _MnItemChange
{
  GObject parent_instance;

  MnChangeSort  sort;
  const MnKind *kind;
  char         *id;       /* (owned) */
  char         *name;     /* (owned) */
  char         *words;    /* (owned) */
  char         *sentence; /* (owned) */
  GPtrArray    *fields;   /* (owned) of MnFieldChange */
};

G_DEFINE_FINAL_TYPE (MnItemChange, mn_item_change, G_TYPE_OBJECT)

static void
field_change_free (gpointer data)
{
  MnFieldChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
mn_item_change_finalize (GObject *object)
{
  MnItemChange *self = MN_ITEM_CHANGE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (mn_item_change_parent_class)->finalize (object);
}

static void
mn_item_change_class_init (MnItemChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mn_item_change_finalize;
}

static void
mn_item_change_init (MnItemChange *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_change_free);
}

MnChangeSort
mn_item_change_get_sort (MnItemChange *self)
{
  return self->sort;
}

const char *
mn_item_change_get_id (MnItemChange *self)
{
  return self->id;
}

const MnKind *
mn_item_change_get_kind (MnItemChange *self)
{
  return self->kind;
}

const char *
mn_item_change_get_name (MnItemChange *self)
{
  return self->name;
}

const char *
mn_item_change_get_words (MnItemChange *self)
{
  return self->words;
}

const char *
mn_item_change_get_sentence (MnItemChange *self)
{
  return self->sentence;
}

GPtrArray *
mn_item_change_get_fields (MnItemChange *self)
{
  return self->fields;
}

/* ---- what differs --------------------------------------------------------------------------- */

static gboolean
is_same_value (MnItem *before, MnItem *after, guint index)
{
  return g_strcmp0 (before->values[index].string, after->values[index].string) == 0 &&
         mn_text_equal (before->values[index].rich, after->values[index].rich);
}

static void
add_field (MnItemChange *self, const MnField *field, char *before, char *after)
{
  MnFieldChange *change = g_new0 (MnFieldChange, 1);

  change->field = field;
  change->before = before;
  change->after = after;
  g_ptr_array_add (self->fields, change);
}

static void
compare_fields (MnItemChange *self, MnItem *before, MnItem *after)
{
  for (guint i = 0; after->kind->fields[i].name != NULL; i++)
    if (!is_same_value (before, after, i))
      add_field (self, &after->kind->fields[i], mn_item_dup_value (before, &after->kind->fields[i]),
                 mn_item_dup_value (after, &after->kind->fields[i]));
  if (!mn_item_has_same_foreign (before, after))
    add_field (self, NULL, g_strdup (""), g_strdup (""));
}

/* ---- sentences ------------------------------------------------------------------------------ */

/* A label begins with a capital, but stands inside a sentence here. */
static char *
lower_first (const char *label)
{
  char        letter[7] = { 0 };
  const char *rest = g_utf8_next_char (label);

  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (label)), letter);
  return g_strconcat (letter, rest, NULL);
}

static char *
say_fields (GPtrArray *fields)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      MnFieldChange   *change = fields->pdata[i];
      g_autofree char *label = change->field != NULL
                                   ? lower_first (mn_field_get_label (change->field))
                                   : g_strdup (_ ("parts of other programs"));

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", label);
    }
  /* Translators: of fields: "text, deadline changed" */
  return g_strdup_printf (_ ("%s changed"), list->str);
}

static char *
say_move (MnItem *before, MnItem *after)
{
  g_autofree char *name = NULL;

  if (mn_item_has_same_parent (before, after))
    /* Translators: of an item: "moved, it stood at place 5" */
    return g_strdup_printf (_ ("moved, it stood at place %u"), mn_item_get_index (before) + 1);
  name = mn_item_dup_name (before);
  /* Translators: of an item: "moved, it was Agenda item 2.1" */
  return g_strdup_printf (_ ("moved, it was %s"), name);
}

static char *
say_change (MnItemChange *self, MnItem *before, MnItem *after)
{
  g_autofree char *moved = (self->sort & MN_CHANGE_MOVED) ? say_move (before, after) : NULL;
  g_autofree char *fields = (self->sort & MN_CHANGE_CHANGED) ? say_fields (self->fields) : NULL;

  return g_strdup_printf ("%s: %s%s%s", self->name, moved != NULL ? moved : "",
                          moved != NULL && fields != NULL ? "; " : "",
                          fields != NULL ? fields : "");
}

static char *
say_coming_or_going (MnItemChange *self)
{
  gboolean has_words = *self->words != '\0' && !mn_kind_is_named (self->kind);

  if (self->sort == MN_CHANGE_ADDED)
    return has_words ? g_strdup_printf (_ ("%s added: “%s”"), self->name, self->words)
                     : g_strdup_printf (_ ("%s added"), self->name);
  return has_words ? g_strdup_printf (_ ("%s removed: “%s”"), self->name, self->words)
                   : g_strdup_printf (_ ("%s removed"), self->name);
}

/*
 * @before: (nullable): the item as it was
 * @after: (nullable): as it is
 * @moved: whether its place is another relative to its fellows
 *
 * Returns: (transfer full) (nullable): what became of it; NULL if nothing did
 */
MnItemChange *
mn_item_change_new (MnItem *before, MnItem *after, gboolean moved)
{
  g_autoptr (MnItemChange) self = g_object_new (MN_TYPE_ITEM_CHANGE, NULL);
  MnItem                  *item = after != NULL ? after : before;

  if (before != NULL && after != NULL)
    {
      compare_fields (self, before, after);
      self->sort = (MnChangeSort) ((moved ? MN_CHANGE_MOVED : 0) |
                                   (self->fields->len > 0 ? MN_CHANGE_CHANGED : 0));
      if (self->sort == 0)
        return NULL;
    }
  else
    self->sort = after != NULL ? MN_CHANGE_ADDED : MN_CHANGE_REMOVED;
  self->kind = item->kind;
  self->id = g_strdup (item->id);
  self->name = mn_item_dup_name (item);
  self->words = mn_item_dup_words (item);
  self->sentence = before != NULL && after != NULL ? say_change (self, before, after)
                                                   : say_coming_or_going (self);
  return g_steal_pointer (&self);
}
