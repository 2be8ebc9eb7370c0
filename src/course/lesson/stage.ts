import { drawEvent } from '#inspect/draw';
import type { Paint } from '#inspect/paint';
import type { TraceEvent } from '#inspect/trace';
import { wrap } from '#inspect/wrap';

/** Where a lesson tells its story: what it says, step by step, and the bytes as they go by. */
export interface Stage {
  readonly paint: Paint;
  /** Ends with the lesson, or when the learner has seen enough (Ctrl-C). */
  readonly signal: AbortSignal;
  /** A new scene. With `--step` it waits for Enter first. */
  scene(title: string): Promise<void>;
  /** A paragraph. */
  say(text: string): void;
  /** A moment inside a scene: who, and what they do. */
  step(who: string, what: string): void;
  /** What a program printed, or code: not wrapped, set in. */
  print(text: string): void;
  /** Draws something off the wire, unless `--no-wire`. */
  show(event: TraceEvent): void;
}

export interface StageOptions {
  write(text: string): void;
  paint: Paint;
  width: number;
  /** Draw the bytes. */
  wire: boolean;
  /** Waits until the learner wants to go on. */
  pause?(): Promise<void>;
  signal: AbortSignal;
}

const WHO_WIDTH = 16;

export function createStage({ write, paint, width, wire, pause, signal }: StageOptions): Stage {
  // A meaning is explained once; when it comes by again, its name is enough.
  const explained = new Set<string>();
  let scenes = 0;

  function paragraph(text: string, indent: number): string {
    return wrap(text, width - indent)
      .map((line) => `${' '.repeat(indent)}${line}`.trimEnd())
      .join('\n');
  }

  return {
    paint,
    signal,
    async scene(title) {
      if (scenes++ > 0) await pause?.();
      signal.throwIfAborted();
      write(
        `\n${paint.strong(`── ${title} `)}${paint.faint('─'.repeat(Math.max(0, width - title.length - 4)))}\n`,
      );
    },
    say: (text) => write(`${paragraph(text, 0)}\n`),
    step(who, what) {
      const [first = '', ...rest] = wrap(what, width - WHO_WIDTH - 2);
      write(`  ${paint.strong(who.padEnd(WHO_WIDTH))}${first}\n`);
      for (const line of rest) write(`  ${' '.repeat(WHO_WIDTH)}${line}\n`);
    },
    print(text) {
      for (const line of text.trimEnd().split('\n')) write(`    ${line}\n`);
    },
    show(event) {
      if (wire) write(`${drawEvent(event, { width, paint, explained })}\n`);
    },
  };
}
