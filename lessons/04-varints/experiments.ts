import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { MAX_FIELD_NUMBER } from '#protobuf/limits';
import { encodeTag } from '#protobuf/wire/tag';
import { encodeVarint32, encodeVarint64 } from '#protobuf/wire/varint';
import { WireType } from '#protobuf/wire/wire-type';
import { atPantry } from './at-pantry.ts';
import { drawVarint } from './bits.ts';
import { MOVES, sendMove } from './client.ts';
import { decodeMove, decodeStock } from './decode.ts';
import { encodeMove } from './encode.ts';
import { STATUS_OK } from './messages.ts';
import { encodeAs, INTEGER_TYPES } from './sizes.ts';
import { OVERLONG, TRUNCATED } from './traces.ts';

const [EGGS_COME = { shelf: 300, change: 12n, at: 0n }] = MOVES;

/** `--number <n>`: any integer in all types, and over the wire as a change of the stock. */
export async function showNumber(stage: Stage, text: string): Promise<void> {
  if (!/^[+-]?\d+$/.test(text)) throw new UserError('--number takes a whole number, such as -3');
  const value = BigInt(text.replace('+', ''));
  if (value < -(2n ** 63n) || value >= 2n ** 64n) {
    throw new UserError('--number takes what fits into 64 bits: −2^63 to 2^64 − 1');
  }
  await stage.scene(`${value} in every type`);
  const rows = INTEGER_TYPES.map((type) => {
    const bytes = encodeAs(type, value);
    return bytes === undefined
      ? `${type.padEnd(9)} –  does not fit`
      : `${type.padEnd(8)}${String(bytes.length).padStart(3)}  ${toHex(bytes)}`;
  });
  stage.print(rows.join('\n'));
  stage.say('');
  stage.print(drawVarint(value, encodeVarint64(value)));

  if (value >= 2n ** 63n) {
    stage.say('It is above 2^63 − 1: no signed type holds it, so it cannot be a change of stock.');
    return;
  }
  await stage.scene('The same on the wire, as a change of the stock');
  await atPantry({ onEvent: stage.show, compact: true }, async (exchange) => {
    const { total } = await sendMove(exchange, { ...EGGS_COME, change: value });
    stage.step('client', `reads back: ${total}`);
  });
}

/** `--field <number>`: what the tag of a field costs, and what a reader does that does not know it. */
export async function showField(stage: Stage, text: string): Promise<void> {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MAX_FIELD_NUMBER) {
    throw new UserError(`--field takes a field number, 1 to ${MAX_FIELD_NUMBER}`);
  }
  await stage.scene(`The tag of field ${number}`);
  const tag = encodeTag(number, WireType.VARINT);
  stage.say(
    `Field number and wire type are one number: ${number} × 8 + ${WireType.VARINT} = ${number * 8 + WireType.VARINT}. As a varint:`,
  );
  stage.print(drawVarint(BigInt(number * 8 + WireType.VARINT), tag));
  if (number >= 19_000 && number <= 19_999) {
    stage.say('(19000 to 19999 are kept for protobuf itself: its compiler refuses them.)');
  }
  if (number <= 3) {
    stage.say(
      `One byte. Field ${number} is in the message already; try another number, such as 16.`,
    );
    return;
  }
  await stage.scene(`A message with a field ${number} in it, to a server that has none`);
  await atPantry({ onEvent: stage.show, compact: true }, async (exchange) => {
    const message = concat([encodeMove(EGGS_COME), tag, encodeVarint32(1)]);
    const { total } = decodeStock(await exchange(message));
    stage.step('client', `the server counted all the same: ${total}`);
  });
  stage.say(
    `The tag took ${tag.length} of ${tag.length + 1} bytes of the new field. 1–15 fit into one byte, up to 2047 into two, and so on. The server has never heard of the field, reads by the wire type how long it is, and goes on behind it.`,
  );
}

/** `--overlong`: a varint of eleven bytes. */
export async function sendOverlong(stage: Stage): Promise<void> {
  await stage.scene('A varint of eleven bytes');
  await sendWrong(stage, OVERLONG);
  stage.say(
    'Ten groups of seven hold 64 bits and six to spare. A reader that went on and on would read as long as a stranger wants, and shift the bits to who knows where. So after ten bytes it stops.',
  );
}

/** `--truncate`: a whole frame, and in it a message that breaks off. */
export async function sendTruncated(stage: Stage): Promise<void> {
  await stage.scene('A message that breaks off inside a varint');
  await sendWrong(stage, TRUNCATED);
  stage.say(
    'The frame is whole: its length is true. But the last byte in it says that another follows. To the varint reader that is "not all here yet". The reader of a whole message knows that no more will come, and makes it an error.',
  );
}

/** Sends what cannot be read, and then, over the same connection, what can. */
async function sendWrong(stage: Stage, message: Uint8Array): Promise<void> {
  const log = (line: string) => stage.step('server', line);
  await atPantry({ log, onEvent: stage.show, compact: true }, async (exchange) => {
    const { status } = decodeStock(await exchange(message));
    stage.step('client', `gets status ${status} (in gRPC: 3 is INVALID_ARGUMENT)`);
    const { total, status: next } = await sendMove(exchange, EGGS_COME);
    if (next === STATUS_OK) stage.step('client', `sends another, and is served: ${total}`);
  });
}

/** `--lose`: what JSON and a JavaScript number do to a number above 2^53. */
export async function loseDigits(stage: Stage): Promise<void> {
  await stage.scene('9007199254740993 is 2^53 + 1');
  const value = 2n ** 53n + 1n;
  const move = { ...EGGS_COME, at: value };
  const viaNumber = { ...EGGS_COME, at: BigInt(Number(value)) };
  stage.print(
    drawTable([
      ['as', 'comes back as'],
      ['JSON', String(JSON.parse(String(value)))],
      ['a number', String(Number(value))],
      ['a bigint, fixed64', String(decodeMove(encodeMove(move)).at)],
    ]),
  );
  stage.say(
    'A JavaScript number is a double: 53 bits of digits. Above 2^53 only every second integer exists, above 2^54 every fourth, and nobody complains. On the wire, the time as a bigint and as a number; look at the first byte of the value:',
  );
  stage.step('bigint', toHex(encodeMove(move).slice(-9)));
  stage.step('number', toHex(encodeMove(viaNumber).slice(-9)));
  stage.say(
    'That is why 64-bit fields are bigint here. JSON of protobuf messages writes them as strings, for the same reason.',
  );
}
