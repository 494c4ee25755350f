// expected: an image is not true or false
#include <stoner.hpp>

bool mistake(const stoner::Image &a, const stoner::Image &b) {
    if (a == b) {
        return true;
    }
    return false;
}
