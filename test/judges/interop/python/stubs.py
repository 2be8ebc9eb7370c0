"""Makes grpcio's stubs from our copy of the interop protos, anew at each run."""

import importlib.resources
import pathlib
import sys
import tempfile

from grpc_tools import protoc


def make():
    proto = pathlib.Path(__file__).parent.parent / "proto"
    out = tempfile.TemporaryDirectory()
    included = str(importlib.resources.files("grpc_tools") / "_proto")
    arguments = ["protoc", f"-I{proto}", f"-I{included}", f"--python_out={out.name}"]
    arguments += [f"--grpc_python_out={out.name}", "grpc/testing/test.proto"]
    if protoc.main(arguments) != 0:
        sys.exit("protoc failed")
    # Not by `import grpc.testing…`: that would look into the library's own package `grpc`.
    sys.path.insert(0, f"{out.name}/grpc/testing")
    sys.path.insert(0, out.name)
    return out
