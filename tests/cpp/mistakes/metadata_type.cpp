// expected: get one of these types
#include <stoner.hpp>

void mistake(const stoner::Metadata &metadata) { metadata.get<std::vector<double>>("key"); }
