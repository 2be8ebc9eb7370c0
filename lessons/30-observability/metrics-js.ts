import {
  ServerInterceptingCall,
  type ServerInterceptor,
  ServerListenerBuilder,
  status,
} from '@grpc/grpc-js';
import { Counter, Histogram, type Registry } from 'prom-client';
import { LATENCY_BOUNDS } from '#grpc/telemetry/usual';

// #region measured
/** Rate, errors and duration of a server of grpc-js, under the names of gRPC A66. */
export function measured(registers: Registry[]): ServerInterceptor {
  const started = new Counter({
    name: 'grpc_server_call_started_total',
    help: 'calls that have begun',
    labelNames: ['grpc_method'],
    registers,
  });
  const duration = new Histogram({
    name: 'grpc_server_call_duration_seconds',
    help: 'from the headers to the status',
    labelNames: ['grpc_method', 'grpc_status'],
    buckets: [...LATENCY_BOUNDS],
    registers,
  });
  return ({ path }, call) => {
    const grpc_method = path.slice(1);
    started.inc({ grpc_method });
    const stop = duration.startTimer({ grpc_method });
    const end = once((code: number) => stop({ grpc_status: status[code] ?? 'UNKNOWN' }));
    const listener = new ServerListenerBuilder().withOnCancel(() => end(status.CANCELLED)).build();
    return new ServerInterceptingCall(call, {
      start: (next) => next(listener),
      sendStatus: (outcome, next) => {
        end(outcome.code);
        next(outcome);
      },
    });
  };
}
// #endregion measured

function once<T>(work: (value: T) => unknown): (value: T) => void {
  let done = false;
  return (value) => {
    if (!done) work(value);
    done = true;
  };
}
