import { parseArgs } from 'node:util';
import { statusName } from '#grpc/status';
import { collectGarbage } from '../collect-garbage.ts';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz -- --iterations N --seed S`: as long as you like, with an eye on the memory. */

const { values } = parseArgs({
  options: { iterations: { type: 'string' }, seed: { type: 'string' } },
});
const iterations = Number(values.iterations ?? 100_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const MEGABYTE = 1024 * 1024;
/** What may be held after a collection beyond what was held after the first thousand. */
const GROWTH_LIMIT = 32 * MEGABYTE;
const EVERY = 10_000;

const held = () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

console.log(`${iterations} connections from seed ${seed}`);
let before = 0;
const result = await fuzz(iterations, seed, (done) => {
  if (done === 1000) before = held();
  if (done % EVERY !== 0) return;
  const growth = held() - before;
  console.log(`${done} done, ${(growth / MEGABYTE).toFixed(1)} MiB more than at the beginning`);
  if (growth > GROWTH_LIMIT) throw new Error('the memory grows');
});
console.log('connections of the server ended with', Object.fromEntries(result.endings));
const statuses = [...result.statuses].map(([code, count]) => [statusName(code), count]);
console.log('calls of the client ended with', Object.fromEntries(statuses));
