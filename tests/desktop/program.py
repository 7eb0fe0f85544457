"""Minutes itself on a desk of its own, driven by keys; what the tests beside it share.

The program's path is the first argument of the test.
"""
import os
import re
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

from desktop import Desk
from focus import Focus

MINUTES = sys.argv[1]
PATIENCE = 20  # seconds; a loaded machine under sanitizers is slow
PASSED_ON = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "G_SLICE", "GSETTINGS_SCHEMA_DIR")
# GTK's print dialog asks these, and complains where they aren't.
MISSED = re.compile(r"^.*org\.freedesktop\.(Avahi|ColorManager) .*$", re.MULTILINE)
NS = "{https://minutes.example.org/ns/1}"


class Program:
    """Minutes on the desk; its errors go to a file that is read at the end."""

    def __init__(self, desk, archive, *arguments):
        self.desk = desk
        self.focus = Focus(desk.env["DBUS_SESSION_BUS_ADDRESS"])
        self.errors = tempfile.TemporaryFile("w+")
        self.process = desk.start(MINUTES, "--archive", archive, *arguments, stderr=self.errors)
        wait(desk.find_window, "the window")
        wait(self.focus.is_told, "what a screen reader is told")
        desk.focus(desk.find_window())

    def go(self, name, key="Tab", most=45):
        """Steps from field to field until the one of that name has the keys."""
        seen = []
        while len(seen) < most:
            self.focus.drain()
            self.desk.key(*key.split())
            seen.append(self.focus.next(PATIENCE))
            if seen[-1] == name:
                return
            if seen[-1] is None:
                break
        raise AssertionError(f"{name!r} isn't reached by {key}, but {seen}")

    def type(self, text):
        """Types into what has the keys, in place of what is selected there."""
        self.desk.type(text)
        wait(lambda: self.focus.get_text() == text, f"{text!r}")

    def fill(self, name, text):
        self.go(name)
        self.type(text)

    def choose(self, words):
        """Fills the field that takes one person or body; the keys go on to what was chosen."""
        self.type(words)
        self.press("Return", then=f"Take away {words}")

    def choose_among(self, name, words):
        """Fills the field that takes several; its entry is empty for the next."""
        self.fill(name, words)
        self.desk.key("Return")
        wait(lambda: self.focus.get_text() == "", f"the choice of {words!r}")

    def press(self, *keys, then):
        """Goes on once what comes is painted: before that GTK knows no order of its fields."""
        self.desk.key(*keys)
        self.focus.wait(then, PATIENCE)
        self.desk.settle(least=0, rest=0.15)

    def next_section(self, name):
        self.press("Control_L", "Next", then=name)

    def add(self, name):
        self.press("Control_L", "Return", then=name)

    def save(self):
        self.desk.key("Control_L", "s")

    def kill(self):
        """What a power cut does; no file is closed and nobody is told."""
        self.process.kill()
        self.process.wait()

    def end(self, *keys):
        """Closes the window; returns what it had to complain of."""
        self.desk.key(*keys)
        status = self.process.wait(PATIENCE * 2)
        self.errors.seek(0)
        said = MISSED.sub("", self.errors.read())
        assert status == 0, f"it ended with {status}: {said}"
        assert not re.search("WARNING|CRITICAL|ERROR|runtime error", said), said


def wait(test, what, timeout=PATIENCE):
    """Waits until @test gives something that is true; returns it."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        found = test()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what} never came")


def equal(found, expected):
    assert found == expected, f"{found!r} instead of {expected!r}"


def read(path):
    return ElementTree.parse(path).getroot()


def find(element, path):
    """All elements on a path of names without their namespace."""
    return element.findall("/".join(NS + name for name in path.split("/")))


def get_text(element, path):
    return "".join(find(element, path)[0].itertext()).strip() if find(element, path) else None


def tell(story):
    """Says in TAP how each step went; those behind a failure can't be taken."""
    for number, step in enumerate(story.STEPS, 1):
        name = step.__name__.replace("_", " ")
        began = time.monotonic()
        try:
            step(story)
        except Exception as error:  # whatever it is, it is this step's failure
            print(f"not ok {number} {name}")
            print(f"# {type(error).__name__}: {error}".replace("\n", "\n# "))
            return number
        print(f"ok {number} {name}", flush=True)
        print(f"# {time.monotonic() - began:.1f} s", flush=True)
    return len(story.STEPS)


def run(story):
    """Tells the steps of a story, a class, on a desk of its own."""
    env = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    env.update(LANGUAGE="en", MINUTES_TODAY="2026-07-10")
    with tempfile.TemporaryDirectory() as folder:
        with Desk(folder, size=(1280, 800), services=("org.a11y.Bus",), env=env) as desk:
            print(f"1..{tell(story(desk, folder))}")
