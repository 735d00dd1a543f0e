# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""What the scenarios came to, as a table of servers and scenarios."""

PASSED, NOT_APPLICABLE, FAILED = "passed", "not applicable", "failed"


class Column:
    """One server's results. A scenario may be tried in several parts."""

    def __init__(self, name, release):
        self.name = name
        self.release = release
        self.parts = {}  # number: [(state, reason, seconds)]
        self.seconds = 0.0
        self.measures = []
        self.problem = ""  # why the list was not walked to its end

    def add(self, number, state, reason, seconds):
        self.parts.setdefault(number, []).append((state, reason, seconds))

    def state(self, number):
        """The worst that a part came to; a scenario without any part did not run, which is a failure."""
        states = {state for state, _, _ in self.parts.get(number, [])}
        if not states or FAILED in states:
            return FAILED
        return PASSED if PASSED in states else NOT_APPLICABLE

    def reasons(self, number):
        return list(dict.fromkeys(reason for _, reason, _ in self.parts.get(number, []) if reason))

    def time(self, number):
        return sum(seconds for _, _, seconds in self.parts.get(number, []))


def render(titles, columns):
    """Returns the table's text, and whether everything passed."""
    notes = {}
    good = bool(columns) and bool(titles)
    rows = []
    for number, title in sorted(titles.items()):
        row = [f"{number:2} {title}"]
        for column in columns:
            state = column.state(number)
            good = good and state != FAILED
            marks = []
            if state != FAILED:
                for reason in column.reasons(number):
                    marks.append(str(notes.setdefault(reason, len(notes) + 1)))
            word = {PASSED: f"passed {column.time(number):.0f} s", NOT_APPLICABLE: "n/a", FAILED: "FAILED"}[state]
            row.append(word + (f" ({','.join(marks)})" if marks else ""))
        rows.append(row)
    rows.append(["   seconds in all"] + [f"{column.seconds:.0f}" for column in columns])
    header = ["scenario"] + [column.name for column in columns]
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in [header, *rows]]
    lines.insert(1, "  ".join("-" * width for width in widths))
    if notes:
        lines += ["", "Not applicable, or in part:"]
        lines += [f"{number:3} {reason}" for reason, number in notes.items()]
    for column in columns:
        lines += [f"{column.name}: {measure}" for measure in column.measures]
    for column in columns:
        if column.problem:
            good = False
            lines += ["", f"{column.name}: {column.problem}"]
    return "\n".join(lines), good
