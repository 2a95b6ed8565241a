"""Python's collector of reference cycles, told that there is little for it."""

import gc

# A batch of records makes some hundred thousand values, none of them in a cycle; looking through them again and again
# took a third of a worker's time with Python's own 700, and 3 % with 100,000.
LOADING = 2_000_000
# A search by work reads ten thousand hits, which are some twenty thousand values: "and" took 195 ms on Elasticsearch
# with 700 and takes 110, and of 60 searches for "islam" the slowest took 122 and takes 36. A server keeps less of what
# is in cycles than a worker may.
ANSWERING = 50_000


def collect_rarely(values: int) -> None:
    """Let it look only when so many more values have been made than are gone, and never at what is loaded by now.

    Records, documents and answers are trees, which go by themselves. Each look through all that is loaded stops a
    reader's search for 80 to 100 ms.
    """
    gc.freeze()
    gc.set_threshold(values, 50, 100)
