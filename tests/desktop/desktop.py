"""A desktop of its own without a screen: an X server, a private bus, keys by XTEST.

Used by the tests beside it and by tools/pictures.py. Nothing that runs here sees the person's own
folders, settings, bus or display.
"""
import os
import shutil
import subprocess
import time

from Xlib import X, XK, display as xdisplay
from Xlib.ext import xtest

SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-decoration-layout=appmenu:close
"""
BUS = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
SERVICES = "/usr/share/dbus-1/services"

# Letters that the keyboard lacks. They get keys of their own before a program starts, since GTK
# loses what is typed on keys that change while it runs.
TONES = ("aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ",
         "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ")
LETTERS = "".join(TONES).translate({ord(plain): None for plain in "aeiouy"}) + "đ"
MEDIA_KEYS = range(0x1008FF00, 0x10090000)


def get_keysym(letter):
    code = ord(letter)
    return code if code < 0x100 else 0x01000000 + code


class Desk:
    """An X server with a bus, and a window manager where one is named, until the "with" ends."""

    def __init__(self, folder, size=(1440, 900), services=(), manager=None, env=None):
        self.folder, self.size, self.processes = folder, size, []
        self.services, self.manager = services, manager
        self.env = {
            "PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": folder, "XDG_CURRENT_DESKTOP": "GNOME",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory",
            "ADW_DISABLE_PORTAL": "1", "GTK_USE_PORTAL": "0", "GIO_USE_VFS": "local",
            "GIO_USE_VOLUME_MONITOR": "unix", "LIBGL_ALWAYS_SOFTWARE": "1",
            "TZ": "Asia/Ho_Chi_Minh", **(env or {}),
        }

    def start(self, *command, **options):
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(command, env=self.env, **options)
        self.processes.append(process)
        return process

    def start_screen(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0",
                   f"{self.size[0]}x{self.size[1]}x24", "-nolisten", "tcp", pass_fds=[write],
                   stdout=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.env["DISPLAY"] = ":" + number.readline().strip()
        self.x = xdisplay.Display(self.env["DISPLAY"])
        self.root = self.x.screen().root
        self.root.warp_pointer(self.size[0] - 1, self.size[1] - 1)

    def start_bus(self):
        """A bus that can start nothing but the named services, so nothing waits for others."""
        os.makedirs(f"{self.folder}/services", exist_ok=True)
        for service in self.services:
            shutil.copy(f"{SERVICES}/{service}.service", f"{self.folder}/services")
        with open(f"{self.folder}/bus.conf", "w", encoding="utf-8") as file:
            file.write(BUS.format(folder=self.folder))
        bus = self.start("dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork",
                         "--print-address", stdout=subprocess.PIPE, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def add_letters(self):
        low, high = self.x.display.info.min_keycode, self.x.display.info.max_keycode
        rows = self.x.get_keyboard_mapping(low, high - low + 1)
        spare = (low + i for i, row in enumerate(rows)
                 if low + i >= 92 and all(key == 0 or key in MEDIA_KEYS for key in row))
        for letter in LETTERS:
            keys = get_keysym(letter), get_keysym(letter.upper())
            self.x.change_keyboard_mapping(next(spare), [keys * 2])
        self.x.sync()
        # Read once more: Xlib's own copy is brought up to date by an event only. Where two keys bear
        # a letter, the first that needs no shift is taken.
        rows = list(enumerate(self.x.get_keyboard_mapping(low, high - low + 1), low))
        self.keys = {row[level]: (code, level) for level in (1, 0) for code, row in reversed(rows)}

    def __enter__(self):
        os.makedirs(f"{self.folder}/.config/gtk-4.0", exist_ok=True)
        with open(f"{self.folder}/.config/gtk-4.0/settings.ini", "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        self.start_screen()
        self.start_bus()
        self.add_letters()
        if self.manager:
            self.start(*self.manager, stdout=subprocess.DEVNULL)
            time.sleep(1.5)
        return self

    def __exit__(self, *_):
        self.x.close()
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait(10)

    # ---- the screen -------------------------------------------------------------------------

    def grab(self):
        return self.root.get_image(0, 0, *self.size, X.ZPixmap, 0xFFFFFFFF).data

    def settle(self, least=1.0, most=20.0, rest=0.5):
        """Waits until the screen has stood still for @rest seconds."""
        began, still, last = time.monotonic(), time.monotonic(), None
        while time.monotonic() - began < most:
            now = self.grab()
            if now != last:
                still, last = time.monotonic(), now
            elif time.monotonic() - still > rest and time.monotonic() - began > least:
                return
            time.sleep(rest / 5)

    def find_window(self):
        """The window that a program shows; popovers and tooltips are no such windows."""
        for window in self.root.query_tree().children:
            attributes = window.get_attributes()
            if attributes.map_state == X.IsViewable and not attributes.override_redirect:
                return window
        return None

    def find_upper_window(self):
        """A dialog over that window; None if there is none."""
        shown = [window for window in self.root.query_tree().children
                 if window.get_attributes().map_state == X.IsViewable
                 and not window.get_attributes().override_redirect]
        return shown[-1] if len(shown) > 1 else None

    def focus(self, window):
        """What a window manager would do."""
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self.x.sync()

    def click(self, x, y):
        """With the first button of the mouse, which goes back to its corner."""
        for kind, detail, place in ((X.MotionNotify, 0, (x, y)), (X.ButtonPress, 1, (0, 0)),
                                    (X.ButtonRelease, 1, (0, 0)),
                                    (X.MotionNotify, 0, (self.size[0] - 1, self.size[1] - 1))):
            xtest.fake_input(self.x, kind, detail, x=place[0], y=place[1])
        self.x.sync()

    # ---- the keyboard -----------------------------------------------------------------------

    def press(self, *codes):
        for code in codes:
            xtest.fake_input(self.x, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.x, X.KeyRelease, code)
        self.x.sync()

    def key(self, *names):
        self.press(*(self.keys[XK.string_to_keysym(name)][0] for name in names))

    def type(self, text):
        shift = self.keys[XK.XK_Shift_L][0]
        for letter in text:
            code, level = self.keys[XK.XK_Return if letter == "\n" else get_keysym(letter)]
            self.press(*([shift] if level else []), code)
