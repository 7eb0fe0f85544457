#!/usr/bin/python3
"""pictures.py INSTALLED FOLDER DOCS: the window on the sample archive as PNG, and a printed page.

On the desk of the tests, here with xfwm4, which gives windows their frames and shadows.
"""
import glob
import os
import struct
import subprocess
import sys
import zlib

sys.dont_write_bytecode = True
sys.path.append(os.path.join(os.path.dirname(__file__), "..", "tests", "desktop"))
from desktop import Desk

SIZE = (1280, 720)  # the window's own: it fills the screen
NEXT_SECTION = ("Control_L", "Next")
LAST_SESSION = "2026-07-08-*.minutes"
SETTINGS = {
    "LANGUAGE": "vi", "NO_AT_BRIDGE": "1", "GTK_A11Y": "none", "MINUTES_TODAY": "2026-07-10",
    "ADW_DEBUG_COLOR_SCHEME": "default",
}


def write_png(path, rows):
    stride = SIZE[0] * 4
    lines = bytearray()
    for y in range(SIZE[1]):
        row = rows[y * stride:(y + 1) * stride]
        rgb = bytearray(SIZE[0] * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        lines += b"\0" + rgb
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in ((b"IHDR", struct.pack(">IIBBBBB", *SIZE, 8, 2, 0, 0, 0)),
                           (b"IDAT", zlib.compress(bytes(lines), 9)), (b"IEND", b"")):
            file.write(struct.pack(">I", len(data)) + kind + data)
            file.write(struct.pack(">I", zlib.crc32(kind + data)))


def window(installed, folder, docs, name, arguments, keys=()):
    env = {**SETTINGS, "XDG_DATA_DIRS": f"{installed}/share:/usr/local/share:/usr/share"}
    with Desk(folder, SIZE, services=("org.xfce.Xfconf",), manager=("xfwm4", "--compositor=on"),
              env=env) as desk:
        desk.start(f"{installed}/bin/minutes", *arguments, stdout=subprocess.DEVNULL)
        desk.settle(3)
        for names in keys:
            desk.key(*names)
            desk.settle(0.3)
        desk.settle()
        write_png(f"{docs}/{name}.png", desk.grab())


def page(installed, folder, docs, session):
    subprocess.run([f"{installed}/bin/minutes-cli", "print", "--form", "notice", "--to", "pdf",
                    "-o", f"{folder}/notice.pdf", session], check=True)
    subprocess.run(["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile",
                    f"{folder}/notice.pdf", f"{docs}/notice"], check=True)


def main():
    installed, folder, docs = sys.argv[1:4]
    archive = f"{folder}/archive"
    subprocess.run([f"{installed}/bin/minutes-cli", "demo", archive], check=True,
                   stdout=subprocess.DEVNULL)
    session = glob.glob(f"{archive}/*/{LAST_SESSION}")[0]
    page(installed, folder, docs, session)
    window(installed, folder, docs, "library", ["--archive", archive])
    arguments = ["--archive", archive, session]
    window(installed, folder, docs, "editor", arguments, [NEXT_SECTION] * 9 + [("Down",)])
    window(installed, folder, docs, "follow-up", arguments, [NEXT_SECTION] * 4 + [("F7",)])


main()
