"""Writes the C++ headers: constants, options, declarations and definitions, with their comments."""

import re
import textwrap

from .cpp_calls import CLASSES, SCALARS, enumerator
from .model import NOTE

WIDTH = 120


def comment(text, indent, mark="///"):
    """Lines of a comment, wrapped; paragraphs stay."""
    lines = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        if lines:
            lines.append(f"{indent}{mark}")
        lines += textwrap.wrap(
            " ".join(paragraph.split()), WIDTH, initial_indent=f"{indent}{mark} ", subsequent_indent=f"{indent}{mark} ",
            break_long_words=False, break_on_hyphens=False,
        )
    return lines


def opening(name, text, includes):
    guard = f"STONER_{name.upper()}_HPP"
    lines = [f"/// @file {name}.hpp", f"/// {text}", f"/// {NOTE}", "", f"#ifndef {guard}", f"#define {guard}", ""]
    system = [each for each in includes if each.startswith("<")]
    own = [each for each in includes if not each.startswith("<")]
    for group in (system, own):
        lines += [*(f"#include {each}" for each in group), *([""] if group else [])]
    return lines


def closing(lines):
    while lines[-1] == "":
        lines.pop()
    return "\n".join([*lines, "", "STONER_NAMESPACE_END", "", "#endif"]) + "\n"


def sentence(text):
    """A comment on a parameter as one that stands by itself."""
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".") if text else ""


def parameters_of(call, declaration):
    """The parameters in C++, with defaults in a declaration."""
    parts = []
    for given in call.required:
        parts.append(f"{given.type}{given.name}")
    parts += [f"{given.type}{given.name}" + (f" = {given.default}" if declaration else "") for given in call.leading]
    if call.has_options:
        parts.append(f"const {call.title}Options &options" + (" = {}" if declaration and not call.overloaded else ""))
    else:
        parts += [f"{given.type}{given.name}" + (f" = {given.default}" if declaration else "") for given in call.optional]
    if call.has_context and call.owner != "context":
        parts.append("ContextRef context" + (" = {}" if declaration else ""))
    return parts


def wrapped(head, parts, tail, indent):
    """`head(parts)tail` on one line, or the parts below each other's column."""
    line = f"{indent}{head}({', '.join(parts)}){tail}"
    if len(line) <= WIDTH + 5:
        return [line]
    lines, current = [], f"{indent}{head}("
    column = " " * len(current)
    for i, part in enumerate(parts):
        text = part + (", " if i + 1 < len(parts) else f"){tail}")
        if len(current) + len(text.rstrip()) > WIDTH + 5 and current.strip() != f"{head}(":
            lines.append(current.rstrip())
            current = column
        current += text
    return [*lines, current]


def declaration(call, model, indent):
    """What throws, with its whole comment."""
    lines = comment(model.text(call.function.doc), indent)
    shown = [*call.required, *call.leading, *([] if call.has_options else call.optional)]
    for given in shown:
        if given.doc:
            lines += comment(f"@param {given.name} {given.doc}", indent)
    if len(call.outputs) == 1 and not call.filled and call.outputs[0].doc and call.outputs[0].name != "out":
        lines += comment(f"@return {call.outputs[0].doc}", indent)
    if call.function.codes:
        lines += comment(f"@throws Error with {model.text(call.function.returns)}", indent)
    if call.has_options:
        lines += comment(f"@see {call.title}Options", indent)
    return lines + wrapped(f"{call.result} {call.name}", parameters_of(call, True), f"{constness(call)};", indent)


def constness(call):
    return " const" if call.owner and call.const else ""


def scope(call):
    return f"{call.owner.capitalize()}Methods<Tag>::" if call.owner else ""


def head(call, result, name):
    """How a definition begins. The classes are templates, so that a compiler only works on the members that a program uses."""
    kind = "template <class Tag> " if call.owner else "inline "
    return f"{kind}{result} {scope(call)}{name}"


def declaration_of_try(call, indent):
    """What gives a Result."""
    return wrapped(f"Result<{call.result}> try_{call.name}", parameters_of(call, True), f"{constness(call)};", indent)


def section_text(model, title):
    """What a section says of all its functions; tables keep their lines."""
    text = next(section.text for section in model.c.sections if section.title == title)
    lines = []
    for paragraph in filter(None, text.split("\n\n")):
        lines.append("    //")
        if paragraph.startswith("|"):
            lines += [f"    // {model.text(line)}" for line in paragraph.splitlines()]
        else:
            lines += comment(model.text(paragraph), "    ", "//")
    return lines


