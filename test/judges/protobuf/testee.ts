/**
 * What the official conformance runner talks to: a request on stdin, our answer on stdout, each
 * with a u32 little-endian length in front. Nothing else may be written to stdout.
 *
 * The runner does not count a skip as a failure. So what is skipped here (text format, proto2,
 * editions) is everything but the proto3 cases in binary and JSON, and the judge counts that all
 * of these have run.
 */
import { readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../../..');
const generated = (path: string) =>
  import(pathToFileURL(join(root, '.judges/protobuf/generated', path)).href);
const { ConformanceRequest, ConformanceResponse, FailureSet, TestCategory, WireFormat } =
  await generated('conformance/conformance.ts');
const { TestAllTypesProto3 } = await generated('google/protobuf/test_messages_proto3.ts');
const { decodeMessage, encodeMessage } = await import('#protobuf/fields/message-codec');
const { fromJsonString } = await import('#protobuf/json/from-json');
const { toJsonString } = await import('#protobuf/json/to-json');

/** What the cases put into an `Any`. */
const wellKnown = ['any', 'duration', 'empty', 'field_mask', 'struct', 'timestamp', 'wrappers'];
const modules = await Promise.all(wellKnown.map((name) => generated(`google/protobuf/${name}.ts`)));
const types = [
  TestAllTypesProto3,
  ...modules.flatMap((module) => Object.values<{ descriptor?: object }>(module)),
].filter((one) => typeof one === 'object' && 'create' in one);

/** `plain`: by descriptor. Otherwise the generated code does the work. */
const plain = process.argv[2] === 'plain';

interface Request {
  payload?: { case: string; value: Uint8Array | string };
  requestedOutputFormat: number;
  messageType: string;
  testCategory: number;
}

function answer(request: Request): { case: string; value: string | Uint8Array } {
  if (request.messageType === 'conformance.FailureSet') {
    return { case: 'protobufPayload', value: FailureSet.encode(FailureSet.create()) };
  }
  const { payload, requestedOutputFormat: output } = request;
  const isKnown = payload?.case === 'protobufPayload' || payload?.case === 'jsonPayload';
  const isWanted = output === WireFormat.PROTOBUF || output === WireFormat.JSON;
  if (!isKnown || !isWanted || request.messageType !== TestAllTypesProto3.descriptor.name) {
    return { case: 'skipped', value: 'not proto3, or neither binary nor JSON' };
  }
  const type = TestAllTypesProto3.descriptor;
  let message: object;
  try {
    message = parse(payload!.value, request.testCategory);
  } catch (error) {
    return { case: 'parseError', value: String(error) };
  }
  try {
    if (output === WireFormat.JSON) {
      return { case: 'jsonPayload', value: toJsonString(TestAllTypesProto3, message, { types }) };
    }
    const bytes = plain ? encodeMessage(type, message) : TestAllTypesProto3.encode(message);
    return { case: 'protobufPayload', value: bytes };
  } catch (error) {
    return { case: 'serializeError', value: String(error) };
  }
}

function parse(payload: Uint8Array | string, category: number): object {
  if (typeof payload === 'string') {
    const ignoreUnknown = category === TestCategory.JSON_IGNORE_UNKNOWN_PARSING_TEST;
    return fromJsonString(TestAllTypesProto3, payload, { types, ignoreUnknown });
  }
  return plain
    ? decodeMessage(TestAllTypesProto3.descriptor, payload)
    : TestAllTypesProto3.decode(payload);
}

/** Exactly `size` bytes of stdin; `undefined` if it ends. */
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
