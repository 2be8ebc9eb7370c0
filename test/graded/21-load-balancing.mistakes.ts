import type { ClassicMistake } from '#course/kit/mistake';

const NEXT = '    const next = new Map<string, S>();\n';
const KEY = '        const key = addressKey(address);\n';
const TWICE = '        if (next.has(key)) continue;\n';
const KEPT = '        const kept = this.#byKey.get(key);\n';
const ADDED = '        if (kept === undefined) added.push(subchannel);\n';
const UNDONE = '      for (const subchannel of added) subchannel.shutdown();\n      throw error;';
const DROPPED = '    const dropped = this.all.filter((subchannel) => !next.has(subchannel.key));';
const STANDS = '    this.#byKey = next;\n';
const CLOSED = '    for (const subchannel of dropped) subchannel.shutdown();\n';
const RETURNED = '    return { added, dropped };';

const READY = "    const ready = endpoints.filter(({ state }) => state === 'READY');\n";
const PICK =
  '      pick: () => (ready.length === 0 ? undefined : ready[this.#turn++ % ready.length]),';

const ROUNDS = '  for (let last = Math.max(0, of - count); last < of; last++) {\n';
const INDEX = '    const index = Math.floor(random() * (last + 1));\n';
const FIRST = '    if (place < 0) drawn.unshift(index);\n';
const BEHIND = '    else drawn.splice(place + 1, 0, last);\n';
const DRAWING = `${ROUNDS}${INDEX}    const place = drawn.indexOf(index);\n${FIRST}${BEHIND}  }\n  return drawn;`;
const MORE = '    this.#counts.set(endpoint, this.of(endpoint) + 1);\n';
const UNDER = '      if (!under) return;\n      under = false;\n';
const LESS = '      this.#counts.set(endpoint, this.of(endpoint) - 1);\n';
const CHOSEN = '  for (const index of draw(choices, candidates.length, random)) {\n';
const BETTER =
  '    if (best === undefined || inFlight.of(candidate) < inFlight.of(best)) best = candidate;';

const PRESENT = '  const present = new Set(states);\n';
const BEST = "  return BEST_FIRST.find((state) => present.has(state)) ?? 'TRANSIENT_FAILURE';";
const GONE = "    if (state === 'SHUTDOWN') this.#states.delete(part);\n    else if (";
const STICKY = "this.#states.get(part) !== 'TRANSIENT_FAILURE' || state === 'READY'";

const list = (name: string, change: ClassicMistake['change'], hint: string): ClassicMistake => ({
  name,
  task: 1,
  file: 'subchannels.ts',
  change,
  hint,
});
const rotation = (
  name: string,
  change: ClassicMistake['change'],
  hint: string,
): ClassicMistake => ({ name, task: 2, file: 'rotation.ts', change, hint });
const choices = (name: string, change: ClassicMistake['change'], hint: string): ClassicMistake => ({
  name,
  task: 3,
  file: 'choices.ts',
  change,
  hint,
});
const joint = (name: string, change: ClassicMistake['change'], hint: string): ClassicMistake => ({
  name,
  task: 4,
  file: 'joint-state.ts',
  change,
  hint,
});

