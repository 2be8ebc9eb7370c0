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

const LEFT_OUT: Readonly<Record<string, string>> = {
  Certificate: 'Certificate: the shop’s, and the chain behind it (left out of this recording)',
  CertificateVerify: 'CertificateVerify: a signature over all of the handshake so far (left out)',
  Finished: 'Finished: a checksum over all of it, with a key of the handshake (left out)',
};

/** The rest of the same connection, opened with the session’s secrets. */
export async function recordOpened(): Promise<Trace> {
  const { inside, call } = await recordSession();
  const events = (['server', 'client'] as const).flatMap((from) =>
    inside
      .filter((one) => one.from === from && (one.message || LEFT_OUT[one.title]))
      .map(
        ({ title, message }): TraceEvent =>
          message ?? { kind: 'mark', at: from, text: LEFT_OUT[title]! },
      ),
  );
  return {
    title: 'A call, opened',
    protocol: 'gRPC over HTTP/2 over TLS',
    events: [...events, ...call],
  };
}
