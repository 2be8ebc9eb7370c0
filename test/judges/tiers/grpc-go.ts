import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON, GO_CLIENT, withGo } from '../interop/go-rounds.ts';
import { goPrograms, installGo } from '../interop/install.ts';
import { cannotRun, finish, mayInstall, requireGo } from './tier.ts';

/** gRPC's interoperability tests with grpc-go's own programs, both ways, plaintext and TLS. */
requireGo('grpc-go’s interop programs');
const areHere = ['client', 'server'].every((name) => existsSync(join(goPrograms, name)));
if (!areHere && !mayInstall) {
  cannotRun(
    'grpc-go’s interop programs are not here; --install builds them with Go (minutes, 60 MB)',
  );
}
const { goCallsUs, weCallGo } = withGo(installGo());
const rounds = [];
for (const tls of [false, true]) rounds.push(await goCallsUs(tls), await weCallGo(tls));
const passed = rounds.reduce((sum, round) => sum + round.passed, 0);
const expected = 2 * (GO_CLIENT.length + COMMON.length);
finish(passed === expected, `${passed} of ${expected} cases passed`);
