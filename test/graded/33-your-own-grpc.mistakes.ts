import type { ClassicMistake } from '#course/kit/mistake';

type Change = [find: string, replacement: string];

const mistake = (
  task: number,
  file: string,
  name: string,
  hint: string,
  ...change: Change[]
): ClassicMistake => ({ name, task, file: `${file}.ts`, change, hint });

const RECEIVE = '    const left = this.#http2.receive(chunk, now, late);\n';
const READY = '    if (this.#http2.ready) this.#endHandshake();\n';
const RETURN = '    return left;\n';
const DRAIN = '    this.#blocked = false;\n    this.#flush();\n';
const END = '    this.#turns.end(() => this.#http2.transportClosed());\n';
const TOLD = '    this.#http2.transportClosed(error);\n';
const CLOSE_ENDED = `    this.#ended = true;\n${TOLD}`;
const CLOSE_TIMERS = '    this.#endHandshake();\n    this.#linger?.cancel();\n';
const WRITE = '      this.#blocked = !this.#transport.write(output);\n';
const WHILE = '    while (!this.#blocked) {\n';
const LAST = '    if (this.#http2.closed) this.#endTransport();\n';
const LINGER =
  '    this.#linger ??= this.#after(this.#lingerMs, () => this.#transport.destroy());\n';
const WAIT = '    if (this.#blocked) return;\n    this.#ended = true;\n';
const SCHEDULE = '    this.#defer(this.#flushNow);\n';
const WRITTEN = '    if (this.#transport.flushed) this.#http2.outputWritten();\n';

const REFUSAL =
  '  const refusal = refuseRequest(head) ?? compressions.refuse(head.encoding);\n  if (refusal) return refuse(stream, refusal, endStream);\n';
const UNKNOWN =
  "    return refuse(stream, { httpStatus: '200', code: Status.UNIMPLEMENTED, details }, endStream);\n";
const BEGINS = '  place.callBegins();\n';
const START = '  call.start(server, endStream);\n';
const MADE =
  '  const server = new ServerStream(stream, endStream, call, ...limitsOf(place, head.encoding));\n';

const DEADLINE = '    if (this.deadline < NEVER && this.timeLeft() === 0) {\n';
const HOLD = '      this.stream.hold();\n';
const ANSWER = '      const answer = this.#served.answer(request, this);\n';
const SYNC = `      if (!isThenable(answer)) {
        this.#answer(answer);
        return;
      }
`;
const BOTH = `        (response) => this.#answer(response),
        (error) => this.#threw(error),
`;
const LATE = `    if (this.status) {
      this.stream.release();
      return;
    }
    try {
      if (this.method.responseStream) {
`;
const PUMP = '        this.#pump = new Pump(response as Source<unknown>, this);\n';
const RUN = '        void this.#pump.run().then(() => this.stream.release());\n';
const SEND = `        this.stream.release();
        this.send(response);
        this.finished();
`;

