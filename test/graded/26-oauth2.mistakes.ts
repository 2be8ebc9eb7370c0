import type { ClassicMistake } from '#course/kit/mistake';

const IS_TOKEN = "  const isToken = typeof value === 'string' && TOKEN.test(value);\n";
const LIVES = "  if (typeof lifeMs === 'number' && lifeMs > 0) return { value, lifeMs };\n";
const NO_TOKEN =
  "  if (!isToken) throw new GrpcError(Status.UNAUTHENTICATED, 'what came is not a token');\n";
const DEAD = "'the token that came is dead already'";
const END = '      reject(error);\n      controller.abort(error);\n';
const START = `    Promise.resolve()
      .then(() => fetch(controller.signal))
`;
const CHECKED = '      .then(checkToken)\n';
const SETTLE = '      .then(resolve, reject)\n      .then(() => timer.cancel());\n';
const CONTROLLER = '    const controller = new AbortController();\n';
const LATE_ERROR = '      const error = new GrpcError(Status.UNAVAILABLE, details);\n';

const IS_DEAD = '    if (kept === undefined || now >= kept.dead) return this.#refresh(now);\n';
const AGES = '    if (now >= kept.ageing) this.#refresh(now).catch(() => {});\n';
const GIVES = '    return kept.value;\n';
const COMING = '    if (this.#coming !== undefined) return this.#coming;\n';
const PAUSED = `    if (this.#failed !== undefined && asked < this.#failed.until) {
      return Promise.reject(this.#failed.error);
    }
`;
const DIES = '          const dead = asked + lifeMs;\n';
const EARLY = 'Math.min(this.#earlyMs, lifeMs / 2)';
const WELL = '          return value;\n';
const FAILED = '          this.#failed = { error, until: this.#clock.now() + this.#pauseMs };\n';
const RETHROW = '          throw error;\n';
const OVER = `      .finally(() => {
        this.#coming = undefined;
      });
`;
const ANOTHER = '    if (kept?.value !== value) return true;\n';
const NEW = '    if (now < kept.dead && now - kept.asked < this.#pauseMs) return false;\n';
const FORGET = '    this.#kept = undefined;\n';

const NAMES = "  return new Set(text !== undefined && SCOPE.test(text) ? text.split(' ') : []);\n";
const NAMED = `      if (!Object.hasOwn(given, name)) throw new RangeError(\`nobody says what \${name} needs\`);\n`;
const RULE =
  "      const isScope = typeof scope === 'string' && (scope === '' || SCOPE.test(scope));\n";
const NOT_A_SCOPE = `      if (!isScope) throw new RangeError(\`\${name}: not a scope\`);\n`;
const NEEDED = '      needed.set(path, [...scopesOf(scope)]);\n';
const UNKNOWN = `      if (!Object.hasOwn(service.methods, name)) throw new RangeError(\`there is no \${name}\`);\n`;
const COPY = '    for (const [path, names] of needed) this.#needed.set(path, names);\n';
const COLLECT = '    const needed = new Map<string, readonly string[]>();\n';
const HAS = '    const has = scopesOf(granted);\n';
const MISSING = '    return this.#needed.get(path)?.filter((name) => !has.has(name));\n';

const YOUNG = '    if (found === undefined || now < found.until) return found;\n';
const THROWN_AWAY = '    this.#kept.delete(key);\n    return undefined;\n';
const YOUNGEST = '    this.#kept.delete(key); // so that it becomes the youngest\n';
const FULL =
  '    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);\n';
const KNOWN = `    const known = this.#known.recall(token, now);
    if (known !== undefined) return known.value;
`;
const KNOWN_BAD = '    if (this.#refused.recall(token, now) !== undefined) return undefined;\n';
const ASKING = `    const asking = this.#asking.get(token);
    if (asking !== undefined) return asking;
`;
const TOO_MANY = `    if (this.#asking.size >= this.#mostAsked) {
      throw new GrpcError(Status.UNAVAILABLE, 'too many tokens that nobody knows yet');
    }
`;
const ANSWER =
  '    const answer = this.#inquire(token, now).finally(() => this.#asking.delete(token));\n';
