import { strict as assert } from 'node:assert';
import { GrpcError } from '#grpc/grpc-error';
import type { StatusCode } from '#grpc/status';

/** What the cases have in common. */
export const payload = (size: number) => ({ type: 0, body: new Uint8Array(size) });

export const SIMPLE = {
  responseType: 0,
  responseSize: 0,
  fillUsername: false,
  fillOauthScope: false,
  fillServerId: false,
};

export async function failsWith(
  code: StatusCode,
  details: string | undefined,
  call: Promise<unknown>,
): Promise<void> {
  const error = await call.then(
    () => assert.fail('the call succeeded'),
    (error) => error,
  );
  assert.ok(error instanceof GrpcError, String(error));
  assert.equal(error.code, code, error.message);
  if (details !== undefined) assert.equal(error.details, details);
}

export async function all<T>(responses: AsyncIterable<T>): Promise<T[]> {
  const kept: T[] = [];
  for await (const response of responses) kept.push(response);
  return kept;
}
