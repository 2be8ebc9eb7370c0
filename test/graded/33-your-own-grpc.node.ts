import { SOON_MS } from '#course/kit/patience';
import { grpcJsCalls, weCallGrpcJs } from '../judges/interop/grpc-js/rounds.ts';

/** The part of lesson 33's suite that needs Node: grpc-js at the other end. */

/** gRPC's interoperability cases, both ways round, over a socket. */
export async function strangers() {
  return { theyCall: await grpcJsCalls(SOON_MS), weCall: await weCallGrpcJs(SOON_MS) };
}
