import { fromHex, toHex } from '#bytes/hex';
import type {
  ClientStub,
  MethodDefinition,
  ServiceDefinition,
} from '#protobuf/schema/service-definition';
import type { CallOptions } from '#rpc/call-table';
import type { RpcClient } from '#rpc/client';
import { RpcError } from '#rpc/codes';

// #region stub
/** A client's stub: what the definition says, made into functions. It works for every service. */
export function createStub<Service extends ServiceDefinition>(
  { methods }: Service,
  client: RpcClient,
): ClientStub<Service, CallOptions> {
  const stub = Object.entries(methods).map(([name, method]) => [
    name,
    (request: unknown, options?: CallOptions) => call(client, method, request, options),
  ]);
  return Object.fromEntries(stub) as ClientStub<Service, CallOptions>;
}

/** Packs the request, sends it over lesson 2's connection, unpacks the reply. */
async function call(
  client: RpcClient,
  method: MethodDefinition,
  request: unknown,
  options?: CallOptions,
): Promise<unknown> {
  if (method.requestStream || method.responseStream) throw noStreams(method);
  const bytes = toHex(method.encodeRequest(request), '');
  const reply = await client.call(method.path, [bytes], options);
  return method.decodeResponse(fromHex(reply as string));
}
// #endregion stub

export function noStreams({ path }: MethodDefinition): RpcError {
  const why = 'this connection has one reply for each call, and no streams (lesson 11 has)';
  return new RpcError('UNIMPLEMENTED', `${path}: ${why}`);
}
