import { concat } from '#bytes/concat';
import { toHex } from '#bytes/hex';
import { drawTable } from '#course/lesson/draw-table';
import type { Stage } from '#course/lesson/stage';
import { decodeMessage, encodeMessage } from '#protobuf/fields/message-codec';
import type { AnyMessage } from '#protobuf/message';
import { manyOrders } from './many-orders.ts';
import { SECOND } from './schema.ts';
import { measureSpeed } from './speed.ts';
import { inWords } from './words.ts';

/** `--merge`: two messages, one after the other, are one message. */
export async function mergeHalves(stage: Stage): Promise<void> {
  await stage.scene('Two messages, glued together');
  const halves: AnyMessage[] = [
    {
      id: 'o-7',
      items: ['tea'],
      destination: 'Rue 1',
      notes: new Map([['gift', 'yes']]),
      payment: { case: 'invoice', value: { to: 'Ada', days: 30 } },
    },
    {
      items: ['milk'],
      destination: 'Rue 2',
      notes: new Map([['gift', 'no']]),
      payment: { case: 'invoice', value: { to: '', days: 14 } },
    },
  ];
  const bytes = halves.map((half) => encodeMessage(SECOND.order, half));
  for (const [i, half] of halves.entries()) {
    stage.print(toHex(bytes[i]!.subarray(0, 16)) + (bytes[i]!.length > 16 ? ' …' : ''));
    stage.step(i === 0 ? 'first' : 'second', inWords(SECOND.order, half));
  }
  stage.say('A message has no beginning and no end of its own. The bytes of both, as one:');
  stage.step('together', inWords(SECOND.order, decodeMessage(SECOND.order, concat(bytes))));
  stage.say(
    'Of a single field the last value wins, lists grow, a map takes the last value of each key, and messages inside are merged in the same way: the invoice is to Ada still. That is a rule of the format: a long message can be written in parts.',
  );
}

/** `--speed`: measured here and now; other machines have other figures. */
export async function measure(stage: Stage): Promise<void> {
  await stage.scene('How long it takes');
  const orders = manyOrders(1000);
  stage.say(
    `${orders.length} orders of the first schema, again and again, in this process. Thousands of orders a second:`,
  );
  const rows = [...measureSpeed(orders)].map(({ name, written, read }) => [
    name,
    thousands(written),
    thousands(read),
  ]);
  stage.print(drawTable([['', 'written', 'read'], ...rows]));
  stage.say(
    'JSON has the engine’s own code behind it, in C++. Who is ahead depends on what is in the messages, so look at each row. By descriptor is what this lesson builds: it asks the list of fields each time. Generated code, of lesson 6, has the answers written in. Run it twice: a figure that was measured once is an anecdote.',
  );
}

const thousands = (rate: number) => String(Math.round(rate / 1000));
