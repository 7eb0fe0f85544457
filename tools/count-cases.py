#!/usr/bin/env python3
"""Counts the test cases in meson's testlog.json and shows the logs of the programs that failed.

Each line of a program's TAP is a case; a program without TAP is one. A program that ends badly
though no case of it failed (a crash, a leak, a time-out) counts as one failed case more. The last
line is "N passed, N failed", with ", N skipped" where some were; the exit status is 1 where any
failed or none ran.
"""
import json
import re
import sys

GOOD = ("OK", "SKIP", "EXPECTEDFAIL")


def count(program):
    passed = failed = skipped = 0
    for line in program.get("stdout", "").splitlines():
        match = re.match(r"(not )?ok\b(.*)", line)
        if match is None:
            continue
        if re.search(r"#\s*skip", match[2], re.IGNORECASE):
            skipped += 1
        elif match[1]:
            failed += 1
        else:
            passed += 1
    good = program["result"] in GOOD
    if passed + failed + skipped == 0:
        if program["result"] == "SKIP":
            return 0, 0, 1
        return int(good), int(not good), 0
    if not good and failed == 0:
        failed = 1
    return passed, failed, skipped


def show(program):
    print(f"\n---- {program['name']}: {program['result']} ----")
    for stream in ("stdout", "stderr"):
        print(program.get(stream, ""), end="")


def main():
    try:
        with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
            programs = [json.loads(line) for line in log]
    except OSError as error:
        print(error, file=sys.stderr)
        programs = []
    for program in programs:
        if program["result"] not in GOOD:
            show(program)
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *map(count, programs)))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    sys.exit(1 if failed or not passed else 0)


main()
