import type { ClassicMistake } from '#course/kit/mistake';

type Change = [find: string, replacement: string];

const mistake = (
  task: number,
  file: string,
  name: string,
  hint: string,
  ...change: Change[]
): ClassicMistake => ({ name, task, file: `${file}.ts`, change, hint });

const REFUSE = `    if (!STATUSES.has(status)) {
      throw new RangeError(\`\${String(status)} is not a status that a service can have\`);
    }
`;
const SET_DOWN = `    if (this.#shutDown) return;
    this.#statuses.set(service, status);
`;
const SET = '    this.#statuses.set(service, status);\n    this.#notify();\n';
const DELETE = `    if (this.#shutDown) return;
    this.#statuses.delete(service);
    this.#notify();
`;
const NOT_FOUND = `    if (status === undefined) throw refusal(Status.NOT_FOUND, \`no service '\${excerpt(service)}'\`);\n`;
const TOO_MANY = '    if (this.#statuses.size > MAX_LISTED_SERVICES) {';
const LIST_ERROR =
  "      throw new GrpcError(Status.RESOURCE_EXHAUSTED, 'too many services to list');";
const COPY = '    return new Map(this.#statuses);';
const DOWN = '    this.#shutDown = true;\n';
const ALL_DOWN = `    for (const service of this.#statuses.keys()) {
      this.#statuses.set(service, ServingStatus.NOT_SERVING);
    }
    this.#notify();
`;

const ENDS_WITH_BOARD = '    const endsWithBoard = !this.#shutDown;\n';
const PUT_UP = '    this.#watchers.add(watcher);\n';
const RELEASES = '    const releases = stops.map((signal) => onAbort(signal, watcher));\n';
const CHANGED = `        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
`;
const OVER =
  '        const isOver = (endsWithBoard && this.#shutDown) || stops.some(({ aborted }) => aborted);\n';
const LOOK =
  '        const status = this.#statuses.get(service) ?? ServingStatus.SERVICE_UNKNOWN;\n';
const TELL = `        if (status !== told) {
          told = status;
          yield status;
        }
`;
const LEAVE = '        if (isOver) return;\n';
const WAIT = '        await changed;\n';
const AWAY = '      this.#watchers.delete(watcher);\n';
const RELEASE = '      for (const release of releases) release();\n';

const SECOND = `      if (now - this.#signalledAt >= SAME_SIGNAL_MS) this.#force();
      return;
`;
const NOT_FIRST = "    if (this.#phase !== 'serving') {\n";
const LEAVING = "    this.#phase = 'leaving';\n";
const SIGNALLED = '    this.#signalledAt = now;\n';
const NOTICE = '    this.#timer = this.#clock.setTimer(() => this.#drain(), this.#noticeMs);\n';
const SAY = `    try {
      this.#steps.notServing();
    } catch (thrown) {
      this.#errors.push(thrown);
    }
`;
const DRAINING = "    this.#phase = 'draining';\n";
const GRACE = '    this.#timer = this.#clock.setTimer(() => this.#force(), this.#graceMs);\n';
const DRAIN = '      await this.#steps.drain();\n';
const FORCED_MEANWHILE = "      if (this.#phase !== 'draining') return;\n";
const DRAIN_FAILED = `      this.#errors.push(error);
      this.#force();
`;
const DRAINED = "    if (this.#phase === 'draining') this.#over('drained');\n";
const ONLY_ONCE = "    if (this.#phase === 'forcing' || this.#phase === 'ended') return;\n";
const FORCING = "    this.#phase = 'forcing';\n    this.#timer?.cancel();\n";
const FORCE = `    try {
      await this.#steps.force();
    } catch (error) {
      this.#errors.push(error);
    }
    this.#over('forced');
`;
const OVER_IT_IS = "    this.#phase = 'ended';\n    this.#timer?.cancel();\n";

