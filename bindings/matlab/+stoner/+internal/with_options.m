function args = with_options(args)
%WITH_OPTIONS  The inputs of a function that takes options, these as metadata: frames count from 1.
  for k = 1:numel(args)
    if isstruct(args{k}) || isa(args{k}, 'stoner.Metadata')
      args{k} = stoner.internal.options(args(k));
    end
  end
end
