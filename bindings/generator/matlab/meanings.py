"""The functions of MATLAB that images have with MATLAB's own meaning: what methods the class stoner.Image gets besides those of the
library. The values come from the function of MATLAB or Octave itself, called on the pixels; masks are treated as each group says.

Where the library has a function of the same name with another meaning (that of the original and of numpy.ma), it is in the package
stoner.original.
"""

#: What a group of functions does with masked pixels: the last line of the help of each.
MASKS = {
    "pixelwise": "A pixel of the result is masked where one of the inputs is.",
    "reduction": "Masked pixels are ignored. Where all are masked the result is masked; one number that is masked is NaN.",
    "scan": "Masked pixels are passed over and stay masked.",
    "order": "Masked pixels take no part: they come last, and stay masked.",
    "rearranged": "The mask moves with the pixels.",
    "plane": "Masked pixels have no value here: fill them first, im.filled('fill_value', 0).",
    "answer": "",
}

#: Pixel by pixel, of one image: {name: what it is}.
PIXELWISE = {
    "abs": "The magnitude of each pixel.",
    "sign": "The sign of each pixel: -1, 0 or 1.",
    "sqrt": "The square root of each pixel; that of a negative number is complex.",
    "exp": "The exponential of each pixel.",
    "expm1": "exp(x) - 1 of each pixel.",
    "log": "The natural logarithm of each pixel; that of a negative number is complex, that of 0 is -Inf.",
    "log1p": "log(1 + x) of each pixel.",
    "log2": "The logarithm of each pixel to the base 2.",
    "log10": "The logarithm of each pixel to the base 10.",
    "sin": "The sine of each pixel, in radians.",
    "cos": "The cosine of each pixel, in radians.",
    "tan": "The tangent of each pixel, in radians.",
    "asin": "The inverse sine of each pixel.",
    "acos": "The inverse cosine of each pixel.",
    "atan": "The inverse tangent of each pixel.",
    "sinh": "The hyperbolic sine of each pixel.",
    "cosh": "The hyperbolic cosine of each pixel.",
    "tanh": "The hyperbolic tangent of each pixel.",
    "asinh": "The inverse hyperbolic sine of each pixel.",
    "acosh": "The inverse hyperbolic cosine of each pixel.",
    "atanh": "The inverse hyperbolic tangent of each pixel.",
    "erf": "The error function of each pixel.",
    "real": "The real part of each pixel.",
    "imag": "The imaginary part of each pixel.",
    "conj": "The complex conjugate of each pixel.",
    "angle": "The phase of each pixel, in radians.",
    "floor": "Each pixel rounded down.",
    "ceil": "Each pixel rounded up.",
    "fix": "Each pixel rounded towards 0.",
    "isnan": "Whether a pixel is NaN, as a logical image.",
    "isinf": "Whether a pixel is infinite, as a logical image.",
    "isfinite": "Whether a pixel is neither NaN nor infinite, as a logical image.",
    "uminus": "-a.",
    "uplus": "+a.",
    "not": "~a, as a logical image.",
}

#: Pixel by pixel, of two: images, matrices or numbers.
PAIRWISE = {
    "plus": "a + b.",
    "minus": "a - b.",
    "times": "a .* b.",
    "rdivide": "a ./ b.",
    "ldivide": "a .\\ b.",
    "power": "a .^ b.",
    "nthroot": "The real n-th root: nthroot(a, n).",
    "mod": "The remainder with the sign of the divisor: mod(a, b).",
    "rem": "The remainder with the sign of the dividend: rem(a, b).",
    "idivide": "Division of integers: idivide(a, b), idivide(a, b, 'floor').",
    "atan2": "The angle of the point (x, y): atan2(y, x).",
    "hypot": "sqrt(a .^ 2 + b .^ 2) without overflow.",
    "bitand": "The bits that both have.",
    "bitor": "The bits that either has.",
    "bitxor": "The bits that one of them has.",
    "bitshift": "The bits moved: bitshift(a, n).",
    "complex": "An image with real and imaginary part: complex(a, b).",
    "eq": "a == b, as a logical image.",
    "ne": "a ~= b, as a logical image.",
    "lt": "a < b, as a logical image.",
    "le": "a <= b, as a logical image.",
    "gt": "a > b, as a logical image.",
    "ge": "a >= b, as a logical image.",
    "and": "a & b, as a logical image.",
    "or": "a | b, as a logical image.",
    "xor": "Exclusive or, as a logical image.",
}

