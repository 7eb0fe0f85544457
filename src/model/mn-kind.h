#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MnFieldType: what a field holds. All values but rich text are kept in one canonical spelling, the
 * one that stands in the file, so reading, writing, comparing and merging treat them alike.
 */
typedef enum
{
  MN_FIELD_TEXT,    /* one line, NFC */
  MN_FIELD_RICH,    /* MnText */
  MN_FIELD_ENUM,    /* a nick out of MnField.values */
  MN_FIELD_DATE,    /* "2026-04-15" */
  MN_FIELD_TIME,    /* "08:30" */
  MN_FIELD_MOMENT,  /* "2026-04-15T08:30:00+07:00" */
  MN_FIELD_INTEGER, /* "12", never negative */
  MN_FIELD_DECIMAL, /* "5.8", "-3" */
  MN_FIELD_BOOLEAN, /* "yes"; unset means no */
  MN_FIELD_REF,     /* id of an item of kind MnField.ref in the same document */
  MN_FIELD_REFS,    /* several, parted by one space, each once */
  MN_FIELD_ID,      /* an id that may lie in another document */
} MnFieldType;

typedef struct
{
  const char *nick;  /* in the file */
  const char *label; /* for people, untranslated */
} MnEnumValue;

typedef enum
{
  MN_FIELD_PLAIN = 0,
  MN_FIELD_HIDDEN = 1 << 0,   /* not in forms: set by the program */
  MN_FIELD_TITLE = 1 << 1,    /* stands for the item in lists */
  MN_FIELD_LONG = 1 << 2,     /* deserves more than one line in a form */
  MN_FIELD_AUTO = 1 << 3,     /* unset, it follows from other fields */
  MN_FIELD_ATTACHED = 1 << 4, /* names a file, from the archive's folder on */
} MnFieldFlags;

/** MnField: one line of a kind's description. */
typedef struct
{
  const char        *name;  /* in the file and in code */
  const char        *label; /* for people, untranslated: N_() */
  MnFieldType        type;
  MnFieldFlags       flags;
  const MnEnumValue *values; /* ENUM: ends with a NULL nick */
  const char        *ref;    /* REF, REFS: name of the kind referred to */
} MnField;

typedef struct _MnKind MnKind;

/** MnSlot: a place for child items of one kind; a single one always holds exactly one item. */
typedef struct
{
  const char   *name;  /* element around the items; single items have none around them */
  const char   *label; /* for people, untranslated */
  const MnKind *kind;
  gboolean      single;
} MnSlot;

/** MnKind: the one description of a kind of item; see mn-kinds.c and mn-kinds-archive.c for all of
 * them. */
struct _MnKind
{
  const char    *name;   /* element name */
  const char    *label;  /* for people, untranslated: "Proposal" */
  const MnField *fields; /* ends with a NULL name */
  const MnSlot  *slots;  /* ends with a NULL name */
};

#define MN_KIND_MAX_FIELDS 40

const MnKind        *mn_kind_get_session (void);
const MnKind        *mn_kind_find (const char *name);
const MnKind *const *mn_kind_list (void);       /* all, NULL-terminated, the session first */
const MnKind *const *mn_kind_list_roots (void); /* of documents, the session first */
gboolean             mn_kind_is_root (const MnKind *self);

guint          mn_kind_get_n_fields (const MnKind *self);
guint          mn_kind_get_n_slots (const MnKind *self);
const MnField *mn_kind_find_field (const MnKind *self, const char *name);
int            mn_kind_get_field_index (const MnKind *self, const char *name); /* -1: none */
const MnSlot  *mn_kind_find_slot (const MnKind *self, const char *name);
int            mn_kind_get_slot_index (const MnKind *self, const char *name); /* -1: none */
const char    *mn_kind_get_label (const MnKind *self);

const char        *mn_field_get_label (const MnField *self);
const MnEnumValue *mn_field_find_value (const MnField *self, const char *nick);
const char        *mn_enum_value_get_label (const MnEnumValue *self);
const char        *mn_slot_get_label (const MnSlot *self);

/* The canonical spelling of @raw for the field, NULL with an error if it has none. (transfer full)
 */
char *mn_field_canonical (const MnField *self, const char *raw, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
