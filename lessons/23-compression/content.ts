import { toHex } from '#bytes/hex';
import { Random } from '#course/kit/random';
import { CombinedShipment, Order } from '#protobuf/generated/ecommerce';
import { StringValue } from '#protobuf/generated/google/protobuf/wrappers';
import { ORDERS } from '../shop/orders.ts';

/** Prose, as somebody writes it who has time: what goes with an order in a shop that sells tea. */
export const LETTER = `Dear Edith,

this is the teapot of which I told you when you were here in spring. It is not the one from the window, which somebody from Perth bought the day before, but the potter says that it came out of the same kiln, on the same morning, and that it pours better. I have tried it, and it does: not a drop beside the cup, which is more than one can say of mine.

The two cups are for you and for Hal, who will say that he drinks coffee. He said so last year as well, and then there was nothing left in the pot. If he asks, the dark spots in the glaze belong there. They are iron; it comes up through the clay when the fire has no air, and no two pots have it in the same places.

Rinse it with water only, let the first pot of black tea stand in it for an hour, and pour that one away. After that, use it for one sort of tea and nothing else, for a pot remembers. I should have said that to Hal before he made his soup in the last one.

We had snow here in the second week of April, and the plum trees were in flower. They looked as if they could not decide. The old path down to the harbour has been closed since then, so when you come, take the bus to the church and walk from there. I shall have the kettle on.

Yours, as ever,
Agnes
`;

/** Something that is sent, as the bytes of its message. */
export interface Content {
  name: string;
  bytes: Uint8Array;
}

const inField = (text: string) => StringValue.encode({ value: text });
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** What calls carry, from the smallest to what fills a megabyte. */
export const CONTENTS: readonly Content[] = [
  { name: 'an id', bytes: inField('101') },
  { name: 'an order', bytes: Order.encode(ORDERS[0] as Order) },
  { name: 'a letter', bytes: inField(LETTER) },
  {
    name: 'all 36 orders',
    bytes: CombinedShipment.encode({
      id: 'all',
      status: 'packed',
      ordersList: ORDERS as Order[],
    }),
  },
  { name: 'a log as JSON', bytes: inField(log(1_000)) },
  // Sixteen random bytes each, written as 36 letters.
  { name: '1,000 UUIDs', bytes: inField(uuids(1_000)) },
  // What a camera or a video has compressed looks like noise.
  { name: 'a photo', bytes: new Random(23).bytes(256 * 1024) },
  { name: '1 MiB of zeros', bytes: new Uint8Array(1024 * 1024) },
];

function uuids(count: number): string {
  const random = new Random(36);
  return lines(count, () =>
    toHex(random.bytes(16), '').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  );
}

function log(count: number): string {
  const random = new Random(4711);
  return lines(count, (i) => {
    const { id, destination } = ORDERS[i % ORDERS.length]!;
    const ms = random.integer(1, 90);
    return JSON.stringify({ at: 1_790_000_000 + 7 * i, level: 'info', id, destination, ms });
  });
}
