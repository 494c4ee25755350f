"""Tests of other packages, cut into statements that are judged one by one.

A test function ends at its first failure, which would hide all that follows. So each statement of a test stands in a `try` of its own here, and
what an assertion came to is noted under its module, its test and its place in the test. The files are read where the package is installed; what
is made of them lies in `build`.
"""

import ast

_KEPT = (ast.FunctionDef, ast.ClassDef, ast.Return, ast.Global, ast.Nonlocal, ast.Import, ast.ImportFrom, ast.Pass, ast.Break, ast.Continue)


def is_assertion(node):
    """Whether a statement says what has to be true: `assert`, a call of a function of that name, a block that has to raise or warn."""
    if isinstance(node, ast.Assert):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return ast.unparse(node.value.func).rpartition(".")[2].startswith(("assert", "fail_if"))
    return isinstance(node, ast.With) and any("raises" in (text := ast.unparse(item)) or "assert_" in text for item in node.items)


def reads(node):
    """The names that a statement takes values from, and the attributes, as `self.data`."""
    found = [each for each in ast.walk(node) if isinstance(each, (ast.Name, ast.Attribute)) and isinstance(each.ctx, ast.Load)]
    found += [node.target] if isinstance(node, ast.AugAssign) else []
    return sorted({ast.unparse(each) for each in found} - _inner(node))


def writes(node):
    """The names that a statement gives values to; of a part of something the whole."""

    def whole(target):
        return whole(target.value) if isinstance(target, ast.Subscript) else target

    found = [each for each in ast.walk(node) if isinstance(each, (ast.Name, ast.Attribute, ast.Subscript)) and isinstance(each.ctx, ast.Store)]
    return sorted({ast.unparse(whole(each)) for each in found} - _inner(node))


def _inner(node):
    """The variables of comprehensions, which no other statement sees."""
    loops = [each.target for each in ast.walk(node) if isinstance(each, ast.comprehension)]
    return {each.id for loop in loops for each in ast.walk(loop) if isinstance(each, ast.Name)}


class _Cut:
    """Cuts one test function."""

    def __init__(self, test):
        self._test, self._count = test, 0

    def body(self, statements):
        return [self._statement(each) for each in statements]

    def _statement(self, node):
        if isinstance(node, _KEPT):
            return node
        asserts, first = is_assertion(node), self._count
        read, written = reads(_head(node)), writes(node)
        if asserts:
            self._count += 1
        else:
            for block in ("body", "orelse", "finalbody"):
                if getattr(node, block, None):
                    setattr(node, block, self.body(getattr(node, block)))
            for handler in getattr(node, "handlers", []):
                handler.body = self.body(handler.body)
        # An assertion is judged; of any other statement only a failure is noted, with the assertions within that it leaves unsaid.
        within = [] if asserts else list(range(first, self._count))
        place = f"{self._test!r}, {first if asserts else None}, {node.lineno}"
        failed = ast.parse(f"_judge({place}, _error, {read}, {written}, {within})").body
        simple = not hasattr(node, "body")
        passed = ast.parse(f"_judge({place}, None, {read}, {written if simple else []}, [])").body
        handler = ast.ExceptHandler(type=ast.Name("Exception", ast.Load()), name="_error", body=failed)
        return ast.Try(body=[node], handlers=[handler], orelse=passed, finalbody=[])


def _head(node):
    """A statement, or what a block of statements begins with: their own reading is theirs."""
    if not hasattr(node, "body") or is_assertion(node):
        return node
    expressions = [getattr(node, name) for name in ("test", "iter") if hasattr(node, name)]
    expressions += [item.context_expr for item in getattr(node, "items", [])]
    return ast.Module([ast.Expr(each) for each in expressions], [])


class _Views(ast.NodeTransformer):
    """`x.view(...)` becomes `_view(x, ...)`: numpy's own arrays take no class but theirs."""

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "view":
            return ast.Call(ast.Name("_view", ast.Load()), [node.func.value, *node.args], node.keywords)
        return node


def cut(source, preface, after_imports=""):
    """The source of a module of tests with every statement judged, after some lines of a preface, and others that come before what the module
    itself does between its imports and its first function."""
    tree = _Views().visit(ast.parse(source))
    preface = "def _view(value, *arguments, **named):\n    return value.view(*arguments, **named)\n" + preface
    for owner in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        for node in owner.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith(("test", "setup_method")):
                name = node.name if owner is tree else f"{owner.name}.{node.name}"
                node.body = _Cut(name).body(node.body)
    # The preface comes last: its names replace those that the module imports.
    at = next(i for i, node in enumerate(tree.body) if isinstance(node, (ast.FunctionDef, ast.ClassDef)))
    tree.body[at:at] = ast.parse(preface).body
    at = next((i for i, node in reversed([*enumerate(tree.body[:at])]) if isinstance(node, (ast.Import, ast.ImportFrom))), -1) + 1
    tree.body[at:at] = ast.parse(after_imports).body
    return ast.unparse(ast.fix_missing_locations(tree))
