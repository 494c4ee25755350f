#include <stdio.h>

#include "stoner.h"

int main(void) { return printf("libstoner %s\n", stoner_version()) < 0; }
