#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Prints debian/changelog, made from the releases that owui-deployer.metainfo.xml tells people of."""
import datetime
import email.utils
import pathlib
import textwrap
import xml.etree.ElementTree

packaging = pathlib.Path(__file__).parent.parent
control = (packaging / "debian/control").read_text()
maintainer = next(line.split(": ", 1)[1] for line in control.splitlines() if line.startswith("Maintainer: "))
metainfo = xml.etree.ElementTree.parse(packaging / "linux/owui-deployer.metainfo.xml")
for release in metainfo.iter("release"):
    day = datetime.datetime.fromisoformat(release.get("date")).replace(tzinfo=datetime.timezone.utc)
    print(f"owui-deployer ({release.get('version')}) unstable; urgency=medium\n")
    for text in release.find("description").iter():
        if text.tag in ("p", "li"):
            words = " ".join(text.text.split())
            print(textwrap.fill(words, 76, initial_indent="  * ", subsequent_indent="    "))
    print(f"\n -- {maintainer}  {email.utils.format_datetime(day)}\n")
