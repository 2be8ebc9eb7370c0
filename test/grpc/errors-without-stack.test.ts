import { expect, test } from 'vitest';
import { GrpcError, refusal, withoutStack } from '#grpc/grpc-error';
import { Status } from '#grpc/status';

test('an error that a peer can have by the thousand has no stack, and others have theirs', () => {
  const { stackTraceLimit } = Error;
  const error = refusal(Status.RESOURCE_EXHAUSTED, 'too many');
  expect(error).toMatchObject({ code: Status.RESOURCE_EXHAUSTED, details: 'too many' });
  expect(error.stack).not.toMatch(/\n\s+at /);
  const fails = () =>
    withoutStack(() => {
      throw new RangeError('while it was made');
    });
  expect(fails).toThrow(RangeError);
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  expect(new GrpcError(Status.INTERNAL, '').stack).toMatch(/\n\s+at /);
});