const SET_ASKING = '    this.#asking.set(token, answer);\n';
const FOUND = '    const found = await this.#ask(token);\n';
const IS_BAD = '    if (found === undefined || !(asked + found.lifeMs > this.#clock.now())) {\n';
const KEEP_BAD = '      this.#refused.keep(token, true, asked + this.#refusedMs);\n';
const GRANT = '    const grant = Object.freeze({ client: found.client, scope: found.scope });\n';
const KEEP = '    this.#known.keep(token, grant, asked + Math.min(this.#knownMs, found.lifeMs));\n';

export const mistakes: ClassicMistake[] = [
  // ---- 1 ----
  {
    name: 'anything-is-a-token',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[IS_TOKEN, '  const isToken = Boolean(value);\n']],
    hint: 'a header of its own',
  },
  {
    name: 'text-of-anything',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[IS_TOKEN, '  const isToken = TOKEN.test(value);\n']],
    hint: 'Ask for a string first',
  },
  {
    name: 'nan-lives',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [LIVES, "  if (typeof lifeMs === 'number' && !(lifeMs <= 0)) return { value, lifeMs };\n"],
    ],
    hint: 'NaN is not above anything',
  },
  {
    name: 'zero-lives',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[LIVES, LIVES.replace('> 0', '>= 0')]],
    hint: 'A number above 0',
  },
  {
    name: 'life-as-text',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[LIVES, '  if (lifeMs > 0) return { value, lifeMs };\n']],
    hint: 'typeof lifeMs',
  },
  {
    name: 'no-life-without-end',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[LIVES, '  if (Number.isFinite(lifeMs) && lifeMs > 0) return { value, lifeMs };\n']],
    hint: 'Infinity is that of a token',
  },
  {
    name: 'token-in-the-error',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [NO_TOKEN, NO_TOKEN.replace("'what came is not a token'", `\`not a token: \${value}\``)],
    ],
    hint: 'a log is read by many',
  },
  {
    name: 'token-in-the-other-error',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[DEAD, `\`\${value} is dead already\``]],
    hint: 'a log is read by many',
  },
  {
    name: 'error-of-another-kind',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[NO_TOKEN, "  if (!isToken) throw new TypeError('what came is not a token');\n"]],
    hint: 'without a token there is nothing to show',
  },
  {
    name: 'the-object-of-the-answer',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [
        'export function checkToken({ value, lifeMs }: AccessToken): AccessToken {\n',
        'export function checkToken(token: AccessToken): AccessToken {\n  const { value, lifeMs } = token;\n',
      ],
      [LIVES, LIVES.replace('{ value, lifeMs }', 'token')],
    ],
    hint: 'Whoever has made it can change it later',
  },
  {
    name: 'all-of-the-answer',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [
        'export function checkToken({ value, lifeMs }: AccessToken): AccessToken {\n',
        'export function checkToken(token: AccessToken): AccessToken {\n  const { value, lifeMs } = token;\n',
      ],
      [LIVES, LIVES.replace('{ value, lifeMs }', '{ ...token }')],
    ],
    hint: 'not whatever else the answer had in it',
  },
  {
    name: 'waits-for-ever',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[END, '      controller.abort(error);\n']],
    hint: 'would hold every call',
  },
  {
    name: 'request-goes-on',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[END, '      reject(error);\n']],
    hint: 'the request goes on',
  },
  {
    name: 'aborts-first',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [
        START,
        '    new Promise<AccessToken>((yes, no) => {\n      controller.signal.addEventListener("abort", () => no(controller.signal.reason));\n      Promise.resolve().then(() => fetch(controller.signal)).then(yes, no);\n    })\n',
      ],
      [END, '      controller.abort();\n      reject(error);\n'],
    ],
    hint: 'with a reason',
  },
  {
    name: 'no-reason',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[END, '      reject(error);\n      controller.abort();\n']],
    hint: 'abort(error) says why',
  },
  {
    name: 'another-code',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[LATE_ERROR, LATE_ERROR.replace('UNAVAILABLE', 'DEADLINE_EXCEEDED')]],
    hint: 'another try, later',
  },
  {
    name: 'not-checked',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[CHECKED, '']],
    hint: 'goes through checkToken',
  },
  {
    name: 'timer-stays',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[SETTLE, '      .then(resolve, reject);\n    void timer;\n']],
    hint: 'a timer that is left',
  },
  {
    name: 'timer-stays-if-it-fails',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [
        SETTLE,
        '      .then((token) => {\n        timer.cancel();\n        resolve(token);\n      }, reject);\n',
      ],
    ],
    hint: 'a timer that is left',
  },
  {
    name: 'a-promise-is-expected',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[START, '    (fetch(controller.signal) as Promise<AccessToken>)\n']],
    hint: 'takes both',
  },
  {
    name: 'aborts-when-done',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [
        SETTLE,
        SETTLE.replace(
          'timer.cancel()',
          '{\n        timer.cancel();\n        controller.abort();\n      }',
        ),
      ],
    ],
    hint: 'would be cut off',
  },
  {
    name: 'one-signal-for-all',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [CONTROLLER, ''],
      [
        'export function askInTime(\n',
        'const controller = new AbortController();\n\nexport function askInTime(\n',
      ],
    ],
    hint: '',
  },
  {
    name: 'errors-in-words-of-our-own',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [
        SETTLE,
        SETTLE.replace(
          'reject)\n',
          "() =>\n        reject(new GrpcError(Status.UNAVAILABLE, 'no token')),\n      )\n",
        ),
      ],
    ],
    hint: 'goes out as it is',
  },
  {
    name: 'end-of-the-token-in-the-error',
    task: 1,
    file: 'ask-in-time.ts',
    change: [[DEAD, `\`…\${value.slice(-4)} is dead already\``]],
    hint: 'neither the token nor its beginning or end',
  },
  {
    name: 'fetch-before-the-promise',
    task: 1,
    file: 'ask-in-time.ts',
    change: [
      [
        `  return new Promise((resolve, reject) => {\n${CONTROLLER}`,
        '  const controller = new AbortController();\n  const going = fetch(controller.signal);\n  return new Promise((resolve, reject) => {\n',
      ],
      [START, '    Promise.resolve(going)\n'],
    ],
    hint: 'looks for errors there',
  },
  // ---- 2 ----
  {
    name: 'each-fetches',
    task: 2,
    file: 'token-source.ts',
    change: [[COMING, '']],
    hint: 'A fetch that is on its way serves all',
  },
  {
    name: 'lives-a-moment-longer',
    task: 2,
    file: 'token-source.ts',
    change: [[IS_DEAD, IS_DEAD.replace('now >= kept.dead', 'now > kept.dead')]],
    hint: 'dead, says the server, too',
  },
  {
    name: 'never-dies',
    task: 2,
    file: 'token-source.ts',
    change: [[IS_DEAD, '    if (kept === undefined) return this.#refresh(now);\n']],
    hint: 'dead, says the server, too',
  },
  {
    name: 'not-in-time',
    task: 2,
    file: 'token-source.ts',
    change: [[AGES, '']],
    hint: 'every call has to wait',
  },
  {
    name: 'ages-a-moment-later',
    task: 2,
    file: 'token-source.ts',
    change: [[AGES, AGES.replace('>=', '>')]],
    hint: 'that moment included',
  },
  {
    name: 'waits-for-the-next',
    task: 2,
    file: 'token-source.ts',
    change: [[AGES, '    if (now >= kept.ageing) return this.#refresh(now);\n']],
    hint: 'Nobody waits for the next one',
  },
  {
    name: 'waits-and-falls-back',
    task: 2,
    file: 'token-source.ts',
    change: [
      [AGES, '    if (now >= kept.ageing) return this.#refresh(now).catch(() => kept.value);\n'],
    ],
    hint: 'Nobody waits for the next one',
  },
  {
    name: 'early-without-half',
    task: 2,
    file: 'token-source.ts',
    change: [[EARLY, 'this.#earlyMs']],
    hint: 'Never in the first half',
  },
  {
    name: 'always-at-half',
    task: 2,
    file: 'token-source.ts',
    change: [[EARLY, 'lifeMs / 2']],
    hint: 'not a millisecond earlier',
  },
  {
    name: 'from-when-it-came',
    task: 2,
    file: 'token-source.ts',
    change: [[DIES, '          const dead = this.#clock.now() + lifeMs;\n']],
    hint: 'Its life has begun at the token server',
  },
  {
    name: 'no-pause',
    task: 2,
    file: 'token-source.ts',
    change: [[PAUSED, '']],
    hint: 'not helped by a question from each call',
  },
  {
    name: 'pause-a-moment-longer',
    task: 2,
    file: 'token-source.ts',
    change: [[PAUSED, PAUSED.replace('asked <', 'asked <=')]],
    hint: 'Now another try',
  },
  {
    name: 'pause-from-the-question',
    task: 2,
    file: 'token-source.ts',
    change: [[FAILED, FAILED.replace('this.#clock.now()', 'asked')]],
    hint: 'counted from the failure',
  },
  {
    name: 'pause-without-its-error',
    task: 2,
    file: 'token-source.ts',
    change: [[PAUSED, PAUSED.replace('this.#failed.error', "new Error('not yet')")]],
    hint: 'with the error of the last fetch',
  },
  {
    name: 'pause-waits',
    task: 2,
    file: 'token-source.ts',
    change: [
      [PAUSED, PAUSED.replace('Promise.reject(this.#failed.error)', 'new Promise(() => {})')],
    ],
    hint: 'waits for nothing',
  },
  {
    name: 'pause-for-the-old-token-only',
    task: 2,
    file: 'token-source.ts',
    change: [
      [
        PAUSED,
        PAUSED.replace(
          'this.#failed !== undefined',
          'this.#failed !== undefined && this.#kept === undefined',
        ),
      ],
    ],
    hint: 'The pause holds for a token that ages, too',
  },
  {
    name: 'failure-takes-the-token',
    task: 2,
    file: 'token-source.ts',
    change: [[FAILED, `          this.#kept = undefined;\n${FAILED}`]],
    hint: 'While it lives, nobody notices',
  },
  {
    name: 'dead-is-better-than-none',
    task: 2,
    file: 'token-source.ts',
    change: [
      [
        IS_DEAD,
        '    if (kept === undefined) return this.#refresh(now);\n    if (now >= kept.dead) return this.#refresh(now).catch(() => kept.value);\n',
      ],
    ],
    hint: 'It is dead',
  },
  {
    name: 'coming-for-ever',
    task: 2,
    file: 'token-source.ts',
    change: [[OVER, '      ;\n']],
    hint: 'finally takes it out',
  },
  {
    name: 'coming-until-it-goes-well',
    task: 2,
    file: 'token-source.ts',
    change: [
      [OVER, '      ;\n'],
      [WELL, `          this.#coming = undefined;\n${WELL}`],
    ],
    hint: '',
  },
  {
    name: 'error-swallowed',
    task: 2,
    file: 'token-source.ts',
    change: [[RETHROW, "          return '';\n"]],
    hint: 'All who waited fail as the fetch did',
  },
  {
    name: 'fetch-without-an-end',
    task: 2,
    file: 'token-source.ts',
    change: [
      [
        'this.#coming = askInTime(this.#fetch, this.#timeoutMs, this.#clock)',
        'this.#coming = Promise.resolve(this.#fetch(new AbortController().signal))',
      ],
    ],
    hint: '',
  },
  {
    name: 'clock-of-the-machine',
    task: 2,
    file: 'token-source.ts',
    change: [
      [
        'askInTime(this.#fetch, this.#timeoutMs, this.#clock)',
        'askInTime(this.#fetch, this.#timeoutMs, systemClock)',
      ],
    ],
    hint: 'with the clock of the options',
  },
  {
    name: 'refused-forgets-any',
    task: 2,
    file: 'token-source.ts',
    change: [[ANOTHER, '    if (kept === undefined) return true;\n']],
    hint: 'A refusal of t1 says nothing',
  },
  {
    name: 'refused-another-is-none',
    task: 2,
    file: 'token-source.ts',
    change: [[ANOTHER, ANOTHER.replace('true', 'false')]],
    hint: 'another one is on its way',
  },
  {
    name: 'refused-again-and-again',
    task: 2,
    file: 'token-source.ts',
    change: [[NEW, '']],
    hint: 'takes the next one as little',
  },
  {
    name: 'refused-a-moment-too-late',
    task: 2,
    file: 'token-source.ts',
    change: [[NEW, NEW.replace('< this.#pauseMs', '<= this.#pauseMs')]],
    hint: 'so there may be a better one',
  },
  {
    name: 'refused-dead-is-kept',
    task: 2,
    file: 'token-source.ts',
    change: [[NEW, '    if (now - kept.asked < this.#pauseMs) return false;\n']],
    hint: 'It is dead',
  },
  {
    name: 'refused-and-kept',
    task: 2,
    file: 'token-source.ts',
    change: [[FORGET, '']],
    hint: 'The server does not take t1',
  },
  {
    name: 'refused-new-is-forgotten',
    task: 2,
    file: 'token-source.ts',
    change: [[NEW, `    this.#kept = undefined;\n${NEW}`]],
    hint: 'It was kept',
  },
  {
    name: 'get-gives-what-was-there',
    task: 2,
    file: 'token-source.ts',
    change: [[GIVES, '    return this.#coming === undefined ? kept.value : this.#coming;\n']],
    hint: 'Nobody waits for the next one',
  },
  {
    name: 'failure-that-ends-the-program',
    task: 2,
    file: 'token-source.ts',
    change: [[AGES, '    if (now >= kept.ageing) void this.#refresh(now);\n']],
    hint: 'ends a program of Node',
  },
  {
    name: 'refused-ends-the-pause',
    task: 2,
    file: 'token-source.ts',
    change: [[FORGET, `${FORGET}    this.#failed = undefined;\n`]],
    hint: 'the pause goes on',
  },
  {
    name: 'refused-fetches',
    task: 2,
    file: 'token-source.ts',
    change: [[FORGET, `${FORGET}    this.#refresh(now).catch(() => {});\n`]],
    hint: 'refused only forgets',
  },
  {
    name: 'new-from-when-it-came',
    task: 2,
    file: 'token-source.ts',
    change: [
      [
        '{ value, asked, ageing, dead };\n          return',
        '{ value, asked: this.#clock.now(), ageing, dead };\n          return',
      ],
    ],
    hint: 'kept.asked counts here, too',
  },
  // ---- 3 ----
  {
    name: 'splits-anything',
    task: 3,
    file: 'scopes.ts',
    change: [[NAMES, "  return new Set((text ?? '').split(' ').filter((name) => name !== ''));\n"]],
    hint: 'not even the part of it',
  },
  {
    name: 'splits-nothing',
    task: 3,
    file: 'scopes.ts',
    change: [[NAMES, "  return new Set((text ?? '').split(' '));\n"]],
    hint: 'allows nothing',
  },
  {
    name: 'small-letters',
    task: 3,
    file: 'scopes.ts',
    change: [[NAMES, NAMES.replace("text.split(' ')", "text.toLowerCase().split(' ')")]],
    hint: 'in upper and lower case',
  },
  {
    name: 'one-set-for-all',
    task: 3,
    file: 'scopes.ts',
    change: [
      ['export function scopesOf(', 'const NONE = new Set<string>();\nexport function scopesOf('],
      [
        NAMES,
        "  return text !== undefined && SCOPE.test(text) ? new Set(text.split(' ')) : NONE;\n",
      ],
    ],
    hint: 'A new Set each time',
  },
  {
    name: 'includes-on-a-text',
    task: 3,
    file: 'scopes.ts',
    change: [
      [HAS, ''],
      [
        MISSING,
        "    return this.#needed.get(path)?.filter((name) => !(granted ?? '').includes(name));\n",
      ],
    ],
    hint: 'compared whole',
  },
  {
    name: 'begins-with',
    task: 3,
    file: 'scopes.ts',
    change: [
      [MISSING, MISSING.replace('!has.has(name)', '![...has].some((one) => one.startsWith(name))')],
    ],
    hint: 'compared whole',
  },
  {
    name: 'parent-scope-is-enough',
    task: 3,
    file: 'scopes.ts',
    change: [
      [MISSING, MISSING.replace('!has.has(name)', '![...has].some((one) => name.startsWith(one))')],
    ],
    hint: 'compared whole',
  },
  {
    name: 'one-is-enough',
    task: 3,
    file: 'scopes.ts',
    change: [
      [
        MISSING,
        `    const names = this.#needed.get(path);
    return names?.some((name) => has.has(name)) ? [] : names?.slice();
`,
      ],
    ],
    hint: 'All of the rule’s names',
  },
  {
    name: 'unknown-is-open',
    task: 3,
    file: 'scopes.ts',
    change: [
      [MISSING, MISSING.replace('this.#needed.get(path)?', '(this.#needed.get(path) ?? [])')],
    ],
    hint: 'A path that nobody has named is closed',
  },
  {
    name: 'by-the-name-of-the-method',
    task: 3,
    file: 'scopes.ts',
    change: [[NEEDED, NEEDED.replace('path,', '(void path, name),')]],
    hint: 'under the method’s path',
  },
  {
    name: 'case-of-the-path',
    task: 3,
    file: 'scopes.ts',
    change: [
      [NEEDED, NEEDED.replace('path,', 'path.toLowerCase(),')],
      [MISSING, MISSING.replace('get(path)', 'get(path.toLowerCase())')],
    ],
    hint: 'to the letter',
  },
  {
    name: 'forgotten-is-open',
    task: 3,
    file: 'scopes.ts',
    change: [[NAMED, '      if (!Object.hasOwn(given, name)) continue;\n']],
    hint: 'Each method of the service has to be named',
  },
  {
    name: 'inherited-is-said',
    task: 3,
    file: 'scopes.ts',
    change: [[NAMED, NAMED.replace('!Object.hasOwn(given, name)', '!(name in given)')]],
    hint: 'what is inherited was not said',
  },
  {
    name: 'typing-error-in-a-name',
    task: 3,
    file: 'scopes.ts',
    change: [[UNKNOWN, '']],
    hint: 'A typing error in a name',
  },
  {
    name: 'in-for-own',
    task: 3,
    file: 'scopes.ts',
    change: [
      [
        UNKNOWN,
        UNKNOWN.replace('!Object.hasOwn(service.methods, name)', '!(name in service.methods)'),
      ],
    ],
    hint: 'in an object is always true',
  },
  {
    name: 'rule-not-checked',
    task: 3,
    file: 'scopes.ts',
    change: [
      [RULE, ''],
      [NOT_A_SCOPE, ''],
    ],
    hint: 'the method would need nothing',
  },
  {
    name: 'nothing-is-not-a-rule',
    task: 3,
    file: 'scopes.ts',
    change: [[RULE, RULE.replace("scope === '' || ", '')]],
    hint: '',
  },
  {
    name: 'half-of-the-rules',
    task: 3,
    file: 'scopes.ts',
    change: [
      [NEEDED, NEEDED.replace('needed.', 'this.#needed.')],
      [COPY, ''],
      [COLLECT, ''],
    ],
    hint: 'All or nothing',
  },
  {
    name: 'other-services-forgotten',
    task: 3,
    file: 'scopes.ts',
    change: [[COPY, `    this.#needed.clear();\n${COPY}`]],
    hint: 'leave those of another alone',
  },
  {
    name: 'first-rule-counts',
    task: 3,
    file: 'scopes.ts',
    change: [
      [COPY, COPY.replace('this.#needed.set', 'if (!this.#needed.has(path)) this.#needed.set')],
    ],
    hint: 'The last rule counts',
  },
  {
    name: 'list-of-the-table',
    task: 3,
    file: 'scopes.ts',
    change: [
      [
        MISSING,
        `    const names = this.#needed.get(path);
    return names?.every((name) => !has.has(name)) ? names : names?.filter((name) => !has.has(name));
`,
      ],
    ],
    hint: 'A new list each time',
  },
  {
    name: 'error-of-any-kind',
    task: 3,
    file: 'scopes.ts',
    change: [[NAMED, NAMED.replace('RangeError', 'Error')]],
    hint: 'which says which method',
  },
  {
    name: 'undefined-is-nothing',
    task: 3,
    file: 'scopes.ts',
    change: [[RULE, RULE.replace("typeof scope === 'string' && (scope === ''", '(!scope')]],
    hint: 'nothing is said',
  },
  {
    name: 'text-of-undefined',
    task: 3,
    file: 'scopes.ts',
    change: [[RULE, RULE.replace("typeof scope === 'string' && ", '')]],
    hint: 'nothing is said',
  },
  {
    name: 'star-is-all',
    task: 3,
    file: 'scopes.ts',
    change: [
      [
        MISSING,
        `    if (has.has('*')) return this.#needed.has(path) ? [] : undefined;\n${MISSING}`,
      ],
    ],
    hint: 'compared whole',
  },
  {
    name: 'slash-at-the-end',
    task: 3,
    file: 'scopes.ts',
    change: [[MISSING, MISSING.replace('get(path)', "get(path.replace(/\\/$/, ''))")]],
    hint: 'to the letter',
  },
  {
    name: 'without-the-query',
    task: 3,
    file: 'scopes.ts',
    change: [[MISSING, MISSING.replace('get(path)', "get(path.split('?')[0]!)")]],
    hint: 'to the letter',
  },
  {
    name: 'rules-add-up',
    task: 3,
    file: 'scopes.ts',
    change: [[COPY, COPY.replace('names)', '[...(this.#needed.get(path) ?? []), ...names])')]],
    hint: 'takes the place of the one before',
  },
  // ---- 4 ----
  {
    name: 'a-moment-too-long',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[YOUNG, YOUNG.replace('now <', 'now <=')]],
    hint: 'the first moment at which it is too old',
  },
  {
    name: 'old-takes-a-place',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[THROWN_AWAY, '    return undefined;\n']],
    hint: 'takes no place',
  },
  {
    name: 'old-place-in-the-line',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[YOUNGEST, '']],
    hint: 'a became the youngest',
  },
  {
    name: 'keeps-all',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[FULL, '']],
    hint: 'b is the oldest now',
  },
  {
    name: 'one-too-few',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[FULL, FULL.replace('>', '>=')]],
    hint: 'There is room for three',
  },
  {
    name: 'all-go',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[FULL, '    if (this.#kept.size > this.#most) this.#kept.clear();\n']],
    hint: 'b is the oldest now',
  },
  {
    name: 'no-memory',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KNOWN, '']],
    hint: 'It is known',
  },
  {
    name: 'bad-ones-not-kept',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KEEP_BAD, '']],
    hint: 'A bad token is remembered, too',
  },
  {
    name: 'bad-ones-not-looked-up',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KNOWN_BAD, '']],
    hint: 'A bad token is remembered, too',
  },
  {
    name: 'bad-as-long-as-good',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KEEP_BAD, KEEP_BAD.replace('#refusedMs', '#knownMs')]],
    hint: 'For refusedMs',
  },
  {
    name: 'one-memory-for-both',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [KEEP_BAD, '      this.#known.keep(token, undefined as never, asked + this.#refusedMs);\n'],
    ],
    hint: 'Bad ones have a memory of their own',
  },
  {
    name: 'each-asks',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[ASKING, '']],
    hint: 'The first asks',
  },
  {
    name: 'asks-after-a-moment',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [
        ASKING,
        `    await undefined;\n${ASKING.replace('asking = this', 'asking = this')}    await undefined;\n`,
      ],
    ],
    hint: 'nothing may be awaited',
  },
  {
    name: 'question-kept-for-ever',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[ANSWER, '    const answer = this.#inquire(token, now);\n']],
    hint: 'only those without an answer',
  },
  {
    name: 'error-is-kept',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [
        ANSWER,
        `    const answer = this.#inquire(token, now).then((grant) => {
      this.#asking.delete(token);
      return grant;
    });
`,
      ],
    ],
    hint: 'An error is not an answer',
  },
  {
    name: 'error-is-nobody',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [
        FOUND,
        '    const found = await Promise.resolve()\n      .then(() => this.#ask(token))\n      .catch(() => undefined);\n',
      ],
    ],
    hint: 'A guard that cannot ask lets nobody in',
  },
  {
    name: 'no-limit-of-questions',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[TOO_MANY, '']],
    hint: 'Each invented token is a question',
  },
  {
    name: 'limit-one-too-many',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[TOO_MANY, TOO_MANY.replace('>=', '>')]],
    hint: 'Above mostAsked',
  },
  {
    name: 'limit-before-what-is-out',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[`${ASKING}${TOO_MANY}`, `${TOO_MANY}${ASKING}`]],
    hint: 'It waits for a question that is out already',
  },
  {
    name: 'limit-before-all',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [TOO_MANY, ''],
      [KNOWN, `${TOO_MANY}${KNOWN}`],
    ],
    hint: '',
  },
  {
    name: 'turned-away-is-bad',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [
        TOO_MANY,
        TOO_MANY.replace(
          '      throw',
          '      this.#refused.keep(token, true, now + this.#refusedMs);\n      throw',
        ),
      ],
    ],
    hint: '',
  },
  {
    name: 'longer-than-it-lives',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KEEP, KEEP.replace('Math.min(this.#knownMs, found.lifeMs)', 'this.#knownMs')]],
    hint: 'not good for thirty',
  },
  {
    name: 'as-long-as-it-lives',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KEEP, KEEP.replace('Math.min(this.#knownMs, found.lifeMs)', 'found.lifeMs')]],
    hint: 'how long that may take',
  },
  {
    name: 'known-from-the-answer',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KEEP, KEEP.replace('asked +', 'this.#clock.now() +')]],
    hint: 'Count from the question',
  },
  {
    name: 'refused-from-the-answer',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KEEP_BAD, KEEP_BAD.replace('asked +', 'this.#clock.now() +')]],
    hint: 'count from the question',
  },
  {
    name: 'life-from-the-answer',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[IS_BAD, IS_BAD.replace('asked +', 'this.#clock.now() +')]],
    hint: 'It has died meanwhile',
  },
  {
    name: 'younger-when-used',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [
        KNOWN,
        `    const known = this.#known.recall(token, now);
    if (known !== undefined) {
      this.#known.keep(token, known.value, now + this.#knownMs);
      return known.value;
    }
`,
      ],
    ],
    hint: 'does not become younger by it',
  },
  {
    name: 'dead-on-arrival',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[IS_BAD, '    if (found === undefined) {\n']],
    hint: 'It has died meanwhile',
  },
  {
    name: 'nan-is-alive',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [IS_BAD, '    if (found === undefined || asked + found.lifeMs <= this.#clock.now()) {\n'],
    ],
    hint: 'Each comparison with NaN is false',
  },
  {
    name: 'dies-a-moment-later',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[IS_BAD, IS_BAD.replace('lifeMs >', 'lifeMs >=')]],
    hint: 'not later than now',
  },
  {
    name: 'grant-can-be-changed',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[GRANT, GRANT.replace('Object.freeze(', '(')]],
    hint: 'One that writes into it',
  },
  {
    name: 'the-whole-answer',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [GRANT, GRANT.replace('{ client: found.client, scope: found.scope }', '{ ...found }')],
    ],
    hint: 'and nothing else',
  },
  {
    name: 'the-answer-itself',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[GRANT, '    const grant: Grant = found;\n']],
    hint: 'and nothing else',
  },
  {
    name: 'not-remembered-as-asked',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[SET_ASKING, '']],
    hint: 'The first asks',
  },
  {
    name: 'soonest-end-goes',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [
        FULL,
        '    if (this.#kept.size > this.#most) {\n      const [first] = [...this.#kept].sort(([, a], [, b]) => a.until - b.until);\n      this.#kept.delete(first![0]);\n    }\n',
      ],
    ],
    hint: 'which was kept first',
  },
  {
    name: 'key-is-the-beginning',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [KNOWN, KNOWN.replace('recall(token', 'recall(token.slice(0, 16)')],
      [KEEP, KEEP.replace('keep(token', 'keep(token.slice(0, 16)')],
    ],
    hint: 'The whole token is the key',
  },
  {
    name: 'key-in-lower-case',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [KNOWN, KNOWN.replace('recall(token', 'recall(token.toLowerCase()')],
      [KEEP, KEEP.replace('keep(token', 'keep(token.toLowerCase()')],
    ],
    hint: 'The whole token is the key',
  },
  {
    name: 'bad-by-the-beginning',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [KNOWN_BAD, KNOWN_BAD.replace('recall(token', 'recall(token.slice(0, 16)')],
      [KEEP_BAD, KEEP_BAD.replace('keep(token', 'keep(token.slice(0, 16)')],
    ],
    hint: 'The whole token is the key',
  },
  {
    name: 'token-in-the-refusal',
    task: 4,
    file: 'introspection-cache.ts',
    change: [
      [
        TOO_MANY,
        TOO_MANY.replace(
          "'too many tokens that nobody knows yet'",
          `\`nobody knows \${token} yet\``,
        ),
      ],
    ],
    hint: 'Say what is wrong, and not with what',
  },
  {
    name: 'none-is-a-default',
    task: 4,
    file: 'introspection-cache.ts',
    change: [[KEEP, KEEP.replace('this.#knownMs', 'this.#knownMs || 1')]],
    hint: '0 is a number like others',
  },
];
