/**
 * gRPC in a trace: frames, header blocks and messages of one connection, each with what it means
 * for the call.
 *
 *     createGrpcDissectors({ methods: { '/hello.Greeter/SayHello': [REQUEST, REPLY] } })
 */
import { statusName } from '#grpc/status';
import { clip } from '#inspect/clip';
import type { Dissectors, Explanation } from '#inspect/dissector';
import { createHpackFollower } from '#inspect/hpack/dissector';
import type { HeaderLine } from '#inspect/hpack/item';
import { headersTitle } from '#inspect/hpack/plug';
import { createHttp2Dissectors } from '#inspect/http2/dissector';
import type { FrameContext, Http2Plug, Http2Plugs } from '#inspect/http2/plugs';
import { protobufPayload } from '#inspect/protobuf/dissector';
import { Secrets, withoutHidden } from '#inspect/secrets';
import type { Field, Side } from '#inspect/trace';
import type { MessageDescriptor } from '#protobuf/schema/descriptor';
import { grpcData } from './data.ts';
import { type BlockKind, grpcHeader, isGrpcType } from './headers.ts';

export interface GrpcView {
  /** What requests and responses of a path are. Messages of others are explained without names. */
  methods?: Record<string, [request: MessageDescriptor, response: MessageDescriptor]>;
  /** Draws the nine bytes in front of each frame as one row. Default: true. */
  foldHeaders?: boolean;
  /** Shows `authorization` and cookies as they are: for secrets that were made up for a lesson. */
  showSecrets?: boolean;
}

/** Both directions of one connection. Secrets are hidden. */
export function createGrpcDissectors(view: GrpcView = {}): Dissectors {
  return withoutHidden(createHttp2Dissectors(grpcPlugs(view)));
}

/** The same as plugs, for a dissector of frames. Of secrets the text is hidden, and the bytes not. */
export function grpcPlugs(view: GrpcView = {}): Http2Plugs {
  const { methods = {}, foldHeaders = true, showSecrets = false } = view;
  const secrets = { client: new Secrets(), server: new Secrets() };
  const followers = {
    client: createHpackFollower({ compact: true }),
    server: createHpackFollower({ compact: true }),
  };
  const streams = new Map<number, OpenStream>();
  const messages = grpcData((bytes, { from, streamId }) => {
    const path = streams.get(streamId)?.path ?? '';
    const types = Object.hasOwn(methods, path) ? methods[path] : undefined;
    return protobufPayload({ type: types?.[from === 'client' ? 0 : 1], compact: true })(bytes);
  });

  function headerBlock(block: Uint8Array, where: FrameContext): Explanation {
    const { fields, headers } = followers[where.from].read(block);
    const stream = streams.get(where.streamId) ?? { types: {}, answered: false };
    const kind = kindOf(where, stream);
    const find = (wanted: string) => headers.find(({ name }) => name === wanted)?.value;
    if (kind === 'request') stream.path = find(':path');
    if (kind !== 'trailers') stream.types[where.from] = find('content-type') ?? '';
    if (where.from === 'server') stream.answered = true;
    if (where.from === 'server' && where.endStream) streams.delete(where.streamId);
    else streams.set(where.streamId, stream);
    const explained = explain(fields, headers, kind);
    return {
      title: titleOf(kind, headers),
      fields: showSecrets ? explained : secrets[where.from].mark(explained, block),
    };
  }

  const data: Http2Plug = (bytes, where) => {
    const type = streams.get(where.streamId)?.types[where.from];
    if (bytes.length === 0) return { title: 'no more messages', fields: [] };
    return type === undefined || isGrpcType(type) ? messages(bytes, where) : body(bytes, type);
  };

  return { headerBlock, data, foldHeaders };
}

interface OpenStream {
  path?: string | undefined;
  /** The content-type, by who sent it. */
  readonly types: Partial<Record<Side, string>>;
  /** The server has sent its first block. */
  answered: boolean;
}

function kindOf({ from, endStream }: FrameContext, { answered }: OpenStream): BlockKind {
  if (from === 'client') return 'request';
  if (answered) return 'trailers';
  return endStream ? 'refusal' : 'response';
}

/** What stands in the block beside headers (a size of the table, what cannot be read) stays. */
function explain(fields: Field[], headers: readonly HeaderLine[], kind: BlockKind): Field[] {
  let next = 0;
  return fields.map((field) => {
    const header = headers[next];
    if (header === undefined || header.name !== field.name) return field;
    next++;
    return grpcHeader(field, header.value, kind);
  });
}

function titleOf(kind: BlockKind, headers: readonly HeaderLine[]): string {
  const find = (wanted: string) => headers.find(({ name }) => name === wanted)?.value;
  const code = find('grpc-status');
  if (code === undefined || kind === 'request' || kind === 'response') return headersTitle(headers);
  const status = /^\d+$/.test(code) ? `${code} ${statusName(Number(code))}` : code;
  if (kind === 'trailers') return `trailers: ${status}`;
  const http = find(':status');
  return `${http === '200' ? '' : `${http}, `}Trailers-Only: ${status}`;
}

/** What came in place of messages: most likely a page for people. */
function body(bytes: Uint8Array, type: string): Explanation {
  const text = new TextDecoder().decode(bytes);
  const about = {
    name: 'body',
    value: JSON.stringify(clip(text)),
    meaning: `not gRPC: ${type || 'no content-type'}`,
  };
  return { title: 'not gRPC', fields: [{ offset: 0, length: bytes.length, ...about }] };
}
