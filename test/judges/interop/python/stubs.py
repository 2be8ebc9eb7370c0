"""Makes grpcio's stubs from our copy of the interop protos, anew at each run."""

import pathlib
import sys
import tempfile

from grpc_tools import protoc


def make():
    """`import test_pb2, test_pb2_grpc` works after this, and as long as what it returns lives."""
    # Named without its folders: `grpc.testing` is also the name of a module in grpcio.
    folder = pathlib.Path(__file__).parent.parent / "proto" / "grpc" / "testing"
    out = tempfile.TemporaryDirectory()
    outs = [f"--python_out={out.name}", f"--grpc_python_out={out.name}"]
    if protoc.main(["protoc", f"-I{folder}", *outs, "test.proto"]) != 0:
        sys.exit("protoc failed")
    sys.path.insert(0, out.name)
    return out
