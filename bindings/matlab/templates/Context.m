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
  properties
    on_progress = [];
    on_file = [];
    on_line = [];
  end
  properties (SetAccess = private, Hidden)
    handle = [];
  end

  methods
    function obj = Context()
      %CONTEXT  Makes a context.
      obj.handle = stoner_mex('context_new', []);
    end

    function delete(obj)
      %DELETE  Frees the context.
      handle = obj.handle;
      obj.handle = [];
      if ~isempty(handle)
        stoner_mex('context_free', [], handle);
      end
    end

    function cell = host(obj)
      %HOST  The value that the gateway takes for a context.
      if isempty(obj.handle)
        cell = uint64(1);  % deleted: the library says so
      else
        cell = stoner.internal.host(obj.handle, obj.on_progress, obj.on_file, obj.on_line);
      end
    end

    function texts = warnings(obj)
      %WARNINGS  The warnings of the context, as a cell of texts.
      texts = cell(1, obj.warning_count());
      for k = 1:numel(texts)
        texts{k} = obj.warning(k - 1);
      end
    end

    function disp(obj)
      %DISP  Shows the context.
      if isempty(obj.handle)
        fprintf('  stoner.Context, deleted\n');
      else
        fprintf('  stoner.Context: %d threads, %d warnings\n', obj.threads(), obj.warning_count());
      end
    end

%METHODS
  end
end
