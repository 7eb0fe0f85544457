#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MnStyleWord: what a family of papers says in words of its own. They are printed and never
 * translated.
 * "%s" stands for a name, "%n" for the number, "%k" for the symbol of the kind and "%o" for that of
 * the organ.
 */
typedef enum
{
  MN_WORD_TITLE,  /* ĐẢNG CỘNG SẢN VIỆT NAM; the nation's name */
  MN_WORD_MOTTO,  /* Độc lập - Tự do - Hạnh phúc */
  MN_WORD_STAR,   /* below the issuing body */
  MN_WORD_NUMBER, /* Số %n-%k/%o */
  MN_WORD_SEPARATOR,
  MN_WORD_DRAFT,
  MN_WORD_END,       /* of the body */
  MN_WORD_BASIS,     /* before each legal basis: "- " */
  MN_WORD_ON_BEHALF, /* T/M */
  MN_WORD_FOR,       /* K/T */
  MN_WORD_BY_ORDER,  /* T/L */
  MN_WORD_DELEGATED, /* TUQ.; the Party has none */
  MN_WORD_ACTING,    /* Q. */
  MN_WORD_RECIPIENTS,
  MN_WORD_ARCHIVE,         /* Lưu %s */
  MN_WORD_ARCHIVE_MINUTES, /* the same below minutes */
  MN_WORD_URGENT,
  MN_WORD_VERY_URGENT,
  MN_WORD_EXPRESS,
  MN_WORD_FOR_MEETING,
  MN_WORD_INTERNAL,
  MN_WORD_RECALLED,
  MN_WORD_TO_RETURN,
  MN_WORD_NOT_FOR_MEDIA,
  MN_WORD_COPIES, /* %s-%n: drafter and number of copies */
  MN_WORD_APPENDIX,
  MN_WORD_APPENDIX_OF, /* (Kèm theo %s …) */
  MN_WORD_WRITER,      /* minutes, left */
  MN_WORD_CHAIR,       /* minutes, right: CHỦ TRÌ %s */
  MN_WORD_ATTESTED,    /* Xác nhận chữ ký của %s */
  MN_WORD_TIME,        /* opening items of minutes */
  MN_WORD_VENUE,
  MN_WORD_CONTENT,
  MN_WORD_CHAIRS,
  MN_WORD_SECRETARY,
  MN_WORD_MATERIALS,
  MN_WORD_ATTENDANCE,
  MN_N_WORDS,
} MnStyleWord;

/** MnStyleSymbol: what a body or a kind of document is called in numbers. */
typedef struct
{
  char    *begins; /* with what the name begins: "Tỉnh uỷ" */
  char    *symbol; /* "TU"; "*" = the initials of the name's words up to the place */
  gboolean joined; /* the symbol of the body above follows without a sign: VP + TU */
} MnStyleSymbol;

/* @text with the tone on the other vowel of "oa", "oe" and "uy" at a syllable's end: "uỷ" becomes
 * "ủy" where @old_tones, and the other way round. (transfer full) */
char *mn_style_spell (const char *text, gboolean old_tones) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a word in a style file. */
const char *mn_style_word_get_name (MnStyleWord word);

G_END_DECLS
