import { loadSync, type MethodDefinition, type Options } from '@grpc/proto-loader';
import { toHex } from '#bytes/hex';
import { ROOT } from '#course/paths';
import { KITCHEN } from '../generate.ts';
import { RECEIPT } from './readers.ts';
import { show } from './show.ts';

/** `kitchen.Kitchen/PlaceOrder`, as proto-loader makes it. */
function placeOrder(options: Options): MethodDefinition<object, object> {
  const loaded = loadSync(KITCHEN, { includeDirs: [`${ROOT}proto`], ...options });
  const service = loaded['kitchen.Kitchen'] as Record<string, MethodDefinition<object, object>>;
  return service.PlaceOrder!;
}

/** Options as one writes them, and as the loader takes them. */
const OPTIONS: [written: string, options: Options][] = [
  ['none', {}],
  ['defaults: true', { defaults: true }],
  ['defaults: true, longs: Number', { defaults: true, longs: Number }],
  ['defaults: true, longs: String', { defaults: true, longs: String }],
  ['keepCase: true, longs: String', { keepCase: true, longs: String }],
];

/** The same bytes, read with each of the options. */
export function vanishing(): { options: string; receipt: string }[] {
  return OPTIONS.map(([written, options]) => ({
    options: written,
    receipt: show(placeOrder(options).responseDeserialize(Buffer.from(RECEIPT))),
  }));
}

/** One field, named as the loader wants it by default, and as the file has it. */
export function misspelt(): { receipt: string; bytes: string }[] {
  return [{ totalCents: 5 }, { total_cents: 5 }].map((receipt) => {
    const bytes = placeOrder({}).responseSerialize(receipt);
    return { receipt: show(receipt), bytes: bytes.length === 0 ? 'no bytes' : toHex(bytes) };
  });
}
