import { ResolvingBalancer } from '#channel/balancing/resolving-balancer';
import { authorize } from '#channel/calls/authorize';
import type { CallDependencies } from '#channel/calls/call-dependencies';
import { CallHeaders } from '#channel/calls/call-headers';
import { type CallSettings, callSettings } from '#channel/calls/call-settings';
import { ChannelCall } from '#channel/calls/channel-call';
import type { ConnectivityState } from '#channel/connections/connectivity';
import { IdleTimer } from '#channel/connections/idle-timer';
import { closedError } from '#channel/connections/when-ready';
import { checkNumber } from '#grpc/check-number';
import type { CallRequest, CallTransport, TransportCall } from '#grpc/client/call-transport';
import type { ClientStreamOptions, ResponseHandler } from '#grpc/client/client-stream';
import { CompressionSet } from '#grpc/compression/compression-set';
import { DEFAULT_COMPRESSIONS } from '#grpc/compression/gzip';
import { MAX_RECEIVE_MESSAGE_SIZE, MAX_SEND_MESSAGE_SIZE, SHUTDOWN_GRACE_MS } from '#grpc/limits';
import type { Metadata } from '#grpc/metadata';
import { type Clock, systemClock } from '#time/clock';
import { DeadlineWheel } from '#time/deadline-wheel';
import type { ChannelOptions } from './channel-options.ts';
import { checkOptions } from './check-options.ts';
import { IDLE_TIMEOUT_MS } from './limits.ts';

const USER_AGENT = 'grpc-node-from-scratch/0.1.0';

/**
 * The way to a service: a name, and the connections to the servers behind it. Making one does not
 * connect; the first call does. One is enough for all stubs and all calls.
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
  readonly #balancer: ResolvingBalancer;
  readonly #shared: CallDependencies;
  readonly #streamOptions: ClientStreamOptions;
  readonly #authority: string;
  readonly #calls = new Set<TransportCall>();
  readonly #idle: IdleTimer;
  #closed = false;
  /** Those who wait for the last call to end. */
  #closing: (() => void)[] = [];

  /**
   * @throws RangeError if the target, the service config or another option is not valid.
   * @throws TypeError if a certificate or a key cannot be read.
   */
  constructor(target: string, options: ChannelOptions = {}) {
    checkOptions(options);
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.compressions = new CompressionSet(options.compressions ?? DEFAULT_COMPRESSIONS);
    this.maxSendSize = options.maxSendSize ?? MAX_SEND_MESSAGE_SIZE;
    this.#streamOptions = {
      maxReceiveSize: options.maxReceiveSize ?? MAX_RECEIVE_MESSAGE_SIZE,
      compressions: this.compressions,
    };
    const balancer = new ResolvingBalancer(target, options, this.#clock);
    this.#balancer = balancer;
    this.#authority = options.authority || balancer.target.authority;
    this.#idle = new IdleTimer(
      this.#clock,
      options.idleTimeoutMs ?? IDLE_TIMEOUT_MS,
      () => this.#calls.size > 0,
      () => {
        balancer.enterIdle();
        // Somebody waits for the channel to be ready, and has woken it at once.
        if (balancer.state !== 'IDLE') this.#idle.restart();
      },
    );
    this.#shared = {
      clock: this.#clock,
      deadlines: new DeadlineWheel(this.#clock),
      headers: new CallHeaders(
        this.#authority,
        options.tls ? 'https' : 'http',
        options.userAgent ? `${options.userAgent} ${USER_AGENT}` : USER_AGENT,
        this.compressions,
      ),
      picker: balancer,
      settings: (request) => this.#settings(request),
      nameError: () => balancer.nameError,
      authorize: (request) => this.#authorize(request),
      ended: (call) => this.#callEnded(call),
    };
  }

  get state(): ConnectivityState {
    return this.#balancer.state;
  }

  /** Connects without waiting for a call, if the channel is IDLE. */
  connect(): void {
    if (!this.#closed) this.#idle.restart();
    this.#balancer.exitIdle();
  }

  /** Calls back on every change of state. @returns ends that. */
  onStateChange(listener: (state: ConnectivityState) => void): () => void {
    return this.#balancer.onStateChange(listener);
  }

  /** Connects, and resolves when the channel is READY. @throws the signal's reason; GrpcError */
  ready(signal?: AbortSignal): Promise<void> {
    if (!this.#closed) this.#idle.restart();
    return this.#balancer.ready(signal);
  }

  start(request: CallRequest, handler: ResponseHandler): TransportCall {
    const call = new ChannelCall(this.#shared, request, handler);
    this.#calls.add(call);
    if (this.#closed) queueMicrotask(() => call.finish(closedError()));
    else call.begin();
    return call;
  }

  /**
   * Ends without losing a call: no new calls, and then it waits for those that are under way. What
   * is still there after `graceMs` is cut off, as by `close`.
   */
  async shutdown(graceMs = SHUTDOWN_GRACE_MS): Promise<void> {
    checkNumber('graceMs', graceMs);
    this.#closed = true;
    this.#idle.stop();
    if (this.#calls.size > 0) {
      const timer = this.#clock.setTimer(() => this.#abort(), graceMs);
      await new Promise<void>((resolve) => this.#closing.push(resolve));
      timer.cancel();
    }
    this.#balancer.close();
  }

  /** Ends now: calls under way are cut off, and fail with CANCELLED. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#abort();
    await this.shutdown();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #settings(request: CallRequest): CallSettings | undefined {
    const config = this.#balancer.configFor(request);
    if (config === undefined) return undefined;
    const { random = Math.random } = this.#options;
    return callSettings(request, config, this.#streamOptions, random);
  }

  #authorize(request: CallRequest): Promise<Metadata> | undefined {
    const { credentials, tls } = this.#options;
    if (credentials === undefined && request.credentials === undefined) return undefined;
    const all = [credentials, request.credentials].filter((each) => each !== undefined);
    const connection = { authority: this.#authority, secure: tls !== undefined };
    return authorize(request.metadata, all, request.path, connection);
  }

  #abort(): void {
    for (const call of this.#calls) call.cancel('the channel was closed');
  }

  #callEnded(call: TransportCall): void {
    this.#calls.delete(call);
    if (this.#calls.size > 0) return;
    if (!this.#closed) this.#idle.restart();
    for (const closed of this.#closing.splice(0)) closed();
  }
}
