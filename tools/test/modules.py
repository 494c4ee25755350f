"""The modules of the Rust library and of the Python package use each other in one direction: no layer uses one above it, and no two
modules use each other, directly or through others.

Rust's uses are read from `use` declarations and from paths that begin with `crate`, `super` or `self`, without tests. A name that a
`mod.rs` re-exports is a use of the module that it comes from. Python's are the imports within the package, without those for type hints.
"""

import ast
import re

from process import ROOT
from results import from_status

# From the lowest layer up.
LAYERS = ("context", "array", "image", "ops", "scan", "live", "io", "render", "xray", "ffi")


def modules(log):
    rust, python = Rust(rust_files()), python_uses(python_files())
    counts = from_status(blind(), "planted circles and uses of a higher layer are found")
    for uses, what in ((rust.uses(), "Rust modules"), (python, "Python modules")):
        found = circles(uses)
        log.write("".join(f"circle of {what}: {', '.join(circle)}\n" for circle in found))
        counts += from_status(bool(found) or len(uses) < 20, f"no {what} use each other in a circle: {found}")
    up = upward(rust.uses())
    counts += from_status(bool(up), f"no layer uses a higher one: {up}")
    return counts


def rust_files():
    source = ROOT / "src"
    return {path.relative_to(source).with_suffix("").parts: path.read_text(encoding="utf-8") for path in source.rglob("*.rs")}


def python_files():
    package = ROOT / "bindings/python/src/stoner"
    name = lambda path: ".".join(part for part in path.relative_to(package).with_suffix("").parts if part != "__init__")
    return {name(path): path.read_text(encoding="utf-8") for path in package.rglob("*.py")}


class Rust:
    """The uses between the modules of `files`: {parts of the path: text}."""

    def __init__(self, files):
        name = lambda parts: parts[:-1] if parts[-1] == "mod" else () if parts == ("lib",) else parts
        self.folders = {name(parts) for parts in files if parts[-1] in ("mod", "lib")}
        self.texts = {name(parts): without_tests(text) for parts, text in files.items()}
        self.exports, self.paths = {}, {}
        for module, text in self.texts.items():
            public, private = {}, []
            for visibility, tree in re.findall(r"^[ \t]*(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);", text, flags=re.MULTILINE):
                for path, alias in leaves(tree):
                    (public.__setitem__(alias, path) if visibility else private.append(path))
            body = re.sub(r"\buse\s+[^;]+;", "", text)
            private += [tuple(path.split("::")) for path in re.findall(r"(?<!\$)\b(?:crate|super|self)(?:::\w+)+", body)]
            # What is re-exported is used only where the module's own code names it.
            private += [path for alias, path in public.items() if module not in self.folders or re.search(rf"\b{alias}\b", body)]
            self.exports[module], self.paths[module] = public, private

    def uses(self):
        uses = {}
        for module, paths in self.paths.items():
            targets = {self.target(module, path) for path in paths} - {None, (), module}
            uses["/".join(module)] = {"/".join(target) for target in targets}
        return uses

    def target(self, module, path, seen=()):
        """The module that a path leads to; None for one of another crate."""
        first, rest = path[0], list(path[1:])
        if first == "crate":
            base = ()
        elif first == "self":
            base = module
        elif first == "super":
            base = module[:-1]
            while rest and rest[0] == "super":
                base, rest = base[:-1], rest[1:]
        elif (*module, first) in self.texts:
            base, rest = (*module, first), rest
        else:
            return None
        while rest and (*base, rest[0]) in self.texts:
            base, rest = (*base, rest[0]), rest[1:]
        exported = self.exports.get(base, {}).get(rest[0]) if rest else None
        if exported and (base, rest[0]) not in seen:
            return self.target(base, (*exported, *rest[1:]), (*seen, (base, rest[0]))) or base
        return base


def without_tests(text):
    text = re.sub(r"//[^\n]*", "", text)
    text = re.sub(r'"(?:\\.|[^"\\])*"', '""', text)
    text = re.sub(r"pub\(in [^)]*\)", "pub", text)
    return re.sub(r"#\[cfg\(test\)\]\s*(?:#\[[^\]]*\]\s*)*mod \w+ \{.*\Z", "", text, flags=re.DOTALL)


def leaves(tree, before=()):
    """The paths of a use tree, each with the name that it is used under."""
    tree = tree.strip()
    group = re.fullmatch(r"((?:[\w#]+\s*::\s*)*)\{(.*)\}", tree, flags=re.DOTALL)
    if not group:
        path, _, alias = (part.strip() for part in tree.partition(" as "))
        parts = tuple(part.strip() for part in path.split("::"))
        parts = before if parts == ("self",) else (*before, *parts)
        yield parts, alias or parts[-1]
        return
    before = (*before, *(part.strip() for part in group[1].split("::") if part.strip()))
    depth, start = 0, 0
    inner = group[2] + ","
    for i, letter in enumerate(inner):
        depth += (letter == "{") - (letter == "}")
        if letter == "," and depth == 0:
            if inner[start:i].strip():
                yield from leaves(inner[start:i], before)
            start = i + 1


def python_uses(files):
    """The imports between the modules of `files`: {name with dots: text}; "" is the package itself."""

    def imports(module, node):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
                continue
            if isinstance(child, ast.ImportFrom) and child.level:
                # One level is the module's own package, which a package is itself.
                parts = module.split(".") if module else []
                parts += [""] if any(name.startswith(f"{module}.") for name in files) or not module else []
                base = parts[: len(parts) - child.level] + ([child.module] if child.module else [])
                for names in ([*base, alias.name] for alias in child.names):
                    yield ".".join(names) if ".".join(names) in files else ".".join(base)
            yield from imports(module, child)

    return {name: {used for used in imports(name, ast.parse(text)) if used in files} for name, text in files.items()}


def circles(uses):
    """The modules that use each other, directly or through others, in groups."""

    def reached(start):
        found, todo = set(), [start]
        while todo:
            for used in uses.get(todo.pop(), ()):
                if used not in found:
                    found.add(used)
                    todo.append(used)
        return found

    reach = {module: reached(module) for module in uses}
    groups = {tuple(sorted(other for other in reach[module] if module in reach[other])) for module in uses if module in reach[module]}
    return sorted(groups)


def upward(uses):
    layer = lambda module: LAYERS.index(module.split("/")[0])
    return sorted(f"{module} uses {used}" for module in uses if module for used in uses[module] if layer(used) > layer(module))


def blind():
    """Whether a planted circle, or a planted use of a higher layer, is not found."""
    planted = {
        ("lib",): "pub mod array; pub mod io;",
        ("array", "mod"): "mod a;\nmod b;\npub use a::A;",
        ("array", "a"): "use super::b::{B, C};",
        ("array", "b"): "use crate::array::A;\nfn f() { crate::io::load() }",
        ("io", "mod"): "#[cfg(test)]\nmod tests {\n use crate::array::A;\n}",
    }
    uses = Rust(planted).uses()
    python = python_uses({"a": "from .b import x", "b": "def f():\n    from ._made import a", "_made.a": "from .. import a", "c": "if TYPE_CHECKING:\n    from .b import y"})
    return (
        circles(uses) != [("array/a", "array/b")]
        or upward(uses) != ["array/b uses io"]
        or circles(python) != [("_made.a", "a", "b")]
    )
