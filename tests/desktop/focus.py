"""What a screen reader is told: which widget has the keys, its name and its text."""
import time

from gi.repository import Gio, GLib

FLAGS = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
         Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
ACCESSIBLE = "org.a11y.atspi.Accessible"
END_OF_TEXT = 0x7FFFFFFF
IN_WINDOW = 1  # of AtspiCoordType
SENSITIVE = 24  # of AtspiStateType


def connect(address):
    return Gio.DBusConnection.new_for_address_sync(address, FLAGS, None, None)


def call(bus, owner, path, method, arguments=None):
    interface, name = method.rsplit(".", 1)
    return bus.call_sync(owner, path, interface, name, arguments, None, Gio.DBusCallFlags.NONE,
                         20000, None).unpack()[0]


def get(bus, owner, path, name):
    return call(bus, owner, path, "org.freedesktop.DBus.Properties.Get",
                GLib.Variant("(ss)", (ACCESSIBLE, name)))


class Focus:
    """Follows the focus from the moment that it is made; make it before the program starts."""

    def __init__(self, session_address):
        self.bus = connect(call(connect(session_address), "org.a11y.Bus", "/org/a11y/bus",
                                "org.a11y.Bus.GetAddress"))
        self.reports, self.place = [], None
        self.bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None,
                                  "focused", Gio.DBusSignalFlags.NONE, self.report_cb)

    def report_cb(self, _bus, sender, path, _interface, _signal, parameters):
        if parameters.unpack()[1]:
            self.reports.append((sender, path))

    def is_told(self):
        """Whether a program tells by now; before that its reports are lost."""
        return get(self.bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
                   "ChildCount") > 0

    def drain(self):
        """Takes in what has been told up to now; the last of it counts."""
        while GLib.MainContext.default().iteration(False):
            pass
        if self.reports:
            self.place = self.reports[-1]
            self.reports.clear()

    def get_name(self):
        """The name of what has the focus; None if that is gone. All it told before has come."""
        try:
            name = get(self.bus, *self.place, "Name")
        except GLib.Error:
            name = None
        return name

    def get_text(self):
        return call(self.bus, *self.place, "org.a11y.atspi.Text.GetText",
                    GLib.Variant("(ii)", (0, END_OF_TEXT)))

    def find_place(self, test, place=None):
        """A widget whose name passes @test, anywhere in the program or below @place, and that name;
        None if there is none."""
        place = place or ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        try:
            children = call(self.bus, *place, f"{ACCESSIBLE}.GetChildren")
            names = [(child, get(self.bus, *child, "Name")) for child in children]
        except GLib.Error:
            return None
        for child, name in names:
            found = (child, name) if test(name) else self.find_place(test, child)
            if found:
                return found
        return None

    def find(self, test, place=None):
        """The name of a widget that passes @test; None if none does."""
        found = self.find_place(test, place)
        return found and found[1]

    def find_dialog(self, name):
        """The place of a window over the program's own; None if none of that name is there."""
        root = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
        try:
            for program in call(self.bus, *root, f"{ACCESSIBLE}.GetChildren"):
                for window in call(self.bus, *program, f"{ACCESSIBLE}.GetChildren"):
                    if get(self.bus, *window, "Name") == name:
                        return window
        except GLib.Error:
            pass
        return None

    def get_middle(self, place):
        """Of a widget, within its window."""
        x, y, width, height = call(self.bus, *place, "org.a11y.atspi.Component.GetExtents",
                                   GLib.Variant("(u)", (IN_WINDOW,)))
        return x + width // 2, y + height // 2

    def is_sensitive(self, place):
        """Whether it can be used."""
        states = call(self.bus, *place, f"{ACCESSIBLE}.GetState")
        return bool(states[0] >> SENSITIVE & 1)

    def next(self, timeout):
        """The name of what gets the focus next; None if nothing does."""
        end, name = time.monotonic() + timeout, None
        while time.monotonic() < end:
            self.place = None
            self.drain()
            while self.place:
                place, name = self.place, self.get_name()
                self.drain()
                if self.place == place:
                    if name is not None:
                        return name
                    break
            time.sleep(0.005)
        return None

    def wait(self, name, timeout):
        """Waits until the widget of that name has the focus."""
        seen, end = [], time.monotonic() + timeout
        while time.monotonic() < end:
            seen.append(self.next(end - time.monotonic()))
            if seen[-1] == name:
                return
        raise AssertionError(f"{name!r} never got the focus, but {seen}")
