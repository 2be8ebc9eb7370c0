import { toHex } from '#bytes/hex';
import type { Stage } from '#course/lesson/stage';
import { UserError } from '#course/user-error';
import { protobufFields } from '#inspect/protobuf/fields';
import { ProtoError } from '#protobuf/compiler/proto-error';
import { encodeMessage } from '#protobuf/fields/message-codec';
import { atShop } from './at-shop.ts';
import { TEA } from './orders.ts';
import { FIRST, readSchema, type Schema } from './schema.ts';
import { inWords } from './words.ts';

/** Every field of it is sent. */
const ORDER = { ...TEA, description: 'ring twice' };

type Change = [line: string, replacement: string];

/** `--rename`: the name is not in the bytes. */
export async function renameField(stage: Stage): Promise<void> {
  await oldClientNewServer(stage, 'A field is renamed', [
    ['string destination = 5;', 'string address = 5;'],
  ]);
  stage.say(
    'Safe: both sides mean field 5. (Not in JSON, and not for code that compiles against the new name.)',
  );
}

/** `--renumber`: the number is the field. */
export async function renumberField(stage: Stage): Promise<void> {
  await oldClientNewServer(stage, 'A field gets another number', [
    ['string destination = 5;', 'string destination = 6;'],
  ]);
  stage.say(
    'Never. For the server field 5 is unknown and 6 did not come: the order goes nowhere, and nobody sees an error. That the client gets its text back is the unknown field, sent back as it came.',
  );
}

/** `--retype <field=type>`: it depends on the wire type, and on luck. */
export async function retypeField(stage: Stage, change: string): Promise<void> {
  const [name = '', type = ''] = change.split('=');
  const field = FIRST.order.fields.find((one) => one.name === name);
  if (field === undefined || !/^\w+$/.test(type)) {
    throw new UserError('--retype takes a field of the order and a type, such as price=fixed32');
  }
  const repeated = field.cardinality === 'repeated' ? 'repeated ' : '';
  const line = `${repeated}${field.type} ${name} = ${field.number};`;
  const server = await oldClientNewServer(stage, 'A field gets another type', [
    [line, `${repeated}${type} ${name} = ${field.number};`],
  ]);
  if (server === undefined) {
    stage.say(
      'So there is no such server, and nothing was sent. Types that Protobuf has are int32, fixed32, bytes, string and a dozen more.',
    );
    return;
  }
  stage.say(
    'With another wire type the field is unknown: empty, without a word. With the same wire type its bytes are read as what they are not. Only where the language guide says that two types are compatible (int32 and int64; string and bytes, if it is UTF-8) is it safe.',
  );
}

/** `--remove`: a field goes, its number and its name stay reserved. */
export async function removeField(stage: Stage): Promise<void> {
  const server = await oldClientNewServer(stage, 'A field is removed, and reserved', [
    ['float price = 4;', 'reserved 4;\n  reserved "price";'],
  ]);
  if (server === undefined) return;
  stage.say(
    'Safe, as far as bytes can be: to the server the price is an unknown field. What happens when somebody gives the number away again?',
  );
  for (const line of ['fixed32 grams = 4;', 'string price = 6;']) {
    stage.print(`+   ${line}`);
    tryToRead(
      stage,
      change(server.text, [['string destination = 5;', `string destination = 5;\n  ${line}`]]),
    );
  }
}

/** `--reuse`: a field goes, and somebody uses its number again. */
export async function reuseNumber(stage: Stage): Promise<void> {
  await oldClientNewServer(stage, 'A field is removed, its number used again', [
    ['float price = 4;', 'fixed32 grams = 4;'],
  ]);
  stage.say(
    'The old client sends a price of 4.50, and the server reads a weight of 1083 tonnes. Both are four bytes. That is what `reserved` is for: npm run lesson 5 -- --remove',
  );
}

/** An order goes from an old client to a new server and back: who reads what? */
async function oldClientNewServer(
  stage: Stage,
  title: string,
  changes: Change[],
): Promise<Schema | undefined> {
  await stage.scene(title);
  stage.say('The client has the first schema. The server’s is newer:');
  for (const [line, replacement] of changes) {
    stage.print(`-   ${line}\n+   ${replacement.replaceAll('\n', '\n+ ')}`);
  }
  const server = tryToRead(stage, change(FIRST.text, changes));
  if (server === undefined) return undefined;
  showOnTheWire(stage, changes[0]![0]);
  const log = (line: string) => {
    if (/^(put|cannot)/.test(line)) stage.step('server reads', line);
  };
  await atShop({ title, server, log }, async (connect) => {
    const shop = await connect(FIRST);
    try {
      stage.step('client gets', inWords(FIRST.order, await shop.put(ORDER)));
    } catch (error) {
      stage.step('client gets', `an error: ${(error as Error).message}`);
    }
  });
  return server;
}

/** The bytes of the field that this line of the first schema is about. */
function showOnTheWire(stage: Stage, line: string): void {
  const number = Number(/= (\d+);/.exec(line)![1]);
  const bytes = encodeMessage(FIRST.order, ORDER);
  const { name } = FIRST.order.fields.find((field) => field.number === number)!;
  for (const field of protobufFields(bytes, { type: FIRST.order })) {
    if (field.name !== name) continue;
    const hex = toHex(bytes.subarray(field.offset, field.offset + field.length));
    stage.step('client sends', `${hex}  ·  ${name} = ${field.value}`);
  }
}

function change(text: string, changes: Change[]): string {
  return changes.reduce((current, [line, replacement]) => {
    if (!current.includes(line)) throw new Error(`no such line: ${line}`);
    return current.replace(line, () => replacement);
  }, text);
}

/** The schema; or `undefined`, when what is wrong with it has been said. */
export function tryToRead(stage: Stage, text: string): Schema | undefined {
  try {
    return readSchema(text);
  } catch (error) {
    if (!(error instanceof ProtoError)) throw error;
    stage.step('✗ refused', error.message);
    return undefined;
  }
}
