import { drawEvent } from '#inspect/draw/draw';
import type { Paint } from '#inspect/draw/paint';
import { visible, visibleLine } from '#inspect/draw/visible';
import { wrap } from '#inspect/draw/wrap';
import type { TraceEvent } from '#inspect/trace';

/**
 * Where a lesson tells its story: what it says, step by step, and the bytes as they go by. Any of it
 * can quote a peer, so every text is made harmless here, before it reaches the terminal.
 */
export interface Stage {
  readonly paint: Paint;
  /** Ends with the lesson, or when the learner has seen enough (Ctrl-C). */
  readonly signal: AbortSignal;
  /** The titles of the scenes that have begun, in order. */
  readonly scenes: readonly string[];
  /**
   * A new scene. On a terminal it waits for Enter first.
   * @throws StoryOver if the learner wants no more of it
   */
  scene(title: string): Promise<void>;
  /** A paragraph. */
  say(text: string): void;
  /** A moment inside a scene: who, and what they do. */
  step(who: string, what: string): void;
  /** What a program printed, or code: not wrapped, set in. */
  print(text: string): void;
  /** Draws something off the wire, unless `--no-wire`. What was drawn before is only named. */
  show(event: TraceEvent): void;
}

/** The story ends here, before its end, and nothing is wrong. */
export class StoryOver extends Error {
  override readonly name = 'StoryOver';
}

export interface StageOptions {
  write(text: string): void;
  paint: Paint;
  width: number;
  /** Draw the bytes. */
  wire: boolean;
  /** Waits until the learner wants to go on to the scene of this name; `false` if not at all. */
  pause?(next: string): Promise<boolean>;
  /** The number of the one scene to be seen, from 1; 0 for none. The others happen unseen. */
  only?: number;
  signal: AbortSignal;
}

const WHO_WIDTH = 16;

export function createStage(options: StageOptions): Stage {
  const { paint, width, wire, pause, only, signal } = options;
  // A meaning is explained once, and a long field is drawn once; then its name is enough.
  const explained = new Set<string>();
  const drawn = new Set<string>();
  const scenes: string[] = [];

  function write(text: string): void {
    if (only === undefined || only === scenes.length) options.write(text);
  }

  function paragraph(text: string, indent: number): string {
    return wrap(text, width - indent)
      .map((line) => `${' '.repeat(indent)}${line}`.trimEnd())
      .join('\n');
  }

  return {
    paint,
    signal,
    scenes,
    async scene(title) {
      const name = `${scenes.length + 1} · ${visibleLine(title)}`;
      signal.throwIfAborted();
      if (only !== undefined && only > 0 && scenes.length === only) throw new StoryOver();
      if (scenes.length > 0 && pause && !(await pause(name))) throw new StoryOver();
      signal.throwIfAborted();
      scenes.push(title);
      const line = '─'.repeat(Math.max(0, width - name.length - 4));
      write(`\n${paint.strong(`── ${name} `)}${paint.faint(line)}\n`);
    },
    say: (text) => write(`${paragraph(visible(text), 0)}\n`),
    step(who, what) {
      const [first = '', ...rest] = wrap(visible(what), width - WHO_WIDTH - 2);
      write(`  ${paint.strong(visibleLine(who).padEnd(WHO_WIDTH))}${first}\n`);
      for (const line of rest) write(`  ${' '.repeat(WHO_WIDTH)}${line}\n`);
    },
    print(text) {
      for (const line of visible(text).trimEnd().split('\n')) write(`    ${line}\n`);
    },
    show(event) {
      if (wire) write(`${drawEvent(event, { width, paint, explained, drawn })}\n`);
    },
  };
}
