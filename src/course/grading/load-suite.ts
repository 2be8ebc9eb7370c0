import { Script } from 'node:vm';
import {
  ModuleRunner,
  ssrDynamicImportKey,
  ssrExportAllKey,
  ssrExportNameKey,
  ssrImportKey,
  ssrImportMetaKey,
  ssrModuleExportsKey,
} from 'vite/module-runner';
import { afterAll } from 'vitest';
import { limitTasks, stopAtFailure } from '#course/kit/task';
import { ROOT } from '#course/paths';
import type { Job } from './job.ts';
import { type Found, findModule } from './own-modules.ts';

type Evaluator = NonNullable<ConstructorParameters<typeof ModuleRunner>[1]>;

const PARAMETERS = [
  ssrModuleExportsKey,
  ssrImportMetaKey,
  ssrImportKey,
  ssrDynamicImportKey,
  ssrExportAllKey,
  ssrExportNameKey,
] as const;

/** What the module runner asks: which modules Node has, or where an import leads. */
interface Invocation {
  data: { name: string; data: [url: string, importer?: string] };
}

/**
 * Loads a job's suite into the test file that calls this, with a copy of its own of every module
 * from which one of the replaced ones can be reached: the suite, the layers below it, the subject.
 * All other modules are shared by all jobs. Each module is transformed and compiled once; only its
 * evaluation is the job's.
 */
export async function loadSuite({
  suite,
  replace = {},
  lastTask,
  untilFailure,
}: Job): Promise<void> {
  limitTasks(lastTask);
  stopAtFailure((task) => untilFailure === true || task === lastTask);
  const runner = new ModuleRunner(
    {
      transport: {
        invoke: async (payload) => {
          const { name, data } = (payload as Invocation).data;
          if (name === 'getBuiltins') return { result: [] };
          const [url, importer] = data;
          try {
            return { result: fetched(await findModule(url, importer, replace)) };
          } catch (error) {
            return { error };
          }
        },
      },
      hmr: false,
      // An error names the line that the learner wrote, not the one that the compiler made of it.
      sourcemapInterceptor: 'prepareStackTrace',
    },
    evaluator,
  );
  afterAll(() => runner.close());
  await runner.import(`${ROOT}${suite}`);
}

function fetched(found: Found) {
  // Its exports are not compared with what is imported: vitest does not do so either.
  if (found.code === undefined) return { externalize: found.id, type: 'builtin' as const };
  return { id: found.id, url: found.id, file: found.id, code: found.code, invalidate: false };
}

const evaluator: Evaluator = {
  async runInlinedModule(context, code, { id }) {
    const values = PARAMETERS.map((name) => context[name]);
    await scriptOf(id, code).runInThisContext()(...values);
    Object.seal(context[ssrModuleExportsKey]);
  },
  runExternalModule: importShared,
};

const shared = new Map<string, Promise<unknown>>();

/** Through vitest, which keeps one copy of each for all, and is asked once: each time takes it a while. */
function importShared(id: string): Promise<unknown> {
  const known = shared.get(id);
  if (known !== undefined) return known;
  const module = import(/* @vite-ignore */ id);
  shared.set(id, module);
  return module;
}

const scripts = new Map<string, Script>();

/** The module's code as a function, compiled once for all jobs that have the same file in it. */
function scriptOf(id: string, code: string): Script {
  const known = scripts.get(id);
  if (known !== undefined) return known;
  const opening = `'use strict';async (${PARAMETERS.join(',')})=>{{`;
  const options = { filename: id, columnOffset: -opening.length };
  const script = new Script(`${opening}${code}\n}}`, options);
  scripts.set(id, script);
  return script;
}
