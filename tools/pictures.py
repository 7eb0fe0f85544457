#!/usr/bin/python3
"""pictures.py INSTALLED FOLDER DOCS: the window on the sample archive as PNG, and a printed page.

A small driver of its own: Xvfb, a private bus, xfwm4 for frames and shadows, keys by XTEST.
"""
import glob
import os
import struct
import subprocess
import sys
import time
import zlib

from Xlib import X, XK, display as xdisplay
from Xlib.ext import xtest

SIZE = (1280, 720)  # the window's own: it fills the screen
NEXT_SECTION = ("Control_L", "Next")
LAST_SESSION = "2026-07-08-*.minutes"
SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-decoration-layout=appmenu:close
"""


class Desk:
    """An X server with a window manager that ends with the "with" block."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        self.env = {
            "PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8", "LANGUAGE": "vi",
            "XDG_RUNTIME_DIR": folder, "XDG_CURRENT_DESKTOP": "GNOME", "NO_AT_BRIDGE": "1",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GTK_A11Y": "none",
            "GSETTINGS_BACKEND": "memory", "ADW_DISABLE_PORTAL": "1", "GTK_USE_PORTAL": "0",
            "GIO_USE_VFS": "local", "LIBGL_ALWAYS_SOFTWARE": "1", "TZ": "Asia/Ho_Chi_Minh",
            "MINUTES_TODAY": "2026-07-10",
        }

    def start(self, *command, **options):
        process = subprocess.Popen(command, env=self.env, stderr=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def __enter__(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24",
                   "-nolisten", "tcp", pass_fds=[write], stdout=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.env["DISPLAY"] = ":" + number.readline().strip()
        bus = self.start("dbus-daemon", "--session", "--print-address", "--nofork",
                         stdout=subprocess.PIPE, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.start("xfwm4", "--compositor=on", stdout=subprocess.DEVNULL)
        os.makedirs(f"{self.folder}/.config/gtk-4.0", exist_ok=True)
        with open(f"{self.folder}/.config/gtk-4.0/settings.ini", "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        self.x = xdisplay.Display(self.env["DISPLAY"])
        self.root = self.x.screen().root
        self.root.warp_pointer(SIZE[0] - 1, SIZE[1] - 1)
        time.sleep(1.5)
        return self

    def __exit__(self, *_):
        self.x.close()
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait(10)

    def grab(self):
        return self.root.get_image(0, 0, *SIZE, X.ZPixmap, 0xFFFFFFFF).data

    def settle(self, least=1.0, most=20.0):
        """Waits until the screen has stood still for half a second."""
        began, still, last = time.monotonic(), time.monotonic(), None
        while time.monotonic() - began < most:
            now = self.grab()
            if now != last:
                still, last = time.monotonic(), now
            elif time.monotonic() - still > 0.5 and time.monotonic() - began > least:
                return
            time.sleep(0.1)

    def key(self, *names):
        codes = [self.x.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self.x, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.x, X.KeyRelease, code)
        self.x.sync()
        self.settle(0.3)

    def shot(self, path):
        self.settle()
        rows = self.grab()
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
    with Desk(folder) as desk:
        desk.env["XDG_DATA_DIRS"] = f"{installed}/share:/usr/local/share:/usr/share"
        desk.env["ADW_DEBUG_COLOR_SCHEME"] = "default"
        desk.start(f"{installed}/bin/minutes", *arguments, stdout=subprocess.DEVNULL)
        desk.settle(3)
        for names in keys:
            desk.key(*names)
        desk.shot(f"{docs}/{name}.png")


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
