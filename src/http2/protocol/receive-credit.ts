import { ErrorCode } from '#http2/error-code';
import { connectionError } from '#http2/http2-error';
import type { Budget } from '#http2/limits/budget';
import { ReceiveWindow } from '#http2/streams/flow-control';
import type { Sender } from './sender.ts';

/**
 * The connection's own receive window (RFC 9113 §6.9.1), and how the peer gets credit for it.
 *
 * The peer gets it when octets come, not when they are read: streams that nobody reads must not
 * stop those that somebody reads. How much each stream may leave unread is its own window's to
 * say, and how much all of them may, the budget's. Only if that is exhausted the credit waits.
 */
export class ReceiveCredit {
  readonly #window: ReceiveWindow;
  readonly #sender: Sender;
  readonly #budget: Budget;
  #withheld = 0;

  constructor(size: number, sender: Sender, budget: Budget) {
    this.#window = new ReceiveWindow(size);
    this.#sender = sender;
    this.#budget = budget;
    budget.onRoom = () => {
      const withheld = this.#withheld;
      this.#withheld = 0;
      if (withheld > 0) this.#give(withheld);
    };
  }

  /** DATA came. @throws Http2Error for the connection: more than the peer was allowed to send. */
  received(size: number): void {
    if (!this.#window.receive(size)) {
      throw connectionError(ErrorCode.FLOW_CONTROL_ERROR, 'more DATA than the connection window');
    }
    this.#budget.charge(size);
    if (this.#budget.exhausted) this.#withheld += size;
    else this.#give(size);
  }

  /** Nobody holds these octets any more. */
  consumed(size: number): void {
    this.#budget.release(size);
  }

  #give(size: number): void {
    if (size === 0) return;
    const increment = this.#window.consume(size);
    if (increment > 0) this.#sender.windowUpdate(0, increment);
  }
}
