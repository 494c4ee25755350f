function cell = host(handle, on_progress, on_file, on_line)
%HOST  A context for the gateway: its handle, and functions that are called during a call. [] for dialogs: uigetfile and ginput.
  if isempty(on_file)
    on_file = @stoner.internal.file_dialog;
  end
  if isempty(on_line)
    on_line = @stoner.internal.line_dialog;
  end
  cell = {handle, [], @(what, title, patterns) stoner.internal.guard(on_file, 1, what, title, patterns), ...
          @(image) stoner.internal.guard(@(h) on_line(stoner.internal.copy(h)), 1, image)};
  if ~isempty(on_progress)
    cell{2} = @(fraction) stoner.internal.guard(on_progress, 0, fraction);
  end
end
