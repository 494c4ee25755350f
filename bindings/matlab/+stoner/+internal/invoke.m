function varargout = invoke(name, kinds, obj, args)
%INVOKE  One call of a function of the library: what all methods of the package do.
%  name: that of the C function without stoner_
%  kinds: of each output: i image, t table, m metadata, s scan, l live image, n what the gateway gives, r an image, or a number when its rank is 0;
%         x an image of indices, which count from 1 here, y the same, or a number, that of a pixel, when its rank is 0
%  obj: the object whose method it is, [] for none
%  args: the inputs after it; 'context', ctx among them is a stoner.Context for this call
  context = [];
  subject = {};
  if isa(obj, 'stoner.Context')
    context = obj;
  elseif isobject(obj)
    context = obj_context(obj);
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
    varargout{k} = wrap(kinds(min(k, numel(kinds))), varargout{k}, context, obj);
  end
end

function value = obj_context(obj)
  value = context(obj);
end

function value = wrap(kind, value, context, obj)
  if kind == 'n'
    return
  end
  if value == 0
    value = [];  % an output that this call does not have
    return
  end
  owned = stoner.internal.Made(value, context);
  switch kind
    case 't'
      value = stoner.Table(owned);
    case 'm'
      value = stoner.Metadata(owned);
    case 's'
      value = stoner.Scan(owned);
    case 'l'
      value = stoner.Live(owned);
    otherwise
      value = stoner.Image(owned);
      if any(kind == 'ry') && ndim(value) == 0
        made = value;
        value = read(made);
        if mask(made)
          value = NaN;
        elseif kind == 'y'
          value = number_of_pixel(size(obj), double(value));
        end
      elseif any(kind == 'xy')
        value = stoner.internal.pixelwise('plus', value, 1);
      end
  end
end

function number = number_of_pixel(sizes, place)
  % The number of a pixel column by column, from 1, of that row by row and frame by frame, from 0.
  order = [sizes(2), sizes(1), sizes(3:end)];
  places = cell(1, numel(order));
  [places{:}] = ind2sub(order, place + 1);
  number = sub2ind(sizes, places{[2, 1, 3:end]});
end
