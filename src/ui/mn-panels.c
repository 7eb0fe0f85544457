#include "mn-panels.h"

#include <string.h>

#include "mn-follow-up-panel.h"
#include "mn-presence-panel.h"
#include "mn-roll-panel.h"
#include "mn-tray-panel.h"

GtkWidget *
mn_panel_new_for_item (MnEditContext *context, MnItem *item)
{
  if (mn_item_is (item, "follow-up"))
    return mn_follow_up_panel_new (context, item);
  if (mn_item_is (item, "attendee"))
    return mn_presence_panel_new (context, item);
  if (mn_item_is (item, "tray-line"))
    return mn_tray_panel_new (context, item);
  return NULL;
}

GtkWidget *
mn_panel_new_for_head (MnEditContext *context, const MnSection *section)
{
  return strcmp (section->name, "attendees") == 0 ? mn_roll_panel_new (context) : NULL;
}

GtkWidget *
mn_panel_new_for_foot (MnEditContext *context, const MnSection *section)
{
  return strcmp (section->name, "tray") == 0 ? mn_tray_entry_new (context) : NULL;
}
