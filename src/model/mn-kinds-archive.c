/* The kinds of the documents that an archive has besides its sessions: directory, series, register
 * of numbers. They are read, written, edited and saved as sessions are. */

#include "mn-kinds-private.h"

static const MnField no_fields[] = {
  END_FIELDS,
};
static const MnSlot no_slots[] = {
  END_SLOTS,
};

/* ---- directory ------------------------------------------------------------------------------ */

static const MnSlot directory_slots[] = {
  { "persons", N_ ("Persons"), &mn_kind_person, FALSE },
  { "bodies", N_ ("Bodies"), &mn_kind_body, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_directory = { "directory", N_ ("Directory"), no_fields, directory_slots };

static const MnField person_fields[] = {
  ENUM ("address", N_ ("Form of address"), mn_addresses),
  TITLE ("name", N_ ("Name")),
  TEXT ("note", N_ ("Note")),
  END_FIELDS,
};
static const MnSlot person_slots[] = {
  { "posts", N_ ("Posts"), &mn_kind_post, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_person = { "person", N_ ("Person"), person_fields, person_slots };

static const MnField post_fields[] = {
  TITLE ("title", N_ ("Post")),
  REF ("body", N_ ("Body"), "body"),
  FIELD ("from", N_ ("From"), MN_FIELD_DATE),
  FIELD ("until", N_ ("Until"), MN_FIELD_DATE),
  END_FIELDS,
};
const MnKind mn_kind_post = { "post", N_ ("Post"), post_fields, no_slots };

/* The district level is gone since 1/7/2025; papers from before still name its bodies. */
static const MnEnumValue levels[] = {
  { "central", N_ ("Central") },
  { "province", N_ ("Province or city") },
  { "district", N_ ("District (until 30/6/2025)") },
  { "commune", N_ ("Commune, ward or special zone") },
  { "base", N_ ("Base organisation") },
  END_VALUES,
};
static const MnEnumValue body_types[] = {
  { "party-committee", N_ ("Party committee") },
  { "party-organ", N_ ("Organ of a Party committee") },
  { "peoples-council", N_ ("People's Council") },
  { "peoples-committee", N_ ("People's Committee") },
  { "state-agency", N_ ("State agency") },
  { "front", N_ ("Fatherland Front") },
  { "mass-organisation", N_ ("Mass organisation") },
  { "other", N_ ("Other") },
  END_VALUES,
};
static const MnField body_fields[] = {
  TITLE ("name", N_ ("Name")),
  TEXT ("short-name", N_ ("Short name")),
  TEXT ("symbol", N_ ("Symbol")),
  REF ("parent", N_ ("Parent body"), "body"),
  ENUM ("level", N_ ("Level"), levels),
  ENUM ("type", N_ ("Type"), body_types),
  FIELD ("from", N_ ("From"), MN_FIELD_DATE),
  FIELD ("until", N_ ("Until"), MN_FIELD_DATE),
  REFS ("successors", N_ ("Successors"), "body"),
  END_FIELDS,
};
const MnKind mn_kind_body = { "body", N_ ("Body"), body_fields, no_slots };

/* ---- series --------------------------------------------------------------------------------- */

static const MnSlot series_list_slots[] = {
  { "entries", N_ ("Series"), &mn_kind_series, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_series_list = { "series-list", N_ ("List of series"), no_fields,
                                     series_list_slots };

/* Its id is the "series-id" of the sessions; the agenda is the template of the next one's. */
static const MnField series_fields[] = {
  TITLE ("name", N_ ("Name")),
  TEXT ("body", N_ ("Convening body")),
  HIDDEN ("body-id", N_ ("Directory id"), MN_FIELD_ID),
  ENUM ("kind", N_ ("Kind of meeting"), mn_meeting_kinds),
  ENUM ("period-kind", N_ ("Period"), mn_period_kinds),
  ENUM ("style", N_ ("House style"), mn_house_styles),
  END_FIELDS,
};
static const MnSlot series_slots[] = {
  { "agenda", N_ ("Agenda"), &mn_kind_agenda_item, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_series = { "series", N_ ("Series"), series_fields, series_slots };

/* ---- numbers -------------------------------------------------------------------------------- */

/* Only what the sessions of the archive can't tell: an entry belongs to the period of its body in
 * which its date lies. */
static const MnSlot number_register_slots[] = {
  { "terms", N_ ("Terms of committees"), &mn_kind_term, FALSE },
  { "starts", N_ ("First numbers"), &mn_kind_number_start, FALSE },
  { "reserved", N_ ("Reserved numbers"), &mn_kind_reserved_number, FALSE },
  { "foreign", N_ ("Numbers issued outside the archive"), &mn_kind_foreign_number, FALSE },
  END_SLOTS,
};
const MnKind mn_kind_number_register = { "number-register", N_ ("Register of numbers"), no_fields,
                                         number_register_slots };

static const MnField term_fields[] = {
  TITLE ("title", N_ ("Term")),
  TEXT ("body", N_ ("Body")),
  FIELD ("from", N_ ("From"), MN_FIELD_DATE),
  FIELD ("until", N_ ("Until"), MN_FIELD_DATE),
  END_FIELDS,
};
const MnKind mn_kind_term = { "term", N_ ("Term of a committee"), term_fields, no_slots };

#define OF_SEQUENCE                                                                                \
  TEXT ("body", N_ ("Body")), TEXT ("symbol", N_ ("Symbol of the body")),                          \
      TEXT ("kind", N_ ("Kind (TB, BB, …)")), FIELD ("number", N_ ("Number"), MN_FIELD_INTEGER),   \
      FIELD ("date", N_ ("Date"), MN_FIELD_DATE)

static const MnField number_start_fields[] = {
  OF_SEQUENCE,
  TITLE ("note", N_ ("Note")),
  END_FIELDS,
};
const MnKind mn_kind_number_start = { "number-start", N_ ("First number"), number_start_fields,
                                      no_slots };

static const MnField reserved_number_fields[] = {
  OF_SEQUENCE,
  TITLE ("reason", N_ ("Reserved for")),
  TEXT ("by", N_ ("Reserved by")),
  HIDDEN ("document", N_ ("Document"), MN_FIELD_ID),
  END_FIELDS,
};
const MnKind mn_kind_reserved_number = { "reserved-number", N_ ("Reserved number"),
                                         reserved_number_fields, no_slots };

static const MnField foreign_number_fields[] = {
  OF_SEQUENCE,
  TITLE ("title", N_ ("Title")),
  END_FIELDS,
};
const MnKind mn_kind_foreign_number = { "foreign-number", N_ ("Number issued outside the archive"),
                                        foreign_number_fields, no_slots };
