"""Overlap one made-up archive in a process of its own and print what came of it as JSON.

python overlapping.py ARTICLES JOBS
"""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path


def found(planted, pairs):
    """Tell whether pairs of the same two articles cover four fifths of a planted passage."""
    (one, first), (other, second) = planted.first, planted.second
    covered = sum(a.shared(first) for a, b in pairs[one, other] if b.shared(second))
    return covered >= 0.8 * first.length


def share(planted, pairs):
    return sum(found(each, pairs) for each in planted) / len(planted)


def main(articles, jobs):
    from corpus import make_archive

    from workbench.comparison.archive import overlaps
    from workbench.comparison.options import CompareOptions

    archive = make_archive(articles)
    begun = time.perf_counter()
    result = list(overlaps(archive.articles, CompareOptions(), jobs))
    seconds = time.perf_counter() - begun
    pairs = defaultdict(list)
    for pair in result:
        pairs[pair.a.article, pair.b.article].append((pair.a.span, pair.b.span))
        pairs[pair.b.article, pair.a.article].append((pair.b.span, pair.a.span))
    verbatim = [planted for planted in archive.planted if not planted.edited]
    edited = [planted for planted in archive.planted if planted.edited]
    return {
        "seconds": seconds,
        "megabytes": peak(),
        "pairs": len(result),
        "verbatim": share(verbatim, pairs),
        "edited": share(edited, pairs),
    }


def peak():
    """Return the most memory this process has held, in megabytes; None where nobody counts."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
