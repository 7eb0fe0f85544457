#!/usr/bin/env python3
"""Runs the contenders in turn (A B A B …) as whole processes and prints medians, ratios and peaks.

A ratio is the median of the ratios of neighbouring runs, so what else the machine does cancels out.
"""
import argparse
import os
import shutil
import subprocess
import sys
from statistics import median

MIB = 1024


class Contender:
    def __init__(self, name, command, to_line=0, env=None):
        self.name, self.command, self.to_line, self.env = name, command, to_line, env or {}
        self.times, self.peaks = [], []

    def run(self, measure):
        command = [measure, str(self.to_line)] + self.command
        done = subprocess.run(command, env={**os.environ, **self.env}, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        time, peak = map(int, done.stdout.split())
        return time / 1000, peak / MIB

    def add(self, result):
        self.times.append(result[0])
        self.peaks.append(result[1])


def ratio(a, b):
    """How many times longer @b takes than @a."""
    return median(y / x for x, y in zip(a.times, b.times))


def race(measure, contenders, rounds):
    for contender in contenders:
        contender.run(measure)  # warm
    for _ in range(rounds):
        for contender in contenders:
            contender.add(contender.run(measure))


def show(title, contenders, ours):
    print(f"\n{title}")
    print(f"  {'':34}{'median':>10}{'peak':>12}{'ours : this':>16}")
    for contender in contenders:
        against = "" if contender is ours else f"{1 / ratio(ours, contender):14.2f} x"
        print(f"  {contender.name:34}{median(contender.times):7.0f} ms"
              f"{max(contender.peaks):8.1f} MiB{against}")


def verdict(words, value, good):
    print(f"  {'reached' if good else 'MISSED '}  {words}: {value}")
    return good


def office_profile(folder):
    """A profile whose window was once open; one that was only ever headless starts far slower."""
    profile = f"-env:UserInstallation=file://{folder}/office"
    subprocess.run(["xvfb-run", "-a", "soffice", profile, "--norestore", "--nologo", "--writer",
                    "--terminate_after_init"], timeout=180, check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return profile


def paper(options):
    stem = f"{options.folder}/made-up"
    subprocess.run([f"{options.build}/bench/make-minutes", options.samples, str(options.contributions),
                    stem], check=True)
    ours = Contender("minutes-cli print", [f"{options.build}/src/cli/minutes-cli", "print", "--form",
                     "minutes", "--to", "pdf", "--force", "-o", f"{stem}.pdf", f"{stem}.minutes"])
    bare = Contender("bare Pango + Cairo", [f"{options.build}/bench/bare-pango", f"{stem}.txt",
                                            f"{stem}-bare.pdf"])
    contenders = [ours, bare]
    office = None
    if shutil.which("soffice"):
        office = Contender("LibreOffice, flat ODT", ["soffice", office_profile(options.folder),
                           "--headless", "--convert-to", "pdf", "--outdir", f"{options.folder}/lo",
                           f"{stem}.fodt"])
        contenders.append(office)
    race(options.measure, contenders, options.rounds)
    show(f"{pages(stem + '.pdf')} pages of minutes to PDF, whole processes", contenders, ours)
    for name, path in (("bare", f"{stem}-bare.pdf"), ("LibreOffice", f"{options.folder}/lo/made-up.pdf")):
        if os.path.exists(path):
            print(f"  ({name}: {pages(path)} pages)")
    good = [verdict("at most 1.3 x bare Pango + Cairo", f"{1 / ratio(ours, bare):.2f} x",
                    1 / ratio(ours, bare) <= 1.3),
            verdict("under 60 MiB", f"{max(ours.peaks):.1f} MiB", max(ours.peaks) < 60)]
    if office is None:
        print("  skipped  LibreOffice is not installed")
    else:
        good.append(verdict("at least 3.5 x faster than LibreOffice", f"{ratio(ours, office):.1f} x",
                            ratio(ours, office) >= 3.5))
    return all(good)


def pages(path):
    text = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, text=True, check=True).stdout
    return int(text.split("Pages:")[1].split()[0])


def window(options):
    archive = f"{options.folder}/archive"
    subprocess.run([f"{options.build}/src/cli/minutes-cli", "demo", archive], check=True,
                   stdout=subprocess.DEVNULL)
    env = {"GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GSETTINGS_BACKEND": "memory",
           "ADW_DISABLE_PORTAL": "1", "GTK_USE_PORTAL": "0", "GIO_USE_VFS": "local",
           "DBUS_SESSION_BUS_ADDRESS": "disabled:", "GTK_A11Y": "none",
           "GSETTINGS_SCHEMA_DIR": f"{options.build}/data", "HOME": options.folder,
           "XDG_CACHE_HOME": f"{options.folder}/cache", "MINUTES_EXIT_AFTER_FIRST_FRAME": "1"}
    minutes = [f"{options.build}/src/ui/minutes", "--archive", archive]
    empty = Contender("empty libadwaita window", [f"{options.build}/bench/empty-adw"], 1, env)
    ours = Contender("library", minutes, 1, env)
    listed = Contender("library with its sessions listed", minutes, 2, env)
    contenders = [ours, empty, listed]
    race(options.measure, contenders, options.rounds)
    show("Process start to first painted frame, under Xvfb", contenders, ours)
    return verdict("at most 1.5 x an empty window", f"{1 / ratio(ours, empty):.2f} x",
                   1 / ratio(ours, empty) <= 1.5)


def journal(options):
    """What a key press pays for the recovery journal, and how long the start after a crash takes."""
    print()
    reached = []
    for program in ("journal-cost", "recovery-time"):
        done = subprocess.run([f"{options.build}/bench/{program}"], check=False, text=True,
                              stdout=subprocess.PIPE)
        lines = done.stdout.splitlines()
        print("\n".join(f"  {line}" for line in lines[:-1]))
        name, value, goal, unit = lines[-1].split("\t")
        value, goal = float(value), float(goal)
        reached.append(verdict(f"{name}, at most {goal:g} {unit}",
                               f"{value:.2f} {unit}, {value / goal:.2f} of that", value <= goal))
    return all(reached)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--samples", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--contributions", type=int, default=136)
    options = parser.parse_args()
    options.measure = f"{options.build}/bench/measure"
    reached = [paper(options), window(options), journal(options)]
    sys.exit(0 if all(reached) else 1)


main()