#: Along a dimension, or over several: {name: (what it is, a call that shows its inputs)}.
REDUCTIONS = {
    "sum": ("The sum", "sum(im, dim), sum(im, 'all'), sum(im, [1 2]), sum(im, 'native')"),
    "prod": ("The product", "prod(im, dim), prod(im, 'all')"),
    "sumsq": ("The sum of the squares", "sumsq(im, dim)"),
    "mean": ("The mean", "mean(im, dim), mean(im, 'all'), mean(im, [1 2]), mean(im, 'omitnan')"),
    "median": ("The median", "median(im, dim), median(im, 'all')"),
    "mode": ("The most frequent value", "mode(im, dim), mode(im, 'all')"),
    "std": ("The standard deviation, with the divisor N - 1", "std(im, 0, dim), std(im, 1) (the divisor N), std(im, 0, 'all'), std(im, weights, dim)"),
    "var": ("The variance, with the divisor N - 1", "var(im, 0, dim), var(im, 1) (the divisor N), var(im, 0, 'all'), var(im, weights, dim)"),
    "range": ("The greatest less the least value", "range(im, dim)"),
    "any": ("Whether any pixel is true (not 0)", "any(im, dim), any(im, 'all')"),
    "all": ("Whether all pixels are true (not 0)", "all(im, dim), all(im, 'all')"),
}

#: Along a dimension; the size stays.
SCANS = {
    "cumsum": ("The sums of the pixels up to each", "cumsum(im, dim)"),
    "cumprod": ("The products of the pixels up to each", "cumprod(im, dim)"),
    "cummax": ("The greatest of the pixels up to each", "cummax(im, dim)"),
    "cummin": ("The least of the pixels up to each", "cummin(im, dim)"),
}

#: Pixels in other places.
REARRANGED = {
    "reshape": ("The pixels in another size, column by column", "reshape(im, rows, columns), reshape(im, [], 4), reshape(im, [rows columns frames])"),
    "permute": ("Dimensions exchanged", "permute(im, [2 1 3])"),
    "ipermute": ("Dimensions exchanged back", "ipermute(im, [2 1 3])"),
    "repmat": ("Copies beside each other", "repmat(im, rows, columns), repmat(im, [rows columns frames])"),
    "circshift": ("Moved around", "circshift(im, n, dim), circshift(im, [rows columns])"),
    "flip": ("Reversed along a dimension", "flip(im, dim)"),
    "triu": ("What lies above a diagonal; 0 elsewhere", "triu(im, k)"),
    "tril": ("What lies below a diagonal; 0 elsewhere", "tril(im, k)"),
    "diag": ("The diagonal as a column", "diag(im, k)"),
}

#: Of whole planes, which masked pixels would have no place in.
PLANES = {
    "fft": ("The discrete Fourier transform along a dimension; stoner.original.fft is that of pictures", "fft(im, n, dim)"),
    "ifft": ("The inverse of fft", "ifft(im, n, dim)"),
    "fft2": ("The discrete Fourier transform of rows and columns", "fft2(im)"),
    "ifft2": ("The inverse of fft2", "ifft2(im)"),
    "fftshift": ("Frequency 0 moved to the middle", "fftshift(im, dim)"),
    "ifftshift": ("The inverse of fftshift", "ifftshift(im, dim)"),
    "conv2": ("The convolution with a kernel", "conv2(im, kernel, 'same')"),
    "filter2": ("The correlation with a kernel", "filter2(kernel, im)"),
    "kron": ("The Kronecker product", "kron(a, b)"),
    "interp2": ("Values between the pixels", "interp2(im, x, y)"),
    "gradient": ("The differences between neighbours, halved", "[gx, gy] = gradient(im)"),
    "del2": ("The discrete Laplace operator", "del2(im)"),
    "trapz": ("The integral by the trapezoidal rule", "trapz(im), trapz(x, im, dim)"),
    "cov": ("The covariance of the columns", "cov(im)"),
    "corrcoef": ("The correlation coefficients of the columns", "corrcoef(im)"),
    "trace": ("The sum of the diagonal", "trace(im)"),
    "det": ("The determinant", "det(im)"),
    "inv": ("The inverse matrix", "inv(im)"),
    "rank": ("The rank of the matrix", "rank(im)"),
    "norm": ("A norm of the matrix", "norm(im), norm(im, 'fro')"),
    "svd": ("The singular values", "svd(im), [u, s, v] = svd(im)"),
}

