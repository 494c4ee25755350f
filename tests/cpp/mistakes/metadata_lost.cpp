// expected: what is assigned would be lost
#include <stoner.hpp>

void mistake(stoner::Image &image) { image.metadata()["note"] = "seen"; }
