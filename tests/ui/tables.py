"""What a table in the window shows.

Tests import it by its name, for this folder is on their path.
"""


def cells(view):
    model = view.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
