import type { CallRequest, CallTransport, CarriedCall } from '#grpc/call-transport';
import type { ResponseHandler } from '#grpc/client-stream';
import { type Clock, systemClock } from '#grpc/clock';
import { CompressionSet } from '#grpc/compression';
import { DeadlineWheel } from '#grpc/deadline-wheel';
import type { GrpcError } from '#grpc/grpc-error';
import { gzipCompression } from '#grpc/gzip';
import { least } from '#grpc/least';
import { MAX_RECEIVE_MESSAGE_SIZE, MAX_SEND_MESSAGE_SIZE } from '#grpc/limits';
import { authorize } from './authorize.ts';
import { Balancing } from './balancing.ts';
import { CallHeaders } from './call-headers.ts';
import type { ChannelSurroundings } from './call-surroundings.ts';
import { ChannelCall } from './channel-call.ts';
import type { ChannelOptions } from './channel-options.ts';
import type { ConnectivityState } from './connectivity.ts';
import { IdleTimer } from './idle-timer.ts';
import { IDLE_TIMEOUT_MS } from './limits.ts';
import { planRetries } from './retry-plan.ts';
import { CLOSED } from './when-ready.ts';

const USER_AGENT = 'grpc-node-from-scratch/0.1.0';

/**
 * The way to a service: a name, and whatever connections it takes to reach who is behind it. Made
 * without connecting; the first call connects. One is enough for all stubs and all calls.
 *
 * ```ts
 * const channel = new Channel('dns:orders.example:443', { tls: {} });
 * const orders = createClient(OrderManagementDefinition, channel);
 * ```
 */
export class Channel implements CallTransport {
  readonly compressions: CompressionSet;
  readonly maxSendSize: number;
  readonly #options: ChannelOptions;
  readonly #clock: Clock;
  readonly #balancing: Balancing;
  readonly #around: ChannelSurroundings;
  readonly #authority: string;
  readonly #calls = new Set<ChannelCall>();
  readonly #idle: IdleTimer;
  #closed = false;
  /** Those who wait for the last call to end. */
  #closing: (() => void)[] = [];

  /** @throws RangeError where the target or the service config is none. */
  constructor(target: string, options: ChannelOptions = {}) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.compressions = new CompressionSet(options.compressions ?? [gzipCompression]);
    this.maxSendSize = options.maxSendSize ?? MAX_SEND_MESSAGE_SIZE;
    const balancing = new Balancing(target, options, this.#clock);
    this.#balancing = balancing;
    this.#authority = options.authority ?? balancing.target.authority;
    this.#idle = new IdleTimer(
      this.#clock,
      options.idleTimeoutMs ?? IDLE_TIMEOUT_MS,
      () => this.#calls.size > 0,
      () => {
        balancing.enterIdle();
        // Somebody waits for it to be ready, and has woken it at once.
        if (balancing.state !== 'IDLE') this.#idle.restart();
      },
    );
    this.#around = {
      clock: this.#clock,
      wheel: new DeadlineWheel(this.#clock),
      headers: new CallHeaders(
        this.#authority,
        options.tls ? 'https' : 'http',
        options.userAgent ? `${options.userAgent} ${USER_AGENT}` : USER_AGENT,
        this.compressions,
      ),
      pick: () => balancing.pick(),
      enqueue: (waiter) => balancing.queue.enqueue(waiter),
      dequeue: (waiter) => balancing.queue.dequeue(waiter),
      callEnded: (call) => this.#callEnded(call),
    };
  }

  get state(): ConnectivityState {
    return this.#balancing.state;
  }

  /** Connects without waiting for a call, if the channel is IDLE. */
  connect(): void {
    if (!this.#closed) this.#idle.restart();
    this.#balancing.exitIdle();
  }

  /** Calls back on every change of state. @returns ends that. */
  onStateChange(listener: (state: ConnectivityState) => void): () => void {
    return this.#balancing.onStateChange(listener);
  }

  /** Connects, and resolves when the channel is READY. @throws the signal's reason; GrpcError */
  ready(signal?: AbortSignal): Promise<void> {
    if (!this.#closed) this.#idle.restart();
    return this.#balancing.ready(signal);
  }

  start(request: CallRequest, handler: ResponseHandler): CarriedCall {
    const config = this.#balancing.config.method(request.path);
    const timeoutMs = least(request.timeoutMs, config?.timeoutMs);
    const options = {
      timeoutMs,
      waitForReady: request.waitForReady ?? config?.waitForReady ?? false,
      streamOptions: {
        maxReceiveSize: least(
          this.#options.maxReceiveSize ?? MAX_RECEIVE_MESSAGE_SIZE,
          config?.maxResponseBytes,
        )!,
        compressions: this.compressions,
      },
      plan: planRetries(config, this.#balancing.throttle, this.#options.random ?? Math.random),
    };
    const call = new ChannelCall(request, options, this.#around, handler);
    this.#calls.add(call);
    if (this.#closed) queueMicrotask(() => call.finish(CLOSED));
    else if (timeoutMs !== undefined && timeoutMs <= 0) queueMicrotask(() => call.expired());
    else this.#begin(call, request);
    return call;
  }

  /**
   * No more calls; resolves when those under way have ended.
   * @param graceMs cut off what has not ended by then; wait for ever if left out.
   */
  async close(graceMs?: number): Promise<void> {
    this.#closed = true;
    this.#idle.stop();
    const timer =
      graceMs === undefined ? undefined : this.#clock.setTimer(() => this.#abort(), graceMs);
    if (this.#calls.size > 0) {
      await new Promise<void>((resolve) => this.#closing.push(resolve));
    }
    timer?.cancel();
    this.#balancing.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close(0);
  }

  #begin(call: ChannelCall, request: CallRequest): void {
    if (this.#options.credentials === undefined && request.credentials === undefined) {
      call.begin(request.metadata);
      return;
    }
    const credentials = [this.#options.credentials, request.credentials].filter(
      (each) => each !== undefined,
    );
    const connection = { authority: this.#authority, secure: this.#options.tls !== undefined };
    authorize(request.metadata, credentials, request.path, connection).then(
      (metadata) => call.begin(metadata),
      (error: GrpcError) => call.finish(error),
    );
  }

  #abort(): void {
    for (const call of this.#calls) call.cancel('the channel was closed');
  }

  #callEnded(call: ChannelCall): void {
    this.#calls.delete(call);
    if (this.#calls.size > 0) return;
    if (!this.#closed) this.#idle.restart();
    for (const closed of this.#closing.splice(0)) closed();
  }
}
