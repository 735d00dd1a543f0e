#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""wheel.py TREE FOLDER: makes a wheel of an installed tree and puts it into the folder.

Python is only the way in: the wheel holds no module. The programs go into the environment's bin, and the libraries that they
need, as Debian built them, into its lib/owui-deployer.
"""
import base64
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

here = pathlib.Path(__file__).parent

# Plugins that Qt loads when it needs them.
PLUGINS = """
iconengines/libqsvgicon.so
imageformats/libqsvg.so
platforminputcontexts/libcomposeplatforminputcontextplugin.so
platforminputcontexts/libibusplatforminputcontextplugin.so
platforms/libqoffscreen.so
platforms/libqwayland-generic.so
platforms/libqxcb.so
sqldrivers/libqsqlite.so
tls/libqopensslbackend.so
wayland-decoration-client/libbradient.so
wayland-shell-integration/libxdg-shell.so
""".split()
# Libraries that are loaded by name.
LOADED = ["libssl.so.3", "libcrypto.so.3", "libsecret-1.so.0"]
# What the tag promises: glibc, the compiler's own libraries, and what its list of libraries that every desktop has names.
# Debian's own build of expat wants a newer glibc than all else does.
SYSTEM = re.compile(r"^(ld-linux.*|lib(c|m|dl|pthread|rt|resolv|util|gcc_s|stdc\+\+|expat))\.so")
# GCC 12's, which came with glibc 2.36.
NEWEST_STDCXX = (3, 4, 30)


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def needed(path):
    """Each library that the file needs, directly or not: name and file."""
    found = {}
    for line in output("ldd", str(path)).splitlines():
        match = re.match(r"\s*(\S+) => (.*?)(?: \(0x[0-9a-f]+\))?$", line)
        if match:
            if not match[2].startswith("/"):
                sys.exit(f"wheel.py: {path} needs {match[1]}, which is not installed.")
            found[match[1]] = pathlib.Path(match[2]).resolve()
    return found


def newest(files, prefix):
    """The newest version of the symbols that the files want of a library."""
    versions = set()
    for file in files:
        versions |= set(re.findall(rf"Name: {prefix}_([0-9.]+)", output("readelf", "-V", str(file))))
    return max(tuple(int(part) for part in version.split(".")) for version in versions)


def package_of(file):
    """The Debian package that a file is from."""
    for path in (str(file), str(file).removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "-S", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"wheel.py: no Debian package has {file}, so its licence is not known.")


def gather(tree):
    """Puts what the programs need into the tree. Returns the files that came."""
    library = tree / "lib/owui-deployer"
    system_plugins = pathlib.Path(output("qtpaths6", "--query", "QT_INSTALL_PLUGINS").strip())
    translations = pathlib.Path(output("qtpaths6", "--query", "QT_INSTALL_TRANSLATIONS").strip())
    came = {}
    libraries = {}
    for plugin in PLUGINS:
        came[library / "plugins" / plugin] = system_plugins / plugin
    came[library / "translations/qtbase_zh_CN.qm"] = translations / "qtbase_zh_CN.qm"
    for name in LOADED:
        libraries[name] = (system_plugins.parent.parent / name).resolve()
    programs = list((tree / "bin").iterdir())
    for file in programs + [came[library / "plugins" / plugin] for plugin in PLUGINS] + list(libraries.values()):
        libraries |= needed(file)
    for name, file in libraries.items():
        if not SYSTEM.match(name):
            came[library / name] = file
    for target, file in came.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return came


def write_notice(tree, came):
    """Says of each file whose it is, where its source is, and what its licence is."""
    folder = tree / "lib/owui-deployer"
    packages = {}
    for target, file in came.items():
        packages.setdefault(package_of(file), []).append(str(target.relative_to(folder)))
    lines = [(here / "notice.txt").read_text()]
    (folder / "licences").mkdir()
    for package, files in sorted(packages.items()):
        source = output("dpkg-query", "-W", "-f", "${source:Package} ${source:Version}\n", package).splitlines()[0]
        lines.append(f"{package} (source: {source}; licence: licences/{package})")
        lines += [f"  {file}" for file in sorted(files)]
        shutil.copy(f"/usr/share/doc/{package}/copyright", folder / "licences" / package)
    for licence in pathlib.Path("/usr/share/common-licenses").iterdir():
        if not licence.is_symlink():
            shutil.copy(licence, folder / "licences" / licence.name)
    (folder / "NOTICE").write_text("\n".join(lines) + "\n")


def metadata(version):
    return f"""Metadata-Version: 2.1
Name: owui-deployer
Version: {version}
Summary: Deploy Open WebUI plugins from a window, a terminal or CI
License: MIT AND GPL-3.0-only AND LGPL-3.0-only
Classifier: Environment :: Console
Classifier: Environment :: X11 Applications :: Qt
Classifier: Operating System :: POSIX :: Linux
Classifier: Programming Language :: C++
Requires-Python: >=3.7
Description-Content-Type: text/markdown

{(here / "description.md").read_text()}"""


def write_wheel(tree, folder, version, tag):
    name = f"owui_deployer-{version}"
    information = f"{name}.dist-info"
    contents = {
        f"{information}/METADATA": metadata(version).encode(),
        f"{information}/WHEEL": f"Wheel-Version: 1.0\nGenerator: owui-deployer\nRoot-Is-Purelib: false\nTag: {tag}\n".encode(),
        f"{information}/LICENSE": (here / "../../LICENSE").read_bytes(),
    }
    for file in sorted(path for path in tree.rglob("*") if path.is_file()):
        place = file.relative_to(tree)
        kind = "scripts" if place.parts[0] == "bin" else "data"
        place = place.relative_to("bin") if kind == "scripts" else place
        contents[f"{name}.data/{kind}/{place}"] = file.read_bytes()
    record = ""
    for path, data in contents.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record += f"{path},sha256={digest},{len(data)}\n"
    contents[f"{information}/RECORD"] = f"{record}{information}/RECORD,,\n".encode()

    wheel = folder / f"{name}-{tag}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in contents.items():
            entry = zipfile.ZipInfo(path)  # with one date for all: the same files give the same wheel
            executable = f"{name}.data/scripts/" in path
            entry.external_attr = (0o100755 if executable else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return wheel


def main():
    tree, folder = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    version = output(str(tree / "bin/owui-deploy"), "--version").split()[1]
    came = gather(tree)
    write_notice(tree, came)
    binaries = list((tree / "bin").iterdir()) + [file for file in came if ".so" in file.name]
    if newest(binaries, "GLIBCXX") > NEWEST_STDCXX:
        sys.exit("wheel.py: something needs a newer libstdc++ than comes with the glibc of the tag.")
    glibc = "_".join(str(part) for part in newest(binaries, "GLIBC")[:2])
    wheel = write_wheel(tree, folder, version, f"py3-none-manylinux_{glibc}_x86_64")
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, {len(came)} files of others")


main()
