import { BUILD_RULES } from './built.ts';
import { findProgram } from './program.ts';
import { at, installs, isPackageFile, linesOf, type Rule, sourcesOf } from './rule.ts';
import { chainOf, imageOf } from './stages.ts';

const SECRET = /TOKEN|SECRET|PASSW|PRIVATE|CREDENTIAL|API_?KEY/i;
const SIGNALS = /^(SIG)?(TERM|INT)$|^(15|2)$/;

export const RULES: readonly Rule[] = [
  {
    id: 'pinned',
    title: 'The base has a version',
    find: (stages) =>
      stages.flatMap(({ base, number }, i) => {
        const isStage = stages.slice(0, i).some(({ name }) => name === base.toLowerCase());
        if (isStage || base === 'scratch' || /@sha256:[0-9a-f]{64}$/.test(base)) return [];
        if (/:v?\d+\.\d+\.\d+([.-]|$)/.test(base)) return [];
        const text = `the base ${base || '(nothing)'} is another image next month: give it a version of three numbers, or a digest`;
        return [{ line: number, text }];
      }),
  },
  {
    id: 'stages',
    title: 'What builds it stays behind',
    find: (stages) => {
      const last = stages.at(-1)!;
      const { number } = last;
      const takes = linesOf(last, 'COPY').some(({ flags }) => flags.has('from'));
      if (stages.length > 1 && takes) return [];
      const text =
        'the last stage takes nothing from one before it (COPY --from): so it is the place where it was built, with all that was needed for that';
      return [{ line: number, text }];
    },
  },
  {
    id: 'lock',
    title: 'npm ci, by the lock file',
    find: (stages) =>
      stages
        .flatMap(installs)
        .flatMap(({ line, verb }) =>
          /^(ci|clean-install)$/.test(verb)
            ? []
            : [at(line, `npm ${verb} may take other versions than those that were tested: npm ci`)],
        ),
  },
  {
    id: 'dev',
    title: 'No tools of development in the image',
    find: (stages) => {
      const chain = chainOf(stages);
      const from = new Set(
        linesOf(imageOf(stages), 'COPY')
          .filter(({ words }) => words.slice(0, -1).some((word) => /node_modules\/?$/.test(word)))
          .map(({ flags }) => flags.get('from')?.toLowerCase()),
      );
      return stages
        .filter((stage, i) => chain.includes(stage) || from.has(stage.name) || from.has(String(i)))
        .flatMap((stage) => {
          const found = installs(stage);
          const isLean = found.some(({ rest }) => /--omit[= ]dev|--production/.test(rest));
          const text = 'these packages go into the image, the tools too: npm ci --omit=dev';
          return found.length === 0 || isLean ? [] : [at(found[0]!.line, text)];
        });
    },
  },
  {
    id: 'cache',
    title: 'What changes rarely comes first',
    find: (stages) =>
      stages.flatMap((stage) => {
        const [first] = installs(stage);
        if (first === undefined) return [];
        return linesOf(stage, 'COPY', 'ADD')
          .filter(({ number }) => number < first.line.number)
          .filter((line) => sourcesOf(line).some((source) => !isPackageFile(source)))
          .map((line) =>
            at(
              line,
              'after each change of a source all packages are installed again: copy package*.json, install, and only then copy the rest',
            ),
          );
      }),
  },
  {
    id: 'copy',
    title: 'COPY, not ADD',
    find: (stages) =>
      stages.flatMap((stage) =>
        linesOf(stage, 'ADD')
          .filter(({ words }) => !words.slice(0, -1).some((word) => /^(https?|git):/.test(word)))
          .map((line) => at(line, 'ADD also unpacks archives: COPY does what is meant')),
      ),
  },
  {
    id: 'secret',
    title: 'No secret in it',
    find: (stages) =>
      stages.flatMap((stage) =>
        linesOf(stage, 'ENV', 'ARG')
          .filter(({ words }) => SECRET.test((words[0] ?? '').split('=')[0]!))
          .map((line) =>
            at(line, 'whoever has the image can read it: a secret comes when it is started'),
          ),
      ),
  },
  {
    id: 'user',
    title: 'Not as root',
    find: (stages) => {
      const user = linesOf(imageOf(stages), 'USER').at(-1);
      if (user === undefined) {
        return [{ line: imageOf(stages).number, text: 'it runs as root: no USER is named' }];
      }
      const [name] = (user.words[0] ?? '').split(':');
      return name === 'root' || Number(name) === 0 ? [at(user, 'this is root')] : [];
    },
  },
  {
    id: 'exec',
    title: 'Started without a shell',
    find: (stages) =>
      linesOf(imageOf(stages), 'ENTRYPOINT', 'CMD')
        .filter(({ isJson }) => !isJson)
        .map((line) =>
          at(line, 'a shell is process 1 here, and may keep SIGTERM to itself: ["node", "…"]'),
        ),
  },
  {
    id: 'program',
    title: 'What it starts is there',
    find: (stages) => findProgram(imageOf(stages)),
  },
  {
    id: 'signal',
    title: 'A signal that one can hear',
    find: (stages) =>
      linesOf(imageOf(stages), 'STOPSIGNAL')
        .filter(({ words }) => !SIGNALS.test(words[0] ?? ''))
        .map((line) => at(line, 'the program ends in order at SIGTERM or SIGINT, and at no other')),
  },
  ...BUILD_RULES,
];

/** For a program that waits for calls. */
export const SERVER_RULES: readonly Rule[] = [
  {
    id: 'health',
    title: 'It can be asked how it is',
    find: (stages) =>
      linesOf(imageOf(stages), 'HEALTHCHECK').some(({ words }) => words[0] !== 'NONE')
        ? []
        : [{ line: imageOf(stages).number, text: 'nobody can see whether it works: HEALTHCHECK' }],
  },
];

/** For a program that calls, and ends. */
export const CLIENT_RULES: readonly Rule[] = [
  {
    id: 'port',
    title: 'No port for who listens nowhere',
    find: (stages) =>
      linesOf(imageOf(stages), 'EXPOSE').map((line) => at(line, 'a client listens at no port')),
  },
];
