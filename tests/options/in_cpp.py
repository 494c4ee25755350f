"""The calls through the C++ headers."""

import math
import re

import numpy as np
import plan
from in_c import literals
from generator import cpp
from plan import C, Subject

PRINT = """
#include <cinttypes>
#include <cstdio>
#include <cstring>
#include <deque>
#include <limits>
#include <string>
#include <vector>
#include <stoner.hpp>

static const double missing = std::numeric_limits<double>::quiet_NaN();
static const double endless = std::numeric_limits<double>::infinity();

static void hex(const void *data, std::size_t n) {
    for (std::size_t i = 0; i < n; i++) std::printf("%02x", static_cast<const unsigned char *>(data)[i]);
}

static void show(double value) {
    std::uint64_t word;
    std::memcpy(&word, &value, 8);
    std::printf("%016" PRIx64, word);
}
static void show(std::int64_t value) { std::printf("%" PRId64, value); }
static void show(std::int32_t value) { std::printf("%d", value); }
static void show(std::uint64_t value) { std::printf("%" PRIu64, value); }
static void show(bool value) { std::printf("%d", value ? 1 : 0); }
static void show(const std::string &text) { hex(text.data(), text.size()); }
static void show(const std::vector<std::uint8_t> &bytes) { hex(bytes.data(), bytes.size()); }
static void show(const std::complex<double> &value) {
    show(value.real());
    std::printf(" ");
    show(value.imag());
}
template <class T> static void show(const std::vector<T> &values) {
    for (std::size_t i = 0; i < values.size(); i++) { std::printf(i ? " " : ""); show(values[i]); }
}
template <class T, std::size_t N> static void show(const std::array<T, N> &values) { show(std::vector<T>(values.begin(), values.end())); }
template <class T> static void show(const stoner::Masked<T> &value) {
    show(value.value);
    std::printf(" %d", value.masked ? 1 : 0);
}
static void show(const stoner::Image &image) {
    static const std::size_t SIZES[] = {0, 1, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 8, 16};
    const auto dtype = static_cast<std::int32_t>(image.dtype());
    const auto shape = image.shape();
    std::size_t n = 1;
    std::printf("image %d [", dtype);
    for (std::size_t i = 0; i < shape.size(); i++) {
        std::printf(i ? ",%" PRId64 : "%" PRId64, shape[i]);
        n *= static_cast<std::size_t>(shape[i]);
    }
    std::printf("] ");
    std::vector<unsigned char> data(n * SIZES[dtype] + 1);
    if (stoner_image_read(nullptr, image.handle(), dtype, nullptr, data.data(), static_cast<std::int64_t>(n * SIZES[dtype]))) std::exit(4);
    hex(data.data(), n * SIZES[dtype]);
    std::printf(" ");
    const auto mask = image.read_mask();
    hex(mask.data(), mask.size());
}
static void show(const stoner::Table &table) {
    std::printf("table ");
    for (std::int32_t column = 0; column < table.column_count(); column++) {
        if (column) std::printf(" ");
        for (const double value : table.read_column(column)) show(value);
    }
}
static void show(const stoner::Metadata &metadata) { std::printf("metadata %" PRId64, metadata.count()); }
"""


MODEL = cpp.Model(C)
CALLS = {call.function.name: call for call in MODEL.calls}


class Unsayable(Exception):
    """What C++ has no words for."""


def number(value, double):
    if double:
        value = float(value)
        return "missing" if math.isnan(value) else ("-" if value < 0 else "") + "endless" if math.isinf(value) else value.hex()
    value = int(value)
    return "stoner::extent" if value == -(2**63) else f"{value}{'LL' if abs(value) >= 2**31 else ''}"


def written(given, function, said):
    """An argument's C++ expression; None: it is left out."""
    parameters = [function.parameter(name) for name in given.passed if name in said]
    if not parameters:
        return None
    p = parameters[0]
    value = said[p.name]
    kind = given.member.strip() or given.type
    if given.type.startswith("std::optional<double>") and any(function.parameter(name).decides for name in given.passed):
        mode = next(function.parameter(name) for name in given.passed if function.parameter(name).decides)
        word = {constant.value: constant.word for constant in C.enumeration(mode).values}.get(said.get(mode.name), "")
        if word not in ("value", "default", "mean"):
            raise Unsayable("a mode that has functions of its own in C++")
        decided = function.parameter(mode.decides)
        return number(said.get(mode.decides, decided.default or 0.0), True) if word == "value" else None
    if given.type.startswith("std::complex"):
        return f"std::complex<double>{{{number(said['re'], True)}, {number(said['im'], True)}}}"
    if value is None:
        return None
    if isinstance(value, Subject):
        return f"{'&' if kind.endswith('*') else ''}subject_{value.number}()" if not kind.endswith("*") else f"&keep(subject_{value.number}())"
    if p.role == "handles":
        return f"std::vector<stoner::Image>{{{', '.join(f'subject_{each.number}()' for each in value)}}}"
    if p.role == "text":
        return f'"{value}"'
    if p.kind == "box":
        return f"stoner::Box{{{', '.join(number(each, False) for each in value)}}}"
    family = C.enumeration(p)
    if p.role == "number" and family:
        coded = C.constant(p.zero).value if p.zero and value == 0 else value
        return f"static_cast<stoner::{family.name}>({coded})"
    if kind.startswith("bool"):
        if value not in (0, 1):
            raise Unsayable("a bool is true or false")
        return "true" if value else "false"
    if p.role == "scalar":
        return number(value, isinstance(value, float))
    if p.role == "number":
        return number(value, p.base == "double")
    values = np.atleast_1d(value)
    if family:
        each = ", ".join(f"static_cast<stoner::{family.name}>({int(x)})" for x in values)
        return f"std::array<stoner::{family.name}, {len(values)}>{{{each}}}"
    each = ", ".join(number(x, p.base == "double") for x in values)
    if p.extent == "room" and p.room == 1:
        return each
    scalar = {"double": "double", "int32_t": "std::int32_t", "int64_t": "std::int64_t", "uint8_t": "std::uint8_t"}[p.base]
    return f"std::vector<{scalar}>{{{each}}}" if p.extent == "count" else f"std::array<{scalar}, {len(values)}>{{{each}}}"


