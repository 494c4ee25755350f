function tests = test_reload()
% The gateway is cleared and loaded again a hundred times; while handles live it stays.
%
% Octave 7 never unmaps a MEX that carries the mark of interleaved complex numbers: it takes the mark for one more function of the
% file. So these tests run a second time with a gateway without the mark (STONER_MEX_UNLOADS), which takes real numbers only.
  tests = localfunctions();
end

function test_clear_and_load_a_hundred_times()
  use();
  clear stoner_mex
  for round = 1:100
    must(~loaded() || ~unloads(), 'the gateway is still there after clear (round %d)', round);
    use();
    clear stoner_mex
    if round == 20
      before = resident();
    end
  end
  must(~loaded() || ~unloads());
  grown = resident() - before;
  must(grown < 8e6, 'the process has grown by %.1f MB in 80 rounds', grown / 1e6);
end

function use()
  im = stoner.Image(rand(200));
  must(stoner.Library.live_handles() == 1 && mislocked('stoner_mex'));
  turned = im.rotate(0.3).filter_image([1 1]);
  must(~isempty(stoner.original.hist(turned).count));
  try
    im.crop([1 2 3]);
  catch
  end
  turned.delete();
  im.delete();
  must(stoner.Library.live_handles() == 0 && ~mislocked('stoner_mex'), 'handles or the lock are left');
end

function test_clear_while_handles_live()
  im = stoner.Image([1 2 3]);
  warning('off', 'all');
  clear stoner_mex
  warning('on', 'all');
  must(loaded() && mislocked('stoner_mex'), 'the gateway went while an image lives');
  must(im.mean_value() == 2);
  im.delete();
  clear stoner_mex
  must(~loaded() || ~unloads());
end

function test_many_errors_leave_nothing()
  im = stoner.Image(rand(300));
  for k = 1:50
    wrong(im);
  end
  before = resident();
  for k = 1:400
    wrong(im);
  end
  must(stoner.Library.live_handles() == 1);
  grown = resident() - before;
  must(grown < 20e6, 'the process has grown by %.1f MB in 400 errors', grown / 1e6);
  im.delete();
end

function wrong(im)
  try
    im.subtract_image(rand(299));  % a temporary image, then an error
    must(false);
  catch trouble
    must(strcmp(trouble.identifier, 'stoner:Shape'));
  end
end

function yes = unloads()
  yes = ~isempty(getenv('STONER_MEX_UNLOADS'));
end

function yes = loaded()
  yes = ~isempty(strfind(fileread('/proc/self/maps'), 'stoner_mex'));
end

function bytes = resident()
  found = regexp(fileread('/proc/self/status'), 'VmRSS:\s+(\d+) kB', 'tokens', 'once');
  bytes = 1024 * str2double(found{1});
end