export const mistakes: ClassicMistake[] = [
  list(
    'all-anew',
    [[KEPT, '        const kept = undefined as S | undefined;\n']],
    'it stays, with its connection',
  ),
  list('none-shut-down', [[CLOSED, '']], 'would stay open for ever'),
  list(
    'all-shut-down',
    [[CLOSED, CLOSED.replace('dropped', '[...dropped, ...next.values()]')]],
    'All of them are wanted',
  ),
  list(
    'host-alone',
    [
      [
        KEY,
        "        const key = 'host' in address ? addressKey({ ...address, serverName: undefined } as Address) : addressKey(address);\n",
      ],
    ],
    'that is another address',
  ),
  list(
    'no-paths',
    [[KEY, "        if ('path' in address) continue;\n        const key = addressKey(address);\n"]],
    'addressKey knows paths',
  ),
  list('twice-twice', [[TWICE, '']], 'gets two turns'),
  list(
    'old-order',
    [
      [
        NEXT,
        '    const next = new Map<string, S>([...this.#byKey].filter(([key]) => addresses.some((address) => addressKey(address) === key)));\n',
      ],
      [TWICE, '        if (next.has(key) && !this.#byKey.has(key)) continue;\n'],
    ],
    'The order is the resolver’s',
  ),
  list(
    'never-dropped',
    [
      [NEXT, '    const next = new Map<string, S>(this.#byKey);\n'],
      [TWICE, ''],
    ],
    'kept',
  ),
  list(
    'shut-down-first',
    [
      [STANDS, ''],
      [CLOSED, `${CLOSED}${STANDS}`],
    ],
    'First put the whole new list in place',
  ),
  list('leak-on-error', [[UNDONE, '      throw error;']], 'its connection is nobody’s'),
  list(
    'error-swallowed',
    [[UNDONE, UNDONE.replace('throw error;', 'return { added: [], dropped: [] };')]],
    'comes out as it is',
  ),
  list(
    'in-place',
    [
      [KEY, `${KEY}        (this.#byKey as Map<string, S>).delete('');\n`],
      [ADDED, `${ADDED}        (this.#byKey as Map<string, S>).set(key, subchannel);\n`],
      [DROPPED, DROPPED],
    ],
    'Nothing has changed but this',
  ),
  list(
    'all-shut-down-on-error',
    [[UNDONE, UNDONE.replace('of added)', 'of [...this.all, ...added])')]],
    'What was there stays open',
  ),
  list(
    'kept-is-added',
    [[ADDED, '        added.push(subchannel);\n']],
    'Only what was created just now',
  ),
  list(
    'dropped-is-everything',
    [
      [
        RETURNED,
        '    return { added, dropped: [...dropped, ...added.filter(() => false), ...this.all] };',
      ],
    ],
    'Nothing was there before',
  ),
  list(
    'shared-output',
    [
      [
        RETURNED,
        '    this.#out.added.splice(0, 99, ...added);\n    this.#out.dropped.splice(0, 99, ...dropped);\n    return this.#out;',
      ],
      [
        '  #byKey: ReadonlyMap<string, S> = new Map();\n',
        '  #byKey: ReadonlyMap<string, S> = new Map();\n  readonly #out = { added: [] as S[], dropped: [] as S[] };\n',
      ],
    ],
    'what the last one returned is the caller’s',
  ),

  list(
    'another-key',
    [[KEY, '        const key = JSON.stringify(address);\n']],
    'the list needs the same key',
  ),
  list(
    'each-with-each',
    [
      [
        DROPPED,
        '    const dropped = this.all.filter(({ key }) => !addresses.some((address) => addressKey(address) === key));',
      ],
    ],
    'A Map finds one by its key',
  ),

  rotation(
    'a-copy',
    [[READY, READY.replace("'READY')", "'READY').map((endpoint) => ({ ...endpoint }))")]],
    'a copy has no connection',
  ),
  rotation(
    'cut-to-the-length',
    [
      [
        PICK,
        `      pick: () => {
        if (ready.length === 0) return undefined;
        const one = ready[this.#turn % ready.length];
        this.#turn = (this.#turn + 1) % ready.length;
        return one;
      },`,
      ],
    ],
    'If the turn is cut to the length of one list',
  ),
  rotation(
    'thirty-two-bits',
    [[PICK, PICK.replace('this.#turn++ %', '(this.#turn++ | 0) %')]],
    'make a number below 0 of it',
  ),
  rotation(
    'one-list-for-all',
    [
      [
        READY,
        `${READY}    const rotation = this as unknown as { ready: E[] };\n    rotation.ready = ready;\n`,
      ],
      [PICK, PICK.replace('ready[this.#turn++', 'rotation.ready[this.#turn++')],
    ],
    'goes on with its own',
  ),
  rotation(
    'next-one-that-works',
    [
      [
        READY,
        "    const ready = endpoints.filter(({ state }) => state === 'READY');\n    const count = endpoints.length;\n",
      ],
      [
        PICK,
        `      pick: () => {
        if (ready.length === 0) return undefined;
        let one = endpoints[this.#turn++ % count]!;
        for (let i = this.#turn; !ready.includes(one); i++) one = endpoints[i % count]!;
        return one;
      },`,
      ],
    ],
    'gives C the turns of B',
  ),
  rotation(
    'all-of-them',
    [[READY, '    const ready = endpoints;\n']],
    'only READY can take a call',
  ),
  rotation(
    'not-failed',
    [[READY, READY.replace("=== 'READY'", "!== 'TRANSIENT_FAILURE'")]],
    'only READY can take a call',
  ),
  rotation(
    'idle-is-fine',
    [[READY, READY.replace("=== 'READY'", "=== 'READY' || state === 'IDLE'")]],
    'is IDLE',
  ),
  rotation(
    'begins-anew',
    [
      [READY, `${READY}    let turn = this.#turn;\n`],
      [PICK, PICK.replace('this.#turn++', 'turn++')],
    ],
    'The turn belongs to the rotation',
  ),
  rotation(
    'first-for-ever',
    [[PICK, PICK.replace('this.#turn++', 'this.#turn')]],
    'In the order of the list',
  ),
  rotation(
    'added-first',
    [[PICK, PICK.replace('this.#turn++', '++this.#turn')]],
    'In the order of the list',
  ),
  rotation(
    'ignores-the-start',
    [
      [READY, `${READY}    let turn = 0;\n`],
      [PICK, PICK.replace('this.#turn++', 'turn++')],
    ],
    'start % 3',
  ),
  rotation(
    'of-all',
    [[PICK, PICK.replace('% ready.length', '% endpoints.length')]],
    'one among those two',
  ),
  rotation(
    'an-error',
    [
      [
        PICK,
        `      pick: () => {
        if (ready.length === 0) throw new Error('none is READY');
        return ready[this.#turn++ % ready.length];
      },`,
      ],
    ],
    'undefined',
  ),
  rotation(
    'looks-again',
    [
      [READY, ''],
      [
        PICK,
        `      pick: () => {
        const ready = endpoints.filter(({ state }) => state === 'READY');
        return ready.length === 0 ? undefined : ready[this.#turn++ % ready.length];
      },`,
      ],
    ],
    'A picker is made of the states as they were',
  ),
  rotation(
    'the-callers-list',
    [
      [
        READY,
        '    const ready = endpoints as E[];\n    const were = endpoints.map(({ state }) => state);\n',
      ],
      [
        PICK,
        `      pick: () => {
        const now = ready.filter((_, i) => were[i] === 'READY');
        return now.length === 0 ? undefined : now[this.#turn++ % now.length];
      },`,
      ],
    ],
    'keep a list of your own',
  ),
  rotation(
    'turn-of-its-making',
    [
      [READY, `${READY}    let turn = this.#turn;\n`],
      [
        PICK,
        `      pick: () => {
        if (ready.length === 0) return undefined;
        this.#turn = turn + 1;
        return ready[turn++ % ready.length];
      },`,
      ],
    ],
    'read it when somebody picks',
  ),
  rotation(
    'by-chance',
    [
      [
        PICK,
        PICK.replace(
          'this.#turn++ % ready.length',
          '(this.#turn = (this.#turn * 1103515245 + 12345) % 2147483648) % ready.length',
        ),
      ],
    ],
    'In the order of the list',
  ),

  choices(
    'with-replacement',
    [
      [
        DRAWING,
        '  for (let i = 0; i < Math.min(count, of); i++) drawn.push(Math.floor(random() * of));\n  return drawn;',
      ],
    ],
    'The same number twice is one choice',
  ),
  choices(
    'again-until-another',
    [
      [
        DRAWING,
        `  while (drawn.length < Math.min(count, of)) {
    const index = Math.floor(random() * of);
    if (!drawn.includes(index)) drawn.push(index);
  }
  return drawn;`,
      ],
    ],
    'does not end if chance says the same',
  ),
  choices(
    'the-neighbour',
    [
      [
        DRAWING,
        `  if (of === 0) return drawn;
  const first = Math.floor(random() * of);
  for (let i = 0; i < Math.min(count, of); i++) {
    if (i > 0) random();
    drawn.push((first + i) % of);
  }
  return drawn;`,
      ],
    ],
    'Some servers are drawn more often',
  ),
  choices(
    'the-last-one-never',
    [[INDEX, '    const index = Math.floor(random() * last);\n']],
    'Some',
  ),
  choices(
    'one-behind-the-end',
    [[INDEX, '    const index = Math.ceil(random() * (last + 1));\n']],
    'is one choice',
  ),
  choices(
    'rounded',
    [[INDEX, '    const index = Math.round(random() * last);\n']],
    'Some servers are drawn more often',
  ),
  choices(
    'in-a-fixed-order',
    [
      [FIRST, '    if (place < 0) drawn.push(index);\n'],
      [BEHIND, '    else drawn.push(last);\n'],
    ],
    'the order has to be by chance',
  ),
  choices(
    'sorted',
    [['  return drawn;', '  return drawn.sort((a, b) => a - b);']],
    'the order has to be by chance',
  ),
  choices(
    'shuffles-all',
    [
      [
        DRAWING,
        `  const all = Array.from({ length: of }, (_, i) => i);
  for (let i = of - 1; i >= 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all.slice(0, count);`,
      ],
    ],
    'a draw that shuffles the whole list',
  ),
  choices(
    'more-than-there-are',
    [[ROUNDS, '  for (let last = of - count; last < of; last++) {\n']],
    'So many as asked for',
  ),
  choices('always-two', [[CHOSEN, CHOSEN.replace('draw(choices', 'draw(2')]], 'not always two'),
  choices(
    'fewest-of-all',
    [[CHOSEN, CHOSEN.replace('draw(choices', 'draw(candidates.length')]],
    'all go there at once',
  ),
  choices(
    'the-busier-one',
    [[BETTER, BETTER.replace('< inFlight', '> inFlight')]],
    'The one without a call has fewer',
  ),
  choices('just-chance', [[BETTER, '    best ??= candidate;']], 'The one without a call has fewer'),
  choices(
    'zero-is-nothing',
    [
      [
        BETTER,
        '    if (!best || (inFlight.of(candidate) || 99) < (inFlight.of(best) || 99)) best = candidate;',
      ],
    ],
    '0 is a number',
  ),
  choices(
    'better-than-the-one-before',
    [
      [
        '  let best: E | undefined;\n',
        '  let best: E | undefined;\n  let before: E | undefined;\n',
      ],
      [
        BETTER,
        '    if (before === undefined || inFlight.of(candidate) < inFlight.of(before)) best = candidate;\n    before = candidate;',
      ],
    ],
    'with the best so far',
  ),
  choices(
    'no-more-than-99',
    [
      [
        BETTER,
        '    if (inFlight.of(candidate) < (best === undefined ? 99 : inFlight.of(best))) best = candidate;',
      ],
    ],
    'However many calls there are',
  ),
  choices(
    'two-at-least',
    [[CHOSEN, CHOSEN.replace('draw(choices', 'draw(Math.max(2, choices)')]],
    'and at no others',
  ),
  choices(
    'the-last-without-chance',
    [
      [
        ROUNDS,
        `  if (count === 2 && of === 2) return random() < 0.5 ? [0, 1] : [1, 0];\n${ROUNDS}`,
      ],
    ],
    'also for the last one that is left',
  ),
  choices(
    'one-count-for-all-clients',
    [
      [
        '  readonly #counts = new WeakMap<E, number>();',
        '  static readonly counts = new WeakMap<object, number>();\n  readonly #counts = InFlight.counts;',
      ],
    ],
    'Each client counts its own calls',
  ),
  choices('counted-off-twice', [[UNDER, '']], 'counted off once'),
  choices(
    'below-zero-is-zero',
    [
      [UNDER, ''],
      [LESS, '      this.#counts.set(endpoint, Math.max(0, this.of(endpoint) - 1));\n'],
    ],
    'counted off once',
  ),
  choices('never-counted-off', [[LESS, '']], 'One call less'),
  choices(
    'as-it-was-before',
    [
      [MORE, `    const before = this.of(endpoint);\n${MORE}`],
      [LESS, '      this.#counts.set(endpoint, before);\n'],
    ],
    'Calls end in any order',
  ),
  choices('set-to-one', [[MORE, '    this.#counts.set(endpoint, 1);\n']], 'a count of its own'),
  choices('forgotten', [[LESS, '      this.#counts.delete(endpoint);\n']], 'One call less'),
  choices(
    'begun-by-the-pick',
    [['  return best;', '  if (best) inFlight.begin(best);\n  return best;']],
    'not yet to have a call',
  ),
  choices(
    'throws-without-any',
    [
      [
        '  return best;',
        "  if (best === undefined) throw new Error('no candidates');\n  return best;",
      ],
    ],
    '',
  ),

  joint(
    'ready-stays',
    [[STICKY, `(${STICKY}) && !(this.#states.get(part) === 'READY' && state === 'CONNECTING')`]],
    'it counts as it was set last',
  ),
  joint(
    'connecting-until-ready',
    [[STICKY, `(${STICKY}) && !(this.#states.get(part) === 'CONNECTING' && state === 'IDLE')`]],
    'it counts as it was set last',
  ),
  joint('not-sticky', [[STICKY, 'true']], 'A new try is not yet better news'),
  joint(
    'sticky-for-ever',
    [[STICKY, "this.#states.get(part) !== 'TRANSIENT_FAILURE'"]],
    'READY is the way out',
  ),
  joint(
    'connecting-is-better',
    [[STICKY, "this.#states.get(part) !== 'TRANSIENT_FAILURE' || state !== 'IDLE'"]],
    'A new try',
  ),
  joint(
    'idle-is-a-way-out',
    [[STICKY, "this.#states.get(part) !== 'TRANSIENT_FAILURE' || state !== 'CONNECTING'"]],
    'A new try',
  ),
  joint('shutdown-stays', [[GONE, '    if (']], 'counts no longer'),
  joint(
    'failed-for-good',
    [
      [
        GONE,
        "    if (state === 'SHUTDOWN' && this.#states.get(part) !== 'TRANSIENT_FAILURE') this.#states.delete(part);\n    else if (",
      ],
    ],
    'SHUTDOWN is a way out',
  ),
  joint(
    'the-whole-is-sticky',
    [
      [
        STICKY,
        "joinedState(this.#states.values()) !== 'TRANSIENT_FAILURE' || this.#states.size === 0 || state === 'READY'",
      ],
    ],
    '',
  ),
  joint(
    'all-must-be-ready',
    [
      [
        BEST,
        "  if (present.size === 1) return [...present][0]!;\n  return present.has('CONNECTING') ? 'CONNECTING' : present.has('IDLE') ? 'IDLE' : 'TRANSIENT_FAILURE';",
      ],
    ],
    'One is READY',
  ),
  joint(
    'idle-before-connecting',
    [
      [
        BEST,
        "  return (['READY', 'IDLE', 'CONNECTING'] as const).find((state) => present.has(state)) ?? 'TRANSIENT_FAILURE';",
      ],
    ],
    'calls wait for it',
  ),
  joint(
    'one-that-failed-is-enough',
    [
      [
        BEST,
        "  return present.has('TRANSIENT_FAILURE') && !present.has('READY') ? 'TRANSIENT_FAILURE' : (BEST_FIRST.find((state) => present.has(state)) ?? 'TRANSIENT_FAILURE');",
      ],
    ],
    'one is',
  ),
  joint(
    'idle-without-parts',
    [
      [
        BEST,
        BEST.replace("'TRANSIENT_FAILURE'", "(present.size === 0 ? 'IDLE' : 'TRANSIENT_FAILURE')"),
      ],
    ],
    'Without parts',
  ),
  joint(
    'a-list-please',
    [[PRESENT, '  const present = new Set((states as ConnectivityState[]).slice());\n']],
    '',
  ),
  joint(
    'gone-through-twice',
    [
      [
        BEST,
        "  for (const best of BEST_FIRST) for (const state of states) if (state === best) return best;\n  return 'TRANSIENT_FAILURE';",
      ],
    ],
    'It can be gone through once',
  ),
];
