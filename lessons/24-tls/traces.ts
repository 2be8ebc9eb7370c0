import type { Trace, TraceEvent } from '#inspect/trace';
import { recordSession } from './session.ts';

/** The two messages that everybody on the line can read. */
export async function recordHellos(): Promise<Trace> {
  const { hellos } = await recordSession();
  const closed: TraceEvent = {
    kind: 'mark',
    at: 'wire',
    text: 'from here on everything is encrypted, and closed to us',
  };
  return { title: 'Two hellos', protocol: 'TLS 1.3', events: [...hellos, closed] };
}

/** The rest of the same connection, opened with the session’s secrets. */
export async function recordOpened(): Promise<Trace> {
  const { inside, call } = await recordSession();
  // Each side by itself: which of two records is first on the wire may be chance.
  const handshake = (['server', 'client'] as const).flatMap((from) =>
    inside.flatMap((one) => (one.from === from && one.message ? [one.message] : [])),
  );
  const events = [...handshake, ...call];
  return { title: 'A call, opened', protocol: 'gRPC over HTTP/2 over TLS', events };
}
