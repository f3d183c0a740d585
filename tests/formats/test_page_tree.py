from workbench.formats.page_tree import blocks_below, page_tree, shown_tree


def test_nothing_gives_no_tree():
    assert page_tree("<!-- nothing -->") is None
    assert shown_tree(" ") is None


def test_styles_and_titles_are_not_shown():
    tree = shown_tree("<title>T</title><style>p {}</style><p>It<script>x</script> left.</p>")
    assert tree is not None
    assert list(blocks_below(tree)) == ["It left."]
