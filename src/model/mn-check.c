#include "mn-check.h"
