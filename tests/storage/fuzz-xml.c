/* For libFuzzer:
 *   CC=clang meson setup _build_fuzz -Dfuzz=true -Dui=false -Db_lundef=false \
 *     -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link
 *   ninja -C _build_fuzz tests/fuzz-xml
 *   _build_fuzz/tests/fuzz-xml -max_len=4096 CORPUS data/samples */

#include "mn-xml.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) twice = NULL;
  g_autoptr (MnItem) root = NULL;
  g_autoptr (MnItem) again = NULL;
  MnXmlInfo          info;

  root = mn_xml_read_document (bytes, "fuzz", NULL, &info, NULL);
  if (root == NULL || info.newer)
    return 0;
  written = mn_xml_write (root);
  again = mn_xml_read_document (written, "again", NULL, NULL, NULL);
  g_assert (again != NULL);
  twice = mn_xml_write (again);
  g_assert (g_bytes_equal (written, twice));
  return 0;
}
