import { cutText } from '#bytes/cut-text';
import { MAX_EXCERPT_LENGTH } from '#grpc/limits';

/**
 * What a text of ours repeats of a text of the peer's: no more than fits on a line. A status message
 * is escaped, sent and kept, and a path of 16 KiB in it would cost the peer one octet.
 */
export function excerpt(text: string): string {
  return cutText(text, MAX_EXCERPT_LENGTH);
}
