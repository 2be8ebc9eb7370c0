import { describe, expect, it } from 'vitest';
import { packAny, unpackAny } from '#protobuf/any';
import { BadRequest, RetryInfo } from '#protobuf/generated/google/rpc/error_details';
import { Status } from '#protobuf/generated/google/rpc/status';

describe('Any', () => {
  const violation = { field: 'order.id', description: 'is empty', reason: 'EMPTY' };
  const details = packAny(BadRequest, { fieldViolations: [violation] });

  it('carries a message with the name of its type', () => {
    expect(details.typeUrl).toBe('type.googleapis.com/google.rpc.BadRequest');
    const status = Status.decode(Status.encode({ code: 3, message: 'no', details: [details] }));
    expect(unpackAny(status.details[0]!, BadRequest)).toEqual({ fieldViolations: [violation] });
  });

  it('is not another type, whoever hosts it', () => {
    expect(unpackAny(details, RetryInfo)).toBeUndefined();
    const elsewhere = { ...details, typeUrl: 'example.com/types/google.rpc.BadRequest' };
    expect(unpackAny(elsewhere, BadRequest)?.fieldViolations.length).toBe(1);
    expect(unpackAny({ typeUrl: 'google.rpc', value: details.value }, BadRequest)).toBeUndefined();
  });
});
