import type { RunningServer } from '#course/lesson/define-lesson';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import type { Side, TraceMessage } from '#inspect/trace';
import { headersIn } from '../10-hello-grpc/compare.ts';
import { startTap } from '../10-hello-grpc/tap.ts';

/** HTTP/2's own header in front of each frame, and the number of DATA. */
const FRAME_HEADER = 9;
const DATA = '00';

/** What went by, of one side of one connection. */
export interface Went {
  /** `grpc-encoding`, and `grpc-accept-encoding`. */
  encoding: string;
  accepts: string;
  /** The flag of the first message, and how long it was on the wire. */
  flag: string;
  length: number;
}

/** Lets somebody call a server, and reads off the wire what each side has sent. */
export async function metered(
  server: RunningServer,
  call: (address: { host: string; port: number }) => Promise<unknown>,
): Promise<Record<Side, Went>> {
  const recorder = createRecorder('', '');
  const tap = await startTap(server, recorder, () => createGrpcDissectors({ methods: {} }));
  try {
    await call(tap);
  } finally {
    await tap.close();
  }
  const frames = recorder.trace.events.filter((event) => event.kind === 'message');
  return { client: wentFrom('client', frames), server: wentFrom('server', frames) };
}

function wentFrom(side: Side, all: readonly TraceMessage[]): Went {
  const frames = all.filter(({ from }) => from === side);
  const headers = frames.flatMap(headersIn);
  const value = (wanted: string) => headers.find(({ name }) => name === wanted)?.value ?? '–';
  const message = frames.map(messageIn).find((found) => found !== undefined);
  return {
    encoding: value('grpc-encoding'),
    accepts: value('grpc-accept-encoding'),
    flag: message?.flag ?? '–',
    length: message?.length ?? 0,
  };
}

/** The message that begins in a frame of DATA, by its prefix. */
export function messageIn({ bytes }: TraceMessage) {
  const [header, prefix] = [bytes.slice(0, 2 * FRAME_HEADER), bytes.slice(2 * FRAME_HEADER)];
  if (header.slice(6, 8) !== DATA || prefix.length < 10) return undefined;
  return {
    flag: `${Number(prefix.slice(0, 2))}`,
    length: Number.parseInt(prefix.slice(2, 10), 16),
  };
}
