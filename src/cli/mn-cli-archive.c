#include "mn-cli-archive.h"

#include "mn-signs.h"

MnArchive *
mn_cli_archive_new (const char *folder)
{
  g_autoptr (MnClock) clock = mn_clock_new ();
  MnArchive          *archive = mn_archive_new (folder, clock);

  mn_archive_set_sign_rule (archive, mn_signs_get_rule ());
  return archive;
}
