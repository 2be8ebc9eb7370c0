import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

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

export async function round(
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