def declarations(calls, model, indent):
    """All of a class, or all of none: first what throws, section by section, then the same with results."""
    plain = [call for call in calls if not call.function.has_status]
    failing = [call for call in calls if call.function.has_status]
    lines, section = [], None
    for call in plain:
        lines += [*declaration(call, model, indent), ""]
    lines += ["#if STONER_EXCEPTIONS"]
    for call in failing:
        if call.function.section != section and call.owner is not None:
            section = call.function.section
            lines += [f"{indent}// {section}", *section_text(model, section), ""]
        lines += [*declaration(call, model, indent), ""]
    lines += ["#endif", "", f"{indent}// The same without exceptions: each of these gives the result or the error of the function with its name.", ""]
    for call in failing:
        lines += declaration_of_try(call, indent)
    return [*lines, ""]


def throwing(call):
    """The definition of what throws."""
    lines = wrapped(head(call, call.result, call.name), parameters_of(call, False), f"{constness(call)} {{", "")
    given = [i.name for i in [*call.required, *call.leading]]
    given += ["options"] if call.has_options else [i.name for i in call.optional]
    given += ["context"] if call.has_context and call.owner != "context" else []
    result = "" if call.result == "void" else "return "
    return [*lines, *wrapped(f"{result}try_{call.name}", given, ".value();", "    "), "}", ""]


def definition(call):
    """The definition of what gives a Result, or of what cannot fail."""
    can_fail = call.function.has_status
    begin = head(call, f"Result<{call.result}>", f"try_{call.name}") if can_fail else head(call, call.result, call.name)
    lines = wrapped(begin, parameters_of(call, False), f"{constness(call)} {{", "")
    context = "handle()" if call.owner == "context" else "context.handle()"
    passed = {}
    first = call.owner if call.owner not in (None, "context") else None
    before, after = [], []
    for p in call.function.parameters:
        if p.role == "context":
            passed[p.name] = context
        elif first and p.role == "handle" and p.base == f"stoner_{first}" and "handle()" not in passed.values():
            passed[p.name] = "handle()"
    for given in call.inputs:
        name = f"options.{given.name}" if call.has_options and given in call.optional else given.name
        before += [line.replace("$", name) for line in given.before]
        after += [line.replace("$", name) for line in given.after]
        for parameter, expression in given.passed.items():
            expression = expression.replace("$", name)
            if "arguments." in expression:
                # What may be refused is looked at before the call.
                before.append(f"const auto {parameter}_for_c = {expression};")
                expression = f"{parameter}_for_c"
            passed[parameter] = expression
    checked = any("arguments." in line for line in before)
    for output in call.outputs:
        passed |= output.passed
    body = ["    detail::Arguments arguments;"] if checked else []
    body += [f"    {line}" for line in before]
    body += ["    if (arguments.refused()) {", "        return arguments.error();", "    }"] if checked else []
    body += [f"    {line}" for output in call.outputs for line in output.before]
    arguments = [passed.get(p.name, p.name) for p in call.function.parameters]
    if call.filled:
        # Its last three are the buffer, its capacity, its length.
        arguments = ", ".join([*arguments[:-3], "buffer..."])
        body.append(f"    return detail::filled<{call.filled}>({context}, [&](auto... buffer) {{")
        body.append(f"        return {call.function.name}({arguments});")
        body.append("    });")
    elif call.function.has_status:
        body += wrapped(f"const std::int32_t c_status = {call.function.name}", arguments, ";", "    ")
        body += ["    if (detail::failed(c_status)) {", f"        return detail::error_of({context}, c_status);", "    }"]
        body += [f"    {line}" for line in after]
        if len(call.outputs) == 1:
            # A local variable is moved by itself.
            value = re.sub(r"^std::move\((\w+)\)$", r"\1", call.outputs[0].value)
            body.append(f"    return {value};")
        elif call.outputs:
            body.append(f"    return {call.result}{{{', '.join(output.value for output in call.outputs)}}};")
        else:
            body.append("    return {};")
    else:
        body += wrapped(f"return {call.function.name}", arguments, ";", "    ")
    return [*lines, *body, "}", ""]


def definitions(calls):
    """All of some calls."""
    lines = [line for call in calls for line in definition(call)]
    lines.append("#if STONER_EXCEPTIONS")
    lines += [line for call in calls if call.function.has_status for line in throwing(call)]
    return [*lines[:-1], "#endif"]


def options_header(model):
    lines = opening("options", "What calls take by name, and what gives several results.", [
        "<array>", "<complex>", "<cstdint>", "<limits>", "<optional>", "<string>", "<vector>", '"../arguments.hpp"',
    ])
    lines += ["STONER_NAMESPACE_BEGIN", ""]
    for call in model.calls:
        if call.has_options:
            lines += [f"/// Of {call.qualified}.", f"struct {call.title}Options {{"]
            for given in call.optional:
                lines += comment(sentence(given.doc), "    ")
                lines.append(f"    {given.member}{given.name}{'{}' if given.default == '{}' else ' = ' + given.default};")
            lines += ["};", ""]
        if len(call.outputs) > 1 and call.gives_objects:
            # What is in it is not known yet.
            lines += [f"struct {call.title}Result;", ""]
        elif len(call.outputs) > 1:
            lines += result_struct(call)
    return closing(lines)


