"""A server of Python's grpcio, without generated code: prints its port, and ends when nobody holds
its standard input any more."""

import sys
from concurrent import futures

import grpc


def say_hello(request, context):
    text = b"Hello, " + request[2:] + b", says Python"
    return bytes([0x0A, len(text)]) + text


server = grpc.server(futures.ThreadPoolExecutor(max_workers=1))
handler = grpc.unary_unary_rpc_method_handler(say_hello)
services = grpc.method_handlers_generic_handler("hello.Greeter", {"SayHello": handler})
server.add_generic_rpc_handlers((services,))
port = server.add_insecure_port("127.0.0.1:0")
server.start()
print(port, flush=True)
sys.stdin.read()
server.stop(None)