def call(case, n):
    function = case.function
    made = CALLS.get(function.name)
    if function.short == "image_item_as":
        return item(case, n)
    if made is None:
        raise Unsayable("written by hand")
    subject = next(p for p in function.parameters if p.role == "handle") if made.owner == "image" else None
    said = {name: value for name, value in case.given.items() if subject is None or name != subject.name}
    lines = [f"static void case_{n}() {{", f'    std::printf("%s\\t", "{case.name}");', "    try {"]
    if subject:
        lines.append(f"        auto im = subject_{case.given[subject.name].number}();")
    arguments = [written(given, function, said) for given in made.required]
    if None in arguments:
        raise Unsayable("an argument is missing")
    for given in made.leading:
        expression = written(given, function, said)
        arguments.append(given.default if expression is None else expression)
    if made.has_options:
        expressions = {given.name: written(given, function, said) for given in made.optional}
        chosen = [f"        options.{name} = {expression};" for name, expression in expressions.items() if expression is not None]
        # Without its options a call is another one where it is overloaded.
        if made.overloaded or chosen:
            lines += [f"        stoner::{made.title}Options options;", *chosen]
            arguments.append("options")
    else:
        for given in made.optional:
            expression = written(given, function, said)
            if expression is not None:
                arguments.append(expression)
    target = f"im.{made.name}" if subject else f"stoner::{made.name}"
    outputs = made.outputs
    if made.filled or len(outputs) == 1:
        lines += [f"        auto out = {target}({', '.join(arguments)});", "        show(out);"]
    elif outputs:
        lines.append(f"        auto out = {target}({', '.join(arguments)});")
        shown = [f"        show(out.{output.name});" for output in outputs]
        lines += [line for each in zip(shown, ['        std::printf(" ");'] * len(shown)) for line in each][:-1]
    else:
        lines += [f"        {target}({', '.join(arguments)});", "        show(im);"]
    lines += ["    } catch (const stoner::Error &error) {", '        std::printf("error %d", static_cast<int>(error.status()));', "    }",
              '    std::printf("\\n");', "}", ""]  # fmt: skip
    return "\n".join(lines)


def item(case, n):
    """A template that is written by hand."""
    index = ", ".join(map(str, case.given.get("index") or ()))
    return "\n".join([
        f"static void case_{n}() {{", f'    std::printf("%s\\t", "{case.name}");', "    try {",
        f"        show(subject_{case.given['image'].number}().item<double>({{{index}}}));",
        "    } catch (const stoner::Error &error) {", '        std::printf("error %d", static_cast<int>(error.status()));', "    }",
        '    std::printf("\\n");', "}", "",
    ])  # fmt: skip


def make_subject(subject):
    array, name = subject.array, f"subject_{subject.number}"
    base = array.data if array.data.flags.c_contiguous else array.data.T
    masked = np.ma.getmaskarray(array)
    lines = [f"static stoner::Image {name}() {{", f"    alignas(16) static const unsigned char data[] = {{{literals(base)}}};",
             f"    static const unsigned char mask[] = {{{literals(masked.astype(np.uint8))}}};",
             f"    static const std::int64_t shape[] = {{{', '.join(map(str, array.shape)) or 0}}}, strides[] = {{{', '.join(map(str, array.strides)) or 0}}};",
             "    stoner_image *handle = nullptr;",
             f"    if (stoner_image_from_data(nullptr, data, {plan.sc.DTYPES[array.dtype]}, {array.ndim}, shape, {'strides' if array.ndim else 'nullptr'},"
             f" {'mask' if masked.any() else 'nullptr'}, &handle)) std::exit(2);",
             "    auto made = stoner::Image::adopt(handle);"]  # fmt: skip
    if subject.mapped:
        lines += ["    static const double origin[] = {1, 2}, step[] = {0.5, 0, 0, 0.25};",
                  '    if (stoner_image_set_map(nullptr, made.handle(), origin, step, "sample_x", "sample_y", "um", "um")) std::exit(2);']  # fmt: skip
    if subject.titled:
        lines.append('    made.set_title("A title");')
    return "\n".join([*lines, "    return made;", "}", ""])


KEEP = "static const stoner::Image &keep(stoner::Image image) {\n    static std::deque<stoner::Image> kept;\n    return kept.emplace_back(std::move(image));\n}\n"


def source(asked, subjects):
    """The program, and {call: why C++ cannot say it}."""
    parts, unsayable, n = [], {}, 0
    for case in asked:
        try:
            parts.append(call(case, n))
            n += 1
        except Unsayable as reason:
            unsayable[case.name] = str(reason)
    text = PRINT + "\n" + KEEP + "\n" + "\n".join(map(make_subject, subjects)) + "\n".join(parts)
    return text + "int main() {\n" + "\n".join(f"    case_{k}();" for k in range(n)) + "\n}\n", unsayable
