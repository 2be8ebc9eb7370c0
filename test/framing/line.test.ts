import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#bytes/utf8';
import { MAX_LINE_SIZE } from '#framing/limits';
import { encodeLine, LineDecoder } from '#framing/line';

/** The lines that come out of these chunks, chunk by chunk. */
const linesOf = (decoder: LineDecoder, ...chunks: string[]) =>
  chunks.map((chunk) => decoder.push(encodeUtf8(chunk)).map((line) => decodeUtf8(line)));

const tooLarge = expect.objectContaining({ name: 'FrameError', code: 'too-large' });
const truncated = expect.objectContaining({ name: 'FrameError', code: 'truncated' });

test('a payload and a newline', () => {
  expect(decodeUtf8(encodeLine(encodeUtf8('{}')))).toBe('{}\n');
});

test('a line that comes in pieces', () => {
  expect(linesOf(new LineDecoder(), 'on', 'e', '\n')).toEqual([[], [], ['one']]);
});

test('lines that come glued', () => {
  expect(linesOf(new LineDecoder(), 'one\ntwo\nthr', 'ee\n')).toEqual([['one', 'two'], ['three']]);
});

test('empty lines are lines', () => {
  expect(linesOf(new LineDecoder(), '\n\na\n', '\n')).toEqual([['', '', 'a'], ['']]);
});

test('a character that is cut in two', () => {
  const [first, second] = [encodeUtf8('語\n').slice(0, 2), encodeUtf8('語\n').slice(2)];
  const decoder = new LineDecoder();
  expect(decoder.push(first)).toEqual([]);
  expect(decoder.push(second).map((line) => decodeUtf8(line))).toEqual(['語']);
});

test('a line of exactly the limit, whole and in pieces', () => {
  expect(linesOf(new LineDecoder(4), 'four\n', 'fo', 'ur', '\n')).toEqual([
    ['four'],
    [],
    [],
    ['four'],
  ]);
});

test.each([
  ['whole', ['fives\n']],
  ['in pieces', ['fiv', 'es']],
  ['behind another', ['ok\nfives']],
  ['without its newline', ['fives']],
])('a line above the limit is refused as soon as that is known: %s', (_how, chunks) => {
  const decoder = new LineDecoder(4);
  for (const chunk of chunks.slice(0, -1)) decoder.push(encodeUtf8(chunk));
  expect(() => decoder.push(encodeUtf8(chunks.at(-1) ?? ''))).toThrow(tooLarge);
});

test('the limit unless told', () => {
  const decoder = new LineDecoder();
  expect(decoder.push(new Uint8Array(MAX_LINE_SIZE))).toEqual([]);
  expect(() => decoder.push(Uint8Array.of(0x61))).toThrow(tooLarge);
});

test('an end between lines is fine, an end inside one is not', () => {
  const decoder = new LineDecoder();
  decoder.end();
  decoder.push(encodeUtf8('one\n'));
  decoder.end();
  decoder.push(encodeUtf8('tw'));
  expect(() => decoder.end()).toThrow(truncated);
});
