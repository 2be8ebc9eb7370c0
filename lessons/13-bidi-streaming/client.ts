import { createInterface, type Interface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { converse } from '#bidi/converse';
import type { ClientOptions } from '#course/lesson/define-lesson';
import { asSystemError } from '../10-hello-grpc/system-error.ts';
import { joinChat } from './chat.ts';

/** So long a chat may be silent: a deadline for all of it would end it in the middle of a word. */
const SILENT_MS = 200;
const NAMES = ['Ada', 'Bob', 'Eve', 'Kim', 'Lou', 'Max', 'Ned'];

/**
 * In a terminal: a seat in the shop's chat; each line that is typed is said, Ctrl-D leaves. Without
 * one: it says a line, listens for a moment, and goes.
 */
export async function runClient({ host, port, log, signal }: ClientOptions): Promise<void> {
  const name = NAMES[process.pid % NAMES.length]!;
  const { client, call } = joinChat(`${host}:${port}`, name);
  signal.addEventListener('abort', () => call.cancel());
  const keyboard = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined;
  call.once('metadata', () => log(`You are ${name}. Ctrl-D leaves.`));
  try {
    for await (const { value } of converse(call, keyboard ? typed(keyboard) : one(name))) {
      log(value);
    }
  } catch (error) {
    if (!signal.aborted) throw asSystemError(error);
  } finally {
    keyboard?.close();
    client.close();
  }
}

async function* typed(keyboard: Interface) {
  for await (const value of keyboard) yield { value };
}

async function* one(name: string) {
  yield { value: `${name} looks in` };
  await setTimeout(SILENT_MS);
}
