import { encodeUtf8 } from '#bytes/utf8';

/** The answer to `/order`: 71 octets, so that a window of 30 stops it twice. */
export const ORDER = 'order 101: teapot, cup, cup; to Leeds; paid 40.00; sent on Tuesday 3rd\n';

/** The answer to `/price`. */
export const PRICE = 'green tea 6.50\n';

/** How long the answer to `/export` is, in octets. */
export const EXPORT_SIZE = 1_048_576;

/** Rows are written in pieces of so many octets, as they come out of a database. */
export const PIECE = 16_384;

/**
 * The body of the answer, if there is something at this path.
 * @param onPiece is told how much of an export has been made, in octets.
 */
export function answerTo(
  path: string | undefined,
  onPiece: (octets: number) => void,
): AsyncIterable<Uint8Array> | undefined {
  if (path === '/order') return one(ORDER);
  if (path === '/price') return one(PRICE);
  if (path === '/export') return exportOrders(onPiece);
  return undefined;
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield encodeUtf8(text);
}

// #region export
/** All orders of the year. The next piece is made when somebody asks for it, and not before. */
export async function* exportOrders(onPiece: (octets: number) => void): AsyncGenerator<Uint8Array> {
  for (let made = 0; made < EXPORT_SIZE; made += PIECE) {
    onPiece(made + PIECE);
    yield piece(made);
  }
}
// #endregion export

/** Rows of 32 octets: `00000001;2026-03-01;teapot  ;1\n` and so on. */
function piece(from: number): Uint8Array {
  const rows = Array.from({ length: PIECE / 32 }, (_, i) => {
    const number = String(from / 32 + i + 1).padStart(8, '0');
    return `${number};2026-03-${String((i % 28) + 1).padStart(2, '0')};teapot   ;1\n`;
  });
  return encodeUtf8(rows.join(''));
}
