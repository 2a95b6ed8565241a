"""Fit an unpacked Elasticsearch to a Java runtime that lacks the JDK's own tools.

    fit_runtime.py ELASTICSEARCH_FOLDER

Elasticsearch wants a full JDK for three modules: jdk.jdi and jdk.jlink, which its entitlement checks only
name as requirements, and jdk.incubator.vector, which only makes vector search faster. Padu uses none of
them. Both names are replaced by modules every runtime has; names in a class file carry their length, so
nothing else moves.
"""

import sys
import zipfile
from pathlib import Path

STAND_INS = {b"jdk.jdi": b"java.sql", b"jdk.jlink": b"java.rmi"}


def constant(name: bytes) -> bytes:
    """A name as a class file's constant pool holds it: tag 1, length, bytes."""
    return b"\x01" + len(name).to_bytes(2, "big") + name


def replace_requirements(jar: Path) -> None:
    """Rewrite the jar with the stand-ins in its module declaration."""
    fitted = jar.with_suffix(".fitted")
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(fitted, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "module-info.class":
                for missing, present in STAND_INS.items():
                    content = content.replace(constant(missing), constant(present))
            target.writestr(entry, content)
    fitted.replace(jar)


def drop_vector_module(options: Path) -> None:
    """Leave out the line of jvm.options that asks for the incubating vector module."""
    lines = options.read_text("utf-8").splitlines(keepends=True)
    options.write_text("".join(line for line in lines if "jdk.incubator.vector" not in line), "utf-8")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for jar in (folder / "lib").glob("elasticsearch-entitlement-*.jar"):
        replace_requirements(jar)
    drop_vector_module(folder / "config" / "jvm.options")
