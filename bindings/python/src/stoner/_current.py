"""The context that is in force."""

from __future__ import annotations

import contextvars
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._context import Context

stack_of_contexts: contextvars.ContextVar[tuple[Context, ...]] = contextvars.ContextVar("stoner_contexts", default=())


def current() -> Context | None:
    """The innermost context that this thread (or task) has entered."""
    stack = stack_of_contexts.get()
    return stack[-1] if stack else None
