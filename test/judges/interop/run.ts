/**
 * npm run judge:interop: gRPC's interoperability tests with the programs of grpc-go, both ways
 * round, in plaintext and over TLS. Exits 0 only if as many cases have passed as there are.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const VERSION = 'v1.83.0';
const here = dirname(fileURLToPath(import.meta.url));
const bin = resolve('.judges/interop');
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

const SOAK = [
  '--soak_iterations=1000',
  '--soak_num_threads=10',
  '--soak_overall_timeout_seconds=120',
  '--soak_per_iteration_max_acceptable_latency_ms=2000',
];
const ORCA = [
  '--service_config_json={"loadBalancingConfig":[{"test_backend_metrics_load_balancer":{}}]}',
];

function install(): string {
  try {
    execFileSync('go', ['version']);
  } catch {
    console.error('judge:interop: needs Go (https://go.dev/dl): `go` is not in PATH');
    process.exit(1);
  }
  if (!existsSync(join(bin, 'client')) || !existsSync(join(bin, 'server'))) {
    mkdirSync(bin, { recursive: true });
    const module = 'google.golang.org/grpc/interop';
    const programs = ['client', 'server'].map((name) => `${module}/${name}@${VERSION}`);
    execFileSync('go', ['install', ...programs], {
      stdio: 'inherit',
      env: { ...process.env, GOBIN: bin },
    });
  }
  const cache = execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim();
  return join(cache, `google.golang.org/grpc@${VERSION}`, 'testdata');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function accepts(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise((done) => {
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
    });
    socket.destroy();
    if (open) return;
    await sleep(50);
  }
  throw new Error(`nothing listens on ${port}`);
}

async function passes(command: string[], log: (text: string) => void): Promise<boolean> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: 180_000 });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(-4000);
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) log(output);
  return code === 0;
}

async function round(
  title: string,
  server: string[],
  port: number,
  commands: [string, string[]][],
) {
  const child: ChildProcess = spawn(server[0]!, server.slice(1), { stdio: 'ignore' });
  const failed: string[] = [];
  try {
    await accepts(port);
    for (const [name, command] of commands) {
      const log = (text: string) => console.error(`--- ${title}: ${name}\n${text}`);
      if (!(await passes(command, log))) failed.push(name);
    }
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  const passed = commands.length - failed.length;
  console.log(`${title}: ${passed} of ${commands.length} passed`, failed.join(' '));
  return { passed, all: commands.length };
}

const testdata = install();
execFileSync('npm', [
  'run', '--silent', 'generate', '--', '--to', join(here, 'generated'),
  '--from', join(here, 'proto'), '--also', 'proto',
]); // biome-ignore format: one line of a command
const ca = join(testdata, 'ca.pem');
const cert = join(testdata, 'server1.pem');
const key = join(testdata, 'server1.key');

let passed = 0;
let all = 0;
for (const tls of [false, true]) {
  const kind = tls ? 'TLS' : 'plaintext';

  const ourPort = await freePort();
  const ours = [...node, join(here, 'server.ts'), '--port', String(ourPort)];
  if (tls) ours.push('--cert', cert, '--key', key);
  const goClient = GO_CLIENT.map((name): [string, string[]] => [
    name,
    [
      join(bin, 'client'),
      '--server_host=127.0.0.1',
      `--server_port=${ourPort}`,
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
  const first = await round(`grpc-go's client, our server, ${kind}`, ours, ourPort, goClient);

  const goPort = await freePort();
  const goServer = [join(bin, 'server'), `--port=${goPort}`];
  if (tls) goServer.push('--use_tls', `--tls_cert_file=${cert}`, `--tls_key_file=${key}`);
  const ourClient = COMMON.map((name): [string, string[]] => [
    name,
    [
      ...node,
      join(here, 'client.ts'),
      '--port',
      String(goPort),
      '--case',
      name,
      ...(tls ? ['--ca', ca] : []),
    ],
  ]);
  const second = await round(`our client, grpc-go's server, ${kind}`, goServer, goPort, ourClient);
  passed += first.passed + second.passed;
  all += first.all + second.all;
}

const expected = 2 * (GO_CLIENT.length + COMMON.length);
console.log(`judge:interop: ${passed} passed, ${all - passed} failed, 0 skipped, of ${expected}`);
process.exitCode = passed === expected ? 0 : 1;