def result_struct(call):
    lines = [f"/// Of {call.qualified}.", f"struct {call.title}Result {{"]
    for output in call.outputs:
        lines += comment(sentence(output.doc), "    ")
        lines.append(f"    {output.type} {output.name}{{}};")
    return [*lines, "};", ""]


def methods_header(model, owner):
    """The declarations of a class's members, as its base."""
    kind = owner.capitalize()
    if owner == "context":
        lines = opening("methods_context", "The members of contexts that are functions of C.", ['"../arguments.hpp"', '"options.hpp"'])
    else:
        lines = opening(f"methods_{owner}", f"The members of {kind} that are functions of C.", ['"../context.hpp"', '"../handle.hpp"', '"../keywords.hpp"', '"options.hpp"'])
    lines += ["STONER_NAMESPACE_BEGIN", "", "namespace detail {", ""]
    if owner == "context":
        lines += ["template <class Tag> class ContextMethods {", "public:", "    /// The handle, to call C with; null for the thread's own context.",
                  "    stoner_context *handle() const noexcept { return handle_; }", ""]
    else:
        lines += [f"template <class Tag> class {kind}Methods : public Owner<stoner_{owner}> {{", "public:"]
    lines += declarations([call for call in model.calls if call.owner == owner], model, "    ")
    if owner == "context":
        lines += ["protected:", "    explicit ContextMethods(stoner_context *handle) noexcept : handle_(handle) {}", "    ~ContextMethods() = default;", "",
                  "    stoner_context *handle_;"]
    else:
        lines += ["protected:", f"    using Owner<stoner_{owner}>::Owner;"]
    lines += ["};", "", "} // namespace detail"]
    return closing(lines)


def results_with_objects(calls):
    return [line for call in calls if len(call.outputs) > 1 and call.gives_objects for line in result_struct(call)]


#: The headers of all classes that own a handle.
OBJECTS = [f'"../{owner}.hpp"' for owner in CLASSES if owner != "context"]


def definitions_header(model, owner):
    """How a class's members call C."""
    includes = ['"../context.hpp"'] if owner == "context" else OBJECTS
    lines = opening(f"definitions_{owner}", f"How the members of {owner.capitalize()} call C.", includes)
    calls = [call for call in model.calls if call.owner == owner]
    lines += ["STONER_NAMESPACE_BEGIN", "", *results_with_objects(calls), "namespace detail {", ""]
    lines += [*definitions(calls), "", "} // namespace detail"]
    return closing(lines)


def functions_header(model):
    lines = opening("functions", "Functions that belong to no object.", OBJECTS)
    calls = [call for call in model.calls if call.owner is None]
    lines += ["STONER_NAMESPACE_BEGIN", "", *results_with_objects(calls), *declarations(calls, model, ""), *definitions(calls)]
    return closing(lines)


def names_header(model):
    """The names of constants, for messages and output."""
    lines = opening("names", "The names of the constants, as text.", ['"constants.hpp"'])
    lines += ["STONER_NAMESPACE_BEGIN", ""]
    for family in model.c.enumerations.values():
        lines += [f"/// The name of a constant of {family.name}.", f"constexpr const char *to_string({family.name} value) noexcept {{", "    switch (value) {"]
        of_value = {}
        for constant in family.values:
            # A default that stands for another constant gives way to it.
            if constant.value not in of_value or of_value[constant.value].word == "default":
                of_value[constant.value] = constant
        lines += [f'    case {family.name}::{enumerator(constant)}: return "{constant.word}";' for constant in of_value.values()]
        lines += ["    }", '    return "unknown";', "}", ""]
    return closing(lines)


def constants_header(model):
    lines = opening("constants", "The library's constants as enumerations.", ["<cstdint>", '"stoner.h"', '"../config.hpp"'])
    lines += ["STONER_NAMESPACE_BEGIN", ""]
    for family in model.c.enumerations.values():
        lines += [*comment(model.used_by(family), ""), f"enum class {family.name} : std::int32_t {{"]
        for constant in family.values:
            lines += comment(model.text(constant.doc), "    ") if constant.doc else []
            lines.append(f"    {enumerator(constant)} = {constant.name},")
        lines += ["};", ""]
    for constant in model.single:
        name = constant.name.removeprefix("STONER_").lower()
        if not name.startswith("version"):
            kind = "std::int64_t" if abs(constant.value) >= 2**31 else "std::int32_t"
            lines += comment(model.text(constant.doc), "") + [f"constexpr {kind} {name} = {constant.name};", ""]
    return closing(lines)