const TIMER = `    const timer = clock.setTimer(() => {
      isLate = true;
      reject(new TooLate());
      controller.abort();
    }, milliseconds);
`;
const BEGIN = '    (async () => begin(controller.signal))().then(';
const IN_TIME = `        timer.cancel();
        if (isLate) ignoreFailure(() => late(result));
        else resolve(result);
`;
const FAILED = `        timer.cancel();
        reject(error);
`;
const CONNECT =
  '    connection = await within(connectMs, clock, connect, (late) => late.close());\n';
const NO_CONNECTION =
  '    return { exitCode: ProbeExit.notConnected, text: notConnected(error, connectMs) };\n';
const ASK =
  '    const status = await within(checkMs, clock, (signal) => connection.check(service, signal));\n';
const CODE =
  '    const exitCode = status === ServingStatus.SERVING ? ProbeExit.serving : ProbeExit.notServing;\n';
const NO_ANSWER = '    return { exitCode: ProbeExit.failed, text: failed(error, checkMs) };\n';
const CLOSE = '    ignoreFailure(() => connection.close());\n';

export const mistakes: ClassicMistake[] = [
  // ---- task 1
  mistake(1, 'status-board', 'zero-is-nothing', 'UNKNOWN is 0', [
    NOT_FOUND,
    NOT_FOUND.replace('status === undefined', '!status'),
  ]),
  mistake(1, 'status-board', 'unknown-for-nobody', 'Nobody has set this service', [
    NOT_FOUND,
    '    if (status === undefined) return ServingStatus.SERVICE_UNKNOWN;\n',
  ]),
  mistake(1, 'status-board', 'the-whole-for-a-part', 'Nobody has set this service', [
    '    const status = this.#statuses.get(service);\n',
    "    const status = this.#statuses.get(service) ?? this.#statuses.get('');\n",
  ]),
  mistake(1, 'status-board', 'an-error-of-its-own', 'refusal(Status.NOT_FOUND', [
    NOT_FOUND,
    "    if (status === undefined) throw new Error('NOT_FOUND');\n",
  ]),
  mistake(1, 'status-board', 'unavailable-for-nobody', 'Nobody has set this service', [
    NOT_FOUND,
    NOT_FOUND.replace('Status.NOT_FOUND', 'Status.UNAVAILABLE'),
  ]),
  mistake(1, 'status-board', 'the-name-at-length', 'excerpt(service) cuts it off', [
    NOT_FOUND,
    NOT_FOUND.replace('excerpt(service)', 'service'),
  ]),
  mistake(1, 'status-board', 'a-text-without-a-name', 'which name was wrong', [
    NOT_FOUND,
    "    if (status === undefined) throw refusal(Status.NOT_FOUND, excerpt('no such service'));\n",
  ]),
  mistake(1, 'status-board', 'any-number', 'STATUSES has what may be set', [REFUSE, '']),
  mistake(1, 'status-board', 'up-to-three', 'is what Watch says of a service', [
    REFUSE,
    REFUSE.replace('!STATUSES.has(status)', '![0, 1, 2, 3].includes(status)'),
  ]),
  mistake(1, 'status-board', 'only-true-ones', 'UNKNOWN is 0', [
    REFUSE,
    '    if (!status && status !== 0) throw new RangeError("no status");\n    if (status === 0) return;\n' +
      REFUSE,
  ]),
  mistake(1, 'status-board', 'a-type-error', 'STATUSES has what may be set', [
    REFUSE,
    REFUSE.replace('RangeError', 'TypeError'),
  ]),
  mistake(1, 'status-board', 'set-before-asked', 'What is refused changes nothing', [
    REFUSE,
    `    if (!this.#shutDown) this.#statuses.set(service, status);\n${REFUSE}`,
  ]),
  mistake(1, 'status-board', 'wrong-is-right-at-the-end', 'before and after shutdown', [
    REFUSE,
    `    if (this.#shutDown) return;\n${REFUSE}`,
  ]),
  mistake(1, 'status-board', 'up-again', 'After shutdown nothing changes', [
    SET_DOWN,
    '    this.#statuses.set(service, status);\n',
  ]),
  mistake(1, 'status-board', 'gone-at-the-end', 'After shutdown nothing changes', [
    DELETE,
    DELETE.replace('    if (this.#shutDown) return;\n', ''),
  ]),
  mistake(1, 'status-board', 'forgotten-is-not-serving', 'It is unknown again', [
    DELETE,
    DELETE.replace(
      'this.#statuses.delete(service)',
      'if (this.#statuses.has(service)) this.#statuses.set(service, ServingStatus.NOT_SERVING)',
    ),
  ]),
  mistake(1, 'status-board', 'all-forgotten', 'Only one was forgotten', [
    DELETE,
    DELETE.replace('this.#statuses.delete(service)', 'this.#statuses.clear()'),
  ]),
  mistake(1, 'status-board', 'one-less-listed', 'Exactly so many may be listed', [
    TOO_MANY,
    TOO_MANY.replace('>', '>='),
  ]),
  mistake(1, 'status-board', 'the-empty-name-is-free', 'says RESOURCE_EXHAUSTED', [
    TOO_MANY,
    TOO_MANY.replace('MAX_LISTED_SERVICES', 'MAX_LISTED_SERVICES + 1'),
  ]),
  mistake(1, 'status-board', 'a-part-listed', 'and not a part of them', [
    LIST_ERROR,
    '      return new Map([...this.#statuses].slice(0, MAX_LISTED_SERVICES));',
  ]),
  mistake(1, 'status-board', 'its-own-map', 'The map belongs to the caller', [
    COPY,
    '    return this.#statuses;',
  ]),
  mistake(1, 'status-board', 'without-the-empty-name', 'the empty name too', [
    COPY,
    "    return new Map([...this.#statuses].filter(([name]) => name !== ''));",
  ]),
  mistake(1, 'status-board', 'sorted', 'in the order in which they came first', [
    COPY,
    '    return new Map([...this.#statuses].reverse());',
  ]),
  mistake(1, 'status-board', 'by-name', 'in the order in which they came first', [
    COPY,
    '    return new Map([...this.#statuses].sort(([a], [b]) => (a < b ? -1 : 1)));',
  ]),
  mistake(1, 'status-board', 'the-whole-stays', 'an entry like the others', [
    DELETE,
    DELETE.replace('if (this.#shutDown)', "if (this.#shutDown || service === '')"),
  ]),
  mistake(1, 'status-board', 'not-for-good', 'After shutdown nothing changes', [DOWN, '']),
  mistake(1, 'status-board', 'only-the-whole', 'Every service that is known', [
    ALL_DOWN,
    "    this.#statuses.set('', ServingStatus.NOT_SERVING);\n    this.#notify();\n",
  ]),
  mistake(1, 'status-board', 'only-what-served', 'whatever it was', [
    ALL_DOWN,
    ALL_DOWN.replace(
      '      this.#statuses.set(',
      '      if (this.#statuses.get(service) === ServingStatus.SERVING) this.#statuses.set(',
    ),
  ]),
  mistake(1, 'status-board', 'all-gone-at-the-end', 'Every service that is known', [
    ALL_DOWN,
    '    this.#statuses.clear();\n    this.#notify();\n',
  ]),
  // ---- task 2
  mistake(2, 'status-board', 'set-tells-nobody', 'does not tell it', [
    SET,
    '    this.#statuses.set(service, status);\n',
  ]),
  mistake(2, 'status-board', 'delete-tells-nobody', 'does not tell it', [
    DELETE,
    DELETE.replace('    this.#notify();\n', ''),
  ]),
  mistake(2, 'status-board', 'shutdown-tells-nobody', 'does not tell it', [
    ALL_DOWN,
    ALL_DOWN.replace('    this.#notify();\n', ''),
  ]),
  mistake(2, 'status-board', 'only-changes', 'the status now', [
    '      let told: ServingStatus | undefined;\n',
    '      let told: ServingStatus | undefined = this.#statuses.get(service) ?? ServingStatus.SERVICE_UNKNOWN;\n',
  ]),
  mistake(2, 'status-board', 'each-time', 'told is what was told last', [
    TELL,
    '        told = status;\n        yield status;\n        if (told === undefined) continue;\n',
  ]),
  mistake(2, 'status-board', 'fails-for-nobody', 'Watch does not fail', [
    LOOK,
    '        const status = this.check(service);\n',
  ]),
  mistake(2, 'status-board', 'silent-for-nobody', 'SERVICE_UNKNOWN', [
    TELL,
    TELL.replace('(status !== told)', '(status !== told && this.#statuses.has(service))'),
  ]),
  mistake(2, 'status-board', 'zero-is-unknown', 'UNKNOWN (0) is one thing', [
    LOOK,
    LOOK.replace('??', '||'),
  ]),
  mistake(2, 'status-board', 'not-serving-for-nobody', 'SERVICE_UNKNOWN', [
    LOOK,
    LOOK.replace('SERVICE_UNKNOWN', 'NOT_SERVING'),
  ]),
  mistake(2, 'status-board', 'only-the-whole-watched', 'does not tell it', [
    LOOK,
    LOOK.replace('get(service)', "get('')"),
  ]),
  mistake(2, 'status-board', 'looks-and-then-waits', 'did not see it', [
    CHANGED + OVER + LOOK + TELL + LEAVE + WAIT,
    OVER + LOOK + TELL + LEAVE + CHANGED + WAIT,
  ]),
  mistake(2, 'status-board', 'only-once', 'does not tell it', [
    WAIT,
    '        await changed;\n        return;\n',
  ]),
  mistake(
    2,
    'status-board',
    'a-list-of-changes',
    'the latest',
    [
      CHANGED + OVER + LOOK,
      `        const changed = new Promise<void>((resolve) => {
          wake = () => {
            list.push(this.#statuses.get(service) ?? ServingStatus.SERVICE_UNKNOWN);
            resolve();
          };
        });
${OVER}        const status =
          list.shift() ?? told ?? this.#statuses.get(service) ?? ServingStatus.SERVICE_UNKNOWN;
        if (list.length > 0) wake();
`,
    ],
    [
      '      let told: ServingStatus | undefined;\n',
      '      let told: ServingStatus | undefined;\n      const list: ServingStatus[] = [];\n',
    ],
  ),
  mistake(
    2,
    'status-board',
    'told-before-and-not-last',
    'does not tell it',
    [
      TELL,
      TELL.replace('(status !== told)', '(!all.has(status))').replace(
        'told = status;',
        'told = status;\n          all.add(status);',
      ),
    ],
    [
      '      let told: ServingStatus | undefined;\n',
      '      let told: ServingStatus | undefined;\n      const all = new Set<ServingStatus>();\n',
    ],
  ),
  mistake(2, 'status-board', 'one-watcher-for-all', 'a callback of its own', [
    PUT_UP,
    '    this.#watchers.clear();\n    this.#watchers.add(watcher);\n',
  ]),
  mistake(2, 'status-board', 'takes-all-along', 'takes only its own', [
    AWAY,
    '      this.#watchers.clear();\n',
  ]),
  mistake(2, 'status-board', 'stays-in-the-list', 'something of it is still there', [AWAY, '']),
  mistake(2, 'status-board', 'stays-at-the-signal', 'something of it is still there', [
    RELEASE,
    '',
  ]),
  mistake(2, 'status-board', 'one-signal-released', 'something of it is still there', [
    RELEASE,
    '      releases[0]?.();\n',
  ]),
  mistake(2, 'status-board', 'cleans-only-at-its-end', 'finally runs however', [
    `${LEAVE}${WAIT}      }
    } finally {
${AWAY}${RELEASE}    }
`,
    `        if (isOver) {
${AWAY}${RELEASE}          return;
        }
${WAIT}      }
    } finally {
    }
`,
  ]),
  mistake(2, 'status-board', 'deaf-to-signals', 'A signal of stops has aborted', [
    RELEASES,
    '    const releases: (() => void)[] = [];\n',
  ]),
  mistake(2, 'status-board', 'only-the-first-signal', 'A signal of stops has aborted', [
    RELEASES,
    RELEASES.replace('stops.map', 'stops.slice(0, 1).map'),
  ]),
  mistake(2, 'status-board', 'all-signals', 'A signal of stops has aborted', [
    OVER,
    OVER.replace('stops.some', 'stops.length > 0 && stops.every'),
  ]),
  mistake(2, 'status-board', 'each-of-none', 'the watch goes on', [
    OVER,
    OVER.replace('stops.some', 'stops.every'),
  ]),
  mistake(2, 'status-board', 'looks-again-while-it-changes', 'is the last one', [
    LEAVE,
    LEAVE.replace(
      'isOver',
      'isOver && (this.#statuses.get(service) ?? ServingStatus.SERVICE_UNKNOWN) === told',
    ),
  ]),
  mistake(
    2,
    'status-board',
    'aborted-before',
    'aborts no more',
    [OVER, OVER.replace('stops.some(({ aborted }) => aborted)', 'stopped')],
    [
      RELEASES,
      `    let stopped = false;
    const releases = stops.map((signal) =>
      onAbort(signal, () => {
        stopped = true;
        wake();
      }),
    );
`,
    ],
  ),
  mistake(2, 'status-board', 'ends-without-a-word', 'the last word', [
    LOOK + TELL + LEAVE,
    LEAVE + LOOK + TELL,
  ]),
  mistake(2, 'status-board', 'stays-after-shutdown', 'After shutdown has been told', [
    OVER,
    OVER.replace('(endsWithBoard && this.#shutDown) || ', ''),
  ]),
  mistake(2, 'status-board', 'ends-at-once-after-shutdown', 'its client would begin the next', [
    ENDS_WITH_BOARD,
    '    const endsWithBoard = true;\n',
  ]),
  mistake(2, 'status-board', 'asked-after-it-was-told', 'keeps a stopped watch alive', [
    OVER + LOOK + TELL + LEAVE,
    LOOK +
      TELL.replace('          yield status;\n', '          yield status;\n          continue;\n') +
      OVER +
      LEAVE,
  ]),
  // ---- task 3
  mistake(3, 'graceful-end', 'drains-at-once', 'First NOT_SERVING', [
    NOTICE,
    '    this.#drain();\n',
  ]),
  mistake(
    3,
    'graceful-end',
    'says-it-when-it-drains',
    'First NOT_SERVING',
    [SAY, ''],
    [DRAIN, '      this.#steps.notServing();\n      await this.#steps.drain();\n'],
  ),
  mistake(3, 'graceful-end', 'one-limit-for-both', 'new calls are still taken', [
    NOTICE,
    NOTICE.replace('this.#noticeMs', 'Math.min(this.#noticeMs, 1_000)'),
  ]),
  mistake(3, 'graceful-end', 'grace-from-the-signal', 'counts from drain', [
    GRACE,
    GRACE.replace('this.#graceMs', 'this.#graceMs - this.#noticeMs'),
  ]),
  mistake(3, 'graceful-end', 'never-forced', 'A stream that never ends', [GRACE, '']),
  mistake(
    3,
    'graceful-end',
    'grace-only-if-drained',
    'A stream that never ends',
    [GRACE, ''],
    [DRAIN, `${DRAIN}  ${GRACE}`],
  ),
  mistake(3, 'graceful-end', 'drain-not-awaited', 'Calls are still under way', [
    DRAIN,
    '      this.#steps.drain();\n',
  ]),
  mistake(3, 'graceful-end', 'drained-twice-over', 'does not count any more', [
    DRAINED,
    "    this.#over('drained');\n",
  ]),
  mistake(3, 'graceful-end', 'force-not-awaited', 'all is over when that has settled', [
    FORCE,
    FORCE.replace('await ', ''),
  ]),
  mistake(3, 'graceful-end', 'forced-and-not-over', 'A stream that never ends', [
    FORCE,
    FORCE.replace("    this.#over('forced');\n", ''),
  ]),
  mistake(3, 'graceful-end', 'over-only-if-force-goes-well', 'stops nothing', [
    FORCE,
    `    try {
      await this.#steps.force();
      this.#over('forced');
    } catch (error) {
      this.#errors.push(error);
    }
`,
  ]),
  mistake(3, 'graceful-end', 'always-drained', 'A stream that never ends', [
    FORCE,
    FORCE.replace("'forced'", "'drained'"),
  ]),
  mistake(3, 'graceful-end', 'second-signal-unheard', 'means: now', [SECOND, '      return;\n']),
  mistake(3, 'graceful-end', 'every-second-signal', 'is the same one', [
    SECOND,
    '      this.#force();\n      return;\n',
  ]),
  mistake(3, 'graceful-end', 'one-beside-the-limit', 'means: now', [
    SECOND,
    SECOND.replace('>=', '>'),
  ]),
  mistake(3, 'graceful-end', 'from-the-last-signal', 'from the first signal', [
    SECOND,
    SECOND.replace('      return;\n', '      else this.#signalledAt = now;\n      return;\n'),
  ]),
  mistake(3, 'graceful-end', 'only-while-draining', 'In "leaving" as in "draining"', [
    SECOND,
    SECOND.replace('if (now', "if (this.#phase === 'draining' && now"),
  ]),
  mistake(3, 'graceful-end', 'only-while-leaving', 'In "leaving" as in "draining"', [
    SECOND,
    SECOND.replace('if (now', "if (this.#phase === 'leaving' && now"),
  ]),
  mistake(3, 'graceful-end', 'begins-again', 'is the same one', [
    NOT_FIRST,
    "    if (this.#phase === 'leaving' && now - this.#signalledAt < SAME_SIGNAL_MS) {\n      this.#timer?.cancel();\n      this.#timer = this.#clock.setTimer(() => this.#drain(), this.#noticeMs);\n      return;\n    }\n" +
      NOT_FIRST,
  ]),
  mistake(3, 'graceful-end', 'the-time-unkept', 'is the same one', [SIGNALLED, '']),
  mistake(3, 'graceful-end', 'drain-after-force', 'has to be cancelled before', [
    FORCING,
    "    this.#phase = 'forcing';\n",
  ]),
  mistake(3, 'graceful-end', 'a-timer-is-left', 'a timer is still set', [
    OVER_IT_IS,
    "    this.#phase = 'ended';\n",
  ]),
  mistake(3, 'graceful-end', 'never-ended', 'the phase says so', [
    OVER_IT_IS,
    '    this.#timer?.cancel();\n',
  ]),
  mistake(3, 'graceful-end', 'forced-twice', 'Each step once', [ONLY_ONCE, '']),
  mistake(3, 'graceful-end', 'force-behind-the-end', 'Each step once', [
    ONLY_ONCE,
    "    if (this.#phase === 'forcing') return;\n",
  ]),
  mistake(3, 'graceful-end', 'drain-fails-and-it-waits', 'drain has failed', [
    DRAIN_FAILED,
    '      this.#errors.push(error);\n',
  ]),
  mistake(3, 'graceful-end', 'a-failure-is-an-end', 'drain has failed', [
    DRAIN_FAILED,
    "      this.#errors.push(error);\n      this.#over('drained');\n",
  ]),
  mistake(3, 'graceful-end', 'a-failure-forgotten', 'stands in errors', [
    DRAIN_FAILED,
    '      this.#force();\n',
  ]),
  mistake(3, 'graceful-end', 'fails-because-it-was-forced', 'only because it was forced', [
    FORCED_MEANWHILE,
    '',
  ]),
  mistake(3, 'graceful-end', 'signal-throws', 'stops nothing', [
    SAY,
    '    this.#steps.notServing();\n',
  ]),
  mistake(3, 'graceful-end', 'an-error-swallowed', 'stands in errors', [
    SAY,
    SAY.replace('      this.#errors.push(thrown);\n', ''),
  ]),
  mistake(3, 'graceful-end', 'errors-as-text', 'stands in errors', [
    SAY,
    SAY.replace('push(thrown)', 'push(String(thrown))'),
  ]),
  mistake(
    3,
    'graceful-end',
    'the-phase-after-the-step',
    'Change the phase before',
    [LEAVING, ''],
    [SAY, SAY + LEAVING],
  ),
  mistake(3, 'graceful-end', 'never-draining', 'First NOT_SERVING', [DRAINING, '']),
  // ---- task 4
  mistake(4, 'probe', 'the-timer-stays', 'The timer is still set', [
    IN_TIME,
    IN_TIME.replace('        timer.cancel();\n', ''),
  ]),
  mistake(4, 'probe', 'the-timer-stays-after-a-failure', 'The timer is still set', [
    FAILED,
    '        reject(error);\n',
  ]),
  mistake(4, 'probe', 'no-abort', 'The signal aborts when the time is up', [
    TIMER,
    TIMER.replace('      controller.abort();\n', ''),
  ]),
  mistake(4, 'probe', 'aborts-after-each', 'and only then', [
    IN_TIME,
    `${IN_TIME}        controller.abort();\n`,
  ]),
  mistake(4, 'probe', 'waits-for-the-work', 'whatever the work does', [
    TIMER,
    TIMER.replace('      reject(new TooLate());\n', ''),
  ]),
  mistake(4, 'probe', 'an-ordinary-error', 'TooLate', [
    TIMER,
    TIMER.replace('new TooLate()', "new Error('too late')"),
  ]),
  mistake(4, 'probe', 'the-reason-of-the-abort', 'TooLate', [
    TIMER,
    TIMER.replace('new TooLate()', '(controller.abort(), controller.signal.reason)'),
  ]),
  mistake(4, 'probe', 'late-is-lost', 'somebody has to close it', [
    IN_TIME,
    '        timer.cancel();\n        if (!isLate) resolve(result);\n',
  ]),
  mistake(4, 'probe', 'late-may-fail', 'late may throw', [
    IN_TIME,
    IN_TIME.replace('ignoreFailure(() => late(result))', 'late(result)'),
  ]),
  mistake(4, 'probe', 'late-tried', 'late may throw', [
    IN_TIME,
    IN_TIME.replace(
      'if (isLate) ignoreFailure(() => late(result));\n        else',
      'if (isLate) {\n          try {\n            void late(result);\n          } catch {}\n        } else',
    ),
  ]),
  mistake(4, 'probe', 'a-late-failure-is-thrown', 'has to be caught all the same', [
    FAILED,
    '        if (isLate) throw error;\n        timer.cancel();\n        reject(error);\n',
  ]),
  mistake(4, 'probe', 'late-in-time', 'for nothing else', [
    IN_TIME,
    '        timer.cancel();\n        ignoreFailure(() => late(result));\n        resolve(result);\n',
  ]),
  mistake(4, 'probe', 'late-unless-nothing', 'somebody has to close it', [
    IN_TIME,
    IN_TIME.replace(
      'if (isLate)',
      'if (isLate && result === undefined) return;\n        if (isLate)',
    ),
  ]),
  mistake(4, 'probe', 'throws-at-once', 'a failure like any other', [
    BEGIN,
    '    begin(controller.signal).then(',
  ]),
  mistake(
    4,
    'probe',
    'begun-before-the-time',
    'Set the timer first',
    [TIMER, `    const work = (async () => begin(controller.signal))();\n${TIMER}`],
    [BEGIN, '    work.then('],
  ),
  mistake(4, 'probe', 'half-the-time', 'at that very moment', [
    TIMER,
    TIMER.replace('}, milliseconds);', '}, milliseconds / 2);'),
  ]),
  mistake(4, 'probe', 'a-millisecond-more', 'at that very moment', [
    TIMER,
    TIMER.replace('}, milliseconds);', '}, milliseconds + 1);'),
  ]),
  mistake(4, 'probe', 'late-connections-stay-open', 'somebody has to close it', [
    CONNECT,
    CONNECT.replace(', (late) => late.close()', ''),
  ]),
  mistake(4, 'probe', 'no-limit-for-connecting', 'at that very moment', [
    CONNECT,
    '    connection = await connect(new AbortController().signal);\n',
  ]),
  mistake(4, 'probe', 'one-limit', 'a limit of its own', [
    ASK,
    ASK.replace('checkMs', 'connectMs'),
  ]),
  mistake(4, 'probe', 'no-limit-for-the-answer', 'a limit of its own', [
    ASK,
    '    const status = await connection.check(service, new AbortController().signal);\n',
  ]),
  mistake(4, 'probe', 'always-the-whole', 'The service is an option', [
    ASK,
    ASK.replace('check(service,', "check('',"),
  ]),
  mistake(4, 'probe', 'check-without-its-this', 'Only SERVING is serving', [
    ASK,
    `    const { check } = connection;
    const status = await within(checkMs, clock, (signal) => check(service, signal));
`,
  ]),
  mistake(4, 'probe', 'anything-but-not-serving', 'Only SERVING is serving', [
    CODE,
    CODE.replace(
      'status === ServingStatus.SERVING ? ProbeExit.serving : ProbeExit.notServing',
      'status === ServingStatus.NOT_SERVING ? ProbeExit.notServing : ProbeExit.serving',
    ),
  ]),
  mistake(4, 'probe', 'unknown-is-fine', 'Only SERVING is serving', [
    CODE,
    CODE.replace('status === ServingStatus.SERVING', 'status <= ServingStatus.SERVING'),
  ]),
  mistake(4, 'probe', 'failed-to-connect', 'exit code 2', [
    NO_CONNECTION,
    NO_CONNECTION.replace('notConnected,', 'failed,'),
  ]),
  mistake(4, 'probe', 'an-error-is-not-serving', 'exit code 3', [
    NO_ANSWER,
    NO_ANSWER.replace('ProbeExit.failed', 'ProbeExit.notServing'),
  ]),
  mistake(4, 'probe', 'never-closed', 'closed once, whatever came', [CLOSE, '']),
  mistake(
    4,
    'probe',
    'closed-only-if-it-went-well',
    'closed once, whatever came',
    [CLOSE, ''],
    [CODE, CODE + CLOSE],
  ),
  mistake(4, 'probe', 'closing-is-awaited', 'what close throws changes nothing', [
    CLOSE,
    '    await connection.close();\n',
  ]),
  mistake(4, 'probe', 'closing-may-throw', 'what close throws changes nothing', [
    CLOSE,
    '    connection.close();\n',
  ]),
  mistake(4, 'probe', 'closing-is-tried', 'without await do not see', [
    CLOSE,
    '    try {\n      void connection.close();\n    } catch {}\n',
  ]),
  mistake(4, 'probe', 'the-wrong-limit-in-the-text', 'connectMs, which was not enough', [
    NO_CONNECTION,
    NO_CONNECTION.replace('connectMs', 'checkMs'),
  ]),
];
