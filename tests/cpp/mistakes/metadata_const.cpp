// expected: what is assigned would be lost
#include <stoner.hpp>

void mistake(const stoner::Metadata &metadata) { metadata["note"] = 1; }
