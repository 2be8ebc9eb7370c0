"""A client of Python's grpcio, without generated code: `call.py HOST:PORT NAME` greets, and prints
the answer. The two messages have one text field each, so their bytes are put together by hand:
tag 0x0a (field 1, length-delimited), a length below 128, the text."""

import sys

import grpc

with grpc.insecure_channel(sys.argv[1]) as channel:
    say_hello = channel.unary_unary("/hello.Greeter/SayHello")
    name = sys.argv[2].encode()
    reply = say_hello(bytes([0x0A, len(name)]) + name, timeout=10)
    print(reply[2:].decode())
