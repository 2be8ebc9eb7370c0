import { Random } from '#course/kit/random';
import { statusName } from '#grpc/status';
import type { Fault, FaultKind } from '#grpc/telemetry/find-faults';
import type { Span } from '#grpc/telemetry/span';
import { PLACES } from './system.ts';

/** Cases have numbers from 1 up to this. */
export const MOST = 1_000_000;

/** What each fault is, in words. */
export const SUSPECTS: Readonly<Record<FaultKind, string>> = {
  slow: 'a server takes much longer than it should for its own work',
  'slow way': 'the way to a server is slow: the network, a queue, a connection',
  'too many calls': 'a server asks the next one again and again, in one call',
  swallowed: 'a server answers OK although the next one has failed',
  'works on': 'a server does not tell the next one that its caller has left',
  'lost context': 'a server does not pass the trace on',
};

/** The fault that belongs to a seed. */
export function faultOf(seed: number): Fault {
  const random = new Random(seed);
  // The first numbers of seeds that are neighbours are neighbours.
  for (let i = 0; i < 3; i++) random.next();
  const kinds = Object.keys(PLACES) as FaultKind[];
  const kind = kinds[random.integer(0, kinds.length - 1)]!;
  const places = PLACES[kind];
  return { kind, service: places[random.integer(0, places.length - 1)]! };
}

/** The traces that one looks at first: the longest, one that its caller left, one that failed. */
export function pick(traces: readonly (readonly Span[])[]): [string, readonly Span[]][] {
  const length = (trace: readonly Span[]) =>
    Math.max(...trace.map(({ endMs }) => endMs)) - trace[0]!.startMs;
  const byShop = traces.filter(([first]) => first!.service === 'shop');
  const hasEnded = (code: string) =>
    byShop.find((trace) => trace.some((span) => statusName(span.code) === code));
  const longest = [...byShop]
    .filter(([first]) => first!.code === 0)
    .sort((a, b) => length(b) - length(a))[0];
  return [
    ['The longest of those that ended well', longest],
    ['The first that its caller left', hasEnded('CANCELLED')],
    ['The first that met UNAVAILABLE', hasEnded('UNAVAILABLE')],
  ].filter((one): one is [string, readonly Span[]] => one[1] !== undefined);
}
