const title = "DATA on stream 0";
const protocol = "HTTP/2 over TCP";
const events = [{ "kind": "message", "from": "client", "title": 'DATA · "anyone?" · END_STREAM', "fields": [{ "offset": 0, "length": 9, "name": "frame header", "value": "DATA END_STREAM, stream 0, 7 bytes", "meaning": "length, type, flags, stream", "source": "RFC 9113 §4.1", "children": [{ "offset": 0, "length": 3, "name": "length", "value": "7", "meaning": "bytes of payload behind these nine: 24 bits, big-endian", "source": "RFC 9113 §4.1" }, { "offset": 3, "length": 1, "name": "type", "value": "0x00 DATA", "meaning": "a piece of a body", "source": "RFC 9113 §6.1" }, { "offset": 4, "length": 1, "name": "flags", "value": "0x01 END_STREAM", "meaning": "END_STREAM: the sender says no more on this stream", "source": "RFC 9113 §4.1" }, { "offset": 5, "length": 4, "name": "stream", "value": "0", "meaning": "the connection itself", "source": "RFC 9113 §5.1.1" }], "folded": true }, { "offset": 9, "length": 7, "name": "data", "meaning": "a piece of the body", "source": "RFC 9113 §6.1", "value": "7 bytes" }], "bytes": "000007000100000000616e796f6e653f" }, { "kind": "message", "from": "server", "title": "GOAWAY · PROTOCOL_ERROR · last stream 0", "fields": [{ "offset": 0, "length": 9, "name": "frame header", "value": "GOAWAY, stream 0, 59 bytes", "meaning": "length, type, flags, stream", "source": "RFC 9113 §4.1", "children": [{ "offset": 0, "length": 3, "name": "length", "value": "59", "meaning": "bytes of payload behind these nine: 24 bits, big-endian", "source": "RFC 9113 §4.1" }, { "offset": 3, "length": 1, "name": "type", "value": "0x07 GOAWAY", "meaning": "the connection ends: no more streams", "source": "RFC 9113 §6.8" }, { "offset": 4, "length": 1, "name": "flags", "value": "0x00", "meaning": "none is set", "source": "RFC 9113 §4.1" }, { "offset": 5, "length": 4, "name": "stream", "value": "0", "meaning": "the connection itself", "source": "RFC 9113 §5.1.1" }], "folded": true }, { "offset": 9, "length": 4, "name": "last stream", "value": "0", "meaning": "the highest stream that was or may be served", "source": "RFC 9113 §6.8" }, { "offset": 13, "length": 4, "name": "error code", "value": "1 PROTOCOL_ERROR", "meaning": "the other side has broken a rule", "source": "RFC 9113 §6.8" }, { "offset": 17, "length": 51, "name": "debug data", "value": '"PROTOCOL_ERROR: a frame of type 0 on stream 0 (§6)"', "meaning": "for a person who reads a log", "source": "RFC 9113 §6.8" }], "bytes": "00003b070000000000000000000000000150524f544f434f4c5f4552524f523a2061206672616d65206f6620747970652030206f6e2073747265616d20302028c2a73629" }];
const streamZero_trace = {
  title,
  protocol,
  events
};
export {
  streamZero_trace as default,
  events,
  protocol,
  title
};
