import type { ClassicMistake } from '#course/kit/mistake';

const TOO_LONG = '  if (wrong.length > MAX_COMPARED_NAME_LENGTH) return undefined;\n';
const MEANT = '  const meant = wrong.toLowerCase();\n';
const LEAST = '  let least = Math.min(MAX_TYPOS, Math.floor(wrong.length / 3));\n';
const COUNT =
  '    const typos = countTypos(meant, name.toLowerCase(), nearest === undefined ? least : least - 1);\n';
const SKIP = '    if (typos === undefined) continue;\n';
const KEEP = '    nearest = name;\n    least = typos;\n';
const ELSE = '  return nearest ?? names.find((name) => lastPart(name) === lastPart(wrong));\n';
const LENGTHS = '  if (Math.abs(a.length - b.length) > most) return undefined;\n';
const EXCHANGED = '      const exchanged = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);\n';
const CELL = '      row.push(Math.min(exchanged, above[j]! + 1, row[j - 1]! + 1));\n';
const ROW_END = '    if (Math.min(...row) > most) return undefined;\n';
const LAST_CELL = '  return typos <= most ? typos : undefined;\n';

const SPLIT = "  const [before, service, method, ...more] = path.split('/');\n";
const PARTS = "  if (before !== '' || !service || !method || more.length > 0) return undefined;\n";
const TWICE = `    if (this.#methods.has(service)) throw new Error(\`\${service} is served already\`);\n`;
const EACH = `    const methods: string[] = [];
    for (const [path, route] of routes) {
      this.#byPath.set(path, route);
      methods.push(path.slice(path.lastIndexOf('/') + 1));
    }
    this.#methods.set(service, methods);
`;
const FIND = '    return this.#byPath.get(path);\n';
const NO_PATH = `    if (name === undefined) return \`\${excerpt(path)} is not a path: /service/method is\`;\n`;
const NO_SERVICE = `      const meant = didYouMean(nearestName(service, [...this.#methods.keys()]));
      return \`there is no service \${excerpt(service)} here\${meant}\`;
`;
const NO_METHOD = `    const meant = didYouMean(nearestName(method, methods));
    return \`\${service} has no method \${excerpt(method)}\${meant}\`;
`;

const NEXT_FIRST = '    if (this.#highest === 0) return this.#first;\n';
const NEXT = '    return this.#highest === LAST_STREAM_ID ? undefined : this.#highest + 2;\n';
const MAY = '    return id % 2 === 1 && id > this.#highest && id <= LAST_STREAM_ID;\n';
const BEGIN = '    this.#highest = id;\n';
const END = "    if (ending === 'ended') this.#ended.add(id);\n";
const IDLE = "    if (id % 2 === 0 || id > this.#highest) return 'idle';\n";
const BY_US = "    if (this.#resetByUs.has(id)) return 'reset by us';\n";
const OLD_RESET = "    if (id <= this.#resetByUs.forgotten) return 'reset by us';\n";
const OLD_END = "    return id <= this.#ended.forgotten ? 'ended' : 'skipped';\n";

const OPEN = '    return !this.#closed && this.#waiting.size === 0 && this.#hasRoom();\n';
const JOIN = '    if (this.#closed || this.#waiting.size >= this.#most) return false;\n';
const ADD = '    this.#waiting.add(waiter);\n';
const LEAVE = '  leave(waiter: StreamWaiter): void {\n    this.#waiting.delete(waiter);\n';
const SERVE = `    for (const waiter of this.#waiting) {
      if (!this.#hasRoom()) return;
      // First: it may join again, for its next try.
      this.#waiting.delete(waiter);
      waiter.streamAvailable();
    }
`;
const CLOSE = `    this.#closed = true;
    for (const waiter of this.#waiting) {
      this.#waiting.delete(waiter);
      waiter.transportLost();
    }
`;

const of =
  (task: number, file: string) =>
  (name: string, change: ClassicMistake['change'], hint: string): ClassicMistake => ({
    name,
    task,
    file,
    change,
    hint,
  });
const nearest = of(1, 'nearest-name.ts');
const router = of(2, 'router.ts');
const ids = of(3, 'stream-ids.ts');
const queue = of(4, 'stream-queue.ts');

