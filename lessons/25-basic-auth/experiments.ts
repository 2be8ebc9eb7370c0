import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { parseBasic } from '#grpc/credentials/basic';
import { drawTable } from '../10-hello-grpc/compare.ts';
import { valid } from './article.ts';
import { createSiege, type Tries } from './guessing.ts';
import { type Cost, measure, memoryOf } from './scrypt.ts';
import {
  equalInAnyCase,
  equalUntilDifferent,
  guessByWork,
  LETTERS,
  nanoseconds,
} from './timing.ts';

/** What the article and we make of a value under `authorization`. Never the password itself. */
export function bothSay(values: readonly string[]): [article: string, ours: string] {
  const proof = parseBasic(values);
  const ours =
    proof === undefined
      ? 'no proof'
      : `user ${JSON.stringify(proof.user)}, password of ${[...proof.password].length}`;
  return [valid(values) ? 'lets in' : 'refuses', ours];
}

/** `--value <authorization>`: a value of the learner's. */
export async function showValue(stage: Stage, value: string): Promise<void> {
  await stage.scene('One value under authorization');
  const [article, ours] = bothSay([value]);
  stage.step('the article', article);
  stage.step('parseBasic', ours);
  stage.say(
    'Whatever you have typed stands in the history of your shell now. A real password comes from a file, or from a prompt.',
  );
}

const MOST_LETTERS = 16;

/** `--timing <letters>`: a secret, compared until the first difference. */
export async function showTiming(stage: Stage, secret: string): Promise<void> {
  const isOne = secret.length >= 2 && secret.length <= MOST_LETTERS;
  if (!isOne || ![...secret].every((one) => LETTERS.includes(one))) {
    throw new UserError(`--timing takes 2 to ${MOST_LETTERS} of the letters a–z and digits`);
  }
  await stage.scene('Letters that were looked at');
  stage.say(
    'A secret is compared until the first difference. Somebody guesses, and knows of each guess how many letters were looked at. That is what a perfect stopwatch would say.',
  );
  const rows = [['comparison', 'found', 'guesses']];
  for (const [name, compare] of [
    ['until different', equalUntilDifferent],
    ['every letter', equalInAnyCase],
  ] as const) {
    const { text, guesses } = guessByWork(secret.length, (guess) => compare(guess, secret));
    rows.push([name, text === '' ? 'nothing' : text, guesses.toLocaleString('en-GB')]);
  }
  stage.print(drawTable(rows));
  const all = LETTERS.length ** secret.length;
  stage.say(`Without such a stopwatch there are ${all.toLocaleString('en-GB')} to be tried.`);
  await stage.scene('Nanoseconds on this machine');
  const long = secret.repeat(16);
  const measured = [['the first difference', 'until different', 'every letter']];
  for (const [name, guess] of [
    ['at the beginning', `-${long.slice(1)}`],
    ['in the middle', `${long.slice(0, long.length / 2)}-${long.slice(long.length / 2 + 1)}`],
    ['at the end', `${long.slice(0, -1)}-`],
  ] as const) {
    const cells = [equalUntilDifferent, equalInAnyCase].map(
      (compare) => `${Math.round(nanoseconds(compare, guess, long))} ns`,
    );
    measured.push([name, ...cells]);
  }
  stage.print(drawTable(measured));
  stage.say(
    'The secret sixteen times over, so that this clock can see it. Over a network, nanoseconds are hidden in the noise, and come out again for somebody who asks often enough. So it is not left to luck: crypto.timingSafeEqual.',
  );
}

const MOST_GUESSES = 5_000;
const MOST_PLACES = 250;

/** `--guess <tries>`: somebody guesses, from one place and from many. */
export async function showGuess(stage: Stage, tries: number): Promise<void> {
  if (!Number.isInteger(tries) || tries < 1 || tries > MOST_GUESSES) {
    throw new UserError(`--guess takes a number from 1 to ${MOST_GUESSES}`);
  }
  await stage.scene(`${tries} guesses at ada’s password, at one moment`);
  const rows = [['from', 'looked at', 'braked', 'hashes made']];
  for (const places of [1, 2, 10, MOST_PLACES]) {
    const siege = await createSiege();
    const came = await siege.guess('ada', tries, (i) => placeOf(i % places));
    rows.push([
      places === 1 ? 'one place' : `${places} places`,
      ...cells(came),
      `${siege.hashes()}`,
    ]);
  }
  stage.print(drawTable(rows));
  await stage.scene('The same for a name that does not exist');
  const siege = await createSiege();
  const nobody = await siege.guess('nobody', tries, () => placeOf(0));
  stage.print(drawTable([rows[0]!, ['one place', ...cells(nobody), `${siege.hashes()}`]]));
  stage.say('It is braked as anybody is. Otherwise the brake would tell which names exist.');
}

/** An address of those that are kept for documents (RFC 5737). */
export const placeOf = (i: number) => `203.0.113.${i + 1}`;
export const cells = ({ wrong, braked }: Tries) => [`${wrong}`, `${braked}`];

const MOST_N = 2 ** 18;

/** `--cost <N>`: what a hash of this cost takes here. */
export async function showCost(stage: Stage, N: number): Promise<void> {
  if (!Number.isInteger(N) || N < 2 || N > MOST_N || !Number.isInteger(Math.log2(N))) {
    throw new UserError(`--cost takes a power of two up to ${MOST_N}, such as 16384`);
  }
  await stage.scene('One hash');
  stage.print(await costTable([{ N, r: 8, p: 1 }]));
  stage.say('Twice the N is twice the time and twice the memory, for you and for who guesses.');
}

/** What hashes of these costs take on this machine. */
export async function costTable(costs: readonly Cost[]): Promise<string> {
  const rows = [['N', 'r', 'p', 'memory', 'one hash', '10,000 guesses']];
  for (const cost of costs) {
    const ms = await measure(cost);
    rows.push([
      cost.N.toLocaleString('en-GB'),
      `${cost.r}`,
      `${cost.p}`,
      `${Math.round(memoryOf(cost) / 1024).toLocaleString('en-GB')} KiB`,
      `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`,
      `${Math.round((ms * 10_000) / 1000).toLocaleString('en-GB')} s`,
    ]);
  }
  return drawTable(rows);
}
