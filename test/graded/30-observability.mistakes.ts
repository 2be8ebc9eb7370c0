import type { ClassicMistake } from '#course/kit/mistake';

type Change = [find: string, replacement: string];

const mistake = (
  task: number,
  file: string,
  name: string,
  hint: string,
  ...change: Change[]
): ClassicMistake => ({ name, task, file: `${file}.ts`, change, hint });

const PARTS = '/^([\\da-f]{2})-([\\da-f]{32})-([\\da-f]{16})-([\\da-f]{2})(-.*)?$/';
const VERSIONS =
  "  if (version === 'ff' || (version === '00' && more !== undefined)) return undefined;\n";
const IDS = '  if (traceId === NO_TRACE || spanId === NO_SPAN) return undefined;\n';
const FLAGS = '(Number.parseInt(flags, 16) & SAMPLED) !== 0';
const FORMAT = `  return \`00-\${traceId}-\${spanId}-\${sampled ? '01' : '00'}\`;\n`;
const INCOMING = `  const [text, ...more] = metadata.getAll(TRACEPARENT);
  return text === undefined || more.length > 0 ? undefined : parseTraceparent(text);
`;

const SORT = '    const at = this.bounds.findIndex((bound) => value <= bound);\n';
const INTO = '    this.#counts[at < 0 ? this.bounds.length : at]! += 1;\n';
const UP = `    let sum = 0;
    return this.#counts.map((count) => {
      sum += count;
      return sum;
    });
`;
const METHOD = '    return this.#methods.has(path) ? path.slice(1) : OTHER;\n';
const STATUS = "    return name in Status ? name : 'UNKNOWN';\n";
const BEGIN = '    const method = this.methodLabel(path);\n';
const STARTED = '    add(this.#started, method, 1);\n';
const RUNNING = '    add(this.#running, method, 1);\n';
const ONCE = `      if (over) return;
      over = true;
`;
const RUNS_NO_MORE = '      add(this.#running, method, -1);\n';
const DURATION = '      this.#durations(method, this.statusLabel(code)).observe(seconds);\n';

const FAILURE = "  return kind === 'client' ? code !== Status.OK : SERVER_FAULTS.has(code);\n";
const METRICS = '  const end = metrics.begin(path);\n';
const START = '  const startMs = clock.now();\n';
const THEN = '  ended.then(({ code }) => {\n';
const END_MS = '    const endMs = clock.now();\n';
const END = '    end(code, (endMs - startMs) / 1_000);\n';
const SAMPLED = '    if (!context.sampled) return;\n';
const PARENT_ID = '    const parentId = parent?.spanId;\n';
const NAME = '    const name = path.slice(1);\n';
const REPORT = `    runCallback(
      () => report(span),
      () => {},
    );
`;
const SERVER = `    const parent = incomingContext(call.metadata);
    const context = childOf(parent, ids);
    call.context.set(currentSpan, context);
    const { method, ended } = call;
    observe({ kind: 'server', path: method.path, context, parent, ended }, options);
    return next(request, call);
`;
const CLIENT_PARENT =
  '    const parent = call.context.get(currentSpan) ?? call.options.parent?.context.get(currentSpan);\n';
const OUT = '    call.metadata.set(TRACEPARENT, formatTraceparent(context));\n';
const CLIENT = `    const { method, ended } = call;
    observe({ kind: 'client', path: method.path, context, parent, ended }, options);
    return next(request, call);
`;
const CLIENT_CHILD = `    const context = childOf(parent, ids);
${OUT}`;

const OWN = '  let own = span.endMs - span.startMs;\n';
const COUNTED = '  let counted = span.startMs;\n';
const SORTED = '[...children].sort((a, b) => a.startMs - b.startMs)';
const FROM = '    const from = Math.max(child.startMs, counted);\n';
const TO = '    const to = Math.min(child.endMs, span.endMs);\n';
const NOTHING = '    if (to <= from) continue;\n';
const SERVED =
  '  const served = children.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs), 0);\n';
const WAY = '  return span.endMs - span.startMs - served;\n';
const MOST = '  return Math.max(0, ...calls.values());\n';
const COUNT_CALL =
  '  for (const { name } of children) calls.set(name, (calls.get(name) ?? 0) + 1);\n';
