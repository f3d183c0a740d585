"""Hold every module to 350 lines, every class to 300 and every function to 40."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

LONGEST_MODULE = 350
LONGEST_CLASS = 300
LONGEST_FUNCTION = 40


def breaches(name: str, source: str) -> Iterator[str]:
    """Name what is too long in one module, from the `def` or `class` to its last line."""
    lines = source.count("\n")
    if lines > LONGEST_MODULE:
        yield f"{name}: {lines} lines in a module, {LONGEST_MODULE} at most"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            what, most = "a function", LONGEST_FUNCTION
        elif isinstance(node, ast.ClassDef):
            what, most = "a class", LONGEST_CLASS
        else:
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > most:
            yield f"{name}:{node.lineno}: {node.name}: {length} lines in {what}, {most} at most"


def main(folders: list[str]) -> int:
    """Print every breach in the modules of the folders and give back the exit status."""
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.py"))
    found = [line for file in files for line in breaches(str(file), file.read_text("utf-8"))]
    for line in found:
        print(line)
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
