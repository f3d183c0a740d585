"""Distance: how many characters two strings differ in, and where one stands in the other."""

from __future__ import annotations


def distance(first: str, second: str) -> int:
    """Return the least number of characters to put in, take out or replace (Levenshtein)."""
    head = tail = 0
    room = min(len(first), len(second))
    while head < room and first[head] == second[head]:
        head += 1
    while tail < room - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    rest, other = first[head : len(first) - tail], second[head : len(second) - tail]
    return distances(rest, other)[-1] if rest and other else len(rest) + len(other)


def likeness(first: str, second: str) -> float:
    """Return 1 for equal strings, 0 for such as have nothing in common."""
    if first == second:
        return 1.0
    return 1 - distance(first, second) / max(len(first), len(second))


def distances(pattern: str, text: str, *, anywhere: bool = False) -> list[int]:
    """Return how far `pattern` is from each beginning of `text`, the empty one first.

    With `anywhere`, how far it is from what ends there, wherever that begins (Sellers). The way is
    that of Myers (1999) in the form of Hyyrö (2003): a column of the table is two whole numbers.
    """
    size = len(pattern)
    if not size:
        return [0] * (len(text) + 1) if anywhere else list(range(len(text) + 1))
    places: dict[str, int] = {}
    for place, character in enumerate(pattern):
        places[character] = places.get(character, 0) | 1 << place
    first = 0 if anywhere else 1
    mask, last = (1 << size) - 1, 1 << (size - 1)
    more, less, score = mask, 0, size
    result = [score]
    for character in text:
        equal = places.get(character, 0)
        down = equal | less
        across = (((equal & more) + more) ^ more) | equal
        rising = less | (mask & ~(across | more))
        falling = more & across
        score += bool(rising & last) - bool(falling & last)
        rising = rising << 1 | first
        more = (falling << 1 | ~(down | rising)) & mask
        less = rising & down
        result.append(score)
    return result
