"""Functions of the library whose parameters are handles, numbers and texts, and whose outputs one handle or number each, a text or a short array: their
calls are written out as Python source, once for each function.

`Library` calls any function by a walk along its parameters. What is written out here does the same in a third of that time, which is what operations
on small images are made of.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

#: Room for most texts.
TEXT = 256


def base_of(kind: str) -> tuple[str, int]:
    """What a C type is of, without its pointers and `const`, and how many pointers it has."""
    return kind.replace("const", "").rstrip("* ").strip(), kind.count("*")


def written_out(
    full: str,
    parameters: Iterable[tuple[str, str, Any]],
    sized: Any,
    handles: Mapping[str, Any],
    scalars: Mapping[str, tuple[Any, Any]],
    general: Callable[..., Any],
    **names: Any,
) -> Callable[..., Any] | None:
    """The function that calls `raw`, or None where a parameter is of another kind. What it does not know (a parameter's value that is none of its
    inputs, a text that needs more room) it leaves to `general`. `names`: `raw`, `check`, `too_small`, `Handle`, `text` and `library`, for the source."""
    inputs: list[str] = []
    arguments: list[str] = []
    rooms: list[str] = []
    outputs: list[str] = []
    if sized and sized.base != "char" and not sized.room:
        return None
    for at, (name, kind, room) in enumerate(parameters):
        if sized and sized.at <= at < sized.at + 3:
            continue
        base, pointers = base_of(kind)
        if name == "ctx":
            arguments.append("None if ctx is None else c_void_p(ctx.value if isinstance(ctx, Handle) else ctx)")
        elif base in handles and pointers == 1:
            inputs.append(name)
            arguments.append(f"c_void_p({name}.value if isinstance({name}, Handle) else {name})")
        elif base in scalars and pointers == 0:
            inputs.append(name)
            arguments.append(f"{base}(0 if {name} is None else {name})")
        elif base == "char" and pointers == 1 and kind.startswith("const"):
            inputs.append(name)
            arguments.append(f"None if {name} is None else text({name}, {name!r})")
        elif base in handles and pointers == 2 and not kind.startswith("const"):
            rooms.append(f"_out_{name} = c_void_p()")
            arguments.append(f"byref(_out_{name})")
            outputs.append(f"handles[{base!r}](library, _out_{name}.value) if _out_{name}.value else None")
        elif base in scalars and pointers == 1 and not kind.startswith("const") and room == 1:
            rooms.append(f"_out_{name} = {base}()")
            arguments.append(f"byref(_out_{name})")
            outputs.append(f"_out_{name}.value")
        else:
            return None
    scope: dict[str, Any] = {each: getattr(ctypes, each) for each in ("c_void_p", "byref", "create_string_buffer")}
    scope |= {base: scalar for base, (scalar, _) in scalars.items()}
    scope |= {"handles": handles, "general": general, "array": np.array, **names}
    longer = []
    if sized:
        if outputs:
            return None
        if sized.base == "char":
            rooms.append(f"_room = create_string_buffer({TEXT})")
            outputs.append('_room.raw[:_length.value].decode("utf-8")')
            longer.append("if _status == too_small: return general(GIVENctx=ctx)")
        else:
            scalar, dtype = scalars[sized.base]
            scope |= {"Room": scalar * sized.room, "dtype": dtype}
            rooms.append("_room = Room()")
            outputs.append("array(_room[:_length.value], dtype)")
        rooms.append("_length = int64_t()")
        arguments[sized.at : sized.at] = ["_room", f"int64_t({TEXT if sized.base == 'char' else sized.room})", "byref(_length)"]
    result = outputs[0] if len(outputs) == 1 else f"({', '.join(outputs)})" if outputs else "None"
    given = "".join(f"{name}, " for name in inputs)
    # The function's own names begin with an underscore, which no parameter's does.
    source = [
        f"def call({''.join(f'{name}=None, ' for name in inputs)}*more, ctx=None, **others):",
        "    if more or others:",
        f"        return general({given}*more, ctx=ctx, **others)",
        *(f"    {room}" for room in rooms),
        f"    _status = raw({', '.join(arguments)})",
        *(f"    {line.replace('GIVEN', given)}" for line in longer),
        "    if _status:",
        "        check(_status, ctx)",
        f"    return {result}",
    ]
    exec("\n".join(source), scope)  # noqa: S102: made of the table of this package alone
    call: Callable[..., Any] = scope["call"]
    call.__name__ = full
    return call
