% Made from interface/interface.json by bindings/generator: do not edit. By hand is what templates/ has.
classdef Context < handle
%CONTEXT  Settings and state of calls: threads, progress, cancellation, warnings, dialogs.
%  ctx = stoner.Context()
%  im = stoner.Image('scan.hdf5', 'context', ctx)   calls on the image, and on images made from it, use the context
%  im.gridimage('context', ctx)                     only this call uses it
%
%  ctx.on_progress = @(fraction) waitbar(fraction)  is called during long calls; it may call ctx.cancel()
%  ctx.on_file = @(what, title, patterns) name      replaces uigetfile; returns '' if nothing was chosen
%  ctx.on_line = @(image) [x1 y1 x2 y2]             replaces two clicks on the image; returns [] if no line was drawn
%
%  See also stoner.Image.
  properties (Transient)
    on_progress = [];
    on_file = [];
    on_line = [];
  end
  properties (Access = private, Transient, Hidden)
    % The handle. Only methods get it: see stoner.internal.hand.
    kept = [];
  end

  methods
    function obj = Context()
      %CONTEXT  Makes a context.
      obj.kept = stoner_mex('context_new', []);
    end

    function delete(obj)
      %DELETE  Frees the context.
      handle = raw_handle(obj);
      if ~isempty(handle)
        obj.kept = [];
        stoner_mex('context_free', [], handle);
      end
    end

    function value = get.kept(obj)
      stoner.internal.hand(obj.kept);
      value = [];
    end

    function handle = raw_handle(obj)
      %RAW_HANDLE  The library's number of the context, for stoner_mex; [] after delete. It means nothing in another session.
      obj.kept;
      handle = stoner.internal.hand();
    end

    function cell = host(obj)
      %HOST  The value that the gateway takes for a context.
      handle = raw_handle(obj);
      if isempty(handle)
        cell = uint64(1);  % deleted: the library says so
      else
        cell = stoner.internal.host(handle, obj.on_progress, obj.on_file, obj.on_line);
      end
    end

    function texts = warnings(obj)
      %WARNINGS  The warnings of the context, as a cell of texts.
      texts = cell(1, obj.warning_count());
      for k = 1:numel(texts)
        texts{k} = obj.warning(k);
      end
    end

    function disp(obj)
      %DISP  Shows the context.
      if isempty(raw_handle(obj))
        fprintf('  stoner.Context, deleted\n');
      else
        fprintf('  stoner.Context: %d threads, %d warnings\n', obj.threads(), obj.warning_count());
      end
    end

    function clear_error(obj, varargin)
      %CLEAR_ERROR  Forgets the last error.
      %
      %  ctx.clear_error()
      %
      stoner.internal.invoke('context_clear_error', '', obj, varargin);
    end
    function varargout = warning_count(obj, varargin)
      %WARNING_COUNT  The number of warnings. A context keeps the first 256; later ones are only counted.
      %
      %  [kept, dropped] = ctx.warning_count()
      %
      %  returns kept: the number of warnings that Context.warning gives
      %  returns dropped: the number of those that came after
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_warning_count', 'nn', obj, varargin);
    end
    function varargout = warning(obj, varargin)
      %WARNING  One warning, in the order in which they were added.
      %
      %  buffer = ctx.warning(index)
      %
      %  index: its number, from 1
      %  returns buffer: text
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_warning', 'n', obj, varargin);
    end
    function varargout = warning_code(obj, varargin)
      %WARNING_CODE  What one warning is about, so that a program need not read its text.
      %
      %  code = ctx.warning_code(index)
      %
      %  index: its number, from 1
      %  returns code: a a word of warning constant
      %  Errors: stoner:OutOfRange
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_warning_code', 'n', obj, varargin);
    end
    function clear_warnings(obj, varargin)
      %CLEAR_WARNINGS  Forgets all warnings.
      %
      %  ctx.clear_warnings()
      %
      stoner.internal.invoke('context_clear_warnings', '', obj, varargin);
    end
    function set_threads(obj, varargin)
      %SET_THREADS  Sets how many threads one call with this context may use. They end with the call, and the bits
      %  of a result do not depend on their number.
      %
      %  ctx.set_threads(threads)
      %
      %  threads: 0: as many as there are processors; default 0
      stoner.internal.invoke('context_set_threads', '', obj, varargin);
    end
    function varargout = threads(obj, varargin)
      %THREADS  How many threads one call with this context may use, at least 1.
      %
      %  threads = ctx.threads()
      %
      %  returns threads: the number
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_threads', 'n', obj, varargin);
    end
    function set_memory_limit(obj, varargin)
      %SET_MEMORY_LIMIT  Sets what one call with this context may take of memory where its inputs do not justify more: a
      %  file that unpacks to far more than its length, or an argument (a number of bins, the width of a
      %  line) that asks for far more than the image. A call may always take four times the memory of its
      %  inputs: of a file's pixels when they are decoded, of the images that it is given. What would
      %  take more is refused before the work begins: of an argument as stoner:InvalidArgument, of a file
      %  as stoner:Corrupt where no whole file of its length can ask for so much, else as
      %  stoner:NoMemory.
      %
      %  ctx.set_memory_limit(bytes)
      %
      %  bytes: the number of bytes; default 2.68435e+08
      %  Errors: stoner:InvalidArgument
      stoner.internal.invoke('context_set_memory_limit', '', obj, varargin);
    end
    function varargout = memory_limit(obj, varargin)
      %MEMORY_LIMIT  What one call with this context may take of memory where its inputs do not justify more.
      %
      %  bytes = ctx.memory_limit()
      %
      %  returns bytes: the number of bytes
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_memory_limit', 'n', obj, varargin);
    end
    function cancel(obj, varargin)
      %CANCEL  Asks all calls that run or will run with this context to stop: they return stoner:Cancelled as
      %  soon as they can. Sticky until Context.reset_cancel. May be called from any thread and from the
      %  progress callback.
      %
      %  ctx.cancel()
      %
      stoner.internal.invoke('context_cancel', '', obj, varargin);
    end
    function reset_cancel(obj, varargin)
      %RESET_CANCEL  Withdraws a cancellation.
      %
      %  ctx.reset_cancel()
      %
      stoner.internal.invoke('context_reset_cancel', '', obj, varargin);
    end
    function varargout = is_cancelled(obj, varargin)
      %IS_CANCELLED  Whether the context is cancelled.
      %
      %  cancelled = ctx.is_cancelled()
      %
      %  returns cancelled: 0 or true
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_is_cancelled', 'n', obj, varargin);
    end
    function varargout = progress(obj, varargin)
      %PROGRESS  The progress of the long call that last reported. May be called from another thread.
      %
      %  fraction = ctx.progress()
      %
      %  returns fraction: 0.0 to 1.0
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_progress', 'n', obj, varargin);
    end
    function set_debug(obj, varargin)
      %SET_DEBUG  Whether loading explains itself: each loader that stoner.Image tries then adds a warning that
      %  says what it found.
      %
      %  ctx.set_debug(debug)
      %
      %  debug: true: loading explains itself
      stoner.internal.invoke('context_set_debug', '', obj, varargin);
    end
    function varargout = debug(obj, varargin)
      %DEBUG  Whether loading explains itself; initially 0.
      %
      %  debug = ctx.debug()
      %
      %  returns debug: 0 or true
      [varargout{1:max(nargout, 1)}] = stoner.internal.invoke('context_debug', 'n', obj, varargin);
    end
  end
end
