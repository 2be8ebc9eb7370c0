import { type Translation, translation } from '#grpc/interceptors/translate';
import { Status } from '#grpc/status';
import { packAny } from '#protobuf/any';
import {
  ErrorInfo,
  LocalizedMessage,
  RetryInfo,
} from '#protobuf/generated/google/rpc/error_details';

// #region classes
/** The shop's own errors. None of them knows of gRPC. */
export class ShopError extends Error {}

export class NoSuchOrder extends ShopError {
  readonly id: string;
  constructor(id: string) {
    super(`SELECT * FROM orders WHERE id = '${id}': no rows`);
    this.id = id;
  }
}
// #endregion classes

export class TakenAlready extends ShopError {
  readonly id: string;
  constructor(id: string) {
    super(`duplicate key: orders.id = '${id}'`);
    this.id = id;
  }
}

export class OutOfStock extends ShopError {
  readonly item: string;
  constructor(item: string) {
    super(`no rows for '${item}' in stock@10.0.0.9`);
    this.item = item;
  }
}

/** Too much to do; may be over in a moment. */
export class Busy extends ShopError {
  readonly afterMs: number;
  constructor(afterMs: number) {
    super('the pool has 0 of 20 connections left');
    this.afterMs = afterMs;
  }
}

const DOMAIN = 'shop.example';

const info = (reason: string, metadata: Record<string, string> = {}) =>
  packAny(ErrorInfo, { reason, domain: DOMAIN, metadata: new Map(Object.entries(metadata)) });

// #region translations
const noSuchOrder = translation({
  type: NoSuchOrder,
  code: Status.NOT_FOUND,
  text: ({ id }) => `there is no order ${id}`,
});

const outOfStock = translation({
  type: OutOfStock,
  code: Status.FAILED_PRECONDITION,
  text: ({ item }) => `there is no ${item} left`,
  details: ({ item }) => [
    info('OUT_OF_STOCK', { item }),
    packAny(LocalizedMessage, { locale: 'en', message: `Sorry, no ${item} today.` }),
  ],
});
// #endregion translations

const takenAlready = translation({
  type: TakenAlready,
  code: Status.ALREADY_EXISTS,
  text: ({ id }) => `there is an order ${id} already`,
});

const busy = translation({
  type: Busy,
  code: Status.UNAVAILABLE,
  text: () => 'the shop is busy',
  details: ({ afterMs }) => [
    packAny(RetryInfo, { retryDelay: { seconds: 0n, nanos: afterMs * 1_000_000 } }),
  ],
});

/** What the shop's errors are called on the wire. */
export const TRANSLATIONS: readonly Translation[] = [noSuchOrder, outOfStock, takenAlready, busy];
