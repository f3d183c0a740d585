"""Announced against found, over the files of a folder."""

from workbench.formats.press_record import LIST, LISTED, absent_article, reconciled
from workbench.formats.settling import settled
from workbench.model.article import Article
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.reading import FileReading


def listing(announced):
    return reconciled(FileReading("a/list.docx", LIST, (), announced), announced)


def reading_of(folder, articles, aside=0, reader=LISTED):
    errors = tuple(ArticleError(f"{folder}/x", FileProblem.DAMAGED) for _ in range(aside))
    made = tuple(Article("", "It left.") for _ in range(articles))
    return FileReading(f"{folder}/x.docx", reader, made, None, errors)


def test_a_list_counts_the_articles_in_the_files_of_its_folder():
    readings = (listing(4), reading_of("a", 2), reading_of("a", 1, 1), reading_of("b", 5))
    assert settled(readings)[0] == FileReading("a/list.docx", LIST, ())
    assert settled(readings)[1:] == readings[1:]


def test_a_list_names_what_is_missing_in_its_folder():
    other = reading_of("a", 3, reader="text")
    (error,) = settled((listing(4), reading_of("a", 1), other))[0].skipped
    assert (error.problem, error.detail) == (FileProblem.INCOMPLETE, "3")


def test_a_list_alone_stays_as_it_is():
    alone = listing(4)
    assert settled((alone,)) == (alone,)


def part(name, places, total=3, found=None, folder="a", aside=()):
    """A file that counts its articles in an export of so many, as it is read by itself."""
    last = total if 1 in places else max(places)
    absent = {*range(min(places), last + 1)} - {*places}
    path = f"{folder}/{name}"
    return FileReading(
        path=path,
        reader="nexis",
        articles=tuple(
            Article("", "It left.") for _ in range(len(places) if found is None else found)
        ),
        announced=len(places) + len(absent),
        skipped=tuple(absent_article(path, place) for place in sorted(absent)) + aside,
        places=tuple(places),
        total=total,
    )


def counted(readings):
    """For each file how many it announces and holds, and the places of those that are missing."""
    return [
        (each.announced, len(each.articles), [getattr(e, "place", e.detail) for e in each.skipped])
        for each in settled(readings)
    ]


def test_what_one_part_lacks_another_has():
    assert counted([part("2", [2]), part("1", [1]), part("3", [3])]) == [(1, 1, [])] * 3


def test_the_first_part_names_what_no_part_has():
    parts = [part("2", [4], 5), part("1", [1, 2], 5)]
    assert counted(parts) == [(1, 1, []), (4, 2, [3, 5])]


def test_parts_without_the_first_lack_what_lies_between_them():
    assert counted([part("2", [4], 9), part("1", [7], 9)]) == [(3, 1, [5, 6]), (1, 1, [])]


def test_files_that_share_a_number_or_a_folder_with_nothing_are_no_parts():
    both = [part("1", [1]), part("2", [1, 2])]
    assert settled(both) == tuple(both)
    apart = [part("1", [1]), part("2", [2], folder="b"), part("3", [3], 4)]
    assert settled(apart) == tuple(apart)


def test_a_part_says_what_it_counts_itself_and_does_not_hold():
    damaged = ArticleError("a/2", FileProblem.DAMAGED, place=1)
    short = FileError("a/1", FileProblem.INCOMPLETE, "2")
    readings = [
        part("1", [1, 2], found=1, aside=(short,)),
        part("2", [3], found=0, aside=(damaged,)),
    ]
    assert counted(readings) == [(2, 1, ["1"]), (1, 0, [1])]
