/* A panic inside the library becomes STONER_ERR_INTERNAL. Built with the feature `planted-panic` only. */
#include <string.h>

#include "harness.h"

int32_t stoner_planted_panic(stoner_context *ctx);

TEST(a_panic_is_a_status_with_message_and_place) {
    CHECK_STATUS(stoner_planted_panic(NULL), STONER_ERR_INTERNAL);
    CHECK(strstr(stoner_last_error(NULL), "planted") != NULL);
    CHECK(strstr(stoner_last_error(NULL), "library.rs") != NULL);
    CHECK(stoner_last_error_status(NULL) == STONER_ERR_INTERNAL);
}

TEST(the_context_stays_usable) {
    stoner_context *context = NULL;
    CHECK_STATUS(stoner_context_new(NULL, &context), STONER_OK);
    CHECK_STATUS(stoner_planted_panic(context), STONER_ERR_INTERNAL);
    CHECK_STATUS(stoner_context_clear_error(context), STONER_OK);
    CHECK(stoner_last_error_status(context) == STONER_OK);
    CHECK_STATUS(stoner_context_free(context), STONER_OK);
}

int main(void) {
    RUN(a_panic_is_a_status_with_message_and_place);
    RUN(the_context_stays_usable);
    return finish();
}
