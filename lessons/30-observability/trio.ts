import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ROOT } from '#course/paths';
import { LOOPBACK } from '#transport/tcp';
import { SERVICES } from './system.ts';

/** Three servers of grpc-js, each a process of its own, traced by OpenTelemetry. */
export interface Trio {
  /** Where the first of them listens. */
  readonly port: number;
  /** What they have printed so far: their logs. */
  readonly logs: readonly string[];
  /** Where one reads the metrics of a service. */
  metricsUrl(service: string): string;
  /** Resolves when all spans have been brought to the collector. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface TrioOptions {
  /** The port of the collector. */
  collector: number;
  /** Where the first of them listens; by default at this machine, on a free port. */
  host?: string;
  port?: number;
  log?(line: string): void;
  /** Leaves out the line that has grpc-js patched. */
  unpatched?: boolean;
}

export async function startTrio(options: TrioOptions): Promise<Trio> {
  const logs: string[] = [];
  const log = (line: string) => {
    logs.push(line);
    options.log?.(line);
  };
  const services = SERVICES.map((service, i) =>
    start(service, { ...options, ...(i > 0 && { host: LOOPBACK, port: 0 }), log }),
  );
  try {
    const ports = await Promise.all(services.map(({ ready }) => ready));
    for (const [i, service] of services.slice(0, -1).entries()) {
      await service.tell({ next: ports[i + 1]!.port }, 'connected');
    }
    return {
      port: ports[0]!.port,
      logs,
      metricsUrl(service) {
        const { metricsPort } = ports[SERVICES.indexOf(service as (typeof SERVICES)[number])]!;
        return `http://127.0.0.1:${metricsPort}/metrics`;
      },
      async flush() {
        await Promise.all(services.map((service) => service.tell('flush', 'flushed')));
      },
      close: () => end(services),
    };
  } catch (error) {
    await end(services);
    throw error;
  }
}

interface Ports {
  port: number;
  metricsPort: number;
}

/** What a service says if it cannot listen. */
interface Refused {
  code: string;
  message: string;
}

interface Service {
  readonly ready: Promise<Ports>;
  readonly gone: Promise<void>;
  readonly child: ChildProcess;
  /** Sends a message, and waits for the answer. */
  tell(message: object | string, answer: string): Promise<void>;
}

function start(service: string, options: TrioOptions): Service {
  const { collector, host = LOOPBACK, port = 0, log, unpatched } = options;
  const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  // #region start
  const imports = ['--import', 'tsx', '--import', here('instrument.ts')];
  const args = [here('js-service.ts'), service, host, String(port)];
  const child = spawn(process.execPath, [...imports, ...args], {
    cwd: ROOT,
    // By the channel it notices that this process is gone, however that ended.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...process.env,
      OTEL_SERVICE_NAME: service,
      // How long spans wait for others to go with them, in milliseconds.
      OTEL_BSP_SCHEDULE_DELAY: '1000',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector}`,
      ...(unpatched && { WITHOUT_REQUIRE: '1' }),
    },
  });
  // #endregion start
  createInterface({ input: child.stdout as Readable }).on('line', (line) => log?.(line));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const hear = <T>(is: (message: unknown) => boolean) =>
    new Promise<T>((resolve, reject) => {
      const listener = (message: unknown) => {
        if (!is(message)) return;
        child.off('message', listener);
        resolve(message as T);
      };
      child.on('message', listener);
      void gone.then(() => reject(new Error(`the ${service} service ended too early`)));
    });
  return {
    ready: hear<Ports | Refused>((message) => typeof message === 'object').then((said) => {
      if ('port' in said) return said;
      throw Object.assign(new Error(said.message), { code: said.code });
    }),
    gone,
    child,
    async tell(message, answer) {
      const heard = hear((one) => one === answer);
      child.send(message);
      await heard;
    },
  };
}

async function end(services: readonly Service[]): Promise<void> {
  for (const { ready } of services) ready.catch(() => {});
  for (const { child } of services) child.kill('SIGKILL');
  await Promise.all(services.map(({ gone }) => gone));
}
