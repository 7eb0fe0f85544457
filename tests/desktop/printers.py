"""A print service of its own, with printers that keep what they get.

cupsd runs with a configuration, a socket and a spool in one folder; each printer is played by CUPS's
own ippeveprinter, so that what a program sends goes through the same filters as on a person's
machine. Nothing here sees the print service of the machine, and that sees nothing of this.
"""
import os
import socket
import subprocess
import time

CUPSD = "/usr/sbin/cupsd"
PLAYER = "/usr/sbin/ippeveprinter"
NEEDED = (CUPSD, PLAYER, "/usr/sbin/lpadmin", "/usr/lib/cups/filter/pdftopdf", "/usr/bin/pdftotext")
PATIENCE = 30  # seconds

SERVICE = """Listen {folder}/cups.sock
Browsing No
DefaultAuthType None
WebInterface No
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
FILES = """ServerRoot {folder}/etc
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
ServerKeychain {folder}/keys
ServerBin /usr/lib/cups
DataDir /usr/share/cups
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""
# One A4 sheet with a margin all around that can't be reached, in hundredths of a millimetre.
MEDIA = ("{{ MEMBER collection media-size {{ MEMBER integer x-dimension 21000 "
         "MEMBER integer y-dimension 29700 }} MEMBER integer media-top-margin {0} "
         "MEMBER integer media-bottom-margin {0} MEMBER integer media-left-margin {0} "
         "MEMBER integer media-right-margin {0} MEMBER keyword media-source main "
         "MEMBER keyword media-type stationery }}")
PRINTER = f"""ATTR keyword media-supported iso_a4_210x297mm
ATTR keyword media-ready iso_a4_210x297mm
ATTR keyword media-default iso_a4_210x297mm
ATTR integer media-top-margin-supported {{0}}
ATTR integer media-bottom-margin-supported {{0}}
ATTR integer media-left-margin-supported {{0}}
ATTR integer media-right-margin-supported {{0}}
ATTR keyword media-source-supported main
ATTR keyword media-type-supported stationery
ATTR collection media-size-supported {{{{ MEMBER integer x-dimension 21000 MEMBER integer y-dimension 29700 }}}}
ATTR collection media-col-default {MEDIA}
ATTR collection media-col-database {MEDIA}
ATTR keyword sides-supported one-sided,two-sided-long-edge,two-sided-short-edge
ATTR keyword sides-default one-sided
ATTR keyword print-color-mode-supported monochrome
ATTR keyword print-color-mode-default monochrome
ATTR resolution printer-resolution-supported 600dpi
ATTR resolution printer-resolution-default 600dpi
ATTR keyword print-scaling-supported auto,auto-fit,fill,fit,none
ATTR keyword print-scaling-default auto
ATTR rangeOfInteger copies-supported 1-99
ATTR integer copies-default 1
ATTR mimeMediaType document-format-supported application/octet-stream,application/pdf
"""
# A document stands in its place before the job is told.
TAKE = """#!/bin/sh
cp "$1" "{folder}/$IPP_JOB_ID.pdf"
env | grep ^IPP_ >"{folder}/$IPP_JOB_ID.part"
mv "{folder}/$IPP_JOB_ID.part" "{folder}/$IPP_JOB_ID.job"
"""


def find_missing():
    """What isn't installed of all that is needed."""
    return [path for path in NEEDED if not os.path.exists(path)]


def find_port():
    with socket.socket() as place:
        place.bind(("localhost", 0))
        return place.getsockname()[1]


def wait(test, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = test()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what} never came")


class Job:
    """What a printer got: the settings of the job, and the document."""

    def __init__(self, path):
        self.path = path[:-len("job")] + "pdf"
        with open(path, encoding="utf-8") as file:
            lines = dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
        self.settings = {name[len("IPP_"):].lower().replace("_", "-"): value
                         for name, value in lines.items()}


class Printer:
    """Printer that can't reach the outermost @margin, in hundredths of a millimetre."""

    def __init__(self, service, name, margin):
        self.service, self.name, self.folder = service, name, f"{service.folder}/{name}"
        self.port = find_port()
        os.makedirs(f"{self.folder}/spool")
        with open(f"{self.folder}/printer.conf", "w", encoding="utf-8") as file:
            file.write(PRINTER.format(margin))
        with open(f"{self.folder}/take", "w", encoding="utf-8") as file:
            file.write(TAKE.format(folder=self.folder))
        os.chmod(f"{self.folder}/take", 0o755)
        self.switch_on()

    def switch_on(self):
        self.process = self.service.start(
            PLAYER, "--no-web-forms", "-r", "off", "-n", "localhost", "-p", str(self.port),
            "-c", f"{self.folder}/take", "-a", f"{self.folder}/printer.conf",
            "-d", f"{self.folder}/spool", self.name)
        wait(self.is_on, self.name)

    def is_on(self):
        with socket.socket() as place:
            return place.connect_ex(("localhost", self.port)) == 0

    def switch_off(self):
        self.process.kill()
        self.process.wait()

    def list_new(self):
        return sorted(name for name in os.listdir(self.folder) if name.endswith(".job"))

    def take(self):
        """The next job; waits for it. Switched on again, a printer counts from 1 anew."""
        name = wait(self.list_new, f"a job at {self.name}")[0]
        job = Job(f"{self.folder}/{name}")
        os.remove(f"{self.folder}/{name}")
        return job


class PrintService:
    """Runs on a desk, until that ends; who starts on the desk afterwards prints here."""

    def __init__(self, desk, folder):
        self.desk, self.folder = desk, folder
        for name in ("etc", "cache", "state", "spool/tmp", "keys"):
            os.makedirs(f"{folder}/{name}")
        for name, text in (("cupsd.conf", SERVICE), ("cups-files.conf", FILES)):
            with open(f"{folder}/etc/{name}", "w", encoding="utf-8") as file:
                file.write(text.format(folder=folder))
        for place in (folder, os.path.dirname(folder)):
            os.chmod(place, 0o755)  # filters run as somebody else where this runs as root
        desk.env["CUPS_SERVER"] = f"{folder}/cups.sock"
        # A player tells the network of itself by way of this bus; here nobody listens.
        desk.env["DBUS_SYSTEM_BUS_ADDRESS"] = desk.env["DBUS_SESSION_BUS_ADDRESS"]
        self.begin()

    def start(self, *command):
        return self.desk.start(*command, stdout=subprocess.DEVNULL)

    def begin(self):
        self.process = self.start(CUPSD, "-f", "-c", f"{self.folder}/etc/cupsd.conf",
                                  "-s", f"{self.folder}/etc/cups-files.conf")
        wait(self.answers, "the print service")

    def answers(self):
        return subprocess.run(["lpstat", "-r"], env=self.desk.env, capture_output=True,
                              check=False).stdout.strip() == b"scheduler is running"

    def kill(self):
        self.process.kill()
        self.process.wait()

    def add(self, name, margin):
        """A printer with a queue of that name, made as CUPS makes one without a driver."""
        printer = Printer(self, name, margin)
        subprocess.run(["/usr/sbin/lpadmin", "-p", name, "-E", "-v",
                        f"ipp://localhost:{printer.port}/ipp/print", "-m", "everywhere"],
                       env=self.desk.env, check=True, stderr=subprocess.DEVNULL)
        wait(lambda: os.path.exists(f"{self.folder}/etc/ppd/{name}.ppd"), f"the queue {name}")
        return printer
