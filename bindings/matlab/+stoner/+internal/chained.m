function varargout = chained(value, rest)
%CHAINED  Goes on with what an index gave: im.hist().plot(path), md.list(2). The last method may give nothing.
  n = max(nargout, 1);
  for k = numel(rest):-1:1
    if strcmp(rest(k).type, '.')
      n = stoner.internal.outputs(nargout, [], rest(k).subs);
      break
    end
  end
  [varargout{1:n}] = subsref(value, rest);
end
