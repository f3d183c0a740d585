from workbench.formats.readers import read_file

PAGE = (
    '<html><meta documents="{told}"><!-- Hide\n<DOC NUMBER=1>\n<DOCFULL> --><p>1 of 2 DOCUMENTS</p>'
    "<p>Courier</p><p>March 2, 2024</p><p>Ferry</p><p>LENGTH: 2 words</p><p>It left.</p>"
    "<!-- Hide\n</DOCFULL>\n</DOC> --><!-- <DOC NUMBER=2>\n<DOCFULL> --></html>"
)


def test_counts_announce_what_the_head_does_not(tmp_path):
    path = tmp_path / "export.html"
    for told, announced in (("3", 3), ("some", 2)):
        path.write_text(PAGE.format(told=told), "utf-8")
        reading = read_file(path)
        assert reading.announced == announced
        assert [article.text for article in reading.articles] == ["It left."]
