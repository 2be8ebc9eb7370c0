import type { Trace } from '#inspect/trace';
import type { Stage } from './stage.ts';

/** A lesson that can be run; `lessons/NN-slug/lesson.ts` exports one by default. */
export interface Lesson {
  /** Where `lesson N server` listens and `lesson N client` calls unless told otherwise. */
  port: number;
  /** The ways to break it, each a flag of `npm run lesson N -- …`. */
  experiments: Experiment[];
  /** The story: the real server and the real client, in this process, on a free port. */
  run(stage: Stage, options: RunOptions): Promise<void>;
  /** The server alone, in a terminal of its own. */
  startServer(options: ServerOptions): Promise<RunningServer>;
  /** The client alone, against a server that is running somewhere. */
  runClient(options: ClientOptions): Promise<void>;
  /** The runs that the page shows, each recorded anew and compared by a test. */
  traces: Record<string, () => Promise<Trace>>;
}

export interface Experiment {
  /** As the argument parser wants it: `--kill`, `--chunk <bytes>`. */
  flag: string;
  /** How to type it, where the flag takes a value. */
  example?: string;
  /** What happens, in a line. */
  about: string;
}

export interface RunOptions {
  /** The experiments asked for, by name: `{ chunk: '1' }`, `{ kill: true }`. */
  experiments: Record<string, string | boolean | undefined>;
}

export interface EndOptions {
  host: string;
  port: number;
  /** Prints a line for whoever watches this end. */
  log(line: string): void;
}

export type ServerOptions = EndOptions;

export interface ClientOptions extends EndOptions {
  signal: AbortSignal;
}

export interface RunningServer {
  host: string;
  port: number;
  /** Ends the server and every connection that it has. */
  close(): Promise<void>;
}

/** Gives the literal its type; it does nothing else. */
export function defineLesson(lesson: Lesson): Lesson {
  return lesson;
}
