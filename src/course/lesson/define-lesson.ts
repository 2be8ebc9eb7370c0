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
  /** As of an experiment, of the story itself. */
  varies?: true;
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
  /** What it prints depends on clocks, or on who is first: only its words are the same each time. */
  varies?: true;
  /** About how long it takes, if one could think that it hangs. */
  seconds?: number;
}

/** What happens, and how long one waits for it: `three updates under load (18 s)`. */
export function aboutOf({ about, seconds }: Experiment): string {
  return seconds === undefined ? about : `${about} (${seconds} s)`;
}

export interface RunOptions {
  /** The experiments asked for, by name: `{ chunk: '1' }`, `{ kill: true }`. */
  experiments: Record<string, string | boolean | undefined>;
}

export interface EndOptions {
  host: string;
  port: number;
  /** Prints a line for the person who watches this end. */
  log(line: string): void;
}

export interface ServerOptions extends EndOptions {
  /** A story stops between scenes for as long as the learner reads: no client is silent for too long. */
  inStory?: true;
}

export interface ClientOptions extends EndOptions {
  signal: AbortSignal;
}

export interface RunningServer {
  host: string;
  port: number;
  /** Ends the server and every connection that it has. */
  close(): Promise<void>;
}

/** What every story takes itself: an experiment of the same name would never hear of it. */
const TAKEN = /^--(no-)?(step|scene|wire|mine|layers)( |$)/;

/**
 * Gives the literal its type.
 * @throws Error if an experiment has the name of a flag that every story takes
 */
export function defineLesson(lesson: Lesson): Lesson {
  for (const { flag } of lesson.experiments) {
    if (TAKEN.test(flag)) throw new Error(`${flag} is a flag of every story, and no experiment`);
  }
  return lesson;
}
