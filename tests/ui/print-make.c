#include "print-make.h"

#include "mn-block.h"

#define SENTENCE                                                                                                                       \
  "Thường trực Đảng uỷ ghi nhận kết quả phối hợp giữa Uỷ ban Mặt trận Tổ quốc với các tổ chức " \
  "chính trị - xã hội trong việc nắm tình hình nhân dân, kịp thời phản ánh tâm tư, nguyện vọng. "
#define PARAGRAPHS_ON_A_PAGE 12

MnPrintPart *
print_make_part (const char *title, guint n_pages)
{
  g_autoptr (GError)     error = NULL;
  MnStyle               *style = mn_style_load ("party-2026", &error);
  g_autoptr (MnPages)    pages = NULL;
  g_autoptr (MnComposed) composed = mn_composed_new ();

  g_assert_no_error (error);
  pages = mn_pages_new (style);
  for (guint i = 0; mn_pages_get_n_pages (pages) < n_pages || i == 0; i += PARAGRAPHS_ON_A_PAGE)
    {
      guint wanted = n_pages < 20 ? 1 : PARAGRAPHS_ON_A_PAGE * n_pages;

      for (guint j = 0; j < wanted; j++)
        {
          g_autofree char *text = g_strdup_printf ("%s, đoạn %u. " SENTENCE, title,
                                                   composed->blocks->len + 1);

          g_ptr_array_add (composed->blocks, mn_block_new_string (MN_ROLE_BODY, text));
        }
      mn_pages_update (pages, composed);
    }

  return mn_print_part_new (pages, MN_FORM_MINUTES, title);
}

GPtrArray *
print_make_parts (guint n_parts, const guint *n_pages)
{
  GPtrArray *parts = mn_print_parts_new ();

  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *title = g_strdup_printf ("Văn bản %u", i + 1);

      g_ptr_array_add (parts, print_make_part (title, n_pages[i]));
    }

  return parts;
}
