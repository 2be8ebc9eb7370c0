import { Metadata as GrpcMetadata, type StatusObject } from '@grpc/grpc-js';
import { Channel } from '#channel/channel';
import { createClient } from '#grpc/client/client';
import type { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { errorDetails } from '#grpc/rich-error';
import { unpackAny } from '#protobuf/any';
import { type Order, OrderManagementDefinition } from '#protobuf/generated/ecommerce';
import type { Any } from '#protobuf/generated/google/protobuf/any';
import { BadRequest } from '#protobuf/generated/google/rpc/error_details';
import { Status as RichStatus } from '#protobuf/generated/google/rpc/status';
import { LOOPBACK } from '#transport/tcp';
import { connect } from '../../../../lessons/shop/connect.ts';
import { ORDERS } from '../../../../lessons/shop/orders.ts';
import { DETAILS } from './add-order.ts';

/** What came of an AddOrder. */
export interface Added {
  code: number;
  text: string;
  value: string | undefined;
  front: { location: string[]; timestamps: number };
  behind: string[];
  /** `field: description`, and the types of the other details. */
  details: string[];
}

export type Add = (
  port: number,
  id: string,
  metadata: Record<string, string[]>,
  timeoutMs: number,
) => Promise<Added>;

const orderOf = (id: string): Order => ({ ...ORDERS[0]!, id }) as Order;

export const addByGrpcJs: Add = async (port, id, entries, timeoutMs) => {
  const shop = connect({ host: LOOPBACK, port });
  const metadata = new GrpcMetadata();
  for (const [name, values] of Object.entries(entries))
    for (const value of values) metadata.add(name, value);
  let front = new GrpcMetadata();
  let value: string | undefined;
  try {
    const options = { deadline: Date.now() + timeoutMs };
    const call = shop.addOrder(orderOf(id), metadata, options, (_error, response) => {
      value = response?.value;
    });
    call.on('metadata', (received: GrpcMetadata) => {
      front = received;
    });
    const ended = await new Promise<StatusObject>((resolve) => call.on('status', resolve));
    const [rich] = ended.metadata.get(DETAILS);
    return {
      code: ended.code,
      text: ended.details,
      value,
      front: {
        location: front.get('location').map(String),
        timestamps: front.get('timestamp').length,
      },
      behind: ended.metadata.get('status').map(String),
      details: rich === undefined ? [] : told(RichStatus.decode(rich as Buffer).details),
    };
  } finally {
    shop.close();
  }
};

export const addByOurs: Add = async (port, id, entries, timeoutMs) => {
  const channel = new Channel(`ipv4:${LOOPBACK}:${port}`);
  const shop = createClient(OrderManagementDefinition, channel);
  let front = new Metadata();
  let behind = new Metadata();
  let value: string | undefined;
  let failed: GrpcError | undefined;
  try {
    const response = await shop.addOrder(orderOf(id), {
      timeoutMs,
      metadata: new Metadata(entries),
      onHeaders: (received) => {
        front = received;
      },
      onTrailers: (received) => {
        behind = received;
      },
    });
    value = response.value;
  } catch (error) {
    failed = error as GrpcError;
  } finally {
    await channel.close();
  }
  return {
    code: failed?.code ?? 0,
    text: failed?.details ?? '',
    value,
    front: {
      location: front.getAll('location').map(String),
      timestamps: front.getAll('timestamp').length,
    },
    behind: behind.getAll('status').map(String),
    details: failed ? told(errorDetails(failed)) : [],
  };
};

/** Details as texts. */
function told(details: readonly Any[]): string[] {
  return details.flatMap((any) => {
    const bad = unpackAny(any, BadRequest);
    if (bad === undefined) return [any.typeUrl.slice(any.typeUrl.lastIndexOf('/') + 1)];
    return bad.fieldViolations.map(({ field, description }) => `${field}: ${description}`);
  });
}
