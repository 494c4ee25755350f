"""Each line that is marked is an error for mypy; nothing runs it."""

import stoner

image = stoner.Image([[1.0, 2.0]])
image.rotate("a quarter")  # wrong
number: int = image.title  # wrong
image.XMCD()  # wrong
stoner.Context(threads="two")  # wrong
image.hist(bns=[1, 2])  # wrong
table: stoner.Table = image.CW  # wrong
number = image.mean(axis=0)  # wrong
text: str = image[2:4]  # wrong
image.gridimage(return_offset=True).mean()  # wrong
image.imshow("a.png", cmp="viridis")  # wrong
image.imshow("a.png", norm="logarithmic")  # wrong
image.imshow_rgba((400, 300), width=400)  # wrong
stoner.Table().plot("t.png", grid="yes")  # wrong
