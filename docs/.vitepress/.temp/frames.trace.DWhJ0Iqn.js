const title = "A recipe, framed by its length";
const protocol = "length-prefixed JSON";
const events = [{ "kind": "message", "from": "client", "title": 'call 4: recipe("toast")', "call": "4", "fields": [{ "offset": 0, "length": 4, "name": "length", "value": "66", "meaning": "how many bytes the payload has: 32 bits, the highest byte first (big-endian)" }, { "offset": 4, "length": 66, "name": "payload", "value": "66 bytes", "meaning": "the message itself", "children": [{ "offset": 4, "length": 11, "name": "id", "value": "4", "meaning": "which call this is; the reply carries the same number", "source": "Birrell & Nelson 1984" }, { "offset": 15, "length": 22, "name": "method", "value": '"recipe"', "meaning": "which procedure to call", "source": "Birrell & Nelson 1984" }, { "offset": 37, "length": 31, "name": "params", "value": '[\n    "toast"\n  ]', "meaning": "the arguments, in order: copies, not references", "children": [{ "offset": 37, "length": 14, "name": "name", "value": "params", "meaning": "which member this is" }, { "offset": 51, "length": 13, "name": "[0]", "value": '"toast"', "meaning": "element 0 of the list" }, { "offset": 64, "length": 4, "name": "end of list", "meaning": "the closing bracket" }], "folded": true }, { "offset": 68, "length": 2, "name": "end of object", "meaning": "the closing bracket" }] }], "bytes": "000000427b0a2020226964223a20342c0a2020226d6574686f64223a2022726563697065222c0a202022706172616d73223a205b0a2020202022746f617374220a20205d0a7d" }, { "kind": "message", "from": "server", "title": 'reply 4: "Put bread into the toaster.\\nWait for …', "call": "4", "fields": [{ "offset": 0, "length": 4, "name": "length", "value": "70", "meaning": "how many bytes the payload has: 32 bits, the highest byte first (big-endian)" }, { "offset": 4, "length": 70, "name": "payload", "value": "70 bytes", "meaning": "the message itself", "children": [{ "offset": 4, "length": 7, "name": "id", "value": "4", "meaning": "which call this is; the reply carries the same number", "source": "Birrell & Nelson 1984" }, { "offset": 11, "length": 62, "name": "result", "value": '"Put bread into the toaster.\\nWait for the click.\\n"', "meaning": "what the procedure returned" }, { "offset": 73, "length": 1, "name": "end of object", "meaning": "the closing bracket" }] }], "bytes": "000000467b226964223a342c22726573756c74223a2250757420627265616420696e746f2074686520746f61737465722e5c6e5761697420666f722074686520636c69636b2e5c6e227d" }];
const frames_trace = {
  title,
  protocol,
  events
};
export {
  frames_trace as default,
  events,
  protocol,
  title
};
