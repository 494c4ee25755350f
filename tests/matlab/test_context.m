function tests = test_context()
% Threads, progress, cancellation, warnings, dialogs.
  tests = localfunctions();
end

function test_threads()
  ctx = stoner.Context();
  ctx.set_threads(2);
  ctx.set_memory_limit(2^20);
  must(ctx.memory_limit() == 2^20);
  must(ctx.threads() == 2 && ~ctx.is_cancelled());
  image = stoner.Image(rand(40), 'context', ctx);
  one = image.filter_image([2 2]);
  must(isequal(one.context.raw_handle, ctx.raw_handle), 'results do not carry the context on');
  ctx.set_threads(1);
  must(isequal(image.filter_image([2 2]), one));
end

function image = large()
  [x, y] = meshgrid(0:255);
  image = stoner.Image(sin(x / 7) .* cos(y / 9) + 0.1 * mod(x .* y, 7));
end

function test_progress()
  ctx = stoner.Context();
  store = containers.Map({'n', 'last', 'rises'}, {0, 0, true});
  ctx.on_progress = @(fraction) note(store, fraction);
  result = large().denoise('weight', 0.2, 'context', ctx);
  must(store('n') > 2 && store('rises'), 'progress was told %d times', store('n'));
  must(isempty(result.context) || isobject(result.context));
end

function note(store, fraction)
  store('rises') = store('rises') && fraction >= store('last') && fraction <= 1;
  store('last') = fraction;
  store('n') = store('n') + 1;
end

function test_cancel_while_it_works()
  ctx = stoner.Context();
  ctx.on_progress = @(fraction) ctx.cancel();
  must_fail(@() large().denoise('context', ctx), 'stoner:Cancelled');
  must_fail(@() large().denoise('context', ctx), 'stoner:Cancelled');
  ctx.reset_cancel();
  ctx.on_progress = [];
  large().denoise('context', ctx);
end

function test_function_that_fails()
  ctx = stoner.Context();
  ctx.on_progress = @(fraction) error('x:y', 'no more room for the bar');
  before = stoner.Library.live_handles();
  message = must_fail(@() large().denoise('context', ctx), 'stoner:Callback');
  must(~isempty(strfind(message, 'no more room for the bar')));
  must(stoner.Library.live_handles() == before, 'a handle is lost');
  ctx.on_progress = [];
  large().denoise('context', ctx);
end

function test_function_that_calls_the_library()
  ctx = stoner.Context();
  ctx.on_progress = @(fraction) must(stoner.Image([1 2 3]).mean() == 2);
  large().denoise('context', ctx);
end

function test_warnings()
  ctx = stoner.Context();
  lastwarn('', '');
  warning('off', 'stoner:Warning');
  stoner.Image([5 6 7]).clip_intensity('context', ctx);
  warning('on', 'stoner:Warning');
  [text, identifier] = lastwarn();
  must(strcmp(identifier, 'stoner:Warning') || isempty(identifier));
  kept = ctx.warnings();
  must(numel(kept) == 1 && ~isempty(strfind(kept{1}, 'clip')));
  ctx.clear_warnings();
  must(isempty(ctx.warnings()));
end

function test_warnings_become_matlab_warnings()
  lastwarn('', '');
  evalc('stoner.Image([5 6 7]).clip_intensity();');
  [text, identifier] = lastwarn();
  must(strcmp(identifier, 'stoner:Warning') && ~isempty(strfind(text, 'clip')), 'the warning is "%s" (%s)', text, identifier);
end

function test_reductions_do_not_warn_of_lost_positions()
  image = stoner.Image(scan('domain_plus.hdf5'));
  lastwarn('', '');
  stoner.original.mean(image);
  stoner.original.mean(image, 1);
  must(isempty(lastwarn()));
end

function test_file_dialog()
  ctx = stoner.Context();
  asked = containers.Map({'what', 'title', 'patterns'}, {[], [], []});
  ctx.on_file = @(what, title, patterns) answer(asked, what, title, patterns);
  name = stoner.Library.get_filedialog('save', 'Where to?', '*.tif *.png', 'context', ctx);
  must(strcmp(name, '/tmp/ä.tif') && asked('what') == 2 && strcmp(asked('title'), 'Where to?') && strcmp(asked('patterns'), '*.tif *.png'));
  image = stoner.Image(1, 'context', ctx);
  image.get_filename('file');
  must(strcmp(image.filename, '/tmp/ä.tif') && asked('what') == 0);
  ctx.on_file = @(what, title, patterns) '';
  must_fail(@() image.get_filename('file'), 'stoner:Cancelled');
  ctx.on_file = @(what, title, patterns) error('no screen here');
  message = must_fail(@() image.get_filename('file'), 'stoner:Callback');
  must(~isempty(strfind(message, 'no screen here')));
  ctx.on_file = @(what, title, patterns) 17;
  must_fail(@() image.get_filename('file'), 'stoner:Callback');
end

function name = answer(asked, what, title, patterns)
  asked('what') = what;
  asked('title') = title;
  asked('patterns') = patterns;
  name = '/tmp/ä.tif';
end

function test_line_dialog()
  ctx = stoner.Context();
  ctx.on_line = @(image) [0, 1, size(image, 2) - 1, image.data(2, 3)];
  image = stoner.Image(magic(4), 'context', ctx);
  must(isequal(image.line_select(), [0 1 3 10]));
  t = image.profile_line([0 0], [3 0]);
  must(isequal(size(t), [4 4]));
  ctx.on_line = @(image) [];
  must_fail(@() image.line_select(), 'stoner:Cancelled');
  ctx.on_line = @(image) [1 2];
  must_fail(@() image.line_select(), 'stoner:Callback');
end

function test_library()
  must(~isempty(regexp(stoner.Library.version(), '^\d+\.\d+\.\d+$', 'once')) && stoner.Library.version_number() >= 100);
  must(~isempty(strfind(stoner.Library.fmts(), 'tif')) && stoner.Library.loader_count() >= 4);
  must(strcmp(stoner.Library.loader_name(1), 'nxstxm') || ~isempty(stoner.Library.loader_name(1)));
  must(~isempty(stoner.Library.status_text(5001)));
  [first, best] = stoner.Library.instruction_set();
  stoner.Library.set_instruction_set('baseline');
  must(stoner.Library.instruction_set() == 1 && best >= first);
  stoner.Library.set_instruction_set(first);
  must_fail(@() stoner.Library.set_instruction_set('avx3'), 'stoner:InvalidArgument');
  must(stoner.Library.instruction_set() == first);
  stoner.Library.set_kept_memory(1);
  must_fail(@() stoner.Library.set_kept_memory(-1), 'stoner:InvalidArgument');
  stoner.Library.set_kept_memory();
end
