function varargout = invoke(name, kinds, obj, args)
%INVOKE  One call of a function of the library: what all methods of the package do.
%  name: that of the C function without stoner_
%  kinds: of each output: i image, t table, m metadata, n what the gateway gives, r an image, or a number when its rank is 0
%  obj: the object whose method it is, [] for none
%  args: the inputs after it; 'context', ctx among them is a stoner.Context for this call
  context = [];
  subject = {};
  if isa(obj, 'stoner.Context')
    context = obj;
  elseif isobject(obj)
    context = obj.context;
    subject = {stoner.internal.bare(obj)};
  end
  made = {};
  k = 1;
  while k <= numel(args)
    if isa(args{k}, 'stoner.Context') && k > 1 && ischar(args{k - 1}) && strcmpi(args{k - 1}, 'context')
      context = args{k};
      args(k - 1:k) = [];
      k = k - 1;
    else
      if isstruct(args{k}) && isscalar(args{k})
        % Options, as metadata that live until the call is over.
        made{end + 1} = stoner.Metadata(args{k});
        args{k} = made{end};
      end
      args{k} = stoner.internal.bare(args{k});
      k = k + 1;
    end
  end
  [name, args] = exact(name, args);
  host = [];
  if isobject(context)
    host = context.host();
  elseif any(strcmp(name, {'get_filedialog', 'image_get_filename', 'image_line_select'}))
    host = stoner.internal.host([], [], [], []);
  end
  try
    [varargout{1:nargout}] = stoner_mex(name, host, subject{:}, args{:});
  catch trouble
    stoner.internal.raise(trouble);
  end
  for k = 1:numel(varargout)
    varargout{k} = wrap(kinds(min(k, numel(kinds))), varargout{k}, context);
  end
end

function [name, args] = exact(name, args)
  % Of int64 and uint64 the functions that take any integer, where there are such.
  if strcmp(name, 'image_clip')
    numbers = args(~cellfun(@ischar, args));
    for kind = {'int64', 'uint64'}
      if ~isempty(numbers) && all(cellfun(@(x) isscalar(x) && isa(x, kind{1}), numbers))
        name = ['image_clip_', strrep(strrep(kind{1}, 'uint', 'u'), 'int', 'i')];
      end
    end
    return
  end
  if ~any(strcmp(name, {'image_fill', 'image_itemset', 'image_set_fill_value', 'image_filled'}))
    return
  end
  values = {'value', 'fill_value'};
  k = 1 + strcmp(name, 'image_itemset');  % behind the index
  for i = 1:numel(args) - 1
    if ischar(args{i}) && ~ischar(args{i + 1}) && any(strcmpi(args{i}, values))
      k = i + 1;
      break
    end
  end
  if k <= numel(args) && isscalar(args{k}) && any(strcmp(class(args{k}), {'int64', 'uint64'}))
    endings = {'_i64', '_u64'};
    name = [name, endings{1 + strcmp(class(args{k}), 'uint64')}];
    % They have no mode: the value is given.
    for i = numel(args) - 1:-1:1
      if ischar(args{i}) && strcmpi(args{i}, 'fill_mode') && ischar(args{i + 1}) && strcmpi(args{i + 1}, 'value')
        args(i:i + 1) = [];
      end
    end
  end
end

function value = wrap(kind, value, context)
  if kind == 'n'
    return
  end
  if value == 0
    value = [];  % an output that this call does not have
    return
  end
  owned = struct('handle', value, 'context', {context});
  switch kind
    case 't'
      value = stoner.Table(owned);
    case 'm'
      value = stoner.Metadata(owned);
    otherwise
      value = stoner.Image(owned);
      if kind == 'r' && value.ndim() == 0
        image = value;
        value = image.data();
        if image.mask()
          value = NaN;
        end
      end
  end
end
