import { refusal } from '#grpc/grpc-error';
import {
  INFLATED_AT_FIRST,
  INFLATED_AT_ONCE,
  INFLATED_PER_OCTET,
  INFLATED_PER_SECOND,
  MAX_HEAP_PER_OCTET,
  MIN_INFLATED_HEAP,
} from '#grpc/limits';
import { Status } from '#grpc/status';
import { DEFAULT_LIMITS, type DecodeLimits, MAX_HEAP } from '#protobuf/limits';
import type { Clock } from '#time/clock';

/**
 * What the compressed messages of one connection may make us do, in bytes of memory that they
 * become, inflated and decoded. The limit of a message's size does not bound it: four KiB inflate to
 * four MiB of empty lists, which take a fifth of a second, and may come a thousand times a second.
 *
 * It is a bucket of tokens with a few in it. Each octet that comes earns some, and so does time. A
 * message may take more than there is, because nobody knows before what becomes of it; then the next
 * ones are refused until the debt is paid.
 */
export class InflationLimit {
  readonly #clock: Clock;
  #tokens: number = INFLATED_AT_FIRST;
  #filledAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /**
   * A message is to be inflated.
   * @param length of what came, in octets.
   * @throws GrpcError RESOURCE_EXHAUSTED if those before it have taken too much.
   */
  begin(length: number): void {
    if (this.#tokens <= 0) this.#fill();
    if (this.#tokens <= 0) {
      const details = 'the compressed messages of this connection inflate to too much';
      throw refusal(Status.RESOURCE_EXHAUSTED, details);
    }
    this.#earn(length * INFLATED_PER_OCTET);
  }

  /** The limits within which a compressed message of so many octets is decoded. */
  limitsOf(length: number): DecodeLimits {
    const maxHeap = MIN_INFLATED_HEAP + MAX_HEAP_PER_OCTET * length;
    return maxHeap < MAX_HEAP ? { ...DEFAULT_LIMITS, maxHeap } : DEFAULT_LIMITS;
  }

  /** So many bytes have become of a message, or have been made until it was given up. */
  spend(bytes: number): void {
    this.#tokens -= bytes;
  }

  /** Reckoned only when there is nothing left: an honest peer never pays for the arithmetic. */
  #fill(): void {
    const now = this.#clock.now();
    this.#earn(((now - this.#filledAt) / 1000) * INFLATED_PER_SECOND);
    this.#filledAt = now;
  }

  #earn(tokens: number): void {
    this.#tokens = Math.min(INFLATED_AT_ONCE, this.#tokens + tokens);
  }
}
