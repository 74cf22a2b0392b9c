#include "tests/support/common_headers.h"
