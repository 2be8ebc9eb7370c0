import type { RunOptions } from '#course/lesson/define-lesson';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { protobufFields } from '#inspect/protobuf/fields';
import { encodeTag } from '#protobuf/wire/tag';
import { encodeVarint32 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';
import { drawVarint } from './bits.ts';
import { MOVES } from './client.ts';
import { encodeMove } from './encode.ts';
import { loseDigits, sendOverlong, sendTruncated, showField, showNumber } from './experiments.ts';
import { encodeAs, type IntegerType } from './sizes.ts';
import { recordMoves } from './traces.ts';

const [, EGGS_GO = MOVES[0]!] = MOVES;

/** `npm run lesson 4`: from digits to bits, on the wire, and what a number costs. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { number, field, overlong, truncate, lose } = experiments;
  if (number !== undefined) return showNumber(stage, String(number));
  if (field !== undefined) return showField(stage, String(field));
  if (overlong) return sendOverlong(stage);
  if (truncate) return sendTruncated(stage);
  if (lose) return loseDigits(stage);

  await showJson(stage);
  await showSevenBits(stage);
  await showOnTheWire(stage);
  await showWithoutSchema(stage);
  await showCosts(stage);
}

const json = ({ shelf, change, at }: typeof EGGS_GO) =>
  `{"shelf":${shelf},"change":${change},"at":${at}}`;

async function showJson(stage: Stage): Promise<void> {
  await stage.scene('Three numbers, in JSON');
  stage.say(
    'A pantry counts eggs. From shelf 300 three were taken, at a time in nanoseconds. As JSON:',
  );
  const text = json(EGGS_GO);
  stage.print(text);
  const parsed = JSON.parse(text) as { at: number };
  stage.say(
    `That is ${text.length} bytes: a byte for every digit, and the names each time anew. And JSON.parse reads the time as ${parsed.at}: a JavaScript number is exact up to 2^53 and no further.`,
  );
}

async function showSevenBits(stage: Stage): Promise<void> {
  await stage.scene('Seven bits a byte');
  stage.say(
    'In binary 300 needs nine bits. Four bytes for every number would waste most of them, and one byte is too few. So each byte takes seven bits of the number, and its eighth says whether another byte follows. That is a varint:',
  );
  stage.print(drawVarint(300n, encodeVarint32(300)));
}

async function showOnTheWire(stage: Stage): Promise<void> {
  await stage.scene('A message of numbers');
  stage.say(
    'Before each number stands a tag, a varint too: which field it is, and how the value is written. Twelve eggs come, three go; inside the frames of lesson 3:',
  );
  await recordMoves(stage.show);
  stage.say(
    `The second move is ${encodeMove(EGGS_GO).length} bytes, where JSON took ${json(EGGS_GO).length}; and every nanosecond is there.`,
  );
}

async function showWithoutSchema(stage: Stage): Promise<void> {
  await stage.scene('What the bytes do not say');
  stage.say(
    'The names above are not in the bytes. A reader that has only the bytes reads the same move so:',
  );
  for (const { name, value, meaning } of protobufFields(encodeMove(EGGS_GO))) {
    stage.step(name, `${value} · ${meaning}`);
  }
  stage.say(
    'Field 2 is 5: that it means −3, because the reader takes it for zigzag, both ends have to know beforehand. What the bytes do say is how long each value is, so that one can skip a field that one does not know.',
  );
}

async function showCosts(stage: Stage): Promise<void> {
  await stage.scene('What a number costs');
  stage.say('The same number in three types, in bytes, without the tag:');
  const types = ['int32', 'sint32', 'sfixed32'] as const satisfies IntegerType[];
  const rows = [1n, 100n, 300n, -1n, -3n, 2n ** 28n, 2n ** 31n - 1n].map((value) => [
    String(value),
    ...types.map((type) => String(encodeAs(type, value)?.length ?? '–')),
  ]);
  stage.print(drawTable([['', ...types], ...rows]));
  stage.say(
    'A negative int32 takes ten bytes: it is written as 64 bits, all the high ones set. Zigzag (sint32) counts outward from zero, 0 −1 1 −2 2 …, so that small numbers are short on both sides. And where numbers are mostly large, four plain bytes are shorter than five groups of seven.',
  );
  stage.say('The tag has its price too. Three of its bits are the wire type:');
  const tags = [1, 15, 16, 2047, 2048].map((number) => [
    `field ${number}`,
    String(encodeTag(number, WireType.VARINT).length),
  ]);
  stage.print(drawTable([['', 'bytes'], ...tags]));
  stage.say(
    'So the numbers 1 to 15 are the cheap ones: keep them for fields that are in every message. What about text, lists, messages inside messages? And how does a reader know, years later, what field 2 meant? That is lesson 5.',
  );
}
