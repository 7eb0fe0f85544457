#include "mn-status.h"
