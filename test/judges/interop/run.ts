/**
 * npm run judge:interop: gRPC's interoperability tests with the programs of grpc-go, both ways
 * round, in plaintext and over TLS; the compression cases, which grpc-go does not have, with
 * ourselves and with Python's grpcio. Exits 0 only if as many cases have passed as there are.
 */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goPrograms, installGo, installPython } from './install.ts';
import { freePort, round } from './rounds.ts';

const here = dirname(fileURLToPath(import.meta.url));
const node = [process.execPath, '--import', 'tsx'];

/** All that grpc-go has and that needs no cloud (doc/interop-test-descriptions.md). */
const COMMON = [
  'empty_unary',
  'large_unary',
  'client_streaming',
  'server_streaming',
  'ping_pong',
  'empty_stream',
  'cancel_after_begin',
  'cancel_after_first_response',
  'timeout_on_sleeping_server',
  'custom_metadata',
  'status_code_and_message',
  'special_status_message',
  'unimplemented_method',
  'unimplemented_service',
  'rpc_soak',
  'channel_soak',
  'orca_per_rpc',
  'orca_oob',
];
/** grpc-go's server has no id to tell, so only its client can ask ours. */
const GO_CLIENT = [...COMMON, 'pick_first_unary'];

/** The flag of each message. Python's side sees it by a tap on the wire, so in plaintext only. */
const COMPRESSION = [
  'client_compressed_unary',
  'server_compressed_unary',
  'client_compressed_streaming',
  'server_compressed_streaming',
];

const SOAK = [
  '--soak_iterations=1000',
  '--soak_num_threads=10',
  '--soak_overall_timeout_seconds=120',
  '--soak_per_iteration_max_acceptable_latency_ms=2000',
];
const ORCA = [
  '--service_config_json={"loadBalancingConfig":[{"test_backend_metrics_load_balancer":{}}]}',
];

const testdata = installGo();
const python = installPython();
execFileSync('npm', [
  'run', '--silent', 'generate', '--', '--to', join(here, 'generated'),
  '--from', join(here, 'proto'), '--also', 'proto', '--made', '#protobuf/generated',
]); // biome-ignore format: one line of a command
const ca = join(testdata, 'ca.pem');
const cert = join(testdata, 'server1.pem');
const key = join(testdata, 'server1.key');

const rounds: { passed: number; all: number }[] = [];

/** Each case a run of our client against whatever listens there. */
function ourClient(names: readonly string[], port: number, tls: boolean): [string, string[]][] {
  const client = [...node, join(here, 'client.ts'), '--port', String(port)];
  if (tls) client.push('--ca', ca);
  return names.map((name) => [name, [...client, '--case', name]]);
}

function ourServer(port: number, tls: boolean): string[] {
  const server = [...node, join(here, 'server.ts'), '--port', String(port)];
  return tls ? [...server, '--cert', cert, '--key', key] : server;
}

for (const tls of [false, true]) {
  const kind = tls ? 'TLS' : 'plaintext';

  const port = await freePort();
  const goClient = GO_CLIENT.map((name): [string, string[]] => [
    name,
    [
      join(goPrograms, 'client'),
      '--server_host=127.0.0.1',
      `--server_port=${port}`,
      `--test_case=${name}`,
      ...(tls
        ? [
            '--use_tls',
            '--use_test_ca',
            `--ca_file=${ca}`,
            '--server_host_override=foo.test.google.fr',
          ]
        : []),
      ...(name.startsWith('orca') ? ORCA : []),
      ...(name.endsWith('soak') ? SOAK : []),
    ],
  ]);
  const ours = ourServer(port, tls);
  rounds.push(await round(`grpc-go's client, our server, ${kind}`, ours, port, goClient));

  const go = await freePort();
  const goServer = [join(goPrograms, 'server'), `--port=${go}`];
  if (tls) goServer.push('--use_tls', `--tls_cert_file=${cert}`, `--tls_key_file=${key}`);
  const toGo = ourClient(COMMON, go, tls);
  rounds.push(await round(`our client, grpc-go's server, ${kind}`, goServer, go, toGo));

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
