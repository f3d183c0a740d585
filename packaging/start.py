"""Open the program on the sample story, or draw its window into a file where there is no screen."""

from console import ROOT, call, has_display, say
from environment import tool

SAMPLE = ("-m", "workbench", "--sample")
FAILED = "Crossread ended with an error; the lines above say why."


def start() -> None:
    """Show the window, or without a display write picture and comparison and say where they are."""
    if has_display():
        call([tool("python"), *SAMPLE], FAILED)
        return
    folder = ROOT / ".run"
    folder.mkdir(exist_ok=True)
    picture, comparison = folder / "sample.png", folder / "sample.html"
    say("There is no display here: drawing the window of the sample story into a file")
    outputs = ("--picture", str(picture), "--comparison", str(comparison))
    call([tool("python"), *SAMPLE, *outputs], FAILED, QT_QPA_PLATFORM="offscreen")
    say(f"The window:     {picture}")
    say(f"The comparison: {comparison}")
