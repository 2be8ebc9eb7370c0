import { join } from 'node:path';
import { freePort } from '#transport/free-port';
import { goPrograms } from './install.ts';
import { round } from './rounds.ts';

const here = import.meta.dirname;
/** As this process was started: so the layers that are switched in are those of all others. */
const flags = process.execArgv.includes('tsx') ? process.execArgv : ['--import', 'tsx'];
const node = [process.execPath, ...flags];

/** All that grpc-go has and that needs no cloud (doc/interop-test-descriptions.md). */
export const COMMON = [
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
export const GO_CLIENT = [...COMMON, 'pick_first_unary'];

const SOAK = [
  '--soak_iterations=1000',
  '--soak_num_threads=10',
  '--soak_overall_timeout_seconds=120',
  '--soak_per_iteration_max_acceptable_latency_ms=2000',
];
const ORCA = [
  '--service_config_json={"loadBalancingConfig":[{"test_backend_metrics_load_balancer":{}}]}',
];

/** @param testdata grpc-go's certificates */
export function withGo(testdata: string) {
  const ca = join(testdata, 'ca.pem');
  const cert = join(testdata, 'server1.pem');
  const key = join(testdata, 'server1.key');

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

  async function goCallsUs(tls: boolean) {
    const port = await freePort();
    const secure = [
      '--use_tls',
      '--use_test_ca',
      `--ca_file=${ca}`,
      '--server_host_override=foo.test.google.fr',
    ];
    const goClient = GO_CLIENT.map((name): [string, string[]] => [
      name,
      [
        join(goPrograms, 'client'),
        '--server_host=127.0.0.1',
        `--server_port=${port}`,
        `--test_case=${name}`,
        ...(tls ? secure : []),
        ...(name.startsWith('orca') ? ORCA : []),
        ...(name.endsWith('soak') ? SOAK : []),
      ],
    ]);
    const title = `grpc-go's client, our server, ${kindOf(tls)}`;
    return round(title, ourServer(port, tls), port, goClient);
  }

  async function weCallGo(tls: boolean) {
    const port = await freePort();
    const server = [join(goPrograms, 'server'), `--port=${port}`];
    if (tls) server.push('--use_tls', `--tls_cert_file=${cert}`, `--tls_key_file=${key}`);
    const title = `our client, grpc-go's server, ${kindOf(tls)}`;
    return round(title, server, port, ourClient(COMMON, port, tls));
  }

  return { goCallsUs, weCallGo, ourClient, ourServer };
}

const kindOf = (tls: boolean) => (tls ? 'TLS' : 'plaintext');
