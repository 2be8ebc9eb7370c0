import { measure, ratioText } from '../../../lessons/33-your-own-grpc/speed/measure.ts';
import { finish } from './tier.ts';

/** This stack and grpc-js, in turns, on this machine: faster at 1, 16 and 128 calls in flight. */
const figures = await measure({ rounds: 31, ms: 50, warmUpMs: 700 });
for (const figure of figures) {
  const { inFlight, ours, grpcJs } = figure;
  console.log(
    `${inFlight} in flight: ${ours} calls a second, grpc-js ${grpcJs}: ${ratioText(figure)}`,
  );
}
const slow = figures.filter(({ ratio }) => ratio.median <= 1).map(({ inFlight }) => inFlight);
const text = figures.map((figure) => `${figure.inFlight}: ${ratioText(figure)}`).join(', ');
/** Where the lowest round says the opposite of the middle one, somebody else used the machine. */
const apart = figures.some(({ ratio }) => ratio.lowest <= 1 && ratio.median > 1);
const trust = apart ? '; the rounds lie far apart: ask again when nothing else runs here' : '';
finish(
  slow.length === 0,
  slow.length === 0 ? `${text}${trust}` : `not faster at ${slow.join(', ')} in flight`,
);
