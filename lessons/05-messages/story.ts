import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import type { RunOptions } from '#course/lesson/define-lesson';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { encodeMessage } from '#protobuf/fields/message-codec';
import type { AnyMessage } from '#protobuf/message';
import { tryArticle } from './article.ts';
import { orderByHand } from './by-hand.ts';
import { removeField, renameField, renumberField, retypeField, reuseNumber } from './evolution.ts';
import { measure, mergeHalves } from './experiments.ts';
import { manyOrders } from './many-orders.ts';
import { TEA } from './orders.ts';
import { FIRST, orderIn, SECOND } from './schema.ts';
import { sizesOf } from './sizes.ts';
import { recordGrown, recordOldAndNew, recordOrder } from './traces.ts';
import { inWords } from './words.ts';

/** `npm run lesson 5`: by hand, by a schema, and by two schemas that have drifted apart. */
export async function tellStory(stage: Stage, { experiments }: RunOptions): Promise<void> {
  const { rename, renumber, retype, remove, reuse, merge, article, speed } = experiments;
  if (rename) return renameField(stage);
  if (renumber) return renumberField(stage);
  if (retype !== undefined) return retypeField(stage, String(retype));
  if (remove) return removeField(stage);
  if (reuse) return reuseNumber(stage);
  if (merge) return mergeHalves(stage);
  if (article) return tryArticle(stage);
  if (speed) return measure(stage);

  await showByHand(stage);
  await showBySchema(stage);
  await showAbsence(stage);
  await showGrown(stage);
  await showOldAndNew(stage);
  await showSizes(stage);
}

async function showByHand(stage: Stage): Promise<void> {
  await stage.scene('An order, by hand');
  stage.say('The article’s order has text in it, a list, and a price:');
  stage.step('the order', inWords(FIRST.order, TEA));
  stage.say(
    'Text is wire type 2: a tag, a length, and the characters in UTF-8. A list is the same field several times. The price is a float, four bytes:',
  );
  for (const bytes of orderByHand(TEA)) if (bytes.length > 0) stage.print(toHex(bytes));
}

async function showBySchema(stage: Stage): Promise<void> {
  await stage.scene('The same, by a schema');
  stage.say('A function for each message? No: one function for all, and a list of fields.');
  stage.print(orderIn(FIRST));
  const byHand = concat(orderByHand(TEA));
  const bySchema = encodeMessage(FIRST.order, TEA);
  const isSame = toHex(byHand) === toHex(bySchema);
  stage.say(
    `The codec walks along that list and writes ${bySchema.length} bytes, ${isSame ? 'the very same' : 'others than by hand'}. Both ends have the file; the names in it are never sent. An order is put, and asked for by a wrong name:`,
  );
  await recordOrder((event) => {
    // The server answers with the order as it came: the same bytes again.
    if (event.kind === 'mark' || !event.title.startsWith('Reply { order:')) stage.show(event);
  });
  stage.say(
    'The order lies in the Request as the text lies in the order: behind a tag and a length. A message says nowhere of which type it is, and nowhere that it ends: that is for the field around it, or the frame.',
  );
}

async function showAbsence(stage: Stage): Promise<void> {
  await stage.scene('What is not there');
  stage.say(
    'The order has a description, the empty text, and it was not written. In proto3 what is zero, false or empty is not sent, and what does not come is zero, false or empty:',
  );
  const rows = [{ price: 4.5 }, { price: 0 }, { price: -0 }, {}].map((order) => {
    const bytes = encodeMessage(FIRST.order, order);
    const given =
      'price' in order ? `price: ${Object.is(order.price, -0) ? '-0' : order.price}` : '';
    return [`{ ${given} }`.replace('  ', ' '), toHex(bytes) || '(no byte)'];
  });
  stage.print(drawTable([['order', 'bytes'], ...rows]));
  stage.say(
    'So a reader cannot tell "costs nothing" from "nobody said". With `optional` in front of the type it can: the field is then written whenever it is set.',
  );
  const description = [{ description: 'ring twice' }, { description: '' }, {}].map((order) => [
    `{ ${JSON.stringify(order).slice(1, -1)} }`.replace('  ', ' '),
    toHex(encodeMessage(FIRST.order, order)) || '(no byte)',
    toHex(encodeMessage(SECOND.order, order)) || '(no byte)',
  ]);
  const short = description.map(([order = '', ...hex]) => [
    order,
    ...hex.map((text) => (text.length > 14 ? `${text.slice(0, 11)} …` : text)),
  ]);
  stage.print(drawTable([['order', 'string', 'optional string'], ...short]));
}

/** The order of this year, without the fields that are as they were. */
function changesIn(order: string): string {
  const before = new Set(orderIn(FIRST).split('\n').slice(1, -1));
  const lines = order.replace(/ *\/\/.*\n|^\n/gm, '').split('\n');
  return lines.filter((line) => line.startsWith('}') || !before.has(line)).join('\n');
}

async function showGrown(stage: Stage): Promise<void> {
  await stage.scene('A year later');
  stage.say(
    'The order has grown. Not one of the old numbers has changed its meaning. The lines that are new, or not as they were:',
  );
  stage.print(changesIn(orderIn(SECOND)));
  stage.say('All that a message can hold, in one:');
  await recordGrown((event) => {
    if (event.kind === 'mark' || event.from === 'client') stage.show(event);
  });
  stage.say(
    'A list of numbers has one tag and one length for all: it is packed. An entry of the map is a message with a key and a value. Of the oneof one member is there. Nothing of this is new on the wire: it is all tags, lengths and varints.',
  );
}

async function showOldAndNew(stage: Stage): Promise<void> {
  await stage.scene('A client from last year');
  stage.say(
    'A client with the first schema asks for that order, changes the street, and puts it back. Here is what it gets, as it understands it:',
  );
  let replies = 0;
  let changed: AnyMessage = {};
  await recordOldAndNew(
    (event) => {
      const isReply = event.kind === 'message' && event.from === 'server';
      if (isReply && ++replies === 2) stage.show(event);
    },
    (order) => {
      changed = order;
    },
  );
  stage.say(
    'It knows nothing of the fields 6 to 11. It skips them by their wire types, keeps their bytes, and writes them back behind its own. So the client of this year finds:',
  );
  stage.step('newer client', inWords(SECOND.order, changed));
  const description = changed.description === undefined ? 'One thing is gone' : 'Nothing is gone';
  stage.say(
    `The new street, and all that the old client never heard of. ${description}: the description that was set, to the empty text. Last year’s schema has it without \`optional\`: there empty is nothing, and is not written.`,
  );
}

async function showSizes(stage: Stage): Promise<void> {
  await stage.scene('Against JSON');
  stage.say('The same orders of the first schema, in bytes; and after gzip:');
  const rows = [1, 10, 1000].map((count) => {
    const { json, protobuf, jsonZipped, protobufZipped } = sizesOf(manyOrders(count));
    return [
      `${count} ${count === 1 ? 'order' : 'orders'}`,
      ...[json, protobuf, jsonZipped, protobufZipped].map(String),
    ];
  });
  stage.print(drawTable([['', 'JSON', 'protobuf', 'JSON gzip', 'protobuf gzip'], ...rows]));
  stage.say(
    'Text is as long in both. What is saved are the names, the quotes and the commas; and gzip, which sees the same names again and again, saves most of these in JSON too, so that nothing may be left of the difference. How long each takes: --speed.',
  );
  stage.say(
    'One codec reads a list of fields and does everything. But nobody wants to write { case: "put", value } without help, and asking the list every time is slow. Who writes types and code for each message? That is lesson 6.',
  );
}
