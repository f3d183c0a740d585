"""Help pages: the few tags that a text browser of the window is given."""

from workbench.formats.blocks import (
    Cell,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Style,
)
from workbench.formats.to_help_page import write_help_page


def test_every_block():
    blocks = (
        Heading(2, "A & B", "a-b"),
        Paragraph((Run("x\ny", Style.CODE), Run(" <i>", Style.STRONG))),
        Listing(((Run("one", Style.EMPHASIS),), (Run("two", link="#a-b"),))),
        Paragraph((Run("A pier"),), Role.SOURCE, "pier.png"),
        PageBreak(),
    )
    assert write_help_page(blocks).splitlines() == [
        '<h2><a name="a-b"></a>A &amp; B</h2>',
        '<p class="body"><code>x<br>y</code><b> &lt;i&gt;</b></p>',
        '<ul><li><i>one</i></li><li><a href="#a-b">two</a></li></ul>',
        '<p><img src="pier.png"></p><p class="source">A pier</p>',
    ]


def test_a_table_has_its_widths_where_they_are_told():
    row = ((Cell((Run("1"),)), Cell((Run("2"),))),)
    told = write_help_page([Grid("", ("a", "b"), row, (0.25, 0.75))])
    assert '<th align="left" width="25%">a</th><th align="left" width="75%">b</th>' in told
    assert "<tr><td>1</td><td>2</td></tr>" in told
    assert '<th align="left">a</th>' in write_help_page([Grid("", ("a", "b"), row)])
