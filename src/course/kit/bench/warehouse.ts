import type { Order } from '#protobuf/generated/ecommerce';
import type { Clock } from '#time/clock';

/** What every read and every write takes unless told otherwise. */
const ACCESS_MS = 10;

/** The warehouse could not be read. */
export class WarehouseClosed extends Error {
  override readonly name = 'WarehouseClosed';
}

/** What a shop reads its orders from, one after the other: a fake, with time on the test's clock. */
export class Warehouse {
  /** Orders read so far by all searches together. */
  reads = 0;
  /** The order at this place cannot be read: 0 is the oldest. */
  failAt: number | undefined;
  readonly #orders: Order[];
  readonly #clock: Clock;
  readonly #takes: () => number;

  /** @param takes how long an access takes, in milliseconds; asked each time */
  constructor(orders: readonly Order[], clock: Clock, takes: () => number = () => ACCESS_MS) {
    this.#orders = orders.map((order) => ({ ...order, items: [...order.items] }));
    this.#clock = clock;
    this.#takes = takes;
  }

  async add(order: Order): Promise<void> {
    await this.#access();
    this.#orders.push(order);
  }

  /** Takes the place of the order that has this id, or is added. */
  async put(order: Order): Promise<void> {
    await this.#access();
    const at = this.#orders.findIndex(({ id }) => id === order.id);
    if (at < 0) this.#orders.push(order);
    else this.#orders[at] = order;
  }

  async find(wanted: string): Promise<Order | undefined> {
    await this.#access();
    return this.#orders.find(({ id }) => id === wanted);
  }

  /** The order at a place; `undefined` behind the last one. @throws WarehouseClosed */
  async read(at: number): Promise<Order | undefined> {
    await this.#access();
    this.reads++;
    if (at === this.failAt) throw new WarehouseClosed('the warehouse is closed');
    return this.#orders[at];
  }

  /** What else takes time in a shop. */
  rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.setTimer(resolve, ms);
    });
  }

  #access(): Promise<void> {
    return this.rest(this.#takes());
  }
}
