#include "mn-style-words.h"

static const char *const names[MN_N_WORDS] = {
  [MN_WORD_TITLE] = "title",
  [MN_WORD_MOTTO] = "motto",
  [MN_WORD_STAR] = "star",
  [MN_WORD_NUMBER] = "number",
  [MN_WORD_SEPARATOR] = "separator",
  [MN_WORD_DRAFT] = "draft",
  [MN_WORD_END] = "end",
  [MN_WORD_BASIS] = "basis",
  [MN_WORD_ON_BEHALF] = "on-behalf",
  [MN_WORD_FOR] = "for",
  [MN_WORD_BY_ORDER] = "by-order",
  [MN_WORD_DELEGATED] = "delegated",
  [MN_WORD_ACTING] = "acting",
  [MN_WORD_RECIPIENTS] = "recipients",
  [MN_WORD_ARCHIVE] = "archive",
  [MN_WORD_ARCHIVE_MINUTES] = "archive-minutes",
  [MN_WORD_URGENT] = "urgent",
  [MN_WORD_VERY_URGENT] = "very-urgent",
  [MN_WORD_EXPRESS] = "express",
  [MN_WORD_FOR_MEETING] = "for-meeting",
  [MN_WORD_INTERNAL] = "internal",
  [MN_WORD_RECALLED] = "recalled",
  [MN_WORD_TO_RETURN] = "to-return",
  [MN_WORD_NOT_FOR_MEDIA] = "not-for-media",
  [MN_WORD_COPIES] = "copies",
  [MN_WORD_APPENDIX] = "appendix",
  [MN_WORD_APPENDIX_OF] = "appendix-of",
  [MN_WORD_WRITER] = "writer",
  [MN_WORD_CHAIR] = "chair",
  [MN_WORD_ATTESTED] = "attested",
  [MN_WORD_TIME] = "time",
  [MN_WORD_VENUE] = "venue",
  [MN_WORD_CONTENT] = "content",
  [MN_WORD_CHAIRS] = "chairs",
  [MN_WORD_SECRETARY] = "secretary",
  [MN_WORD_MATERIALS] = "materials",
  [MN_WORD_ATTENDANCE] = "attendance",
};

/** mn_style_word_get_name: "on-behalf" and the like. */
const char *
mn_style_word_get_name (MnStyleWord word)
{
  g_return_val_if_fail ((int) word >= 0 && word < MN_N_WORDS, NULL);

  return names[word];
}
