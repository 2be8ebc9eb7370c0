/**
 * What the conformance runner and our programs have in common. The runner's `.proto` files come
 * with it; `run.ts` generates code from them below `.judges/`, so nothing of them is committed,
 * and what is used of them is described here.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Metadata } from '#grpc/metadata';
import { encodeBase64 } from '#grpc/wire/base64';
import type { Any } from '#protobuf/generated/google/protobuf/any';
import type { Message, MessageType } from '#protobuf/message';

export interface Header {
  name: string;
  value: string[];
}

export interface ErrorSpec {
  code: number;
  message?: string;
  details: Any[];
}

export interface UnaryDefinition {
  responseHeaders: Header[];
  response?: { case: 'responseData'; value: Uint8Array } | { case: 'error'; value: ErrorSpec };
  responseTrailers: Header[];
  responseDelayMs: number;
}

export interface StreamDefinition {
  responseHeaders: Header[];
  responseData: Uint8Array[];
  responseDelayMs: number;
  error?: ErrorSpec;
  responseTrailers: Header[];
}

export interface RequestInfo {
  requestHeaders: Header[];
  timeoutMs?: bigint;
  requests: Any[];
}

export interface Payload {
  data: Uint8Array;
  requestInfo?: RequestInfo;
}

export interface ClientRequest {
  testName: string;
  compression: number;
  host: string;
  port: number;
  serverTlsCert: Uint8Array;
  clientTlsCreds?: { cert: Uint8Array; key: Uint8Array };
  messageReceiveLimit: number;
  service?: string;
  method?: string;
  streamType: number;
  requestHeaders: Header[];
  requestMessages: Any[];
  timeoutMs?: number;
  requestDelayMs: number;
  cancel?: {
    cancelTiming?: {
      case: 'beforeCloseSend' | 'afterCloseSendMs' | 'afterNumResponses';
      value: never;
    };
  };
}

/** biome-ignore lint/suspicious/noExplicitAny: generated at run time */
type Generated = Record<string, any>;

const root = join(import.meta.dirname, '../../../.judges/connect/generated');
const load = (name: string): Promise<Generated> =>
  import(pathToFileURL(join(root, `connectrpc/conformance/v1/${name}.ts`)).href);

export const service = await load('service');
export const clientCompat = await load('client_compat');
export const serverCompat = await load('server_compat');

/** A message as `Any`, the runner's way to show what has arrived. */
export function asAny(type: MessageType<Message>, message: Message): Any {
  return {
    typeUrl: `type.googleapis.com/${type.descriptor.name}`,
    value: type.encode(message),
  };
}

/** Values of one name together, in order; bytes in base64, as on the wire. */
export function toHeaders(metadata: Metadata): Header[] {
  const byName = new Map<string, string[]>();
  for (const [name, value] of metadata) {
    const text = typeof value === 'string' ? value : encodeBase64(value);
    byName.set(name, [...(byName.get(name) ?? []), text]);
  }
  return [...byName].map(([name, value]) => ({ name, value }));
}

/** Takes headers over as they would come off the wire. */
export function addHeaders(metadata: Metadata, headers: readonly Header[]): Metadata {
  for (const { name, value } of headers) {
    for (const each of value) metadata.receive(name.toLowerCase(), each);
  }
  return metadata;
}

/** Messages on stdin: each with its length in front, u32 big-endian. */
export async function* readMessages(): AsyncIterable<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const chunk of process.stdin) {
    held = Buffer.concat([held, chunk]);
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
      const end = 4 + held.readUInt32BE(0);
      yield new Uint8Array(held.subarray(4, end));
      held = held.subarray(end);
    }
  }
}

export function writeMessage(bytes: Uint8Array): void {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  process.stdout.write(Buffer.concat([length, bytes]));
}
