import { fromHex, toHex } from '#bytes/hex';
import type { MethodDefinition, ServiceDefinition } from '#protobuf/schema/service-definition';
import { RpcError } from '#rpc/codes';
import { noStreams } from './stub.ts';

/** What a server's functions look like, once nobody looks at their types any more. */
type Implementation = { readonly [name: string]: (request: unknown, context: unknown) => unknown };

// #region skeleton
/**
 * A server's skeleton: the procedures that lesson 2's dispatcher looks up, by path. Each unpacks
 * its request, calls the function that belongs to it, and packs what comes back.
 */
export function createSkeleton<Server extends object>(
  { methods }: ServiceDefinition,
  implementation: Server,
): Record<string, (hex: string) => Promise<string>> {
  const functions = implementation as Implementation;
  const procedures = Object.entries(methods).map(([name, method]) => [
    method.path,
    async (hex: string) => {
      if (method.requestStream || method.responseStream) throw noStreams(method);
      const reply = await functions[name]!(unpack(method, hex), {});
      return toHex(method.encodeResponse(reply), '');
    },
  ]);
  return Object.fromEntries(procedures);
}
// #endregion skeleton

/** Bytes that are not such a message are the caller's fault. */
function unpack(method: MethodDefinition, hex: string): unknown {
  try {
    return method.decodeRequest(fromHex(hex));
  } catch (error) {
    throw new RpcError('INVALID_ARGUMENT', (error as Error).message);
  }
}
