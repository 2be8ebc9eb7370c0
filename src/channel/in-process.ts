import { CallHeaders } from '#channel/calls/call-headers';
import type { CallRequest, CallTransport, TransportCall } from '#grpc/client/call-transport';
import { ClientStream, type ResponseHandler } from '#grpc/client/client-stream';
import { CompressionSet } from '#grpc/compression/compression-set';
import { deadlineAt, NEVER } from '#grpc/deadlines/time-left';
import { MAX_RECEIVE_MESSAGE_SIZE, MAX_SEND_MESSAGE_SIZE } from '#grpc/limits';
import type { ServerCall } from '#grpc/server/server-call';
import { type ConnectionOwner, ServerConnection } from '#grpc/server/server-connection';
import { resolveServerOptions } from '#grpc/server/server-options';
import { ServiceTable } from '#grpc/server/service-table';
import { Status, type StatusObject } from '#grpc/status';
import { attachHttp2 } from '#http2/attach';
import { createHttp2Client, type Http2Connection } from '#http2/connection';
import type { ServerImplementation, ServiceDefinition } from '#protobuf/schema/service-definition';
import { type Clock, systemClock } from '#time/clock';
import { DeadlineWheel } from '#time/deadline-wheel';
import { createPipe } from '#transport/memory';
import { InProcessCall } from './in-process-call.ts';

const TARGET = 'in-process';
const USER_AGENT = 'rpc-from-scratch';

export interface InProcessOptions {
  clock?: Clock;
  /** A handler threw something that is not a GrpcError. Default: `console.error`. */
  onHandlerError?: (error: unknown, call: ServerCall) => unknown;
}

/**
 * A service, and the way to it, in one process and without a port: for tests. Between the two is the
 * whole of the stack, from the stub to HTTP/2 frames and back, and only the socket is missing. Needs
 * nothing of Node.
 *
 * ```ts
 * const way = new InProcess(OrderManagementDefinition, handlers, { clock });
 * const shop = createClient(OrderManagementDefinition, way);
 * ```
 */
export class InProcess<Service extends ServiceDefinition> implements CallTransport {
  readonly compressions = new CompressionSet([]);
  readonly maxSendSize = MAX_SEND_MESSAGE_SIZE;
  readonly #clock: Clock;
  readonly #deadlines: DeadlineWheel;
  readonly #headers = new CallHeaders(TARGET, 'http', USER_AGENT, this.compressions);
  readonly #http2: Http2Connection;
  readonly #hangUp: () => void;
  readonly #calls = new Set<InProcessCall>();
  #heard = 0;

  constructor(
    service: Service,
    implementation: Partial<ServerImplementation<Service, ServerCall>>,
    options: InProcessOptions = {},
  ) {
    const { clock = systemClock } = options;
    const services = new ServiceTable([]);
    services.add(service, implementation);
    this.#clock = clock;
    this.#deadlines = new DeadlineWheel(clock);
    const config = resolveServerOptions({ ...options, clock }, []);
    const owner: ConnectionOwner = {
      config,
      services,
      deadlines: new DeadlineWheel(clock),
      connectionClosed() {},
    };
    const [near, far] = createPipe();
    const served = new ServerConnection(far, { address: TARGET, secure: false }, owner);
    this.#http2 = createHttp2Client({ close: () => this.#lost() }, {});
    attachHttp2(this.#http2, near, { clock });
    this.#hangUp = () => served.destroy(new Error('the test is over'));
  }

  /** Calls that its clients have begun and that are not over for them. */
  get openCalls(): number {
    return this.#calls.size;
  }

  /** Goes up with each thing that clients are told: while it stays the same, nothing happens. */
  get heard(): number {
    return this.#heard;
  }

  start(request: CallRequest, handler: ResponseHandler): TransportCall {
    const { path, timeoutMs, encoding, metadata } = request;
    const deadline = timeoutMs === undefined ? NEVER : deadlineAt(timeoutMs, this.#clock.now());
    const call = new InProcessCall(handler, deadline, {
      heard: () => this.#heard++,
      now: () => this.#clock.now(),
      over: () => {
        this.#deadlines.remove(call);
        this.#calls.delete(call);
      },
    });
    this.#calls.add(call);
    const fields = this.#headers.fields(path, timeoutMs, encoding, 0, metadata);
    const streamOptions = {
      maxReceiveSize: MAX_RECEIVE_MESSAGE_SIZE,
      compressions: this.compressions,
    };
    try {
      call.stream = new ClientStream(this.#http2, fields, streamOptions, call);
    } catch (error) {
      queueMicrotask(() => call.end(unavailable(error)));
    }
    if (deadline !== NEVER) this.#deadlines.add(call);
    return call;
  }

  /** Breaks the connection. Calls under way end in UNAVAILABLE, their handlers are cancelled. */
  close(): void {
    this.#hangUp();
  }

  #lost(): void {
    for (const call of this.#calls) call.end(unavailable(new Error('the connection is closed')));
  }
}

const unavailable = (error: unknown): StatusObject => ({
  code: Status.UNAVAILABLE,
  details: (error as Error).message,
});
