"""grpcio as the client of gRPC's compression cases (grpc/grpc doc/interop-test-descriptions.md):
`client.py PORT CASE`; exits 0 where the case passes."""

import os
import sys

import grpc

import stubs
from tap import Tap

made = stubs.make()
import test_pb2 as pb  # noqa: E402
import test_pb2_grpc  # noqa: E402

tap = Tap(int(sys.argv[1]))
channel = grpc.insecure_channel(f"127.0.0.1:{tap.port}")
stub = test_pb2_grpc.TestServiceStub(channel)

LIMIT = {"timeout": 30}
GZIP = {"compression": grpc.Compression.Gzip, **LIMIT}


def zeros(size):
    return pb.Payload(body=bytes(size))


def equal(seen, wanted, what):
    if seen != wanted:
        sys.exit(f"{what}: {seen} instead of {wanted}")


def refused(call):
    try:
        call()
    except grpc.RpcError as error:
        equal(error.code(), grpc.StatusCode.INVALID_ARGUMENT, "the probe")
    else:
        sys.exit("the server does not look at the flag: the probe succeeded")


def client_compressed_unary():
    def request(expected):
        flag = pb.BoolValue(value=expected)
        return pb.SimpleRequest(
            expect_compressed=flag, response_size=314159, payload=zeros(271828)
        )

    refused(lambda: stub.UnaryCall(request(True), **LIMIT))
    for expected, options in ((True, GZIP), (False, LIMIT)):
        response = stub.UnaryCall(request(expected), **options)
        equal(len(response.payload.body), 314159, "size")
    equal(tap.requests, [False, True, False], "flags of the requests")


def server_compressed_unary():
    for value in (True, False):
        request = pb.SimpleRequest(
            response_compressed=pb.BoolValue(value=value),
            response_size=314159,
            payload=zeros(271828),
        )
        response = stub.UnaryCall(request, **LIMIT)
        equal(len(response.payload.body), 314159, "size")
    equal(tap.responses, [True, False], "flags of the responses")


def client_compressed_streaming():
    def request(expected, body):
        flag = pb.BoolValue(value=expected)
        return pb.StreamingInputCallRequest(
            expect_compressed=flag, payload=pb.Payload(body=body)
        )

    refused(lambda: stub.StreamingInputCall(iter([request(True, bytes(27182))]), **LIMIT))
    del tap.requests[:]
    # grpcio's users cannot except one message, but it does so by itself where gzip gains nothing:
    # the second payload is noise instead of zeros.
    requests = [request(True, bytes(27182)), request(False, os.urandom(45904))]
    response = stub.StreamingInputCall(iter(requests), **GZIP)
    equal(response.aggregated_payload_size, 73086, "sum")
    equal(tap.requests, [True, False], "flags of the requests")


def server_compressed_streaming():
    request = pb.StreamingOutputCallRequest(
        response_parameters=[
            pb.ResponseParameters(compressed=pb.BoolValue(value=True), size=31415),
            pb.ResponseParameters(compressed=pb.BoolValue(value=False), size=92653),
        ]
    )
    sizes = [len(each.payload.body) for each in stub.StreamingOutputCall(request, **LIMIT)]
    equal(sizes, [31415, 92653], "sizes")
    equal(tap.responses, [True, False], "flags of the responses")


CASES = {
    "client_compressed_unary": client_compressed_unary,
    "server_compressed_unary": server_compressed_unary,
    "client_compressed_streaming": client_compressed_streaming,
    "server_compressed_streaming": server_compressed_streaming,
}
CASES[sys.argv[2]]()
channel.close()
