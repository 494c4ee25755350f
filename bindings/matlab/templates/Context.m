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
  %BY-HAND context_new: stoner.Context
  %BY-HAND context_free: stoner.Context/delete
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

%METHODS
  end
end
