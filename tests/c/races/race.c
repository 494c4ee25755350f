/* finds: data race */
/* Two threads that write to one number without asking each other: a sanitizer that does not find this finds nothing. */
#include <pthread.h>
#include <stdio.h>

#include "stoner.h"

static long long counter;

static void *count(void *unused) {
    int i;
    for (i = 0; i < 100000; i++) {
        counter++;
    }
    return unused;
}

int main(void) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, count, NULL) != 0) {
        return 1;
    }
    count(NULL);
    pthread_join(thread, NULL);
    printf("%lld %d\n", counter, (int)stoner_version_number());
    return 0;
}
