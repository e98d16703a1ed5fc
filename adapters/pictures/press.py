"""SVG in, PNG out, as a program of its own.

The renderer keeps the interpreter to itself while it works (about 100 ms): in the bot's
own process everybody would wait for it, even where it runs in a thread.
"""

import sys
from pathlib import Path

import resvg_py

FONTS = Path(__file__).parent / "fonts"


def main() -> None:
    """From standard input to standard output."""
    svg = sys.stdin.buffer.read().decode()
    fonts = [str(path) for path in sorted(FONTS.glob("*.[ot]tf"))]
    png = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=fonts
    )
    sys.stdout.buffer.write(png)


if __name__ == "__main__":
    main()