export const mistakes: ClassicMistake[] = [
  nearest(
    'exchange-is-two',
    [[EXCHANGED, '      const exchanged = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 2);\n']],
    'One has to be exchanged',
  ),
  nearest(
    'only-exchanges',
    [[CELL, '      row.push(Math.min(exchanged, above[j]! + 1));\n']],
    'put in',
  ),
  nearest(
    'one-more-than-most',
    [
      [LAST_CELL, '  return typos <= most + 1 ? typos : undefined;\n'],
      [ROW_END, ''],
    ],
    'most itself is allowed',
  ),
  nearest(
    'most-is-too-many',
    [[LAST_CELL, '  return typos < most ? typos : undefined;\n']],
    'most itself is allowed',
  ),
  nearest(
    'cut-too-early',
    [[ROW_END, '    if (row.at(-1)! > most) return undefined;\n']],
    'leads through the least',
  ),
  nearest(
    'never-undefined',
    [
      [LENGTHS, ''],
      [ROW_END, ''],
      [LAST_CELL, '  return typos;\n'],
    ],
    'undefined is for more than most',
  ),
  nearest(
    'case-counts',
    [
      [MEANT, '  const meant = wrong;\n'],
      [
        COUNT,
        '    const typos = countTypos(meant, name, nearest === undefined ? least : least - 1);\n',
      ],
    ],
    'Upper and lower case are the same',
  ),
  nearest(
    'given-in-lower-case',
    [[KEEP, '    nearest = name.toLowerCase();\n    least = typos;\n']],
    'as it stands in names',
  ),
  nearest(
    'the-first-that-is-near',
    [[SKIP, '    if (typos === undefined || nearest !== undefined) continue;\n']],
    'Fewest typos win',
  ),
  nearest(
    'the-last-of-equals',
    [[COUNT, '    const typos = countTypos(meant, name.toLowerCase(), least);\n']],
    'Of equally near ones the first',
  ),
  nearest('short-names-are-near', [[LEAST, '  let least = MAX_TYPOS;\n']], 'one for three letters'),
  nearest(
    'a-third-rounded-up',
    [[LEAST, '  let least = Math.min(MAX_TYPOS, Math.ceil(wrong.length / 3));\n']],
    'rounded down',
  ),
  nearest(
    'a-third-without-end',
    [[LEAST, '  let least = Math.floor(wrong.length / 3);\n']],
    'MAX_TYPOS',
  ),
  nearest(
    'length-of-the-name',
    [
      [LEAST, ''],
      [
        COUNT,
        `    const allowed = Math.min(MAX_TYPOS, Math.floor(name.length / 3));
    const most = nearest === undefined ? allowed : Math.min(allowed, least - 1);
    const typos = countTypos(meant, name.toLowerCase(), most);
`,
      ],
      [
        '  let nearest: string | undefined;\n',
        '  let least = 0;\n  let nearest: string | undefined;\n',
      ],
    ],
    'by the length of the wrong name',
  ),
  nearest(
    'last-part-first',
    [[ELSE, '  return names.find((name) => lastPart(name) === lastPart(wrong)) ?? nearest;\n']],
    'the last part only if there is none',
  ),
  nearest(
    'ends-with-it',
    [[ELSE, '  return nearest ?? names.find((name) => name.toLowerCase().endsWith(meant));\n']],
    'the part behind the last dot',
  ),
  nearest(
    'contains-it',
    [
      [
        ELSE,
        '  return nearest ?? names.find((name) => lastPart(name).includes(lastPart(wrong)));\n',
      ],
    ],
    'only contains this one',
  ),
  nearest('no-last-part', [[ELSE, '  return nearest;\n']], 'the part behind the last dot'),
  nearest(
    'one-beside-the-longest',
    [[TOO_LONG, '  if (wrong.length >= MAX_COMPARED_NAME_LENGTH) return undefined;\n']],
    'itself is still compared',
  ),
  nearest('any-length', [[TOO_LONG, '']], 'as often as they like'),
  nearest(
    'sorts-the-list',
    [[MEANT, `${MEANT}  (names as string[]).sort();\n`]],
    'assign to read only',
  ),

  nearest('stops-at-one', [[KEEP, `${KEEP}    if (typos === 1) break;\n`]], 'Look at all of them'),
  nearest(
    'begins-like-it',
    [
      [
        ELSE,
        '  return nearest ?? names.find((name) => name.toLowerCase().startsWith(meant)) ?? names.find((name) => lastPart(name) === lastPart(wrong));\n',
      ],
    ],
    'begins like it, is not near',
  ),
  nearest(
    'only-names-with-a-package',
    [
      [
        ELSE,
        "  return nearest ?? names.find((name) => name.includes('.') && lastPart(name) === lastPart(wrong));\n",
      ],
    ],
    'its own last part',
  ),
  nearest(
    'long-names-skipped',
    [[SKIP, `${SKIP}    if (name.length > MAX_COMPARED_NAME_LENGTH) continue;\n`]],
    'The list is ours',
  ),

  router(
    'parts-by-position',
    [[PARTS, '  if (!service || !method) return undefined;\n']],
    'in front of the first slash',
  ),
  router(
    'a-third-part',
    [[PARTS, "  if (before !== '' || !service || !method) return undefined;\n"]],
    'one too many',
  ),
  router(
    'empty-parts',
    [
      [
        PARTS,
        "  if (before !== '' || service === undefined || method === undefined || more.length > 0) return undefined;\n",
      ],
    ],
    'empty',
  ),
  router(
    'empty-parts-dropped',
    [
      [
        SPLIT,
        "  const [service, method, ...more] = path.split('/').filter((part) => part !== '');\n  const before = '';\n",
      ],
    ],
    'slash',
  ),
  router('twice-overwrites', [[TWICE, '']], 'Two implementations of one service'),
  router(
    'twice-found-late',
    [
      [TWICE, ''],
      [EACH, EACH.replace('    this.#methods.set', `${TWICE}    this.#methods.set`)],
    ],
    'before anything is added',
  ),
  router(
    'empty-service-twice',
    [
      [
        TWICE,
        `    if (this.#methods.get(service)?.length) throw new Error(\`\${service} is served already\`);\n`,
      ],
    ],
    'also if it has no methods',
  ),
  router(
    'any-case',
    [
      [
        FIND,
        '    for (const [each, route] of this.#byPath) if (each.toLowerCase() === path.toLowerCase()) return route;\n    return undefined;\n',
      ],
    ],
    'Upper and lower case differ',
  ),
  router(
    'falsy-is-nothing',
    [[FIND, '    return this.#byPath.get(path) || undefined;\n']],
    'whatever it is',
  ),
  router(
    'query-ignored',
    [[FIND, "    return this.#byPath.get(path.split('?')[0]!);\n"]],
    'The whole path counts',
  ),
  router(
    'service-of-everybody',
    [
      [
        NO_METHOD,
        `    const every = [...this.#methods.values()].flat();
    const meant = didYouMean(nearestName(method, every));
    return \`\${service} has no method \${excerpt(method)}\${meant}\`;
`,
      ],
    ],
    'Only this service’s methods',
  ),
  router(
    'method-before-service',
    [
      [
        NO_SERVICE,
        `      const meant = didYouMean(nearestName(method, [...this.#methods.values()].flat()));
      return \`there is no method \${excerpt(method)} here\${meant}\`;
`,
      ],
    ],
    'no word about the method',
  ),
  router(
    'path-with-a-guess',
    [
      [
        NO_PATH,
        `    if (name === undefined) return \`there is no service \${excerpt(path)} here\`;\n`,
      ],
    ],
    'not a path',
  ),
  router(
    'whole-path-repeated',
    [
      [
        NO_PATH,
        `    if (name === undefined) return \`\${path} is not a path: /service/method is\`;\n`,
      ],
    ],
    'excerpt',
  ),
  router(
    'whole-service-repeated',
    [[NO_SERVICE, NO_SERVICE.replace('excerpt(service)', 'service')]],
    'excerpt',
  ),
  router(
    'whole-method-repeated',
    [[NO_METHOD, NO_METHOD.replace('excerpt(method)', 'method')]],
    'excerpt',
  ),
  router(
    'service-from-its-paths',
    [
      [
        EACH,
        `    for (const [path, route] of routes) {
      this.#byPath.set(path, route);
      const name = splitPath(path)!;
      const methods = this.#methods.get(name.service) ?? [];
      this.#methods.set(name.service, [...methods, name.method]);
    }
`,
      ],
    ],
    'also if it has no methods',
  ),
  router(
    'decoded',
    [[FIND, '    return this.#byPath.get(decodeURIComponent(path));\n']],
    'nothing in it is decoded',
  ),
  router(
    'paths-as-names',
    [[EACH, EACH.replace("path.slice(path.lastIndexOf('/') + 1)", 'path')]],
    'nearestName(method',
  ),

  router(
    'only-usual-letters',
    [
      [
        SPLIT,
        "  const [, service, method] = /^\\/([\\w.]+)\\/(\\w+)$/.exec(path) ?? [];\n  const [before, ...more] = [''];\n",
      ],
    ],
    'whatever its letters are',
  ),
  router(
    'split-decodes',
    [
      [
        SPLIT,
        "  const [before, service, method, ...more] = decodeURIComponent(path).split('/');\n",
      ],
    ],
    'nothing in it is decoded',
  ),
  router(
    'split-trims',
    [[SPLIT, "  const [before, service, method, ...more] = path.trim().split('/');\n"]],
    'nothing is cut off',
  ),
  router(
    'split-without-query',
    [[SPLIT, "  const [before, service, method, ...more] = path.split('?')[0]!.split('/');\n"]],
    'has no query',
  ),
  router(
    'find-trims',
    [[FIND, '    return this.#byPath.get(path.trim());\n']],
    'nothing is cut off',
  ),
  router(
    'excerpt-of-a-service-compared',
    [[NO_SERVICE, NO_SERVICE.replace('nearestName(service,', 'nearestName(excerpt(service),')]],
    'the name itself',
  ),
  router(
    'excerpt-of-a-method-compared',
    [[NO_METHOD, NO_METHOD.replace('nearestName(method,', 'nearestName(excerpt(method),')]],
    'the name itself',
  ),
  router(
    'empty-service-not-offered',
    [
      [
        NO_SERVICE,
        NO_SERVICE.replace(
          '[...this.#methods.keys()]',
          "[...this.#byPath.keys()].map((each) => each.split('/')[1]!)",
        ),
      ],
    ],
    'also of those without methods',
  ),

  ids(
    'even-as-well',
    [[NEXT, '    return this.#highest === LAST_STREAM_ID ? undefined : this.#highest + 1;\n']],
    '2 more',
  ),
  ids(
    'first-forgotten',
    [[NEXT_FIRST, '    if (this.#highest === 0) return 1;\n']],
    'The first id is `first`',
  ),
  ids(
    'last-never-used',
    [[NEXT, '    return this.#highest + 2 >= LAST_STREAM_ID ? undefined : this.#highest + 2;\n']],
    'a good one',
  ),
  ids('no-end', [[NEXT, '    return this.#highest + 2;\n']], 'no room in 31 bits'),
  ids(
    'begins-anew',
    [[NEXT, '    return this.#highest === LAST_STREAM_ID ? 1 : this.#highest + 2;\n']],
    '1 was used',
  ),
  ids(
    'looking-takes',
    [[NEXT_FIRST, '    if (this.#highest === 0) return (this.#highest = this.#first);\n']],
    'Looking takes nothing',
  ),
  ids(
    'even-may-begin',
    [[MAY, '    return id > this.#highest && id <= LAST_STREAM_ID;\n']],
    'Even ids are a server’s',
  ),
  ids(
    'again',
    [[MAY, '    return id % 2 === 1 && id >= this.#highest && id <= LAST_STREAM_ID;\n']],
    'It has begun',
  ),
  ids(
    'passed-over-may-begin',
    [
      [
        MAY,
        "    return id % 2 === 1 && (id > this.#highest || this.absence(id) === 'skipped') && id <= LAST_STREAM_ID;\n",
      ],
    ],
    'passed over',
  ),
  ids('only-the-very-next', [[MAY, '    return id === this.next;\n']], 'passed over is closed'),
  ids(
    'beyond-31-bits',
    [[MAY, '    return id % 2 === 1 && id > this.#highest;\n']],
    'no room in 31 bits',
  ),
  ids('begins-twice', [[BEGIN, '    this.#highest = id + 2;\n']], '2 more'),
  ids(
    'even-is-skipped',
    [[IDLE, "    if (id > this.#highest) return 'idle';\n"]],
    'Even ids never begin here',
  ),
  ids(
    'highest-is-idle',
    [[IDLE, "    if (id % 2 === 0 || id >= this.#highest) return 'idle';\n"]],
    'end has said how',
  ),
  ids(
    'one-list',
    [[END, "    if (ending !== 'reset by peer') this.#ended.add(id);\n"]],
    'end has said how',
  ),
  ids('not-remembered', [[BY_US, '']], 'end has said how'),
  ids('reset-forgotten', [[OLD_RESET, '']], 'late'),
  ids(
    'ended-before-reset',
    [
      [OLD_RESET, ''],
      [
        OLD_END,
        "    if (id <= this.#ended.forgotten) return 'ended';\n    return id <= this.#resetByUs.forgotten ? 'reset by us' : 'skipped';\n",
      ],
    ],
    'taken amiss by nobody',
  ),
  ids('skipped-when-forgotten', [[OLD_END, "    return 'skipped';\n"]], 'nobody knows any more'),
  ids(
    'one-beside-the-forgotten',
    [[OLD_END, "    return id < this.#ended.forgotten ? 'ended' : 'skipped';\n"]],
    'that one itself',
  ),
  ids('never-skipped', [[OLD_END, "    return 'ended';\n"]], 'it was closed by that'),

  ids(
    'forgotten-before-remembered',
    [
      [OLD_RESET, ''],
      [BY_US, `${OLD_RESET}${BY_US}`],
    ],
    'First what is remembered',
  ),
  ids(
    'ended-unless-reset-by-us',
    [
      [
        BY_US,
        `    if (!this.#resetByUs.has(id) && id > this.#resetByUs.forgotten && id <= this.#ended.forgotten) return 'ended';\n${BY_US}`,
      ],
    ],
    'in each of the three lists',
  ),
  ids(
    'only-the-newest-ends',
    [[END, `    if (id < this.#highest) return;\n${END}`]],
    'Streams end in any order',
  ),

  queue(
    'newcomers-overtake',
    [[OPEN, '    return !this.#closed && this.#hasRoom();\n']],
    'overtake',
  ),
  queue(
    'open-without-room',
    [[OPEN, '    return !this.#closed && this.#waiting.size === 0;\n']],
    'There is no room',
  ),
  queue(
    'open-when-closed',
    [[OPEN, '    return this.#waiting.size === 0 && this.#hasRoom();\n']],
    'close is for good',
  ),
  queue('no-most', [[JOIN, '    if (this.#closed) return false;\n']], 'too many wait'),
  queue(
    'one-too-few',
    [[JOIN, '    if (this.#closed || this.#waiting.size >= this.#most - 1) return false;\n']],
    'itself is allowed',
  ),
  queue(
    'one-too-many',
    [[JOIN, '    if (this.#closed || this.#waiting.size > this.#most) return false;\n']],
    'itself is allowed',
  ),
  queue(
    'joined-when-closed',
    [[JOIN, '    if (this.#waiting.size >= this.#most) return false;\n']],
    'wait for ever',
  ),
  queue('nobody-leaves', [[LEAVE, '  leave(_waiter: StreamWaiter): void {\n']], 'leave takes out'),
  queue(
    'the-first-leaves',
    [
      [
        LEAVE,
        '  leave(_waiter: StreamWaiter): void {\n    for (const first of this.#waiting) return void this.#waiting.delete(first);\n',
      ],
    ],
    'wherever it stands',
  ),
  queue(
    'one-each-time',
    [
      [
        SERVE,
        `    for (const waiter of this.#waiting) {
      if (!this.#hasRoom()) return;
      this.#waiting.delete(waiter);
      waiter.streamAvailable();
      return;
    }
`,
      ],
    ],
    'as many as there is room for',
  ),
  queue(
    'all-of-them',
    [[SERVE, SERVE.replace('      if (!this.#hasRoom()) return;\n', '')]],
    'before each',
  ),
  queue(
    'asks-once',
    [
      [
        SERVE,
        `    if (!this.#hasRoom()) return;
    for (const waiter of this.#waiting) {
      this.#waiting.delete(waiter);
      waiter.streamAvailable();
    }
`,
      ],
    ],
    'as many as there is room for',
  ),
  queue(
    'last-come-first-served',
    [[SERVE, SERVE.replace('of this.#waiting)', 'of [...this.#waiting].reverse())')]],
    'The first ones',
  ),
  queue(
    'taken-out-after',
    [
      [
        SERVE,
        SERVE.replace(
          `      // First: it may join again, for its next try.
      this.#waiting.delete(waiter);
      waiter.streamAvailable();
`,
          `      waiter.streamAvailable();
      this.#waiting.delete(waiter);
`,
        ),
      ],
    ],
    'before you tell it',
  ),
  queue(
    'goes-through-a-copy',
    [[SERVE, SERVE.replace('of this.#waiting)', 'of [...this.#waiting])')]],
    'a copy',
  ),
  queue(
    'never-taken-out',
    [[SERVE, SERVE.replace('      this.#waiting.delete(waiter);\n', '')]],
    'waits no longer',
  ),
  queue(
    'places-counted',
    [
      [
        SERVE,
        `    while (this.#waiting.size > 0) {
      if (!this.#hasRoom()) return;
      const waiters = [...this.#waiting];
      this.#waiting.clear();
      for (const waiter of waiters) waiter.streamAvailable();
    }
`,
      ],
    ],
    'as many as there is room for',
  ),
  queue(
    'closed-silently',
    [[CLOSE, '    this.#closed = true;\n    this.#waiting.clear();\n']],
    'All that wait',
  ),
  queue('not-for-good', [[CLOSE, CLOSE.replace('    this.#closed = true;\n', '')]], 'for good'),
  queue(
    'closed-at-the-end',
    [[CLOSE, `${CLOSE.replace('    this.#closed = true;\n', '')}    this.#closed = true;\n`]],
    'before anybody is told',
  ),
  queue(
    'told-though-left',
    [[CLOSE, CLOSE.replace('of this.#waiting)', 'of [...this.#waiting])')]],
    'who leaves before its turn',
  ),
  queue(
    'told-twice',
    [[CLOSE, CLOSE.replace('      this.#waiting.delete(waiter);\n', '')]],
    'Each once',
  ),
  queue(
    'served-at-the-end',
    [[CLOSE, CLOSE.replace('transportLost', 'streamAvailable')]],
    'All that wait',
  ),
  queue(
    'join-serves',
    [[ADD, `${ADD}    if (this.#hasRoom()) this.serve();\n`]],
    'join only puts into the queue',
  ),
  queue(
    'join-tells',
    [[ADD, `    if (this.open) return waiter.streamAvailable(), true;\n${ADD}`]],
    'join only puts into the queue',
  ),
  queue('open-serves', [[OPEN, `    this.serve();\n${OPEN}`]], 'open only looks'),
  queue('leave-serves', [[LEAVE, `${LEAVE}    this.serve();\n`]], 'leave only takes one out'),
  queue(
    'none-is-any-number',
    [
      [
        JOIN,
        '    if (this.#closed || (this.#most && this.#waiting.size >= this.#most)) return false;\n',
      ],
    ],
    'may be 0',
  ),
  queue(
    'those-of-the-beginning',
    [
      [
        SERVE,
        SERVE.replace('    for (', '    let left = this.#waiting.size;\n    for (').replace(
          'if (!this.#hasRoom())',
          'if (!this.#hasRoom() || left-- === 0)',
        ),
      ],
    ],
    'joined meanwhile',
  ),
  queue(
    'told-without-this',
    [
      [
        SERVE,
        SERVE.replace(
          'waiter.streamAvailable();',
          'const { streamAvailable } = waiter;\n      streamAvailable();',
        ),
      ],
    ],
    'has lost `this`',
  ),
  queue(
    'lost-without-this',
    [
      [
        CLOSE,
        CLOSE.replace(
          'waiter.transportLost();',
          'const { transportLost } = waiter;\n      transportLost();',
        ),
      ],
    ],
    'has lost `this`',
  ),
];
