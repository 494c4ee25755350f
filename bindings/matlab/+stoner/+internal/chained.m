function varargout = chained(value, rest)
%CHAINED  Goes on with what an index gave: im.hist().plot(path), md.list(2). The method may give nothing.
  n = max(nargout, 1);
  kind = class(value);
  if strncmp(kind, 'stoner.', 7) && strcmp(rest(1).type, '.') && numel(rest) <= 2
    n = stoner.internal.outputs(nargout, [], stoner.internal.method_outputs(kind(8:end), rest(1).subs));
  end
  [varargout{1:n}] = subsref(value, rest);
end
