import type { AnyMessage } from '#protobuf/message';

/** What messages of these types hold. The codec itself needs the schema and no types. */
export interface Order extends AnyMessage {
  id: string;
  items: string[];
  description?: string;
  price: number;
  destination: string;
}

export interface SecondOrder extends Order {
  cents: bigint;
  counts: number[];
  notes: Map<string, string>;
  status: number;
  payment?: { case: 'card'; value: string } | { case: 'invoice'; value: AnyMessage };
}

export interface Request extends AnyMessage {
  call?: { case: 'put'; value: Order } | { case: 'get'; value: string };
}

export interface Reply extends AnyMessage {
  order?: Order;
  problem: string;
}

/** As somebody with the first schema would order. */
export const TEA: Order = {
  id: 'o-7',
  items: ['tea', 'milk'],
  description: '',
  price: 4.5,
  destination: 'Rue 1',
};

/** And with the second. */
export const TEA_ON_ACCOUNT: SecondOrder = {
  ...TEA,
  cents: 450n,
  counts: [2, 300],
  notes: new Map([['gift', 'yes']]),
  status: 2,
  payment: { case: 'invoice', value: { to: 'Ada', days: 30 } },
};
