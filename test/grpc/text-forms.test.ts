import { describe, expect, it } from 'vitest';
import { MAX_EXCERPT_LENGTH } from '#grpc/limits';
import {
  countBase64List,
  decodeBase64,
  decodeBase64List,
  encodeBase64,
  isBase64List,
} from '#grpc/wire/base64';
import { contentSubtype, isGrpcContentType } from '#grpc/wire/content-type';
import { excerpt } from '#grpc/wire/excerpt';
import { percentDecode, percentEncode } from '#grpc/wire/percent';
import { formatTimeout, parseTimeout } from '#grpc/wire/timeout';
import * as plain from '../../solutions/09-grpc-by-hand/percent.ts';
import { collectGarbage } from '../collect-garbage.ts';
import { randomInt, seededRandom } from '../hpack/random.ts';

describe('grpc-message', () => {
  it.each([
    ['plain text', 'plain text'],
    ['100%', '100%25'],
    ['\t\ntest ☺ 😈', '%09%0Atest %E2%98%BA %F0%9F%98%88'],
    ['half a pair: \ud83d', 'half a pair: %EF%BF%BD'],
    ['~}\x7f', '~}%7F'],
    ['', ''],
  ])('%j travels as %j', (text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
    if (!text.includes('\ud83d') || text.includes('😈')) expect(percentDecode(encoded)).toBe(text);
  });

  it.each([
    ['no user ', 'no user%20'],
    [' leading', '%20leading'],
    [' ', '%20'],
    ['\n', '%0A'],
    ['a  b', 'a  b'],
  ])('has no white space at either end, which HTTP/2 forbids: %j', (text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
    expect(percentDecode(encoded)).toBe(text);
  });

  it('is made of octets, as HPACK hands them on: UTF-8 without escapes is read too', () => {
    const octets = Buffer.from('café ☕ 100%').toString('latin1');
    expect(percentDecode(octets)).toBe('café ☕ 100%');
    expect(percentDecode(`${octets}%C3%A9`)).toBe('café ☕ 100%é');
  });

  it('is written and read as step by step, whatever stands in it', () => {
    const random = seededRandom(9);
    const parts = [
      '%',
      '%c3%A9',
      '%4',
      '%20',
      ' ',
      'a',
      'G',
      '\xe9',
      '\xff',
      '\x7f',
      'é',
      '☕',
      '\ud83d',
    ];
    for (let run = 0; run < 8000; run++) {
      const text = Array.from(
        { length: randomInt(random, 7) },
        () => parts[randomInt(random, 13)]!,
      );
      const whole = text.join('');
      expect(percentEncode(whole)).toBe(plain.percentEncode(whole));
      const octets = whole.replace(/[^\x00-\xff]/g, '?');
      expect(percentDecode(octets)).toBe(plain.percentDecode(octets));
    }
  });

  it('decodes lower-case digits, and what encodeURIComponent would have escaped', () => {
    expect(percentDecode('%2f%23%c3%a9')).toBe('/#é');
  });

  it.each([
    ['100%', '100%'],
    ['%', '%'],
    ['%zz%4', '%zz%4'],
    ['a%E2%98', 'a\ufffd'],
    ['caf\xe9%20', 'caf\ufffd '],
  ])('never fails: %j is read as %j', (encoded, text) => {
    expect(percentDecode(encoded)).toBe(text);
  });
});

