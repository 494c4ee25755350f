// What both files need. No framework of tests, since those need exceptions.
#pragma once

#if defined(__cpp_exceptions) || defined(__cpp_rtti)
#error "this program is compiled with -fno-exceptions -fno-rtti"
#endif

#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

#include <stoner.hpp>

inline int faults = 0;

#define CHECK(condition) check(static_cast<bool>(condition), #condition, __FILE__, __LINE__)

inline void check(bool right, const char *condition, const char *file, int line) {
    if (!right) {
        std::fprintf(stderr, "%s:%d: %s\n", file, line, condition);
        ++faults;
    }
}

void other_file();
