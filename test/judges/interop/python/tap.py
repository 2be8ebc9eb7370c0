"""A wire tap between a gRPC client and a gRPC server: what grpcio does not tell its users, whether
a message had the compressed flag, is read from the bytes on their way."""

import socket
import threading

PREFACE = len(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
DATA, PADDED = 0, 0x8


class Tap:
    """Listens on `port` (0: any) and passes everything on to 127.0.0.1:`target`."""

    def __init__(self, target, port=0):
        self.requests = []
        """The flag of every message a client has sent, in order."""
        self.responses = []
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            server = socket.create_connection(("127.0.0.1", self._target))
            ways = ((client, server, self.requests, PREFACE), (server, client, self.responses, 0))
            for way in ways:
                threading.Thread(target=_pass_on, args=way, daemon=True).start()


def _pass_on(source, sink, flags, skip):
    reader = FlagReader(flags, skip)
    try:
        while chunk := source.recv(65536):
            # First noted, then passed on: whoever has the message finds its flag here.
            reader.push(chunk)
            sink.sendall(chunk)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        sink.close()


class FlagReader:
    """One direction of one HTTP/2 connection: frames (RFC 9113 4.1), and in their DATA messages."""

    def __init__(self, flags, skip):
        self._flags = flags
        self._skip = skip
        self._bytes = bytearray()
        self._streams = {}

    def push(self, chunk):
        self._bytes += chunk
        if self._skip:
            if len(self._bytes) < self._skip:
                return
            del self._bytes[: self._skip]
            self._skip = 0
        while len(self._bytes) >= 9:
            size = int.from_bytes(self._bytes[:3], "big")
            if len(self._bytes) < 9 + size:
                return
            kind, bits = self._bytes[3], self._bytes[4]
            stream = int.from_bytes(self._bytes[5:9], "big")
            payload = bytes(self._bytes[9 : 9 + size])
            del self._bytes[: 9 + size]
            if kind == DATA:
                if bits & PADDED:
                    payload = payload[1 : size - payload[0]]
                self._data(self._streams.setdefault(stream, bytearray()), payload)

    def _data(self, message, payload):
        message += payload
        while len(message) >= 5:
            end = 5 + int.from_bytes(message[1:5], "big")
            if len(message) < end:
                return
            self._flags.append(message[0] == 1)
            del message[:end]
