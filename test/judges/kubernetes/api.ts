import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** An object of Kubernetes, as far as the judge reads it. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the API server says
export type Thing = any;

export interface Answer {
  status: number;
  body: Thing;
  /** What it says of a field that it has left out. */
  warning: string;
}

/** A real API server, in a process of its own. */
export class ApiServer {
  readonly url: string;
  readonly #token: string;
  readonly #agent: Agent;
  readonly #process: ChildProcess;

  private constructor(
    child: ChildProcess,
    { url, token, ca }: { url: string; token: string; ca: string },
  ) {
    this.#process = child;
    this.url = url;
    this.#token = token;
    this.#agent = new Agent({ ca: readFileSync(ca), keepAlive: true });
  }

  static async start(program: string, folder: string): Promise<ApiServer> {
    const child = spawn(program, ['serve', folder], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr.pipe(createWriteStream(join(folder, 'log')));
    const ended = once(child, 'close').then(() => {
      throw new Error(
        `the API server has ended: ${readFileSync(join(folder, 'log'), 'utf8').slice(-2_000)}`,
      );
    });
    ended.catch(() => {});
    const line = once(createInterface({ input: child.stdout }), 'line');
    const [text] = (await Promise.race([line, ended])) as [string];
    return new ApiServer(child, JSON.parse(text));
  }

  call(method: string, path: string, body?: unknown, type = 'application/json'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.url}${path}`,
        { method, agent: this.#agent, headers: this.#headers(type) },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const isJson = /json/.test(response.headers['content-type'] ?? '');
            resolve({
              status: response.statusCode ?? 0,
              body: isJson ? JSON.parse(text) : text,
              warning: String(response.headers.warning ?? ''),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** Tells each line of a watch until the signal aborts. */
  watch(path: string, signal: AbortSignal, told: (event: Thing) => void): void {
    const sent = request(
      `${this.url}${path}`,
      { agent: this.#agent, headers: this.#headers('application/json'), signal },
      (response) => {
        const lines = createInterface({ input: response });
        lines.on('line', (line) => told(JSON.parse(line)));
        // It ends when nobody wants to hear more.
        for (const source of [lines, response]) source.on('error', () => {});
      },
    );
    sent.on('error', () => {});
    sent.end();
  }

  async end(): Promise<void> {
    const gone = once(this.#process, 'close');
    this.#agent.destroy();
    this.#process.stdin?.end();
    await gone;
  }

  #headers(type: string) {
    return { authorization: `Bearer ${this.#token}`, 'content-type': type };
  }
}
