import { constants, deflateRawSync } from 'node:zlib';
import { ByteWriter } from '#bytes/byte-writer';
import { HpackEncoder } from '#hpack/encoder';
import { asText } from './headers.ts';

/** What a secret of this experiment may be made of: the attacker has to try each character. */
export const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-_.';

// #region request
/**
 * What the victim's program sends: a path that the attacker chooses (a link, an image in a page)
 * and a secret that the attacker does not see. TLS hides both; it does not hide the length.
 */
function request(path: string, secret: string) {
  return [
    { name: ':method', value: 'GET' },
    { name: ':scheme', value: 'https' },
    { name: ':path', value: path },
    { name: ':authority', value: 'pantry.example' },
    { name: 'user-agent', value: 'pantry-client/1.0' },
    { name: 'cookie', value: `session=${secret}` },
    { name: 'accept', value: 'text/plain' },
  ];
}
// #endregion request

/** How long the request is on the wire: all that the attacker sees. */
export type Measure = (path: string) => number;

/** Compressed as SPDY did it, and as gzip would: repetitions become references (DEFLATE). */
export function deflated(secret: string): Measure {
  return (path) => deflateRawSync(asText(request(path, secret)), DEFAULT_LEVEL).length;
}

const DEFAULT_LEVEL = { level: constants.Z_DEFAULT_COMPRESSION };

/** Compressed by HPACK, on a connection that is new each time. */
export function packed(secret: string): Measure {
  return (path) => {
    const out = new ByteWriter();
    new HpackEncoder().encode(request(path, secret), out);
    return out.length;
  };
}

// #region guess
/** How much longer the text before the guess gets, to move it over the borders of DEFLATE's codes. */
const LEADS = ['session=', ' session=', 'ession=', 'sion=', 'ion='];
const PADDINGS = ['', '!', '!$', '!$&', '!$&(', '!$&()', '!$&()*', '!$&()*+'];

/**
 * The length of all requests that guess `known` + `next`. Every one has every character once, so
 * that they differ in one thing only: whether the guess repeats a piece of the secret.
 */
export function weigh(measure: Measure, known: string, next: string): number {
  const others = [...ALPHABET].filter((character) => character !== next).join('~');
  let sum = 0;
  for (const lead of LEADS) {
    for (const padding of PADDINGS) sum += measure(`/?${lead}${known}${next}~${others}${padding}`);
  }
  return sum;
}
// #endregion guess

/** Requests that one guess of one character takes. */
export const REQUESTS_A_GUESS = LEADS.length * PADDINGS.length;

/** A character found, and how it stood out. */
export interface Found {
  character: string;
  /** Its weight, and the smallest of all others. */
  weight: number;
  next: number;
}

/** The attack: the character whose requests are shortest, then the next. */
export function* guessSecret(measure: Measure, length: number): Generator<Found> {
  let known = '';
  while (known.length < length) {
    const weights = [...ALPHABET].map((character) => ({
      character,
      weight: weigh(measure, known, character),
    }));
    weights.sort((a, b) => a.weight - b.weight);
    const [best, second] = weights;
    if (best === undefined || second === undefined) return;
    known += best.character;
    yield { ...best, next: second.weight };
  }
}

/**
 * What is left of the attack against HPACK: is the *whole* value right? On a connection on which
 * the secret was sent before, the guess takes one byte if it is, and more if not.
 */
export function probe(secret: string, guess: string, neverIndexed: boolean): number {
  const encoder = new HpackEncoder();
  const out = new ByteWriter();
  encoder.encode([{ name: 'x-session', value: secret, neverIndexed }], out);
  out.take();
  encoder.encode([{ name: 'x-session', value: guess }], out);
  return out.length;
}
