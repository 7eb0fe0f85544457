/* Writes the schema to the file that is named on the command line. */

#include "mn-schema.h"

int
main (int argc, char **argv)
{
  g_autofree char   *schema = mn_schema_generate ();
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("Usage: %s FILE\n", argv[0]);
      return 2;
    }
  if (!g_file_set_contents (argv[1], schema, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
