import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '#grpc/base64';
import { contentSubtype, isGrpcContentType } from '#grpc/content-type';
import { percentDecode, percentEncode } from '#grpc/percent';
import { formatTimeout, parseTimeout } from '#grpc/timeout';

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

  it('decodes lower-case digits, and what encodeURIComponent would have escaped', () => {
    expect(percentDecode('%2f%23%c3%a9')).toBe('/#é');
  });

  it.each([
    ['100%', '100%'],
    ['%', '%'],
    ['%zz%4', '%zz%4'],
    ['a%E2%98', 'a\ufffd'],
    ['é%20', 'é '],
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

describe('base64 of -bin', () => {
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
