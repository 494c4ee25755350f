"""Writes the C++ sources of a program that proves stoner_labview.h ABI-equal to stoner.h: abi_real.cpp, abi_flat.cpp, abi_main.cpp.

usage: make_abi.py FOLDER

Each of the first two includes one header. The compiler takes the declared type of every function apart (templates see result and
parameters), and what it finds becomes text: size, whether it is a float or an integer with or without sign, and of a pointer what it
points to. A handle, which is a pointer to a type without a definition, is a word of 8 bytes, as is the flat header's unsigned long
long: both travel in the same registers on 64-bit systems. The third compares the texts and the constants.
"""

import csv
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

DESCRIBE = """
#include <cstdint>
#include <map>
#include <string>
#include <type_traits>

template <class T, class = void> struct defined : std::false_type {};
template <class T> struct defined<T, decltype(void(sizeof(T)))> : std::true_type {};

// What a pointer points to: numbers by size and sign; a byte or nothing is memory; what has no definition is a handle.
template <class T> std::string kind() {
    using U = std::remove_cv_t<T>;
    if constexpr (std::is_void_v<U> || std::is_same_v<U, unsigned char>) {
        return "memory";
    } else if constexpr (std::is_same_v<U, char>) {
        return "text";
    } else if constexpr (std::is_floating_point_v<U>) {
        return "float" + std::to_string(sizeof(U));
    } else if constexpr (std::is_integral_v<U>) {
        return (std::is_signed_v<U> ? "signed" : "word") + std::to_string(sizeof(U));
    } else if constexpr (std::is_pointer_v<U>) {
        using V = std::remove_pointer_t<U>;
        if constexpr (std::is_same_v<std::remove_cv_t<V>, char>) {
            return "pointer to text";
        } else if constexpr (std::is_function_v<V>) {
            return "function";
        } else if constexpr (std::is_void_v<V> || !defined<V>::value) {
            static_assert(sizeof(U) == 8, "a handle and an address have 64 bits");
            return "word8";
        } else {
            return (std::is_const_v<V> ? "pointer to const " : "pointer to ") + kind<V>();
        }
    } else {
        return "unknown";
    }
}

// `void *` as a parameter is memory; a pointer to a handle, or to an address, is a pointer to a word.
template <class T> std::string parameter() {
    if constexpr (std::is_pointer_v<T> && std::is_void_v<std::remove_pointer_t<T>>) {
        return std::is_const_v<std::remove_pointer_t<T>> ? "pointer to const memory" : "pointer to memory";
    } else if constexpr (std::is_pointer_v<T> && std::is_same_v<std::remove_cv_t<std::remove_pointer_t<T>>, char>) {
        return std::is_const_v<std::remove_pointer_t<T>> ? "pointer to const text" : "pointer to text";
    } else {
        return kind<T>();
    }
}

template <class R, class... A> std::string describe(R (*)(A...)) {
    std::string text = parameter<R>() + "(";
    ((text += parameter<A>() + ", "), ...);
    return text + ")";
}
"""

TABLE = """
extern "C" {{
#include "{header}"
}}
{describe}
std::map<std::string, std::string> {name}_functions() {{
    return {{
{functions}
    }};
}}
std::map<std::string, long long> {name}_constants() {{
    return {{
{constants}
    }};
}}
"""

MAIN = """
#include <cstdio>
#include <map>
#include <string>
std::map<std::string, std::string> real_functions(), flat_functions();
std::map<std::string, long long> real_constants(), flat_constants();

int main() {
    int wrong = 0;
    auto real = real_functions(), flat = flat_functions();
    for (auto &[name, text] : real) {
        if (text != flat[name] || text.find("unknown") != std::string::npos) {
            std::printf("not ok %s: stoner.h %s, stoner_labview.h %s\\n", name.c_str(), text.c_str(), flat[name].c_str());
            wrong++;
        }
    }
    if (real_constants() != flat_constants()) {
        std::printf("not ok the constants differ\\n");
        wrong++;
    }
    static_assert(sizeof(void *) == 8 && sizeof(unsigned long long) == 8 && sizeof(int) == 4 && sizeof(double) == 8);
    if (!wrong) {
        std::printf("ok %zu functions of the flat header have the ABI of stoner.h\\n", real.size());
        std::printf("ok %zu constants are equal\\n", real_constants().size());
    }
    return wrong != 0;
}
"""


def main(folder):
    folder = pathlib.Path(folder)
    with open(ROOT / "bindings/labview/generated/nodes.csv", newline="", encoding="utf-8") as file:
        functions = sorted({row["function"] for row in csv.DictReader(file)})
    flat = (ROOT / "bindings/labview/generated/stoner_labview.h").read_text(encoding="utf-8")
    declared = sorted(re.findall(r"\b(stoner_\w+)\(", re.sub(r"/\*.*?\*/", "", flat, flags=re.DOTALL)))
    if declared != functions:
        raise SystemExit("stoner_labview.h and nodes.csv name other functions")
    constants = re.findall(r"^#define (STONER_\w+) ", flat, flags=re.MULTILINE)
    for name, header in {"real": "stoner.h", "flat": "stoner_labview.h"}.items():
        text = TABLE.format(
            header=header,
            describe=DESCRIBE,
            name=name,
            functions="\n".join(f'        {{"{function}", describe(&{function})}},' for function in functions),
            constants="\n".join(f'        {{"{constant}", {constant}}},' for constant in constants),
        )
        (folder / f"abi_{name}.cpp").write_text(text)
    (folder / "abi_main.cpp").write_text(MAIN)


if __name__ == "__main__":
    main(sys.argv[1])
