/**
 * npm run judge:interop: gRPC's interoperability tests with the programs of grpc-go, both ways
 * round, in plaintext and over TLS; the compression cases, which grpc-go does not have, with
 * ourselves and with Python's grpcio. Exits 0 only if as many cases have passed as there are.
 */

import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '#transport/free-port';
import { COMMON, GO_CLIENT, withGo } from './go-rounds.ts';
import { installGo, installPython } from './install.ts';
import { round } from './rounds.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** The flag of each message. Python's side sees it by a tap on the wire, so in plaintext only. */
const COMPRESSION = [
  'client_compressed_unary',
  'server_compressed_unary',
  'client_compressed_streaming',
  'server_compressed_streaming',
];

const testdata = installGo();
const python = installPython();
execFileSync('npm', [
  'run', '--silent', 'generate', '--', '--to', join(here, 'generated'),
  '--from', join(here, 'proto'), '--also', 'proto', '--made', '#protobuf/generated',
]); // biome-ignore format: one line of a command
const { goCallsUs, ourClient, ourServer, weCallGo } = withGo(testdata);

const rounds: { passed: number; all: number }[] = [];

for (const tls of [false, true]) {
  const kind = tls ? 'TLS' : 'plaintext';

  rounds.push(await goCallsUs(tls), await weCallGo(tls));

  const own = await freePort();
  const title = `compression: our client, our server, ${kind}`;
  rounds.push(await round(title, ourServer(own, tls), own, ourClient(COMPRESSION, own, tls)));
}

const port = await freePort();
const pythonClient = COMPRESSION.map((name): [string, string[]] => [
  name,
  [python, join(here, 'python/client.py'), String(port), name],
]);
const ours = ourServer(port, false);
rounds.push(await round("compression: Python's client, our server", ours, port, pythonClient));

const own = await freePort();
const pythonServer = [python, join(here, 'python/server.py'), String(own)];
const toPython = ourClient(COMPRESSION, own, false);
rounds.push(await round("compression: our client, Python's server", pythonServer, own, toPython));

const passed = rounds.reduce((sum, each) => sum + each.passed, 0);
const failed = rounds.reduce((sum, each) => sum + each.all - each.passed, 0);
const expected =
  2 * (GO_CLIENT.length + COMMON.length + COMPRESSION.length) + 2 * COMPRESSION.length;
console.log(`judge:interop: ${passed} passed, ${failed} failed, 0 skipped, of ${expected}`);
process.exitCode = passed === expected ? 0 : 1;
