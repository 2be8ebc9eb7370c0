import { constants, crc32, deflateRawSync } from 'node:zlib';
import { concat } from '#bytes/concat';

const MIB = 1024 * 1024;
/** One link of the chain: 16 MiB of zeros, which take 16 KiB. */
const LINK_MIB = 16;

const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3);
/** A last block with nothing in it. */
const LAST_BLOCK = Uint8Array.of(3, 0);
/** Of 4 GiB of zeros: to compute it takes seconds, and a reader that gets so far has lost. */
const CRC_OF_4_GIB = 0xd202ef8d;

// #region bomb
/** gzip that becomes so many MiB of zeros: a link, again and again. */
export function makeBomb(mib: number, crc = CRC_OF_4_GIB) {
  const zeros = new Uint8Array(LINK_MIB * MIB);
  // FULL_FLUSH: it refers to nothing before it, and so fits anywhere.
  const link = deflateRawSync(zeros, {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const links = Array<Uint8Array>(mib / LINK_MIB).fill(link);
  return concat([HEADER, ...links, LAST_BLOCK, trailer(mib, crc)]);
}
// #endregion bomb

function trailer(mib: number, crc: number): Uint8Array {
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, crc, true);
  // Modulo 4 GiB: of exactly 4 GiB it says 0.
  view.setUint32(4, mib * MIB, true);
  return bytes;
}

/** The CRC-32 of so many MiB of zeros. */
export function crcOfZeros(mib: number): number {
  const zeros = new Uint8Array(LINK_MIB * MIB);
  let crc = 0;
  for (let done = 0; done < mib; done += LINK_MIB) crc = crc32(zeros, crc);
  return crc;
}

/** The most memory that this process has ever had, in MiB. */
export const peakMib = () => process.resourceUsage().maxRSS / 1024;
