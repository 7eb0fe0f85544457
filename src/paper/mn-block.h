#pragma once

#include <glib.h>

#include "mn-picture.h"
#include "mn-text.h"

G_BEGIN_DECLS

/**
 * MnRole: what a piece of paper is for. A house style gives each role its size, weight, case,
 * alignment, indents and gaps; a form only names roles. Names in style files are the lower-case
 * words with hyphens ("party-title").
 */
typedef enum
{
  MN_ROLE_BODY,        /* running text */
  MN_ROLE_HEADING_1,   /* "1. …", "2. …" of the body */
  MN_ROLE_HEADING_2,   /* "1.1. …" */
  MN_ROLE_HEADING_3,   /* a speaker or organisation that leads its own text */
  MN_ROLE_PARTY_TITLE, /* ĐẢNG CỘNG SẢN VIỆT NAM */
  MN_ROLE_NATION,      /* Quốc hiệu */
  MN_ROLE_MOTTO,       /* Tiêu ngữ */
  MN_ROLE_PARENT_BODY, /* the organ above the issuing body */
  MN_ROLE_ISSUING_BODY,
  MN_ROLE_STAR,   /* "*" below the issuing body */
  MN_ROLE_NUMBER, /* Số 07-TB/TU */
  MN_ROLE_PLACE_DATE,
  MN_ROLE_DRAFT_NOTE,       /* Dự thảo */
  MN_ROLE_URGENCY,          /* KHẨN */
  MN_ROLE_CIRCULATION,      /* LƯU HÀNH NỘI BỘ */
  MN_ROLE_MEDIA_NOTE,       /* Không phổ biến trên phương tiện thông tin đại chúng */
  MN_ROLE_KIND,             /* BIÊN BẢN, THÔNG BÁO */
  MN_ROLE_SUBJECT,          /* trích yếu */
  MN_ROLE_SEPARATOR,        /* ----- */
  MN_ROLE_BASIS,            /* căn cứ */
  MN_ROLE_OPENING_ITEM,     /* "- Thời gian: …" of minutes */
  MN_ROLE_AUTHORITY,        /* T/M BAN THƯỜNG VỤ */
  MN_ROLE_POSITION,         /* PHÓ BÍ THƯ */
  MN_ROLE_SOLE_POSITION,    /* a position that stands without an authority line */
  MN_ROLE_SIGNATURE_GAP,    /* the room left for the signature */
  MN_ROLE_SIGNER,           /* full name */
  MN_ROLE_ATTESTATION,      /* Xác nhận chữ ký của đồng chí … */
  MN_ROLE_RECIPIENTS_LABEL, /* Nơi nhận: */
  MN_ROLE_RECIPIENT,
  MN_ROLE_COPIES,   /* who drafted it, in how many copies */
  MN_ROLE_CONTACT,  /* address, telephone */
  MN_ROLE_APPENDIX, /* Phụ lục 1 */
  MN_ROLE_APPENDIX_TITLE,
  MN_ROLE_APPENDIX_OF, /* (Kèm theo …) */
  MN_ROLE_SOURCE_NOTE, /* from which report a draft was taken */
  MN_ROLE_TABLE_HEAD,
  MN_ROLE_TABLE_CELL,
  MN_ROLE_TABLE_SIGN, /* a cell to be signed in */
  MN_ROLE_TABLE_CAPTION,
  MN_ROLE_PICTURE_CAPTION,
  MN_ROLE_PAGE_NUMBER,
  MN_N_ROLES,
} MnRole;

/**
 * MnBlockKind: how a block is set.
 *
 * - PARAGRAPH: @text, one paragraph per paragraph of the text, with @label before the first.
 * - COLUMNS: @children are COLUMN blocks side by side, each a stack of PARAGRAPH and RULE blocks;
 *   never split over pages. (Letterhead; recipients and signature.)
 * - COLUMN: a stack; @width is its share of the text width, 0 to 1.
 * - TABLE: @children are ROW blocks; the first @n_head_rows are the heading, repeated after each
 *   page break. @columns say how wide they are; without them all are as wide.
 * - ROW: @children are PARAGRAPH blocks, one a cell, the last of which takes the columns that are
 *   left; a row isn't split unless it is taller than a page.
 * - RULE: a line under the block before it in the same stack: @width times the width of that
 *   block's last line, centred on it.
 * - GAP: nothing, as high as the style says for its role.
 * - SECTION: what follows, up to the next one, begins a new page; its pages are @landscape or not,
 *   and with @own_numbers they are numbered from 1 again, as HD 05 wants for an appendix.
 *   Pages from one such beginning to the next are a part; the first of a part bears no number.
 *   With @own_sheets as well they are handed out alone: both sides printed, they begin on a front.
 * - MARK: @children, a stack that is never split, stand at @place of the sheet, whatever the text
 *   does; text never runs into them. It belongs to the part in which it stands.
 * - FRAME: @children, a stack, stand centred in a box of @width by @height millimetres, which grows
 *   where they need more; 0 = as large as they are.
 * - PICTURE: @picture, in the middle, no larger than there is room; @text isn't printed, it says
 *   what is seen to those who don't see it.
 */
typedef enum
{
  MN_BLOCK_PARAGRAPH,
  MN_BLOCK_COLUMNS,
  MN_BLOCK_COLUMN,
  MN_BLOCK_TABLE,
  MN_BLOCK_ROW,
  MN_BLOCK_RULE,
  MN_BLOCK_GAP,
  MN_BLOCK_SECTION,
  MN_BLOCK_MARK,
  MN_BLOCK_FRAME,
  MN_BLOCK_PICTURE,
} MnBlockKind;

