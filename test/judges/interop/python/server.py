"""grpcio as the server of gRPC's compression cases (grpc/grpc doc/interop-test-descriptions.md):
`server.py PORT`. For one call at a time, so that flags and messages stay in step."""

import sys
from concurrent import futures

import grpc

import stubs
from tap import Tap

made = stubs.make()
import test_pb2 as pb  # noqa: E402
import test_pb2_grpc  # noqa: E402


def check_flag(request, compressed, context):
    """ "CompressedRequest": the flag must be as the client says that it is."""
    if not request.HasField("expect_compressed"):
        return
    if request.expect_compressed.value != compressed:
        context.abort(grpc.StatusCode.INVALID_ARGUMENT, f"compressed: {compressed}")


def answer(kind, size, compressed, context):
    """ "CompressedResponse": the call has gzip, this message may be excepted."""
    if compressed and not compressed.value:
        context.disable_next_message_compression()
    return kind(payload=pb.Payload(body=bytes(size)))


class TestService(test_pb2_grpc.TestServiceServicer):
    def UnaryCall(self, request, context):
        check_flag(request, tap.requests.pop(0), context)
        asked = request.response_compressed if request.HasField("response_compressed") else None
        if asked:
            context.set_compression(grpc.Compression.Gzip)
        return answer(pb.SimpleResponse, request.response_size, asked, context)

    def StreamingInputCall(self, requests, context):
        total = 0
        for request in requests:
            check_flag(request, tap.requests.pop(0), context)
            total += len(request.payload.body)
        return pb.StreamingInputCallResponse(aggregated_payload_size=total)

    def StreamingOutputCall(self, request, context):
        if any(each.HasField("compressed") for each in request.response_parameters):
            context.set_compression(grpc.Compression.Gzip)
        for each in request.response_parameters:
            asked = each.compressed if each.HasField("compressed") else None
            yield answer(pb.StreamingOutputCallResponse, each.size, asked, context)


server = grpc.server(futures.ThreadPoolExecutor(max_workers=1))
test_pb2_grpc.add_TestServiceServicer_to_server(TestService(), server)
tap = Tap(server.add_insecure_port("127.0.0.1:0"), int(sys.argv[1]))
server.start()
server.wait_for_termination()
