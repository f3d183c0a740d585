"""Does one work in a process of its own and prints its seconds and what came of it as JSON.

python works.py NAME ARGUMENT...
"""

import json
import sys
import time
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

SENTENCE = "The council voted late on Tuesday to rebuild the northern pier before the storms. "


class Clock:
    """Measures from where it is made."""

    def __init__(self):
        self.begun = time.perf_counter()

    def told(self, words):
        return {"seconds": time.perf_counter() - self.begun, "told": words}


def overlap(articles, jobs):
    """Find all pairs, and say what share of the planted passages is among them."""
    from corpus import make_archive

    from workbench.comparison.archive import overlaps
    from workbench.comparison.options import CompareOptions

    archive = make_archive(articles)
    clock = Clock()
    running = overlaps(archive.articles, CompareOptions(), jobs)
    result = [next(running)]
    first = clock.told("")["seconds"]
    result += running
    answer = clock.told(f"{len(result)} pairs, the first after {first:.1f} s")
    pairs = defaultdict(list)
    for pair in result:
        pairs[pair.a.article, pair.b.article].append((pair.a.span, pair.b.span))
        pairs[pair.b.article, pair.a.article].append((pair.b.span, pair.a.span))
    for name, wanted in (("verbatim", False), ("edited", True)):
        planted = [each for each in archive.planted if bool(each.edited) == wanted]
        share = sum(found(each, pairs) for each in planted) / len(planted)
        answer["told"] += f", {name} found {share:.1%}"
    return answer


def found(planted, pairs):
    """Tell whether pairs of the same two articles cover four fifths of a planted passage."""
    (one, first), (other, second) = planted.first, planted.second
    covered = sum(a.shared(first) for a, b in pairs[one, other] if b.shared(second))
    return covered >= 0.8 * first.length


def compared(articles, words):
    """Compare a handful of articles, the second time."""
    from corpus import make_archive

    from workbench.comparison.compare import compare

    given = make_archive(articles, words).articles
    compare(given)
    clock = Clock()
    result = compare(given)
    return clock.told(f"{len(result.pairs)} pairs")


def related_to(articles):
    """Find what one article shares with all others, whose fingerprints are known."""
    from corpus import make_archive

    from workbench.comparison.archive import added
    from workbench.comparison.fingerprint import fingerprint, related

    *old, new = make_archive(articles + 1).articles
    by_id = {article.id: article for article in old}
    known = [(article.id, fingerprint(article.text)) for article in old]
    bytes_each = sum(len(written) for _, written in known) / len(known)
    added(new, old[:9])
    clock = Clock()
    candidates = [by_id[name] for name in related(fingerprint(new.text), known)]
    pairs = added(new, candidates)
    return clock.told(f"{len(pairs)} pairs, {bytes_each:.0f} bytes a fingerprint")


def copies(articles):
    """Overlap copies of one page."""
    from corpus import make_archive

    page = make_archive(2).articles[0].text
    return _overlapped([page] * articles)


def stamped(articles):
    """Overlap copies of one page that differ in a number."""
    from corpus import make_archive

    page = make_archive(2).articles[0].text
    return _overlapped([f"{page} Printed as number {n}." for n in range(articles)])


def line(megabytes):
    """Overlap one line of so many megabytes with an article that has a sentence of it."""
    random = Random(5)
    words = [f"word{number}" for number in range(30_000)]
    text = " ".join(random.choices(words, k=megabytes * 110_000))
    return _overlapped([text[: megabytes * 1_000_000], f"So it is. {text[9_000:9_300]}"])


def marks(number):
    """Overlap texts of quotation marks."""
    return _overlapped(["“" * number, "\"'" * (number // 2), "“a ‘b c " * (number // 2)])


def word(number):
    """Overlap texts of one word."""
    return _overlapped(["word " * number, "word " * (number // 2)])


def frequent(articles):
    """Overlap articles in which more than every fourth word is the same."""
    random = Random(1)
    words = [f"w{number}" for number in range(20_000)]
    return _overlapped(
        [
            " ".join("x" if random.random() < 0.29 else random.choice(words) for _ in range(500))
            for _ in range(articles)
        ]
    )


def refrain(number):
    """Overlap texts that are one sentence again and again."""
    return _overlapped([SENTENCE * number, SENTENCE * (number // 2)])


def _overlapped(texts):
    from workbench.comparison.archive import overlaps
    from workbench.comparison.options import CompareOptions
    from workbench.model import Article

    articles = [Article(f"n{place}", text) for place, text in enumerate(texts)]
    clock = Clock()
    return clock.told(f"{sum(1 for _ in overlaps(articles, CompareOptions(), 2))} pairs")


def difflib(articles, sample):
    """Match the words of every two articles of a sample, and reckon what all would take."""
    from corpus import make_archive

    texts = [article.text.lower().split() for article in make_archive(sample).articles]
    clock = Clock()
    blocks = 0
    for place, text in enumerate(texts):
        for other in texts[:place]:
            matcher = SequenceMatcher(None, text, other, autojunk=False)
            blocks += sum(block.size > 3 for block in matcher.get_matching_blocks())
    done = clock.told(f"reckoned from every two of {sample}")
    done["seconds"] *= articles * (articles - 1) / (sample * (sample - 1))
    return done


def minhash(articles):
    """Find near copies with MinHash and locality-sensitive hashing, which tells no passages."""
    from corpus import make_archive
    from datasketch import MinHash, MinHashLSH

    archive = make_archive(articles)
    clock = Clock()
    index = MinHashLSH(threshold=0.1, num_perm=64)
    sketches = {}
    for article in archive.articles:
        words = article.text.lower().split()
        sketch = MinHash(num_perm=64)
        sketch.update_batch([" ".join(words[at : at + 4]).encode() for at in range(len(words))])
        sketches[article.id] = sketch
        index.insert(article.id, sketch)
    pairs = {
        frozenset((name, other))
        for name, sketch in sketches.items()
        for other in index.query(sketch)
        if other != name
    }
    wanted = {frozenset((each.first[0], each.second[0])) for each in archive.planted}
    share = len(pairs & wanted) / len(wanted)
    return clock.told(f"{len(pairs)} pairs of articles, {share:.1%} of those wanted, no passages")


WORKS = (
    *(overlap, compared, related_to, copies, stamped, line, marks, word, frequent, refrain),
    *(difflib, minhash),
)

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    work = {each.__name__: each for each in WORKS}[sys.argv[1]]
    print(json.dumps(work(*map(int, sys.argv[2:]))))
