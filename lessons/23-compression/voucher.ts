import { uncompressed } from '#grpc/compression/compressed-flag';
import { createGrpcDissectors } from '#inspect/grpc/dissector';
import { createRecorder } from '#inspect/recorder';
import { startTap } from '../10-hello-grpc/tap.ts';
import { QUIET } from '../shop/with-shop.ts';
import { BEFORE, gift, LETTERS } from './gift.ts';
import { messageIn } from './meter.ts';
import { connectOurs, startOurServer } from './ours.ts';

export interface Attack {
  /** The letters that came out. */
  found: string;
  /** How many answers were looked at. */
  asked: number;
  /** For the first letter: how long the answer was with each guess. */
  first: { letter: string; length: number }[];
}

/**
 * Somebody who can send gifts, and sees how long answers are, as one does through TLS. They have
 * no key, and read not one byte.
 *
 * @param lengthWith sends a gift with this note, has it looked at, and measures the answer
 */
// #region attack
export async function guess(
  lengthWith: (note: string) => Promise<number>,
  size: number,
): Promise<Attack> {
  const attack: Attack = { found: '', asked: 0, first: [] };
  while (attack.found.length < size) {
    const tries: Attack['first'] = [];
    for (const letter of LETTERS) {
      const length = await lengthWith(BEFORE + attack.found + letter);
      tries.push({ letter, length });
    }
    attack.asked += tries.length;
    if (attack.found === '') attack.first = [...tries];
    tries.sort((a, b) => a.length - b.length);
    const [best, next] = tries;
    // One is shorter than all others, or the lengths say nothing.
    if (best!.length === next!.length) break;
    attack.found += best!.letter;
  }
  return attack;
}
// #endregion attack

/** The attack on a real server, client and connection. @param hidden the gift goes uncompressed */
export async function attackShop(voucher: string, hidden: boolean): Promise<Attack> {
  let note = '';
  const server = await startOurServer(QUIET, {
    // #region hidden
    getOrder(_request, call) {
      call.compression = 'gzip';
      const order = gift(note, voucher);
      return hidden ? uncompressed(order) : order;
    },
    // #endregion hidden
  });
  let length = 0;
  const recorder = createRecorder('', '', (event) => {
    if (event.kind !== 'message' || event.from !== 'server') return;
    length = messageIn(event)?.length ?? length;
  });
  const tap = await startTap(server, recorder, () => createGrpcDissectors({ methods: {} }));
  const { shop, close } = connectOurs(tap);
  try {
    return await guess(async (text) => {
      note = text;
      await shop.getOrder({ value: '101' });
      return length;
    }, voucher.length);
  } finally {
    await close();
    await tap.close();
    await server.close();
  }
}
