import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { DEFAULT_MAX_LIST_SIZE, MAX_ENCODER_TABLE_SIZE } from '#hpack/limits';
import type { TraceEvent } from '#inspect/trace';
import { blocksOf, drawBars, drawTable, tableAfter } from './blocks.ts';
import {
  ALPHABET,
  deflated,
  guessSecret,
  packed,
  probe,
  REQUESTS_A_GUESS,
  weigh,
} from './crime.ts';
import { BOMB_REFERENCES, BOMB_VALUE } from './raw-client.ts';
import { askFor, recordBomb, recordLost } from './traces.ts';

/** `--table <octets>`: the server grants another table, and one sees what is evicted. */
export async function showTableSize(stage: Stage, text: string): Promise<void> {
  const size = Number(text);
  if (!/^\d+$/.test(text) || size >= 2 ** 32) {
    throw new UserError('--table takes a number of octets, such as 0, 200 or 4096');
  }
  await stage.scene(`A table of ${size} octets`);
  stage.say(
    `The server's SETTINGS say SETTINGS_HEADER_TABLE_SIZE = ${size}${size > MAX_ENCODER_TABLE_SIZE ? `; our client takes ${MAX_ENCODER_TABLE_SIZE} of them and no more, so that nobody can make it remember without end` : ''}. Two requests:`,
  );
  const shelves = [300, 300, 301, 300, 301, 300];
  let shown = 0;
  const onEvent = (event: TraceEvent) => {
    if (event.kind === 'message' && event.from === 'client' && ++shown <= 2) stage.show(event);
  };
  const blocks = blocksOf(await askFor(shelves, { headerTableSize: size, onEvent }), 'client');
  stage.say('And the bytes of six requests, with what the table holds in the end:');
  stage.print(
    drawBars(blocks.map(({ length }, i): [string, number] => [`request ${i + 1}`, length])),
  );
  stage.print(drawTable(tableAfter(blocks)));
  stage.say(
    'An entry costs its octets and 32 more. When a new one does not fit, the oldest go. A table that is too small helps nobody: entries go before they are used. Try 0, 260 and 4096.',
  );
}

/** `--crime <secret>`: find a secret by lengths alone; against DEFLATE, then against HPACK. */
export async function showCrime(stage: Stage, secret: string): Promise<void> {
  const isSpelt = [...secret].every((character) => ALPHABET.includes(character));
  if (secret.length === 0 || secret.length > 24 || !isSpelt) {
    throw new UserError('--crime takes a secret of 1 to 24 of a-z, 0-9, - _ and .');
  }
  await stage.scene('The attacker sees lengths, and nothing else');
  stage.say(
    'A program sends a secret cookie. An attacker makes it ask for certain paths, and sees how long each request is. If both are compressed together, a path that repeats a piece of the cookie comes out shorter. The attacker tries all 39 characters, takes the one with the fewest bytes, and goes on to the next:',
  );
  let known = '';
  for (const { character, weight, next } of guessSecret(deflated(secret), secret.length)) {
    stage.signal.throwIfAborted();
    known += character;
    stage.step(`session=${known}`.slice(-15), `${weight} bytes, the next best ${next}`);
  }
  const requests = secret.length * ALPHABET.length * REQUESTS_A_GUESS;
  stage.say(
    known === secret
      ? `${requests} requests, and the secret is known. (The bytes are sums over ${REQUESTS_A_GUESS} requests a guess.)`
      : `${requests} requests, and the attacker has '${known}': ${countRight(known, secret)} of ${secret.length} are right. For some letters the saving is lost in DEFLATE’s own codes: then all guesses weigh the same, and a real attacker tries again with other words around the guess.`,
  );
  await showPacked(stage, secret);
}

async function showPacked(stage: Stage, secret: string): Promise<void> {
  await stage.scene('The same against HPACK');
  const other = [...secret].reverse().join('');
  const differences = new Set(
    [...ALPHABET].map(
      (character) => weigh(packed(secret), '', character) - weigh(packed(other), '', character),
    ),
  );
  stage.say(
    `HPACK compares whole values, never pieces. With the cookie '${secret}' and with '${other}', the ${ALPHABET.length} guesses differ in length by ${[...differences].join(', ')}: ${differences.size === 1 ? 'the same for each, so the lengths say nothing about it.' : 'not the same for each.'}`,
  );
  stage.say('One question is left: is the whole value right? Suppose it was sent before:');
  const wrong = `${secret.slice(0, -1)}${secret.endsWith('x') ? 'y' : 'x'}`;
  stage.print(
    [
      '                 indexed   never indexed',
      ...[secret, wrong].map((guess) =>
        [
          guess === secret ? 'right guess' : 'wrong by one',
          String(probe(secret, guess, false)).padStart(12),
          String(probe(secret, guess, true)).padStart(16),
        ].join(''),
      ),
    ].join('\n'),
  );
  stage.say(
    'One byte says: yes. That takes a guess of all of it at once, hopeless for a long random token and easy for a PIN. So secrets are sent as never indexed, and the answer is gone too.',
  );
}

function countRight(guess: string, secret: string): number {
  return [...secret].filter((character, i) => guess[i] === character).length;
}

/** `--bomb`: a few bytes that would be megabytes. */
export async function showBomb(stage: Stage): Promise<void> {
  await stage.scene('A bomb of 4,000 bytes');
  const megabytes = (BOMB_REFERENCES * BOMB_VALUE.length) / 1e6;
  stage.say(
    `One header that fills the table; then a request that refers to it ${BOMB_REFERENCES} times, a byte each. Spelt out: ${megabytes} megabytes.`,
  );
  await recordBomb({ onEvent: stage.show, log: (line) => stage.step('server', line) });
  stage.say(
    `The server reads the block to its end, because its table must stay the same as the client's. But it adds up what the list would be, and above ${DEFAULT_MAX_LIST_SIZE} octets (32 more for each header) it keeps nothing: the stream is reset. The next request is served: the connection is sound.`,
  );
}

/** `--lost`: what happens when the tables differ. */
export async function showLoss(stage: Stage): Promise<void> {
  await stage.scene('A block that was made and never sent');
  stage.say(
    'Three blocks are encoded: shelf 300, 301, 300. The second call is cancelled before its block goes out. The client has /shelves/301 in its table, the server has not: from there on every index means another line.',
  );
  await recordLost({ onEvent: stage.show, log: (line) => stage.step('server', line) });
  stage.say(
    'Nothing that comes later could be trusted, on any stream. So the whole connection ends: GOAWAY with COMPRESSION_ERROR (RFC 9113 §4.3). And that was luck: with other headers all indices would have existed, and the server would have read a request that nobody has sent.',
  );
}
