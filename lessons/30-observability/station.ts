import { Channel } from '#channel/channel';
import { handshake } from '#channel/connections/handshake';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import type { ClientInterceptor } from '#grpc/client/client-call';
import { Server } from '#grpc/server/server';
import type { ServerCall } from '#grpc/server/server-call';
import { CallMetrics } from '#grpc/telemetry/call-metrics';
import { clientTelemetry, serverTelemetry, type TelemetryOptions } from '#grpc/telemetry/telemetry';
import {
  type OrderManagementClient,
  OrderManagementDefinition,
} from '#protobuf/generated/ecommerce';
import type { Clock } from '#time/clock';
import { createPipe } from '#transport/memory';
import { ORDERS } from '../shop/orders.ts';

const PATHS = Object.values(OrderManagementDefinition.methods).map(({ path }) => path);

export type Stub = OrderManagementClient<CallOptions>;

/** What a server does for GetOrder, with the id that is asked for. */
export type Handle = (id: string, call: ServerCall) => Promise<unknown>;

/** A program of the system: a server of ours, and stubs for others, both with telemetry. */
export class Station {
  readonly service: string;
  /** Each end of a call has its own. */
  readonly metrics = { server: new CallMetrics(PATHS), client: new CallMetrics(PATHS) };
  readonly #clock: Clock;
  readonly #telemetry: Omit<TelemetryOptions, 'metrics'>;
  readonly #server: Server;
  readonly #channels: Channel[] = [];

  constructor(options: Omit<TelemetryOptions, 'metrics'> & { clock: Clock }, handle: Handle) {
    const { clock, service } = options;
    this.service = service;
    this.#clock = clock;
    this.#telemetry = options;
    // #region server
    this.#server = new Server({
      clock,
      interceptors: [serverTelemetry({ ...options, metrics: this.metrics.server })],
      onHandlerError: () => {},
    });
    // #endregion server
    this.#server.addService(OrderManagementDefinition, {
      async getOrder({ value }, call) {
        await handle(value, call);
        return ORDERS[0]!;
      },
    });
  }

  /** A stub for another program. @param inside interceptors between the telemetry and the wire */
  stubFor(other: Station, inside: readonly ClientInterceptor[]): Stub {
    const clock = this.#clock;
    const channel = new Channel('ipv4:127.0.0.1:1', {
      clock,
      dial: (_address, keepaliveMs, events, signal) => {
        const [near, far] = createPipe();
        other.#server.accept(far);
        const options = { clock, keepaliveTimeoutMs: undefined, keepaliveWithoutCalls: false };
        return handshake(near, { ...options, http2: {} }, keepaliveMs, events, signal);
      },
    });
    this.#channels.push(channel);
    // #region client
    const telemetry = clientTelemetry({ ...this.#telemetry, metrics: this.metrics.client });
    const interceptors = [telemetry, ...inside];
    return createClient(OrderManagementDefinition, channel, { interceptors });
    // #endregion client
  }

  async close(): Promise<void> {
    for (const channel of this.#channels) await channel.close();
    await this.#server.close();
  }
}
