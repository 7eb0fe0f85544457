#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mn_official_date_long (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
char *mn_official_date_short (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
char *mn_official_time (int hour, int minute) G_GNUC_WARN_UNUSED_RESULT;
char *mn_official_two_digits (guint number) G_GNUC_WARN_UNUSED_RESULT;
char *mn_official_decimal (const char *decimal) G_GNUC_WARN_UNUSED_RESULT;
char *mn_official_ordinal (guint ordinal) G_GNUC_WARN_UNUSED_RESULT;
char *mn_official_roman (guint number) G_GNUC_WARN_UNUSED_RESULT;
char *mn_official_point_letter (guint index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
