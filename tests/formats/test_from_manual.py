"""Pages of the manual: what of Markdown they may have, and where their links lead."""

from workbench.formats.blocks import Cell, Grid, Heading, Listing, Paragraph, Role, Run, Style
from workbench.formats.from_manual import pages_named, read_page, words_of

PAGE = """# The pier

Two lines
of **one** paragraph, *with* `a | key`.

## Where it lies!

- First, see [boats](boats.md)
  on two lines
- Second [here](#where-it-lies), [there](boats.md#the-new-ones)

| What | `Key` |
|---|---|
| either \\| or | `a \\| b` |

```
crossread  check

done
```


![A pier
at noon.](pier.png)
"""


def test_every_kind_of_block():
    page = read_page("pier", PAGE)
    assert (page.name, page.title) == ("pier", "The pier")
    assert page.blocks == (
        Heading(1, "The pier", "pier"),
        Paragraph(
            (
                Run("Two lines of "),
                Run("one", Style.STRONG),
                Run(" paragraph, "),
                Run("with", Style.EMPHASIS),
                Run(" "),
                Run("a | key", Style.CODE),
                Run("."),
            )
        ),
        Heading(2, "Where it lies!", "pier-where-it-lies"),
        Listing(
            (
                (Run("First, see "), Run("boats", link="#boats"), Run(" on two lines")),
                (
                    Run("Second "),
                    Run("here", link="#pier-where-it-lies"),
                    Run(", "),
                    Run("there", link="#boats-the-new-ones"),
                ),
            )
        ),
        Grid(
            "",
            ("What", "`Key`"),
            ((Cell((Run("either | or"),)), Cell((Run("a | b", Style.CODE),))),),
            (0.5, 0.5),
        ),
        Paragraph((Run("crossread  check\n\ndone", Style.CODE),)),
        Paragraph((Run("A pier at noon."),), Role.SOURCE, "pier.png"),
    )


def test_its_words_are_those_that_are_read():
    page = read_page("pier", PAGE)
    assert words_of(page).splitlines() == [
        "The pier",
        "Two lines of one paragraph, with a | key.",
        "Where it lies!",
        "First, see boats on two lines",
        "Second here, there",
        "What",
        "`Key`",
        "either | or",
        "a | b",
        "crossread  check",
        "",
        "done",
        "A pier at noon.",
    ]


def test_a_page_without_a_title_is_called_by_its_name():
    assert read_page("pier", "Nothing.").title == "pier"
    assert read_page("pier", "").blocks == ()


def test_a_wide_column_has_more_of_the_width():
    (grid,) = read_page("pier", f"| a | b |\n|-|-|\n| c | {'long ' * 20} |").blocks
    assert grid.widths == (0.25, 0.75)


def test_an_address_stays_as_it_is():
    (paragraph,) = read_page("pier", "[far](https://example.org/x)").blocks
    assert paragraph.runs == (Run("far", link="https://example.org/x"),)


def test_pages_are_named_once_in_their_order():
    text = "- [b](b.md)\n- [a](a.md#x) `[code](c.md)` [out](https://example.org)\n- [b](b.md)"
    assert pages_named(text) == ("b", "a")
