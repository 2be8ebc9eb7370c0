import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';
import { WholeLines } from './whole-lines.ts';

/** What comes of chunks of two outputs, in this order. */
async function linesOf(...chunks: [output: 'out' | 'err', chunk: string | Uint8Array][]) {
  const outputs = { out: new PassThrough(), err: new PassThrough() };
  const lines = new WholeLines();
  lines.read(outputs.out);
  lines.read(outputs.err);
  for (const [output, chunk] of chunks) {
    outputs[output].write(chunk);
    // A chunk is handed over in a turn of its own, as a pipe's is.
    await new Promise((next) => setImmediate(next));
  }
  for (const output of Object.values(outputs)) {
    output.end();
    await finished(output);
  }
  return lines.text;
}

test('a line of one output is not torn by the other', async () => {
  expect(await linesOf(['out', 'order '], ['err', 'careful!\n'], ['out', '101\nord'])).toBe(
    'careful!\norder 101\nord\n',
  );
});

test('last lines without an end do not run into each other', async () => {
  expect(await linesOf(['err', 'so'], ['out', 'an answer'], ['err', ' it ends'])).toBe(
    'an answer\nso it ends\n',
  );
});

test('a letter in two chunks stays one', async () => {
  const [first, second] = [Uint8Array.of(0xc3), Uint8Array.of(0xa9, 0x0a)];
  expect(await linesOf(['out', first], ['err', 'é\n'], ['out', second])).toBe('é\né\n');
});

test('a program says nothing, or both, and ends with a code', async () => {
  const program = `console.log('found'); console.error('lost'); process.exitCode = 3`;
  const { code, output } = await runProgram(process.execPath, ['-e', program]);
  expect({ code, lines: output.split('\n').sort() }).toEqual({
    code: 3,
    lines: ['', 'found', 'lost'],
  });
  expect(await runProgram(process.execPath, ['-e', ''])).toEqual({ code: 0, output: '' });
});