describe('grpc-timeout', () => {
  it.each([
    [0, '0m'],
    [250, '250m'],
    [1.5, '1500u'],
    [0.0001, '1u'],
    [99_999_999, '99999999m'],
    [99_999_999.5, '100000S'],
    [100_000_000, '100000S'],
    [100_000_000_001, '1666667M'],
    [1e15, '99999999H'],
    [-5, '0m'],
  ])('%d ms is %s', (ms, text) => {
    expect(formatTimeout(ms)).toBe(text);
  });

  it('never says less than was asked, and never more than eight digits', () => {
    for (let ms = 0.001; ms < 1e11; ms *= 1.37) {
      const text = formatTimeout(ms);
      expect(text).toMatch(/^\d{1,8}[HMSmun]$/);
      expect(parseTimeout(text)).toBeGreaterThanOrEqual(ms * (1 - 1e-9));
    }
  });

  it.each([
    ['1H', 3_600_000],
    ['2M', 120_000],
    ['3S', 3000],
    ['4m', 4],
    ['5u', 0.005],
    ['6n', 0.000006],
    ['00000007S', 7000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseTimeout(text)).toBeCloseTo(ms, 9);
  });

  it.each(['', 'S', '1', '1s', '123456789S', '-1S', '1.5S', ' 1S', '1S ', '0x1S', '1SS', '१S'])(
    '%j breaks the grammar',
    (text) => {
      expect(parseTimeout(text)).toBeUndefined();
    },
  );
});

describe('content-type', () => {
  it.each([
    'application/grpc',
    'application/grpc+proto',
    'application/grpc+json',
    'application/grpc; charset=utf-8',
    'Application/GRPC',
  ])('%s is gRPC', (value) => {
    expect(isGrpcContentType(value)).toBe(true);
  });

  it.each([undefined, '', 'application/grpcfoo', 'application/grpc-web', 'text/html'])(
    '%s is not',
    (value) => {
      expect(isGrpcContentType(value)).toBe(false);
    },
  );

  it('names its codec', () => {
    expect(contentSubtype('application/grpc')).toBe('proto');
    expect(contentSubtype('application/grpc;x=y')).toBe('proto');
    expect(contentSubtype('application/grpc+JSON ;x=y')).toBe('json');
  });
});

describe('an excerpt of a text of the peer', () => {
  it('is the text, or what fits on a line of it', () => {
    const line = 'x'.repeat(MAX_EXCERPT_LENGTH);
    expect(excerpt(line)).toBe(line);
    expect(excerpt(`${line}y`)).toBe(`${line}…`);
  });

  it('does not keep the text alive of which it is one', () => {
    // When garbage is collected by itself is another matter on each version of Node.
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const kept = Array.from({ length: 2000 }, (_, i) => excerpt(`${i}${'/path'.repeat(3277)}`));
    collectGarbage();
    const held = process.memoryUsage().heapUsed - before;
    expect(kept).toHaveLength(2000);
    expect(held).toBeLessThan(16 * 1024 * 1024); // With the paths: 32 MiB.
  });
});

describe('base64 of -bin', () => {
  it('a list is one exactly if each of its pieces is base64', () => {
    const random = seededRandom(7);
    const letters = 'AB/+===,,, \t*é';
    let right = 0;
    for (let run = 0; run < 8000; run++) {
      const text = Array.from(
        { length: randomInt(random, 9) },
        () => letters[randomInt(random, letters.length)],
      ).join('');
      const pieces = text.split(',').map((piece) => decodeBase64(piece.trim()));
      const valid = pieces.every((piece) => piece !== undefined);
      expect(isBase64List(text), JSON.stringify(text)).toBe(valid);
      expect(countBase64List(text)).toBe(pieces.length);
      if (!valid) continue;
      right++;
      expect(decodeBase64List(text)).toEqual(pieces);
      expect(decodeBase64List(text, 1)).toEqual(pieces.slice(0, 1));
    }
    expect(right).toBeGreaterThan(100);
  });

  it('agrees with the platform for every length, without padding', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length * 101) & 0xff);
      const padded = Buffer.from(bytes).toString('base64');
      expect(encodeBase64(bytes)).toBe(padded.replace(/=+$/, ''));
      expect(decodeBase64(padded)).toEqual(bytes);
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
    }
  });

  it.each(['A', 'AAAAA', 'AA-A', 'AA_A', 'AA A', 'é'.repeat(4), '====', 'A==='])(
    '%j is none',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined();
    },
  );
});
