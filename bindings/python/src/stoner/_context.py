"""Contexts: threads, memory, progress, cancelling, dialogs."""

from __future__ import annotations

import contextlib
import ctypes
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ._generated.c import CONSTANTS
from ._current import stack_of_contexts
from ._loading import library
from ._objects import CLASSES, wrap

_PROGRESS = ctypes.CFUNCTYPE(None, ctypes.c_double, ctypes.c_void_p)
_FILE_HOOK = ctypes.CFUNCTYPE(
    ctypes.c_int32, ctypes.c_int32, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int64, ctypes.c_void_p
)
_LINE_HOOK = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.POINTER(ctypes.c_double), ctypes.c_void_p)

_OK = CONSTANTS["STONER_OK"]
_CANCELLED = CONSTANTS["STONER_ERR_CANCELLED"]
_TOO_SMALL = CONSTANTS["STONER_ERR_BUFFER_TOO_SMALL"]
#: What a dialog can ask for, by the C constants' values.
DIALOGS = {v: k.removeprefix("STONER_DIALOG_").lower() for k, v in CONSTANTS.items() if k.startswith("STONER_DIALOG_")}


class Context:
    """The context of calls: the number of threads, the limit of memory, progress, cancelling, and functions that ask the user.

    `with Context(...):` puts it in force for the calls inside, in this thread or task; another thread that is to use it too
    enters it by itself. Without a context a call uses all processors.

    Parameters
    ----------
    threads : int
        How many threads one call may use; 0: as many as there are processors. Results do not depend on it.
    progress : callable, optional
        Called during long calls, on the thread that makes them, with the fraction done, 0.0 to 1.0. An exception that it
        raises (KeyboardInterrupt too) ends the call and comes out of it.
    debug : bool
        Each loader that `load` tries then tells in a warning what it made of the file.
    file_dialog : callable, optional
        Asks for files: called with what is wanted ("file", "directory", "save" or "files"), a title and the patterns of
        interest as one text ("*.tif *.tiff"); returns a name, a list of names, or None when nothing was chosen.
    line_dialog : callable, optional
        Lets a person draw a line: called with the image, returns (x, y, x, y), or None when none was drawn.
    memory_limit : int
        How many bytes one call may take where its inputs do not justify more; 0: the default.
    """

    def __init__(
        self,
        threads: int = 0,
        progress: Callable[[float], Any] | None = None,
        debug: bool = False,
        file_dialog: Callable[[str, str, str], str | Sequence[str] | None] | None = None,
        line_dialog: Callable[[Any], Sequence[float] | None] | None = None,
        memory_limit: int = 0,
    ) -> None:
        self._raised = threading.local()
        self._handle = library().context_new()
        self._keep: list[Any] = []
        if threads:
            self.threads = threads
        if memory_limit:
            self.memory_limit = memory_limit
        if debug:
            self.debug = True
        if progress is not None:
            self._set_callback("context_set_progress_callback", _PROGRESS(self._progress_callback(progress)))
        if file_dialog is not None:
            self._set_callback("context_set_file_hook", _FILE_HOOK(self._file_callback(file_dialog)))
        if line_dialog is not None:
            self._set_callback("context_set_line_hook", _LINE_HOOK(self._line_callback(line_dialog)))

    def __enter__(self) -> Context:
        stack_of_contexts.set((*stack_of_contexts.get(), self))
        return self

    def __exit__(self, *_: object) -> None:
        stack_of_contexts.set(stack_of_contexts.get()[:-1])

    def __repr__(self) -> str:
        return f"<stoner.Context: {self.threads} threads{', cancelled' if self.cancelled else ''}>"

    @property
    def threads(self) -> int:
        """How many threads one call may use. 0 means as many as there are processors."""
        return int(library().context_threads(ctx=self._handle))

    @threads.setter
    def threads(self, threads: int) -> None:
        library().context_set_threads(threads, ctx=self._handle)

    @property
    def memory_limit(self) -> int:
        """How many bytes one call may take where its inputs (the images, a file's decoded pixels) do not justify more. Setting 0
        means the default."""
        return int(library().context_memory_limit(ctx=self._handle))

    @memory_limit.setter
    def memory_limit(self, memory_limit: int) -> None:
        library().context_set_memory_limit(memory_limit, ctx=self._handle)

    @property
    def debug(self) -> bool:
        """Whether loading explains itself."""
        return bool(library().context_debug(ctx=self._handle))

    @debug.setter
    def debug(self, debug: bool) -> None:
        library().context_set_debug(int(debug), ctx=self._handle)

    @property
    def progress(self) -> float:
        """The progress of the long call that last reported, 0.0 to 1.0. May be read from another thread."""
        return float(library().context_progress(ctx=self._handle))

    @property
    def cancelled(self) -> bool:
        """Whether the context is cancelled."""
        return bool(library().context_is_cancelled(ctx=self._handle))

    def cancel(self) -> None:
        """Ends all calls that run or will run with this context: they raise `CancelledError`. May be called from any thread.
        Remains until `reset`."""
        library().context_cancel(ctx=self._handle)

    def reset(self) -> None:
        """Withdraws a cancellation."""
        library().context_reset_cancel(ctx=self._handle)

    @contextlib.contextmanager
    def _guarding(self) -> Iterator[None]:
        """Re-raises, after a call, an exception that a callback raised during it."""
        self._raised.exception = None
        try:
            yield
        except Exception:
            self._raise_from_callback()
            raise
        self._raise_from_callback()

    def _raise_from_callback(self) -> None:
        exception, self._raised.exception = self._raised.exception, None
        if exception is not None:
            if self._raised.cancelled:
                self.reset()
            raise exception

    def _keep_exception(self, exception: BaseException, cancel: bool) -> None:
        self._raised.exception = exception
        self._raised.cancelled = cancel and not self.cancelled
        if self._raised.cancelled:
            self.cancel()

    def _set_callback(self, name: str, callback: Any) -> None:
        # ctypes may call it for as long as the library may.
        self._keep.append(callback)
        getattr(library(), name)(callback, None, ctx=self._handle)

    def _progress_callback(self, progress: Callable[[float], Any]) -> Callable[[float, Any], None]:
        def callback(fraction: float, _: Any) -> None:
            if getattr(self._raised, "exception", None) is None:
                try:
                    progress(fraction)
                except BaseException as exception:
                    self._keep_exception(exception, cancel=True)

        return callback

    def _file_callback(self, dialog: Callable[[str, str, str], str | Sequence[str] | None]) -> Callable[..., int]:
        def callback(what: int, title: bytes, patterns: bytes, buffer: int, capacity: int, _: Any) -> int:
            try:
                chosen = dialog(DIALOGS[what], (title or b"").decode(), (patterns or b"").decode())
            except BaseException as exception:
                self._keep_exception(exception, cancel=False)
                return _CANCELLED
            if not chosen:
                return _CANCELLED
            text = (chosen if isinstance(chosen, str) else "\n".join(map(str, chosen))).encode() + b"\0"
            if len(text) > capacity:
                return _TOO_SMALL
            ctypes.memmove(buffer, text, len(text))
            return _OK

        return callback

    def _line_callback(self, dialog: Callable[[Any], Sequence[float] | None]) -> Callable[..., int]:
        def callback(image: int, ends: Any, _: Any) -> int:
            try:
                # The handle is the library's: the dialog gets a copy, which shares its pixels.
                line = dialog(wrap(library().image_clone(image)))
                if line is None:
                    return _CANCELLED
                ends[0], ends[1], ends[2], ends[3] = (float(end) for end in line)
            except BaseException as exception:
                self._keep_exception(exception, cancel=False)
                return _CANCELLED
            return _OK

        return callback


CLASSES["stoner_context"] = lambda handle: handle