/**
 * MnPlace: where on the sheet a MARK stands. Marks of one place stand one below the other, within
 * the text's left and right edges.
 *
 * - TOP_EDGE: 10 mm below the upper edge, first page (circulation: HD 05, ô 11a).
 * - FIRST_FOOT: under a line across the text's width, at the foot of the first page's text area
 * (how to reach the issuing body: NĐ 30, ô 13).
 * - LAST_FOOT: the same on the last page (HD 05, ô 13).
 * - LAST_EDGE: ends 10 mm above the lower edge, last page ("Không phổ biến …": HD 05, II.4).
 */
typedef enum
{
  MN_PLACE_TOP_EDGE,
  MN_PLACE_FIRST_FOOT,
  MN_PLACE_LAST_FOOT,
  MN_PLACE_LAST_EDGE,
  MN_N_PLACES,
} MnPlace;

typedef enum
{
  MN_ALIGN_ROLE, /* as the style says for the role */
  MN_ALIGN_LEFT,
  MN_ALIGN_CENTRE,
  MN_ALIGN_RIGHT,
  MN_ALIGN_JUSTIFY,
} MnAlign;

/**
 * MnColumnKind: what a column's width comes from.
 *
 * - SHARED: its share of what the other columns leave.
 * - FIXED: millimetres.
 * - FITTED: what stands in it: no narrower than its longest piece that can't be parted, and then as
 *   narrow as takes no more lines than so many millimetres would. Empty but for its heading it has
 *   these millimetres, to be filled by hand.
 *
 * Tables of one form that are alike have one measure.
 */
typedef enum
{
  MN_COLUMN_SHARED,
  MN_COLUMN_FIXED,
  MN_COLUMN_FITTED,
} MnColumnKind;

/** MnColumn: of a TABLE. */
typedef struct
{
  MnColumnKind kind;
  double       width; /* the share, the millimetres, or what is enough of them */
} MnColumn;

/**
 * MnBlock: one unit of a composed form, in reading order. A form turns a session into a list of
 * these; nothing in a block is measured yet. Reference counted; not changed once composed.
 */
typedef struct _MnBlock MnBlock;

struct _MnBlock
{
  MnBlockKind kind;
  MnRole      role;
  MnAlign     align;
  guint       level;      /* of dash and numbered points inside the text; 0 = top */
  guint       outline;    /* depth in the PDF outline, from 1; 0 = not listed */
  guint       keep_lines; /* COLUMNS: lines of text before it that must stay on its page */
  gboolean    keep_with_next;
  gboolean    page_break;  /* begins a new page */
  double      width;       /* COLUMN, RULE, FRAME: see MnBlockKind */
  double      height;      /* FRAME: millimetres */
  gboolean    landscape;   /* SECTION */
  gboolean    own_numbers; /* SECTION */
  gboolean    own_sheets;  /* SECTION */
  MnPlace     place;       /* MARK */
  guint       n_head_rows; /* TABLE */
  GArray     *columns;     /* TABLE: of MnColumn, or NULL */
  char   *anchor; /* permanent name inside the form: "point:<id>"; NULL where it can't be edited */
  char   *source; /* id of the item it was composed from, or NULL */
  char   *link;   /* id of the item whose block its text leads to in the PDF, or NULL */
  char   *label;  /* "1.", "-", "a)" set before the text, or NULL */
  MnText *text;   /* PARAGRAPH, PICTURE: (nullable) */
  MnPicture *picture;      /* PICTURE */
  GPtrArray *children;     /* of MnBlock, or NULL */
  gboolean   hand_changed; /* its text is a hand change, not composed */

  /*< private >*/
  grefcount ref_count;
};

MnBlock *mn_block_new (MnBlockKind kind, MnRole role) G_GNUC_WARN_UNUSED_RESULT;
MnBlock *mn_block_new_paragraph (MnRole role, MnText *text) G_GNUC_WARN_UNUSED_RESULT;
MnBlock *mn_block_new_string (MnRole role, const char *text) G_GNUC_WARN_UNUSED_RESULT;
MnBlock *mn_block_ref (MnBlock *self);
void     mn_block_unref (MnBlock *self);
void     mn_block_add (MnBlock *self, MnBlock *child); /* (transfer full) child */
void     mn_block_add_column (MnBlock *self, MnColumnKind kind, double width);
gboolean mn_block_equal_columns (const MnBlock *self, const MnBlock *other);
gboolean mn_block_equal (const MnBlock *self, const MnBlock *other);
guint    mn_block_hash (const MnBlock *self);
char    *mn_block_dup_plain (const MnBlock *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnBlock, mn_block_unref)

/**
 * MnComposed: a composed form: its blocks and what the PDF's information fields hold.
 */
typedef struct
{
  GPtrArray *blocks; /* of MnBlock (owned) */
  char      *title;  /* "Thông báo kết luận …" */
  char      *author; /* the issuing body */
  char      *subject;
  char      *created; /* ISO 8601 date and time: the document's, never the clock's; or NULL */
  char      *fault;   /* why it must not be printed: one sentence, for people; or NULL */
  gboolean   draft;
} MnComposed;

MnComposed *mn_composed_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        mn_composed_free (MnComposed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MnComposed, mn_composed_free)

G_END_DECLS
