// Generated from bench.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition, Source } from '#protobuf/schema/service-definition';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'bench.proto',
  imports: [],
  descriptor:
    'CgtiZW5jaC5wcm90bxIFYmVuY2giIgoMR3JlZXRSZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUiJAoIR3Jl' +
    'ZXRpbmcSGAoHbWVzc2FnZRgBIAEoCVIHbWVzc2FnZSI7Cg9Eb3dubG9hZFJlcXVlc3QSFAoFY291bnQYASAB' +
    'KA1SBWNvdW50EhIKBHNpemUYAiABKA1SBHNpemUiGwoFUGllY2USEgoEYm9keRgBIAEoDFIEYm9keTJqCgVC' +
    'ZW5jaBItCgVHcmVldBITLmJlbmNoLkdyZWV0UmVxdWVzdBoPLmJlbmNoLkdyZWV0aW5nEjIKCERvd25sb2Fk' +
    'EhYuYmVuY2guRG93bmxvYWRSZXF1ZXN0GgwuYmVuY2guUGllY2UwAWIGcHJvdG8z',
};

export interface GreetRequest extends Message {
  name: string;
}

export const GreetRequest: MessageType<GreetRequest> = {
  descriptor: {
    name: 'bench.GreetRequest',
    fields: [{ number: 1, name: 'name', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(GreetRequest.descriptor, emptyGreetRequest(), init),
  encode: (message) => encode(GreetRequest.descriptor, message, writeGreetRequest),
  decode: (bytes, limits) =>
    decode(GreetRequest.descriptor, bytes, emptyGreetRequest(), readGreetRequest, limits),
};

export function emptyGreetRequest(): GreetRequest {
  return { name: '' };
}

export function writeGreetRequest(message: GreetRequest, writer: Writer): void {
  if (message.name) writer.tag(10).string(message.name);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readGreetRequest(message: GreetRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.name = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Greeting extends Message {
  message: string;
}

export const Greeting: MessageType<Greeting> = {
  descriptor: {
    name: 'bench.Greeting',
    fields: [{ number: 1, name: 'message', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(Greeting.descriptor, emptyGreeting(), init),
  encode: (message) => encode(Greeting.descriptor, message, writeGreeting),
  decode: (bytes, limits) =>
    decode(Greeting.descriptor, bytes, emptyGreeting(), readGreeting, limits),
};

export function emptyGreeting(): Greeting {
  return { message: '' };
}

export function writeGreeting(message: Greeting, writer: Writer): void {
  if (message.message) writer.tag(10).string(message.message);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readGreeting(message: Greeting, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.message = reader.string();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface DownloadRequest extends Message {
  count: number;
  size: number;
}

export const DownloadRequest: MessageType<DownloadRequest> = {
  descriptor: {
    name: 'bench.DownloadRequest',
    fields: [
      { number: 1, name: 'count', type: 'uint32', cardinality: 'implicit' },
      { number: 2, name: 'size', type: 'uint32', cardinality: 'implicit' },
    ],
  },
  create: (init) => create(DownloadRequest.descriptor, emptyDownloadRequest(), init),
  encode: (message) => encode(DownloadRequest.descriptor, message, writeDownloadRequest),
  decode: (bytes, limits) =>
    decode(DownloadRequest.descriptor, bytes, emptyDownloadRequest(), readDownloadRequest, limits),
};

export function emptyDownloadRequest(): DownloadRequest {
  return { count: 0, size: 0 };
}

export function writeDownloadRequest(message: DownloadRequest, writer: Writer): void {
  if (message.count != null && message.count !== 0) writer.tag(8).uint32(message.count);
  if (message.size != null && message.size !== 0) writer.tag(16).uint32(message.size);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readDownloadRequest(message: DownloadRequest, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 8:
        message.count = reader.uint32();
        break;
      case 16:
        message.size = reader.uint32();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

export interface Piece extends Message {
  body: Uint8Array;
}

export const Piece: MessageType<Piece> = {
  descriptor: {
    name: 'bench.Piece',
    fields: [{ number: 1, name: 'body', type: 'bytes', cardinality: 'implicit' }],
  },
  create: (init) => create(Piece.descriptor, emptyPiece(), init),
  encode: (message) => encode(Piece.descriptor, message, writePiece),
  decode: (bytes, limits) => decode(Piece.descriptor, bytes, emptyPiece(), readPiece, limits),
};

export function emptyPiece(): Piece {
  return { body: new Uint8Array(0) };
}

export function writePiece(message: Piece, writer: Writer): void {
  if (message.body?.length) writer.tag(10).bytes(message.body);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readPiece(message: Piece, reader: Reader): void {
  while (reader.position < reader.end) {
    switch (reader.tag()) {
      case 10:
        message.body = reader.bytes();
        break;
      default:
        message.$unknown = reader.skip(message.$unknown);
    }
  }
}

/** What all peers of the benchmark serve. */
export const BenchDefinition = {
  name: 'bench.Bench',
  file,
  methods: {
    /** Greets at once; asked for `HOLD` it never answers, so that a call stays in flight. */
    greet: {
      path: '/bench.Bench/Greet',
      requestStream: false,
      responseStream: false,
      encodeRequest: GreetRequest.encode,
      decodeRequest: (bytes: Uint8Array) => GreetRequest.decode(bytes),
      encodeResponse: Greeting.encode,
      decodeResponse: (bytes: Uint8Array) => Greeting.decode(bytes),
    },
    /** Sends `count` messages of `size` bytes. */
    download: {
      path: '/bench.Bench/Download',
      requestStream: false,
      responseStream: true,
      encodeRequest: DownloadRequest.encode,
      decodeRequest: (bytes: Uint8Array) => DownloadRequest.decode(bytes),
      encodeResponse: Piece.encode,
      decodeResponse: (bytes: Uint8Array) => Piece.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `bench.Bench`. `Options` are those of a call: deadline, metadata, … */
export interface BenchClient<Options = unknown> {
  /** Greets at once; asked for `HOLD` it never answers, so that a call stays in flight. */
  greet(request: GreetRequest, options?: Options): Promise<Greeting>;
  /** Sends `count` messages of `size` bytes. */
  download(request: DownloadRequest, options?: Options): AsyncIterable<Piece>;
}

/** A server's skeleton of `bench.Bench`, to be filled in. `Context` tells of the call. */
export interface BenchServer<Context = unknown> {
  /** Greets at once; asked for `HOLD` it never answers, so that a call stays in flight. */
  greet(request: GreetRequest, context: Context): Promise<Greeting> | Greeting;
  /** Sends `count` messages of `size` bytes. */
  download(request: DownloadRequest, context: Context): Source<Piece>;
}