export const mistakes: ClassicMistake[] = [
  // ---- task 1
  mistake(1, 'attach', 'nothing-received', 'What the transport brings has to reach', [
    RECEIVE,
    '    const left = undefined;\n    void chunk;\n    void now;\n    void late;\n',
  ]),
  mistake(1, 'attach', 'rest-lost', '#receive returns that, or it is lost', [
    RETURN,
    '    void left;\n    return undefined;\n',
  ]),
  mistake(1, 'attach', 'handshake-never-ends', 'the handshake’s timer is cancelled', [READY, '']),
  mistake(
    1,
    'attach',
    'handshake-ends-at-once',
    'the connection is over after',
    [READY, '    this.#endHandshake();\n'],
    [
      'this.#handshake = this.#after(options.handshakeMs ?? HANDSHAKE_TIMEOUT_MS, () =>',
      'void this.#after(0, () => this.#endHandshake());\n    this.#handshake = this.#after(options.handshakeMs ?? HANDSHAKE_TIMEOUT_MS, () =>',
    ],
  ),
  mistake(
    1,
    'attach',
    'one-output',
    'takeOutput',
    [WHILE, '    for (let once = true; once && !this.#blocked; once = false) {\n'],
    [LAST, ''],
  ),
  mistake(
    1,
    'attach',
    'false-is-not-taken',
    'At drain the flush comes at once, and goes on until write',
    [WRITE, `${WRITE}      if (this.#blocked) this.#transport.write(output);\n`],
  ),
  mistake(1, 'attach', 'never-blocked', 'write said false: nothing more until drain', [
    WRITE,
    '      this.#transport.write(output);\n',
  ]),
  mistake(1, 'attach', 'drain-forgets', 'At drain the flush comes at once', [
    DRAIN,
    '    this.#blocked = false;\n',
  ]),
  mistake(1, 'attach', 'drain-stays-blocked', 'At drain the flush comes at once', [
    DRAIN,
    '    this.#flush();\n',
  ]),
  mistake(1, 'attach', 'end-not-told', 'end is told to the connection', [END, '']),
  mistake(1, 'attach', 'end-overtakes', 'this.#turns.end(then) calls then behind', [
    END,
    '    this.#http2.transportClosed();\n',
  ]),
  mistake(1, 'attach', 'close-not-told', 'The connection hears of the close', [
    CLOSE_ENDED,
    '    void error;\n    this.#ended = true;\n',
  ]),
  mistake(1, 'attach', 'close-without-error', 'hands it on', [
    TOLD,
    '    void error;\n    this.#http2.transportClosed();\n',
  ]),
  mistake(1, 'attach', 'close-ends-again', 'is not ended again', [CLOSE_ENDED, TOLD]),
  mistake(
    1,
    'attach',
    'close-leaves-handshake',
    'The handshake is not waited for',
    [CLOSE_ENDED, TOLD.concat('    this.#ended = true;\n')],
    [CLOSE_TIMERS, '    this.#linger?.cancel();\n'],
  ),
  mistake(1, 'attach', 'close-leaves-linger', 'close leaves no timer', [
    CLOSE_TIMERS,
    '    this.#endHandshake();\n',
  ]),
  mistake(1, 'attach', 'never-ended', '#flush ends the transport', [LAST, '']),
  mistake(1, 'attach', 'ended-every-time', 'The transport is ended once', [
    WAIT,
    '    if (this.#blocked) return;\n',
  ]),
  mistake(1, 'attach', 'ended-while-blocked', 'the end waits for drain', [
    WAIT,
    '    this.#ended = true;\n',
  ]),
  mistake(1, 'attach', 'no-linger', 'When the connection is over the timer', [LINGER, '']),
  mistake(
    1,
    'attach',
    'linger-behind-blocked',
    'a peer that does not read is what it is for',
    [LINGER, ''],
    [WAIT, `    if (this.#blocked) return;\n${LINGER}    this.#ended = true;\n`],
  ),
  mistake(1, 'attach', 'linger-at-once', 'When the connection is over the timer', [
    LINGER,
    '    this.#linger ??= this.#after(0, () => this.#transport.destroy());\n',
  ]),
  mistake(
    1,
    'attach',
    'linger-default-only',
    'which an option can set',
    [LINGER, '    this.#linger ??= this.#after(LINGER_MS, () => this.#transport.destroy());\n'],
    [WAIT, WAIT],
  ),
  mistake(1, 'attach', 'many-lingers', 'sets it the first time only', [
    LINGER,
    '    this.#linger = this.#after(this.#lingerMs, () => this.#transport.destroy());\n',
  ]),
  mistake(1, 'attach', 'linger-begins-anew', 'no drain begins it anew', [
    LINGER,
    `    this.#linger?.cancel();\n${LINGER.replace('??=', '=')}`,
  ]),

  // ---- task 2
  mistake(2, 'begin-call', 'nothing-refused', 'answers with what refuseRequest has found', [
    REFUSAL,
    '',
  ]),
  mistake(
    2,
    'begin-call',
    'compression-not-asked',
    'compressions.refuse(head.encoding) comes behind',
    ['refuseRequest(head) ?? compressions.refuse(head.encoding)', 'refuseRequest(head)'],
  ),
  mistake(2, 'begin-call', 'compression-first', 'What is not gRPC is refused first', [
    'refuseRequest(head) ?? compressions.refuse(head.encoding)',
    'compressions.refuse(head.encoding) ?? refuseRequest(head)',
  ]),
  mistake(2, 'begin-call', 'path-first', 'A stream that is refused never was a call', [
    '  const refusal = refuseRequest(head)',
    "  place.services.get(head.path ?? '');\n  const refusal = refuseRequest(head)",
  ]),
  mistake(
    2,
    'begin-call',
    'counts-refused',
    'A stream that is refused never was a call',
    [REFUSAL, `${BEGINS}${REFUSAL}`],
    [`${BEGINS}  const call`, '  const call'],
  ),
  mistake(2, 'begin-call', 'never-begins', 'callBegins is said once', [BEGINS, '']),
  mistake(
    2,
    'begin-call',
    'begins-behind-start',
    'callBegins comes before start',
    [`${BEGINS}  const call`, '  const call'],
    [START, `${START}${BEGINS}`],
  ),
  mistake(2, 'begin-call', 'not-started', 'start gives that to the call', [START, '']),
  mistake(2, 'begin-call', 'start-without-end', 'endStream goes to both', [
    START,
    '  call.start(server, false);\n',
  ]),
  mistake(2, 'begin-call', 'unknown-is-404', 'HTTP status 200', [
    UNKNOWN,
    UNKNOWN.replace("'200'", "'404'"),
  ]),
  mistake(2, 'begin-call', 'unknown-is-not-found', 'services.explain(path) has the details', [
    UNKNOWN,
    UNKNOWN.replace('UNIMPLEMENTED', 'NOT_FOUND'),
  ]),
  mistake(2, 'begin-call', 'unknown-unexplained', 'services.explain(path) has the details', [
    UNKNOWN,
    UNKNOWN.replace('details }', "details: details && 'unknown' }"),
  ]),
  mistake(2, 'begin-call', 'refused-left-open', 'refuse needs endStream', [
    UNKNOWN,
    UNKNOWN.replace('endStream)', 'true)'),
  ]),
  mistake(
    2,
    'begin-call',
    'encoding-not-handed-on',
    'has to know how the messages are compressed',
    [MADE, MADE.replace('head.encoding', 'undefined')],
  ),
  mistake(2, 'begin-call', 'wrong-handler', 'does not hear the rest', [
    '  return server;\n',
    '  return call as never;\n',
  ]),

  // ---- task 3
  mistake(3, 'incoming-call', 'promise-taken-for-answer', 'A handler need not be async', [
    SYNC,
    '      this.#answer(answer);\n      if (this) return;\n',
  ]),
  mistake(3, 'incoming-call', 'instanceof-promise', 'isThenable tells', [
    SYNC,
    SYNC.replace('!isThenable(answer)', '!(answer instanceof Promise)'),
  ]),
  mistake(3, 'incoming-call', 'always-awaits', 'Look whether the answer is a promise', [SYNC, '']),
  mistake(3, 'incoming-call', 'no-second-function', 'this.#threw(error)', [
    BOTH,
    '        (response) => this.#answer(response),\n        () => {},\n',
  ]),
  mistake(3, 'incoming-call', 'without-the-call', 'answer gets the decoded request, and this', [
    ANSWER,
    '      const answer = this.#served.answer(request, {} as never);\n',
  ]),
  mistake(3, 'incoming-call', 'runs-twice', 'answer gets the decoded request, and this', [
    ANSWER,
    `      this.#served.answer(request, this);\n${ANSWER}`,
  ]),
  mistake(3, 'incoming-call', 'deadline-not-asked', 'timeLeft() is 0', [
    DEADLINE,
    DEADLINE.replace('=== 0', '=== -1'),
  ]),
  mistake(3, 'incoming-call', 'deadline-always', 'Only 0 is over', [
    DEADLINE,
    '    if (this.deadline < NEVER) {\n',
  ]),
  mistake(
    3,
    'incoming-call',
    'held-before-the-deadline',
    'hold comes behind the look',
    [HOLD, ''],
    [DEADLINE, `    this.stream.hold();\n${DEADLINE}`],
  ),
  mistake(3, 'incoming-call', 'never-finished', 'this.finished() ends the call', [
    '        this.finished();\n',
    '',
  ]),
  mistake(3, 'incoming-call', 'never-held', 'hold before the handler begins', [HOLD, '']),
  mistake(
    3,
    'incoming-call',
    'held-too-late',
    'hold before the handler begins',
    [HOLD, ''],
    [ANSWER, `${ANSWER}      if (isThenable(answer)) answer.then(() => {}, () => {});\n`],
  ),
  mistake(3, 'incoming-call', 'late-answer-kept', 'leads to release', [
    LATE,
    LATE.replace('      this.stream.release();\n', ''),
  ]),
  mistake(3, 'incoming-call', 'late-source-opened', 'Look at this.status before the pump is made', [
    LATE,
    LATE.replace('if (this.status) {', 'if (this.status && !this.method.responseStream) {'),
  ]),
  mistake(3, 'incoming-call', 'pump-not-run', 'For method.responseStream a Pump does it', [
    RUN,
    '        this.stream.release();\n',
  ]),
  mistake(
    3,
    'incoming-call',
    'pump-not-kept',
    'The pump stands in this.#pump',
    [PUMP, '        const pump = new Pump(response as Source<unknown>, this);\n'],
    [RUN, '        void pump.run().then(() => this.stream.release());\n'],
  ),
  mistake(3, 'incoming-call', 'source-released-at-once', 'release only when it does nothing', [
    RUN,
    '        void this.#pump.run();\n        this.stream.release();\n',
  ]),
  mistake(3, 'incoming-call', 'source-never-released', 'leads to release', [
    RUN,
    '        void this.#pump.run();\n',
  ]),
  mistake(
    3,
    'incoming-call',
    'promise-never-released',
    'leads to release',
    [SEND, '        this.send(response);\n        this.finished();\n'],
    [LATE, LATE.replace('      this.stream.release();\n', '')],
  ),

  // ---- task 4: the three that are planted, and what one may lose on the way
  mistake(4, 'server-stream', 'empty-message-dropped', 'A message of no bytes is a message', [
    '    if (this.#ended) return true;\n',
    '    if (this.#ended || encoded.length === 0) return true;\n',
  ]),
  mistake(4, 'server-stream', 'trailers-lost', 'goes out with the status', [
    'withTrailers(outcome, trailers)',
    'withTrailers(outcome, headers)',
  ]),
  mistake(4, 'server-stream', 'headers-in-trailers', 'the headers have a place of their own', [
    'withTrailers(outcome, trailers)',
    'withTrailers(outcome, trailers ?? headers)',
  ]),
  mistake(4, 'server-stream', 'large-answer-refused', 'It is refused only if', [
    'this.#budget.exhausted && !this',
    'this.#budget.exhausted || !this',
  ]),
  mistake(4, 'server-stream', 'drain-not-told', 'drain has to tell the handler', [
    '    else if (!this.#ended) this.#handler.drain();\n',
    '    else if (!this.#receivedEnd) this.#handler.drain();\n',
  ]),
  mistake(
    4,
    'server-stream',
    'drain-only-when-sent-all',
    'whether or not the client has sent all',
    [
      '    else if (!this.#ended) this.#handler.drain();\n',
      '    else if (this.#receivedEnd) this.#handler.drain();\n',
    ],
  ),

  // ---- task 5
  mistake(5, 'attach', 'a-millisecond', 'A timer makes a call wait that is alone', [
    SCHEDULE,
    SCHEDULE.replace('this.#defer(this.#flushNow)', 'this.#after(1, this.#flushNow)'),
  ]),
  mistake(5, 'attach', 'at-once', 'That is too early', [SCHEDULE, '    this.#flushNow();\n']),
  mistake(5, 'attach', 'a-microtask', 'a microtask waits for nobody', [
    SCHEDULE,
    SCHEDULE.replace('this.#defer(this.#flushNow)', 'queueMicrotask(this.#flushNow)'),
  ]),
  mistake(5, 'attach', 'every-announcement', 'one flush is enough', [
    SCHEDULE,
    '    this.#defer(this.#flushNow);\n    this.#defer(this.#flushNow);\n',
  ]),
  mistake(5, 'attach', 'memory-never-given-back', 'gives the memory back', [WRITTEN, '']),
  mistake(5, 'attach', 'memory-always-given-back', 'Only a transport that says flushed', [
    WRITTEN,
    '    this.#http2.outputWritten();\n',
  ]),
  mistake(5, 'attach', 'memory-unless-said', 'Only a transport that says flushed', [
    WRITTEN,
    '    if (this.#transport.flushed !== false) this.#http2.outputWritten();\n',
  ]),
];
