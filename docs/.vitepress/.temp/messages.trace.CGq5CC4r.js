const title = "gRPC’s five bytes";
const protocol = "gRPC length-prefixed messages";
const events = [{ "kind": "message", "from": "client", "title": 'call 4: recipe("toast")', "call": "4", "fields": [{ "offset": 0, "length": 1, "name": "compressed flag", "value": "0", "meaning": "the payload is as it was written", "source": "gRPC PROTOCOL-HTTP2, Compressed-Flag" }, { "offset": 1, "length": 4, "name": "length", "value": "66", "meaning": "how many bytes the payload has: 32 bits, the highest byte first (big-endian)", "source": "gRPC PROTOCOL-HTTP2, Message-Length" }, { "offset": 5, "length": 66, "name": "payload", "value": "66 bytes", "meaning": "the message itself", "children": [{ "offset": 5, "length": 11, "name": "id", "value": "4", "meaning": "which call this is; the reply carries the same number", "source": "Birrell & Nelson 1984" }, { "offset": 16, "length": 22, "name": "method", "value": '"recipe"', "meaning": "which procedure to call", "source": "Birrell & Nelson 1984" }, { "offset": 38, "length": 31, "name": "params", "value": '[\n    "toast"\n  ]', "meaning": "the arguments, in order: copies, not references", "children": [{ "offset": 38, "length": 14, "name": "name", "value": "params", "meaning": "which member this is" }, { "offset": 52, "length": 13, "name": "[0]", "value": '"toast"', "meaning": "element 0 of the list" }, { "offset": 65, "length": 4, "name": "end of list", "meaning": "the closing bracket" }], "folded": true }, { "offset": 69, "length": 2, "name": "end of object", "meaning": "the closing bracket" }] }], "bytes": "00000000427b0a2020226964223a20342c0a2020226d6574686f64223a2022726563697065222c0a202022706172616d73223a205b0a2020202022746f617374220a20205d0a7d" }];
const messages_trace = {
  title,
  protocol,
  events
};
export {
  messages_trace as default,
  events,
  protocol,
  title
};
