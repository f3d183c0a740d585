"""How long it takes to tell something of many articles at once, with the history of it."""


def test_describing(table, tmp_path):
    table("section of 10,000 articles set", "10,000 articles", "", tmp_path, script="describing.py")
