// expected: progress is told to a function that takes a double
#include <stoner.hpp>

void mistake(stoner::Context &context) {
    context.set_progress_callback([] {});
}
