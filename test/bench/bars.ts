import { onOneCore } from './calls.ts';
import { CODEC_BASE } from './codec.ts';
import { BASE, OURS } from './peers/all.ts';
import type { Results } from './results.ts';
import { IN_FLIGHT, unary } from './shapes.ts';

/** What the stack is held to, and how far it came. Ratios are medians over the rounds. */
export interface Bar {
  what: string;
  /** At least so much. */
  bar: number;
  reached: number;
}

/** Calls a second with 1, 16 and 128 in flight, to those of stacks that are compiled. Streams: 1. */
const COMPILED_BARS: readonly [peer: string, ...atLeast: number[]][] = [
  ['grpc-go', 1.05, 1.4, 1.8],
  ['tonic', 1, 1.3, 1.5],
];

export function compareWithBars({ stacks, servers, clients, memory, codecs }: Results): Bar[] {
  const bars: Bar[] = [];
  const ratios = (title: string, figures: Results['stacks'], wanted: [string, number][]) => {
    for (const [shape, bar] of wanted) {
      const found = figures.find((each) => each.shape === shape && each.contestant === OURS);
      if (found) bars.push({ what: `${title}: ${shape}`, bar, reached: found.ratio.median });
    }
  };
  const perInFlight = (...each: number[]) =>
    IN_FLIGHT.map((inFlight, i): [string, number] => [unary(inFlight).name, each[i]!]);
  ratios('client and server', stacks, [
    ...perInFlight(5, 10, 10),
    ['stream of 64-byte messages', 8],
    ['stream of 64-KiB messages', 2.2],
  ]);
  for (const [peer, ...atLeast] of COMPILED_BARS) {
    for (const { shape, contestant, against } of stacks) {
      const ratio = against[peer];
      if (contestant !== OURS || ratio === undefined) continue;
      const at = IN_FLIGHT.findIndex((inFlight) => unary(inFlight).name === shape);
      bars.push({
        what: `to ${peer}: ${shape}`,
        bar: atLeast[at] ?? 1,
        reached: ratio.speed.median,
      });
      if (at < 1 || ratio.cpu === undefined) continue;
      bars.push({ what: `CPU of ${peer}, in ours: ${shape}`, bar: 1, reached: ratio.cpu.median });
    }
  }
  const ofServer = perInFlight(2.5, 5, 6);
  ratios('our server, h2load', servers, ofServer);
  ratios(
    'our server, h2load',
    servers,
    ofServer.map(([shape, bar]) => [onOneCore(shape), bar]),
  );
  ratios("our client, grpc-js' server", clients, perInFlight(1, 1, 1));
  for (const mine of memory.filter((figure) => figure.contestant === OURS)) {
    const theirs = memory.find(
      ({ what, end, contestant }) => what === mine.what && end === mine.end && contestant === BASE,
    )!;
    const what = `memory of grpc-js, in ours: ${mine.what}, ${mine.end}`;
    bars.push({ what, bar: 1, reached: theirs.resident / mine.resident });
  }
  for (const { shape, contestant, ratio } of codecs) {
    if (contestant !== OURS) continue;
    bars.push({ what: `codec, to ${CODEC_BASE}: ${shape}`, bar: 1, reached: ratio.median });
  }
  return bars;
}
