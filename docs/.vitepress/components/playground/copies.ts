import { gunzipPieces } from '#grpc/compression/gunzip';
import { Order } from '#protobuf/generated/ecommerce';
import { gift } from '../../../../lessons/23-compression/gift.ts';

/** A part of a message as DEFLATE has it: bytes as they are, or a copy of such before them. */
export interface Part {
  text: string;
  copy?: { length: number; distance: number };
}

export interface Packed {
  plain: number;
  packed: number;
  parts: Part[];
}

export const hasGzip = () => typeof CompressionStream === 'function';

/** The lesson's gift, by this browser's own gzip, and taken apart by the stack's gunzip. */
export async function packGift(note: string, voucher: string): Promise<Packed> {
  const message = Order.encode(gift(note, voucher));
  const packed = await gzip(message);
  return { plain: message.length, packed: packed.length, parts: partsOf(packed) };
}

async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function partsOf(packed: Uint8Array): Part[] {
  const marks: { length: number; distance?: number }[] = [];
  const watcher = {
    literal() {
      const last = marks.at(-1);
      if (last !== undefined && last.distance === undefined) last.length++;
      else marks.push({ length: 1 });
    },
    copy: (length: number, distance: number) => marks.push({ length, distance }),
  };
  let text = '';
  for (const piece of gunzipPieces(packed, watcher)) text += shown(piece);
  let at = 0;
  return marks.map(({ length, distance }) => {
    at += length;
    const part = { text: text.slice(at - length, at) };
    return distance === undefined ? part : { ...part, copy: { length, distance } };
  });
}

/** A byte is a character: what is none that one can see is a dot. */
function shown(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte === 0x20 ? ' ' : '·',
  ).join('');
}