const ANSWERED_OK = '  if (span.code !== Status.OK) return false;\n';
const FAILED_CHILD = '    if (code === Status.OK) return false;\n';
const AGAIN = '    const again = (one: Span) => one.name === name && one.startMs >= endMs;\n';
const NOT_AGAIN = '    return !children.some((one) => again(one) && one.code === Status.OK);\n';
const OUTLIVED = '  return children.some(({ endMs }) => endMs > span.endMs + AFTER_MS);\n';

/** Observes the call only when `next` has been called. */
function afterNext(code: string): string {
  return code
    .replace('    observe(', '    const answer = next(request, call);\n    observe(')
    .replace('return next(request, call)', 'return answer');
}

const TC = 'trace-context';
const H = 'histogram';
const CM = 'call-metrics';
const T = 'telemetry';
const F = 'find-faults';

export const mistakes: ClassicMistake[] = [
  // ---- task 1
  mistake(1, TC, 'capitals-too', 'Small letters only', [PARTS, PARTS.replace(/\/$/, '/i')]),
  mistake(1, TC, 'no-anchor-at-the-end', 'two digits.', [
    PARTS,
    PARTS.replace('(-.*)?$', '(-.*)?'),
  ]),
  mistake(1, TC, 'no-anchor-at-the-start', 'begins with the version', [
    PARTS,
    PARTS.replace('/^', '/'),
  ]),
  mistake(1, TC, 'a-regex-with-memory', 'Version, trace, span', [
    PARTS,
    PARTS.replace(/\/$/, '/g'),
  ]),
  mistake(1, TC, 'trimmed', 'begins with the version', [
    'PARTS.exec(text)',
    'PARTS.exec(text.trim())',
  ]),
  mistake(
    1,
    TC,
    'anything-may-follow',
    'begins with a',
    [PARTS, PARTS.replace('(-.*)?', '(.*)')],
    ['more !== undefined', "more !== ''"],
  ),
  mistake(
    1,
    TC,
    'only-version-00',
    'A higher version',
    [PARTS, PARTS.replace('(-.*)?', '')],
    [VERSIONS, "  void more;\n  if (version !== '00') return undefined;\n"],
  ),
  mistake(1, TC, 'version-ff', 'no version ff', [
    VERSIONS,
    VERSIONS.replace("version === 'ff' || ", ''),
  ]),
  mistake(1, TC, 'version-00-goes-on', 'Version 00 ends', [
    VERSIONS,
    "  void more;\n  if (version === 'ff') return undefined;\n",
  ]),
  mistake(1, TC, 'no-version-goes-on', 'A higher version', [
    VERSIONS,
    "  if (version === 'ff' || more !== undefined) return undefined;\n",
  ]),
  mistake(1, TC, 'a-trace-of-zeros', 'nothing but 0', [
    IDS,
    IDS.replace('traceId === NO_TRACE || ', ''),
  ]),
  mistake(1, TC, 'a-span-of-zeros', 'nothing but 0', [
    IDS,
    IDS.replace(' || spanId === NO_SPAN', ''),
  ]),
  mistake(1, TC, 'zeros-in-front', 'Only an id of nothing but 0', [
    IDS,
    "  if (traceId.startsWith('0000') || spanId === NO_SPAN) return undefined;\n",
  ]),
  mistake(1, TC, 'flags-as-text', 'each bit says something', [FLAGS, "flags === '01'"]),
  mistake(1, TC, 'flags-in-decimal', 'each bit says something', [FLAGS, FLAGS.replace('16', '10')]),
  mistake(1, TC, 'any-flag', 'each bit says something', [
    FLAGS,
    'Number.parseInt(flags, 16) !== 0',
  ]),
  mistake(1, TC, 'ids-change-places', 'Version, trace, span', [
    'return { traceId, spanId, sampled:',
    'return { traceId: spanId, spanId: traceId, sampled:',
  ]),
  mistake(1, TC, 'always-sampled', 'Version 00, and no flag', [
    FORMAT,
    FORMAT.replace(/\$\{sampled.*\}/, '01'),
  ]),
  mistake(1, TC, 'one-digit', 'Version 00, and no flag', [
    FORMAT,
    FORMAT.replace("'01' : '00'", '1 : 0'),
  ]),
  mistake(1, TC, 'the-first-of-two', 'Two of them', [
    INCOMING,
    '  const text = metadata.get(TRACEPARENT);\n  return text === undefined ? undefined : parseTraceparent(text);\n',
  ]),
  mistake(1, TC, 'the-last-of-two', 'Two of them', [
    INCOMING,
    '  const text = metadata.getAll(TRACEPARENT).at(-1);\n  return text === undefined ? undefined : parseTraceparent(text);\n',
  ]),
  mistake(1, TC, 'the-first-good-one', 'Two of them', [
    INCOMING,
    '  const all = metadata.getAll(TRACEPARENT).map(parseTraceparent);\n  return all.find((one) => one !== undefined);\n',
  ]),
  mistake(1, TC, 'two-that-are-the-same', 'Two of them', [
    INCOMING,
    '  const all = [...new Set(metadata.getAll(TRACEPARENT))];\n  return all.length === 1 ? parseTraceparent(all[0]!) : undefined;\n',
  ]),
  mistake(1, TC, 'taken-out', 'stays as it is', [
    INCOMING,
    INCOMING.replace('  return', '  metadata.delete(TRACEPARENT);\n  return'),
  ]),
  mistake(1, TC, 'the-parents-span', 'a span id of its own', [
    '    spanId: ids.spanId(),',
    '    spanId: parent?.spanId ?? ids.spanId(),',
  ]),
  mistake(1, TC, 'a-trace-each', 'The trace of its parent', [
    'parent?.traceId ?? ids.traceId()',
    'ids.traceId()',
  ]),
  mistake(1, TC, 'a-trace-id-for-nothing', 'only where one is needed', [
    '  return {\n    traceId: parent?.traceId ?? ids.traceId(),',
    '  const traceId = ids.traceId();\n  return {\n    traceId: parent?.traceId ?? traceId,',
  ]),
  mistake(1, TC, 'always-recorded', 'whoever began the trace', [
    'parent?.sampled ?? true',
    'parent?.sampled || true',
  ]),
  mistake(1, TC, 'recorded-by-nobody', 'Without a parent a trace begins', [
    'parent?.sampled ?? true',
    'parent?.sampled ?? false',
  ]),

  // ---- task 2
  mistake(2, H, 'less-and-not-equal', 'A bound belongs', [SORT, SORT.replace('<=', '<')]),
  mistake(2, H, 'from-the-top', 'how many were at most', [
    SORT,
    SORT.replace('findIndex', 'findLastIndex'),
  ]),
  mistake(2, H, 'above-all-is-lost', 'how many were at most', [
    INTO,
    '    if (at >= 0) this.#counts[at]! += 1;\n',
  ]),
  mistake(2, H, 'the-last-bound-for-all', 'how many were at most', [
    INTO,
    INTO.replace('this.bounds.length : at', 'this.bounds.length - 1 : at'),
  ]),
  mistake(2, H, 'set-and-not-counted', 'how many were at most', [
    INTO,
    INTO.replace('+= 1', '= 1'),
  ]),
  mistake(2, H, 'no-sum', 'has all values', ['    this.#sum += value;\n', '']),
  mistake(2, H, 'the-last-value', 'sum of the values', [
    '    this.#sum += value;\n',
    '    this.#sum = value;\n',
  ]),
  mistake(2, H, 'not-counted-up', 'how many were at most', [UP, '    return [...this.#counts];\n']),
  mistake(2, H, 'counted-up-in-place', 'only looks', [
    UP,
    '    for (let i = 1; i < this.#counts.length; i++) this.#counts[i]! += this.#counts[i - 1]!;\n    return [...this.#counts];\n',
  ]),
  mistake(2, H, 'counted-down', 'how many were at most', [
    UP,
    UP.replace('this.#counts.map(', 'this.#counts.toReversed().map('),
  ]),
  mistake(2, CM, 'any-path', 'Only a path of the list', [METHOD, '    return path.slice(1);\n']),
  mistake(2, CM, 'with-its-slash', 'Only a path of the list', [
    METHOD,
    METHOD.replace('path.slice(1)', 'path'),
  ]),
  mistake(2, CM, 'whatever-begins-so', 'Only a path of the list', [
    METHOD,
    '    return [...this.#methods].some((known) => path.startsWith(known)) ? path.slice(1) : OTHER;\n',
  ]),
  mistake(2, CM, 'without-a-slash-too', 'Only a path of the list', [
    METHOD,
    `    const bare = path.replace(/^\\/+/, '');\n    return this.#methods.has('/' + bare) ? bare : OTHER;\n`,
  ]),
  mistake(2, CM, 'any-code', 'any number', [STATUS, '    return name;\n']),
  mistake(2, CM, 'up-to-seventeen', 'any number', [
    STATUS,
    "    return code <= 17 ? name : 'UNKNOWN';\n",
  ]),
  mistake(2, CM, 'a-number-for-a-name', 'The name of the code', [
    STATUS,
    "    return name in Status ? String(code) : 'UNKNOWN';\n",
  ]),
  mistake(
    2,
    CM,
    'started-at-the-end',
    'counted when it begins',
    [STARTED, ''],
    [RUNS_NO_MORE, `${STARTED}${RUNS_NO_MORE}`],
  ),
  mistake(2, CM, 'not-running', 'It runs until it ends', [RUNNING, '']),
  mistake(2, CM, 'runs-for-ever', 'runs no more', [RUNS_NO_MORE, '']),
  mistake(2, CM, 'ends-twice', 'A call ends once', [
    ONCE,
    '      over = true;\n      void over;\n',
  ]),
  mistake(
    2,
    CM,
    'one-end-for-all',
    'runs no more',
    [BEGIN, `${BEGIN}    const all = this as unknown as { over?: boolean };\n`],
    ['    let over = false;\n', ''],
    [ONCE, '      if (all.over) return;\n      all.over = true;\n'],
  ),
  mistake(2, CM, 'in-milliseconds', 'with the seconds of its calls', [
    DURATION,
    DURATION.replace('seconds', 'seconds * 1_000'),
  ]),
  mistake(2, CM, 'always-ok', 'A row for each pair', [
    DURATION,
    DURATION.replace('this.statusLabel(code)', "'OK'"),
  ]),
  mistake(2, CM, 'the-code-as-it-comes', 'UNKNOWN', [
    DURATION,
    DURATION.replace('this.statusLabel(code)', 'statusName(code)'),
  ]),
  mistake(2, CM, 'the-path-in-the-row', 'A row for each pair', [
    DURATION,
    DURATION.replace('method, this', 'path, this'),
  ]),
  mistake(2, CM, 'errors-take-no-time', 'A row for each pair', [
    DURATION,
    `      if (code === Status.OK) ${DURATION.trim()}\n`,
  ]),
  mistake(2, CM, 'no-time-no-call', 'took no time', [
    DURATION,
    `      if (seconds) ${DURATION.trim()}\n`,
  ]),

  // ---- task 3
  mistake(3, T, 'all-are-failures', 'if the server is at fault', [
    FAILURE,
    '  void kind;\n  return code !== Status.OK;\n',
  ]),
  mistake(3, T, 'a-clients-fault', 'has failed, whoever', [
    FAILURE,
    '  void kind;\n  return SERVER_FAULTS.has(code);\n',
  ]),
  mistake(3, T, 'when-next-is-done', 'not when next is done', [
    SERVER,
    `    const parent = incomingContext(call.metadata);
    const context = childOf(parent, ids);
    call.context.set(currentSpan, context);
    const { method } = call;
    const answer = next(request, call);
    const ended = answer.then(() => ({ code: Status.OK, details: '' }), () => ({ code: Status.UNKNOWN, details: '' }));
    observe({ kind: 'server', path: method.path, context, parent, ended }, options);
    return answer;
`,
  ]),
  mistake(3, T, 'waits-for-the-end', 'Say with then', [
    SERVER,
    SERVER.replace(
      'return next(request, call);',
      'return next(request, call).then(async (answer) => {\n      await ended;\n      return answer;\n    });',
    ),
  ]),
  mistake(
    3,
    T,
    'the-beginning-at-the-end',
    'From the call to its end',
    [START, ''],
    [END_MS, `  const startMs = clock.now();\n${END_MS}`],
  ),
  mistake(
    3,
    T,
    'counted-at-the-end',
    'counted at once',
    [METRICS, ''],
    [END, `    metrics.begin(path)(code, (endMs - startMs) / 1_000);\n`],
  ),
  mistake(3, T, 'milliseconds', 'metrics have seconds', [END, END.replace(' / 1_000', '')]),
  mistake(
    3,
    T,
    'sampled-metrics',
    'Metrics count every call',
    [END, ''],
    [SAMPLED, `${SAMPLED}${END}`],
  ),
  mistake(3, T, 'all-are-sampled', 'does not want it recorded', [SAMPLED, '']),
  mistake(3, T, 'unsampled-has-no-context', 'so that all of the trace', [
    SERVER,
    SERVER.replace('    call.context', '    if (context.sampled) call.context'),
  ]),
  mistake(3, T, 'the-name-with-a-slash', 'From the call', [NAME, '    const name = path;\n']),
  mistake(3, T, 'its-own-parent', 'the caller has named', [
    PARENT_ID,
    '    const parentId = parent?.spanId ?? context.spanId;\n',
  ]),
  mistake(3, T, 'its-parents-id', 'the span that the caller has named', [
    PARENT_ID,
    '    const parentId = parent ? context.spanId : undefined;\n',
  ]),
  mistake(3, T, 'report-breaks', 'ends the program', [REPORT, '    report(span);\n']),
  mistake(3, T, 'a-promise-that-fails', 'ends the program', [
    REPORT,
    '    try {\n      report(span);\n    } catch {}\n',
  ]),
  mistake(
    3,
    T,
    'only-what-went-well-later',
    'Every call that is sampled',
    [THEN, '  ended.then(async ({ code }) => {\n    await undefined;\n'],
    [NAME, `${NAME}    if (code !== Status.OK) return;\n`],
  ),
  mistake(3, T, 'only-what-failed', 'Every call that is sampled', [
    SAMPLED,
    '    if (!context.sampled || code === Status.OK) return;\n',
  ]),
  mistake(3, T, 'only-what-went-well', 'Every call that is sampled', [
    SAMPLED,
    '    if (!context.sampled || code !== Status.OK) return;\n',
  ]),
  mistake(3, T, 'only-with-a-parent', 'Every call that is sampled', [
    SAMPLED,
    '    if (!context.sampled || parent === undefined) return;\n',
  ]),
  mistake(3, T, 'the-context-too-late', 'before next', [
    SERVER,
    SERVER.replace('    call.context.set(currentSpan, context);\n', '').replace(
      '    return next(request, call);',
      '    const answer = next(request, call);\n    call.context.set(currentSpan, context);\n    return answer;',
    ),
  ]),
  mistake(3, T, 'begins-after-next', 'before next', [SERVER, afterNext(SERVER)]),
  mistake(3, T, 'the-callers-context', 'and not its parent', [
    SERVER,
    SERVER.replace('set(currentSpan, context)', 'set(currentSpan, parent ?? context)'),
  ]),
  mistake(3, T, 'the-first-traceparent', 'that of the traceparent', [
    SERVER,
    SERVER.replace('incomingContext(call.metadata)', 'undefined as SpanContext | undefined'),
  ]),
  mistake(3, T, 'ids-shared', 'once for each call', [
    '  const { ids = randomIds } = options;\n  return (request, call, next) => {\n    const parent = incomingContext(call.metadata);\n    const context = childOf(parent, ids);\n',
    '  const { ids = randomIds } = options;\n  const first = childOf(undefined, ids);\n  return (request, call, next) => {\n    const parent = incomingContext(call.metadata);\n    const context = parent ? childOf(parent, ids) : first;\n',
  ]),
  mistake(3, T, 'swallows-the-answer', 'return what next returns', [
    SERVER,
    SERVER.replace(
      'return next(request, call);',
      'return next(request, call).then(() => undefined);',
    ),
  ]),
  mistake(3, T, 'swallows-the-error', 'return what next returns', [
    SERVER,
    SERVER.replace(
      'return next(request, call);',
      'return next(request, call).catch(() => undefined);',
    ),
  ]),
  mistake(3, T, 'says-it-to-the-client', 'stays as it is', [
    SERVER,
    SERVER.replace(
      '    const { method',
      '    call.metadata.set(TRACEPARENT, formatTraceparent(context));\n    const { method',
    ),
  ]),

  // ---- task 4
  mistake(4, T, 'only-its-own-context', 'in that of its parent', [
    CLIENT_PARENT,
    '    const parent = call.context.get(currentSpan);\n',
  ]),
  mistake(4, T, 'only-its-parents', 'own context', [
    CLIENT_PARENT,
    '    const parent = call.options.parent?.context.get(currentSpan);\n',
  ]),
  mistake(4, T, 'the-parent-first', 'own context', [
    CLIENT_PARENT,
    '    const parent = call.options.parent?.context.get(currentSpan) ?? call.context.get(currentSpan);\n',
  ]),
  mistake(4, T, 'out-of-the-metadata', 'comes from the context', [
    CLIENT_PARENT,
    CLIENT_PARENT.replace(';', ' ?? incomingContext(call.metadata);'),
  ]),
  mistake(4, T, 'appended', 'in place of all', [OUT, OUT.replace('set', 'append')]),
  mistake(4, T, 'not-if-there-is-one', 'in place of all', [
    OUT,
    `    if (!call.metadata.has(TRACEPARENT)) ${OUT.trim()}\n`,
  ]),
  mistake(4, T, 'the-parents-id-goes-out', 'and not that of its parent', [
    OUT,
    OUT.replace('formatTraceparent(context)', 'formatTraceparent(parent ?? context)'),
  ]),
  mistake(4, T, 'nothing-if-not-sampled', 'It goes out all the same', [
    OUT,
    `    if (context.sampled) ${OUT.trim()}\n`,
  ]),
  mistake(4, T, 'nothing-goes-out', 'formatTraceparent(context)', [OUT, '']),
  mistake(4, T, 'nothing-without-a-parent', 'formatTraceparent(context)', [
    OUT,
    `    if (parent) ${OUT.trim()}\n`,
  ]),
  mistake(4, T, 'a-chain-of-siblings', 'the one before', [
    CLIENT_CHILD,
    `${CLIENT_CHILD}    call.context.set(currentSpan, context);\n`,
  ]),
  mistake(4, T, 'a-servers-span', 'From the call', [
    CLIENT,
    CLIENT.replace("'client'", "'server'"),
  ]),
  mistake(4, T, 'begins-after-next-again', 'before next', [CLIENT, afterNext(CLIENT)]),
  mistake(
    4,
    T,
    'sent-too-late',
    'before next',
    [CLIENT_CHILD, '    const context = childOf(parent, ids);\n'],
    [
      CLIENT,
      CLIENT.replace(
        '    return next(request, call);',
        `    const answer = next(request, call);\n${OUT}    return answer;`,
      ),
    ],
  ),
  mistake(4, T, 'when-the-client-has-a-stream', 'not when next is done', [
    CLIENT,
    `    const { method } = call;
    const answer = next(request, call);
    const ended = answer.then(() => ({ code: Status.OK, details: '' }), () => ({ code: Status.UNKNOWN, details: '' }));
    observe({ kind: 'client', path: method.path, context, parent, ended }, options);
    return answer;
`,
  ]),
  mistake(4, T, 'the-client-waits', 'Say with then', [
    CLIENT,
    CLIENT.replace(
      'return next(request, call);',
      'return next(request, call).then(async (answer) => {\n      await ended;\n      return answer;\n    });',
    ),
  ]),
  mistake(4, T, 'all-metadata-new', 'Other metadata stays', [
    OUT,
    `    for (const [name] of [...call.metadata]) call.metadata.delete(name);\n${OUT}`,
  ]),

  // ---- task 5
  mistake(5, F, 'the-sum-of-all', 'is subtracted once', [
    FROM,
    '    const from = Math.max(child.startMs, span.startMs);\n',
  ]),
  mistake(5, F, 'not-sorted', 'Children come in any order', [SORTED, 'children']),
  mistake(5, F, 'sorted-in-place', 'assign', [
    SORTED,
    '(children as Span[]).sort((a, b) => a.startMs - b.startMs)',
  ]),
  mistake(5, F, 'by-their-ends', 'is subtracted once', [
    SORTED,
    '[...children].sort((a, b) => a.endMs - b.endMs)',
  ]),
  mistake(5, F, 'past-the-end', 'may go on after', [TO, '    const to = child.endMs;\n']),
  mistake(5, F, 'before-the-start', 'within the span', [
    COUNTED,
    '  let counted = Number.NEGATIVE_INFINITY;\n',
  ]),
  mistake(5, F, 'back-again', 'is subtracted once', [
    NOTHING,
    '    if (to <= from) {\n      counted = to;\n      continue;\n    }\n',
  ]),
  mistake(5, F, 'negative-pieces', 'is subtracted once', [NOTHING, '']),
  mistake(5, F, 'one-millisecond-at-a-time', 'parts of a millisecond', [
    OWN,
    `  if (children.length > 0) {
    let free = 0;
    for (let ms = span.startMs; ms < span.endMs; ms++) {
      if (!children.some(({ startMs, endMs }) => startMs <= ms && ms < endMs)) free++;
    }
    return free;
  }
${OWN}`,
  ]),
  mistake(
    5,
    F,
    'the-whole-span',
    'A child covers',
    [OWN, '  const own = span.endMs - span.startMs;\n'],
    ['    own -= to - from;\n', ''],
  ),
  mistake(
    5,
    F,
    'moments-of-two-clocks',
    'a clock of its own',
    [SERVED, '  const [first] = children;\n'],
    [
      WAY,
      '  return Math.max(0, (first?.startMs ?? 0) - span.startMs) + Math.max(0, span.endMs - (children.at(-1)?.endMs ?? 0));\n',
    ],
  ),
  mistake(5, F, 'clipped-to-the-client', 'a clock of its own', [
    SERVED,
    '  const served = children.reduce((sum, { startMs, endMs }) => sum + Math.max(0, Math.min(endMs, span.endMs) - Math.max(startMs, span.startMs)), 0);\n',
  ]),
  mistake(5, F, 'only-the-first-attempt', 'made again', [
    SERVED,
    '  const served = children.slice(0, 1).reduce((sum, { startMs, endMs }) => sum + (endMs - startMs), 0);\n',
  ]),
  mistake(5, F, 'all-calls', 'stands there most', [
    MOST,
    '  void calls;\n  return children.length;\n',
  ]),
  mistake(5, F, 'how-many-names', 'stands there most', [MOST, '  return calls.size;\n']),
  mistake(5, F, 'no-calls-no-number', 'stands there most', [
    MOST,
    '  return Math.max(...calls.values());\n',
  ]),
  mistake(5, F, 'of-the-first-name', 'stands there most', [
    MOST,
    '  return calls.values().next().value ?? 0;\n',
  ]),
  mistake(
    5,
    F,
    'counts-in-an-object',
    'stands there most',
    [
      COUNT_CALL,
      '  const counts: Record<string, number> = {};\n  for (const { name } of children) counts[name] = (counts[name] ?? 0) + 1;\n',
    ],
    [MOST, '  void calls;\n  return Math.max(0, ...Object.values(counts));\n'],
  ),
  mistake(5, F, 'whoever-was-told', 'nothing was kept', [ANSWERED_OK, '']),
  mistake(
    5,
    F,
    'by-its-mark',
    'Look at the code',
    [
      '  return children.some(({ name, code, endMs }) => {\n',
      '  return children.some(({ name, failed, endMs }) => {\n',
    ],
    [FAILED_CHILD, '    if (!failed) return false;\n'],
  ),
  mistake(5, F, 'cancelled-is-fine', 'everything but OK', [
    FAILED_CHILD,
    '    if (code === Status.OK || code === Status.CANCELLED) return false;\n',
  ]),
  mistake(5, F, 'any-success', 'began before', [
    AGAIN,
    '    const again = (one: Span) => one.name === name || one.startMs < endMs;\n',
  ]),
  mistake(5, F, 'success-before', 'began before', [
    AGAIN,
    '    void endMs;\n    const again = (one: Span) => one.name === name;\n',
  ]),
  mistake(5, F, 'another-name', 'another question', [
    AGAIN,
    '    void name;\n    const again = (one: Span) => one.startMs >= endMs;\n',
  ]),
  mistake(5, F, 'a-moment-later', 'made again', [AGAIN, AGAIN.replace('>=', '>')]),
  mistake(5, F, 'no-second-chance', 'made again', [
    NOT_AGAIN,
    '    void again;\n    return true;\n',
  ]),
  mistake(5, F, 'only-the-first-call', 'began before', [
    '  return children.some(({ name, code, endMs }) => {\n',
    '  return children.slice(0, 1).some(({ name, code, endMs }) => {\n',
  ]),
  mistake(5, F, 'without-a-moment', 'not exactly so much', [
    OUTLIVED,
    OUTLIVED.replace(' + AFTER_MS', ''),
  ]),
  mistake(5, F, 'exactly-so-much', 'not exactly so much', [
    OUTLIVED,
    OUTLIVED.replace('> span', '>= span'),
  ]),
  mistake(5, F, 'all-of-them', 'not exactly so much', [
    OUTLIVED,
    OUTLIVED.replace('children.some', 'children.length > 0 && children.every'),
  ]),
];
