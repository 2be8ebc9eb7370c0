// Generated from hello.proto by `npm run generate`. Do not edit.
import { decode, encode } from '#protobuf/codec';
import { create } from '#protobuf/create';
import type { Reader } from '#protobuf/fast/reader';
import type { Writer } from '#protobuf/fast/writer';
import type { Message, MessageType } from '#protobuf/message';
import type { ProtoFile } from '#protobuf/schema/proto-file';
import type { ServiceDefinition } from '#protobuf/schema/service-definition';

/** The file itself, for reflection. */
export const file: ProtoFile = {
  path: 'hello.proto',
  imports: [],
  descriptor:
    'CgtoZWxsby5wcm90bxIFaGVsbG8iIgoMSGVsbG9SZXF1ZXN0EhIKBG5hbWUYASABKAlSBG5hbWUiJgoKSGVs' +
    'bG9SZXBseRIYCgdtZXNzYWdlGAEgASgJUgdtZXNzYWdlMj0KB0dyZWV0ZXISMgoIU2F5SGVsbG8SEy5oZWxs' +
    'by5IZWxsb1JlcXVlc3QaES5oZWxsby5IZWxsb1JlcGx5QiRaImV4YW1wbGUuY29tL3JwYy1mcm9tLXNjcmF0' +
    'Y2gvaGVsbG9iBnByb3RvMw==',
};

export interface HelloRequest extends Message {
  /** Who is to be greeted. */
  name: string;
}

export const HelloRequest: MessageType<HelloRequest> = {
  descriptor: {
    name: 'hello.HelloRequest',
    fields: [{ number: 1, name: 'name', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(HelloRequest.descriptor, emptyHelloRequest(), init),
  encode: (message) => encode(HelloRequest.descriptor, message, writeHelloRequest),
  decode: (bytes, limits) =>
    decode(HelloRequest.descriptor, bytes, emptyHelloRequest(), readHelloRequest, limits),
};

export function emptyHelloRequest(): HelloRequest {
  return { name: '' };
}

export function writeHelloRequest(message: HelloRequest, writer: Writer): void {
  if (message.name) writer.tag(10).string(message.name);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHelloRequest(message: HelloRequest, reader: Reader): void {
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

export interface HelloReply extends Message {
  message: string;
}

export const HelloReply: MessageType<HelloReply> = {
  descriptor: {
    name: 'hello.HelloReply',
    fields: [{ number: 1, name: 'message', type: 'string', cardinality: 'implicit' }],
  },
  create: (init) => create(HelloReply.descriptor, emptyHelloReply(), init),
  encode: (message) => encode(HelloReply.descriptor, message, writeHelloReply),
  decode: (bytes, limits) =>
    decode(HelloReply.descriptor, bytes, emptyHelloReply(), readHelloReply, limits),
};

export function emptyHelloReply(): HelloReply {
  return { message: '' };
}

export function writeHelloReply(message: HelloReply, writer: Writer): void {
  if (message.message) writer.tag(10).string(message.message);
  if (message.$unknown) writer.raw(message.$unknown);
}

export function readHelloReply(message: HelloReply, reader: Reader): void {
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

/** Says hello. The smallest service there is: one method, one string each way. */
export const GreeterDefinition = {
  name: 'hello.Greeter',
  file,
  methods: {
    sayHello: {
      path: '/hello.Greeter/SayHello',
      requestStream: false,
      responseStream: false,
      encodeRequest: HelloRequest.encode,
      decodeRequest: (bytes: Uint8Array) => HelloRequest.decode(bytes),
      encodeResponse: HelloReply.encode,
      decodeResponse: (bytes: Uint8Array) => HelloReply.decode(bytes),
    },
  },
} as const satisfies ServiceDefinition;

/** A client's stub of `hello.Greeter`. `Options` are those of a call: deadline, metadata, … */
export interface GreeterClient<Options = unknown> {
  sayHello(request: HelloRequest, options?: Options): Promise<HelloReply>;
}

/** A server's skeleton of `hello.Greeter`, to be filled in. `Context` tells of the call. */
export interface GreeterServer<Context = unknown> {
  sayHello(request: HelloRequest, context: Context): Promise<HelloReply> | HelloReply;
}
