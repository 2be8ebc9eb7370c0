import type { Task } from '#course/exercise/exercise';

/** An exercise as a page gets it (`build/exercise/plugin.ts`). */
export interface PageExercise {
  number: number;
  title: string;
  /** `03-framing` */
  folder: string;
  tasks: Task[];
  files: PageFile[];
  /** What its suite needs and a browser does not have: `node`, or a package's name. */
  needs?: string;
  /** The address of the suite, if it can be judged here. */
  suite?: string;
}

export interface PageFile {
  /** What everybody imports it as: `#framing/frame`. */
  name: string;
  /** `frame.ts` */
  file: string;
  skeleton: string;
}