#: Of the size or class; no pixel is looked at but for isreal.
ANSWERS = {
    "isnumeric": "Whether the pixels are numbers: all classes but logical.",
    "isfloat": "Whether the pixels are single or double.",
    "isinteger": "Whether the pixels are integers.",
    "islogical": "Whether the pixels are logical.",
    "isreal": "Whether the pixels are real.",
    "isscalar": "Whether there is one pixel.",
    "isvector": "Whether there is one row or one column.",
    "isrow": "Whether there is one row.",
    "iscolumn": "Whether there is one column.",
    "ismatrix": "Whether there are rows and columns and no frames.",
    "length": "The longest of the lengths of the dimensions.",
}

#: Conversions to a class, as arrays of MATLAB.
CLASSES = ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64")

#: Drawing: {name: (what it does, the inputs before the pixels' place)}; masked pixels are NaN, which is left blank.
DRAWING = {
    "pcolor": ("Shows the pixels as cells", "pcolor(im)"),
    "surf": ("Shows the pixels as a surface", "surf(im), surf(x, y, im)"),
    "mesh": ("Shows the pixels as a net", "mesh(im), mesh(x, y, im)"),
    "contour": ("Shows lines of equal value", "contour(im), contour(im, levels)"),
    "contourf": ("Shows areas between lines of equal value", "contourf(im)"),
    "plot": ("Shows columns as lines, or a vector as one", "plot(im), plot(x, im, 'r-')"),
}


#: Written by hand in templates/Image.m, for their inputs need a look.
BY_HAND = (
    "max", "min", "sort", "unique", "find", "subsindex", "nnz", "diff", "round", "mtimes", "mrdivide", "mldivide", "mpower", "dot", "squeeze", "transpose", "ctranspose", "fliplr", "flipud",
    "rot90", "cat", "horzcat", "vertcat", "im2double", "im2single", "im2uint8", "im2uint16", "mat2gray", "hist", "histogram", "histcounts", "imagesc",
    "underlyingType", "num2str", "mat2str", "numel", "ndims", "rows", "columns", "height", "width", "isequal", "isequaln", "double", "single", "logical", "cast",
)


def groups():
    """{name: (group, first sentence, example calls or "")}."""
    found = {name: ("pixelwise", text, f"{name}(im)") for name, text in PIXELWISE.items()}
    found |= {name: ("pairwise", text, "") for name, text in PAIRWISE.items()}
    found |= {name: ("reduction", f"{text}.", calls) for name, (text, calls) in REDUCTIONS.items()}
    found |= {name: ("scan", f"{text}.", calls) for name, (text, calls) in SCANS.items()}
    found |= {name: ("rearranged", f"{text}.", calls) for name, (text, calls) in REARRANGED.items()}
    found |= {name: ("plane", f"{text}.", calls) for name, (text, calls) in PLANES.items()}
    found |= {name: ("answer", text, f"{name}(im)") for name, text in ANSWERS.items()}
    found |= {name: ("class", f"The pixels as an array of {name}, rounded and limited as MATLAB does it.", f"{name}(im)") for name in CLASSES}
    found |= {name: ("drawing", f"{text}.", calls) for name, (text, calls) in DRAWING.items()}
    return found


def listed():
    """{name: group} of all, for the test that compares each with the function of MATLAB or Octave."""
    return {name: "hand" for name in BY_HAND} | {name: group for name, (group, _, _) in groups().items()}


#: All that have MATLAB's meaning.
NAMES = frozenset(groups()) | frozenset(BY_HAND)
