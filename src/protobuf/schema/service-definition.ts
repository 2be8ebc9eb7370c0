import type { DeepPartial } from '#protobuf/message';
import type { ProtoFile } from './proto-file.ts';

/**
 * What a `service` of a `.proto` file becomes: a plain object that says, for each method, its path
 * and how its messages become bytes. It knows no network. A client builds a *stub* from it (a
 * function per method that sends), a server a *skeleton* (a table from path to the function that
 * answers): `createClient(GreeterDefinition, channel)`, `server.addService(GreeterDefinition, …)`.
 *
 * Source: protobuf language guide, "Services"; gRPC over HTTP/2, `Path → "/" Service-Name "/"
 * {method name}`.
 */
export interface MethodDefinition<
  Request = unknown,
  Response = unknown,
  RequestStream extends boolean = boolean,
  ResponseStream extends boolean = boolean,
> {
  /** Goes on the wire as `:path`: `/hello.Greeter/SayHello`. Case matters. */
  readonly path: string;
  /** `stream` before the request type: the client sends any number of requests. */
  readonly requestStream: RequestStream;
  /** `stream` before the response type: the server sends any number of responses. */
  readonly responseStream: ResponseStream;
  /** `option idempotency_level`: absent when a second call may do a second harm. */
  readonly idempotency?: 'NO_SIDE_EFFECTS' | 'IDEMPOTENT';
  // Written as methods, not as function properties, so that any method definition can be handed
  // to code that takes `MethodDefinition<unknown, unknown>`. They do not use `this`.
  encodeRequest(message: DeepPartial<Request>): Uint8Array;
  decodeRequest(bytes: Uint8Array): Request;
  encodeResponse(message: DeepPartial<Response>): Uint8Array;
  decodeResponse(bytes: Uint8Array): Response;
}

export interface ServiceDefinition {
  /** With its package: `hello.Greeter`. */
  readonly name: string;
  /** The file that declares it, for reflection. One that was made by hand can do without. */
  readonly file?: ProtoFile;
  /** By the name a stub gives them: `sayHello` for `rpc SayHello`. */
  readonly methods: { readonly [name: string]: MethodDefinition };
}

/** A stream that the caller hands in: an array will do, an async generator too. */
export type Source<T> = Iterable<T> | AsyncIterable<T>;

/**
 * The function that a stub has for a method. `Options` is the caller's own: deadline, metadata,
 * signal, whatever the layer that carries the call offers.
 */
export type ClientMethod<Method, Options> =
  Method extends MethodDefinition<infer Req, infer Res, infer ReqStream, infer ResStream>
    ? (
        request: true extends ReqStream ? Source<DeepPartial<Req>> : DeepPartial<Req>,
        options?: Options,
      ) => true extends ResStream ? AsyncIterable<Res> : Promise<Res>
    : never;

/** The function that a server has to give for a method. `Context` describes the call to it. */
export type ServerMethod<Method, Context> =
  Method extends MethodDefinition<infer Req, infer Res, infer ReqStream, infer ResStream>
    ? (
        request: true extends ReqStream ? AsyncIterable<Req> : Req,
        context: Context,
      ) => true extends ResStream
        ? Source<DeepPartial<Res>>
        : Promise<DeepPartial<Res>> | DeepPartial<Res>
    : never;

/** The whole stub: what `createClient` returns. */
export type ClientStub<Service extends ServiceDefinition, Options = unknown> = {
  readonly [Name in keyof Service['methods']]: ClientMethod<Service['methods'][Name], Options>;
};

/** The whole skeleton: what `addService` takes. */
export type ServerImplementation<Service extends ServiceDefinition, Context = unknown> = {
  readonly [Name in keyof Service['methods']]: ServerMethod<Service['methods'][Name], Context>;
};
