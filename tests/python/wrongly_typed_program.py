"""Each line that is marked is an error for mypy; nothing runs it."""

import stoner

image = stoner.Image([[1.0, 2.0]])
image.rotate("a quarter")  # wrong
number: int = image.title  # wrong
image.XMCD()  # wrong
stoner.Context(threads="two")  # wrong
image.hist(bns=[1, 2])  # wrong
table: stoner.Table = image.CW  # wrong
