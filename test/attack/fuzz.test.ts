import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

/** A sample; the gate runs `npm run fuzz`, as one can for a long night: `-- --iterations 500000`. */
const ITERATIONS = 1000;

test('whole connections, mutated and truncated, to a server and to a client', async () => {
  const { endings, statuses } = await fuzz(ITERATIONS, 1);
  // The mutations reach something: connections end in many ways, and some live.
  for (const name of ['lived', 'PROTOCOL_ERROR', 'COMPRESSION_ERROR', 'FRAME_SIZE_ERROR']) {
    expect(endings.get(name), name).toBeGreaterThan(0);
  }
  for (const code of [0, 12, 13, 14]) expect(statuses.get(code), `${code}`).toBeGreaterThan(0);
});
