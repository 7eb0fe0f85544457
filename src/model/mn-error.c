#include "mn-error.h"

G_DEFINE_QUARK (mn - error - quark, mn_error)
