import { grpcJsCalls, weCallGrpcJs } from '../interop/grpc-js/rounds.ts';
import { finish } from './tier.ts';

/** gRPC's interoperability cases with grpc-js at the other end, both ways round. */
const rounds = [
  { title: 'grpc-js’ client, this server', ...(await grpcJsCalls()) },
  { title: 'this client, grpc-js’ server', ...(await weCallGrpcJs()) },
];
for (const { title, all, failed, reasons } of rounds) {
  console.log(`${title}: ${all - failed.length} of ${all} passed`);
  for (const reason of reasons) console.log(`  ${reason}`);
}
const all = rounds.reduce((sum, round) => sum + round.all, 0);
const failed = rounds.reduce((sum, round) => sum + round.failed.length, 0);
finish(failed === 0 && all === 28, `${all - failed} of 28 cases passed`);
