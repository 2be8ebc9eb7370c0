const PREFIX_SIZE = 5;
function encodeMessage(payload, compressed = false) {
  const message = new Uint8Array(PREFIX_SIZE + payload.length);
  message[0] = compressed ? 1 : 0;
  new DataView(message.buffer).setUint32(1, payload.length);
  message.set(payload, PREFIX_SIZE);
  return message;
}
export {
  PREFIX_SIZE as P,
  encodeMessage as e
};
