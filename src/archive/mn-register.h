#pragma once

#include "mn-archive.h"
#include "mn-numbering.h"

G_BEGIN_DECLS

/** MnNumberSource: why a number is taken. */
typedef enum
{
  MN_NUMBER_DOCUMENT, /* a document of a session bears it, issued or not yet */
  MN_NUMBER_RESERVED, /* numbers.xml keeps it for later */
  MN_NUMBER_FOREIGN,  /* numbers.xml: it was issued outside the archive */
} MnNumberSource;

/** MnNumberEntry: a number that is taken. Strings are never NULL. */
typedef struct
{
  MnNumberSource source;
  guint          number;
  char          *text;  /* as it stands on paper: "07-TB/TU" */
  char          *date;  /* "2026-04-15" or "" */
  char          *title; /* of the document, or what it is reserved for */
  char          *state; /* DOCUMENT: "issued", "draft" … */
  char          *item;  /* id of the document, or of the entry in numbers.xml */
  char          *owner; /* RESERVED: id of the document that it is kept for, or "" */
  char          *by;    /* RESERVED: who keeps it */
  char          *session;
  char          *session_title;
  gboolean       twice; /* another entry has the same number */
  gboolean       late;  /* a lower number has a later date */
} MnNumberEntry;

/** MnNumberGap: numbers that nobody has, from .. to. */
typedef struct
{
  guint from, to;
} MnNumberGap;

/** MnNumberSequence: one row of numbers: of a body, a kind and a period. */
typedef struct
{
  char      *body;
  char      *kind;       /* "TB"; "" where all kinds share one sequence */
  char      *period;     /* "2026", a term's name, or "" for the only, open one */
  MnSigns    signs;      /* how the next number will be written: the body's, or the organ's */
  gboolean   open_ended; /* Party: no term of the body is known */
  guint      first;
  guint      next;       /* what comes after the highest, without those that are reserved */
  GPtrArray *entries;    /* of MnNumberEntry, by number */
  GArray    *gaps;       /* of MnNumberGap */
  char      *start_item; /* (nullable): id of the entry of numbers.xml that sets the first */

  /*< private >*/
  char *apart;     /* the sign of an organ with numbers of its own, or "" */
  char *above;     /* the body that it belongs to, or "" */
  char *signed_on; /* the day of the paper that the signs are from */
  guint start;
} MnNumberSequence;

/** MnRegister: who bears which number, as of now; derived, never stored. */
typedef struct _MnRegister MnRegister;

/* @extra (nullable) is a session being edited: it stands for its file. */
MnRegister *mn_register_new (MnArchive *archive, MnItem *extra, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void mn_register_free (MnRegister *self);

GPtrArray *mn_register_get_sequences (MnRegister *self); /* (transfer none) of MnNumberSequence */

/* Root of numbers.xml as it was read; for looking. (transfer none) */
MnItem *mn_register_get_entries (MnRegister *self);

/* Whether a document of that form bears a number. */
gboolean mn_register_bears_number (MnRegister *self, MnItem *session, MnItem *document);

/* The sequence of a document of @session, empty if it would be its first; NULL if the session names
 * no body, or the document bears no number. Lives as long as the register. */
MnNumberSequence *mn_register_find (MnRegister *self, MnItem *session, MnItem *document);

/* The same for an entry of numbers.xml, which needn't be in it: a number or a first number. */
MnNumberSequence *mn_register_find_entry (MnRegister *self, MnItem *entry);

/* A number as it stands on that document, or as an entry of numbers.xml means it: "07-TB/TU", with
 * "…" for what isn't known and left open on paper. */
char *mn_register_dup_number (MnRegister *self, MnItem *session, MnItem *document, guint number)
    G_GNUC_WARN_UNUSED_RESULT;
char *mn_register_dup_entry_number (MnRegister *self, MnItem *entry) G_GNUC_WARN_UNUSED_RESULT;

/* The number that the document should get: one that is kept for it, else the next. */
guint mn_number_sequence_propose (MnNumberSequence *self, MnItem *document);

/* Who else has @number: a document, or a reservation for another one. (nullable) */
const MnNumberEntry *mn_number_sequence_find (MnNumberSequence *self,
                                              guint             number,
                                              MnItem           *document);

/* One sentence for people, or NULL: what is wrong with the document's number. */
char *mn_number_sequence_dup_double (MnNumberSequence *self, MnItem *document)
    G_GNUC_WARN_UNUSED_RESULT;
char *mn_number_entry_dup_taken (const MnNumberEntry *entry)
    G_GNUC_WARN_UNUSED_RESULT; /* who has a number that was wanted */
char *mn_number_sequence_dup_advice (MnNumberSequence *self, MnItem *document)
    G_GNUC_WARN_UNUSED_RESULT;
char *mn_number_sequence_dup_name (MnNumberSequence *self)
    G_GNUC_WARN_UNUSED_RESULT; /* "TB, Tỉnh ủy Sông Ngân, 2026" */
char *mn_number_sequence_dup_number (MnNumberSequence *self, guint number)
    G_GNUC_WARN_UNUSED_RESULT; /* "07-TB/TU" */

/* An entry for numbers.xml that belongs to the sequence; its number and day are for whoever asked.
 */
MnItem *mn_number_sequence_make_entry (MnNumberSequence *self, const MnKind *kind)
    G_GNUC_WARN_UNUSED_RESULT;

/** MnNumberWish: what mn_register_take() shall do. */
typedef enum
{
  MN_NUMBER_TAKE,  /* the document gets its number */
  MN_NUMBER_ISSUE, /* and counts as issued, today if it has no date */
} MnNumberWish;

/* Takes a number for a document of the session in @store, under a lock on the register. */
gboolean mn_register_take (MnArchive   *archive,
                           MnStore     *store,
                           MnItem      *document,
                           MnNumberWish wish,
                           GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnRegister, mn_register_free)

G_END_DECLS
