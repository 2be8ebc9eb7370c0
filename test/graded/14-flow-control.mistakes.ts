import type { ClassicMistake } from '#course/kit/mistake';

const REFUSE_GROWTH = '    if (this.available + by > MAX_WINDOW) return false;\n';
const GROW = `${REFUSE_GROWTH}    this.available += by;\n    return true;`;
const ALLOWED = '  return Math.max(0, Math.min(stream.available, connection.available));';
const RECEIVE =
  '    if (size > Math.max(0, this.available)) return false;\n    this.available -= size;\n    return true;';
const HALF = '    if (this.#unannounced < Math.floor(this.#size / 2)) return 0;\n';
const RESIZE = '    this.#size += by;\n    this.available += by;\n    return this.consume(0);';

const IS_PUMPING = '    if (this.#pumping) return;\n';
const IN_LINE =
  '        if (stream.line !== undefined) continue; // It has queued more, from inside `drain`.\n';
const MORE = "        if (progress === 'more') this.#ready.append(stream);\n";
const STARVED =
  "        else if (progress === 'connection window') this.#starved.append(stream);\n";
const ROOM = '    if (!this.#sender.hasRoom) return undefined;\n';

const LOOP = `      for await (const chunk of source) {
        if (!this.#closed && !this.#stream.sendData(chunk)) await this.#drained();
        if (this.#closed) break;
      }
`;
const END = '      if (!this.#closed) this.#stream.sendData(NOTHING, true);\n';
const BROKEN = '      if (!this.#closed) this.#stream.reset(ErrorCode.INTERNAL_ERROR);\n';
const HAND_OUT = `    const chunk = this.#chunks.shift();
    if (chunk !== undefined) {
      this.#inHand = chunk.length;
      return { value: chunk, done: false };
    }
`;
const THROW = `    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) throw error;
`;
const LEAVE = '    this.#chunks = [];\n    this.#inHand = 0;\n';
const LEFT = '    this.#ended = true;\n    return { value: undefined, done: true };\n';
const CREDIT = `    const size = this.#inHand;
    this.#inHand = 0;
    if (size > 0) this.#stream.consume(size);`;

export const mistakes: ClassicMistake[] = [
  {
    name: 'no-largest',
    task: 1,
    file: 'flow-control.ts',
    change: [[REFUSE_GROWTH, '']],
    hint: 'compare the sum with MAX_WINDOW',
  },
  {
    name: 'changed-then-compared',
    task: 1,
    file: 'flow-control.ts',
    change: [[GROW, '    this.available += by;\n    return this.available <= MAX_WINDOW;']],
    hint: 'Compare first, change after',
  },
  {
    name: 'largest-is-too-large',
    task: 1,
    file: 'flow-control.ts',
    change: [[REFUSE_GROWTH, '    if (this.available + by >= MAX_WINDOW) return false;\n']],
    hint: '2³¹−1 itself is allowed',
  },
  {
    name: 'never-negative',
    task: 1,
    file: 'flow-control.ts',
    change: [
      [
        GROW,
        `${REFUSE_GROWTH}    this.available = Math.max(0, this.available + by);\n    return true;`,
      ],
    ],
    hint: 'the debt must not be forgotten',
  },
  {
    name: 'debt-is-refused',
    task: 1,
    file: 'flow-control.ts',
    change: [
      [
        REFUSE_GROWTH,
        '    const sum = this.available + by;\n    if (sum < 0 || sum > MAX_WINDOW) return false;\n',
      ],
    ],
    hint: 'SETTINGS may make a window smaller than what is sent already',
  },
  {
    name: 'one-window-is-enough',
    task: 1,
    file: 'flow-control.ts',
    change: [[ALLOWED, '  return Math.max(0, stream.available, connection.available);']],
    hint: 'the smaller of the two counts',
  },
  {
    name: 'less-than-nothing',
    task: 1,
    file: 'flow-control.ts',
    change: [[ALLOWED, '  return Math.min(stream.available, connection.available);']],
    hint: 'Nobody can send less than nothing',
  },
  {
    name: 'last-octet-refused',
    task: 1,
    file: 'flow-control.ts',
    change: [[RECEIVE, RECEIVE.replace('size > Math', 'size > 0 && size >= Math')]],
    hint: 'The last octet that is allowed is allowed',
  },
  {
    name: 'counted-though-refused',
    task: 1,
    file: 'flow-control.ts',
    change: [
      [RECEIVE, '    this.available -= size;\n    return size === 0 || this.available >= 0;'],
    ],
    hint: 'what was refused is not counted',
  },
  {
    name: 'an-empty-frame-needs-room',
    task: 1,
    file: 'flow-control.ts',
    change: [[RECEIVE, RECEIVE.replace('Math.max(0, this.available)', 'this.available')]],
    hint: 'A frame of 0 octets needs no window',
  },
  {
    name: 'one-after-the-other',
    task: 2,
    file: 'send-queue.ts',
    change: [
      [
        '        const progress = stream.sendQueued();\n',
        "        let progress = stream.sendQueued();\n        while (progress === 'more' && this.#sender.hasRoom) progress = stream.sendQueued();\n",
      ],
    ],
    hint: 'A frame each, in turns',
  },
  {
    name: 'room-not-looked-at',
    task: 2,
    file: 'send-queue.ts',
    change: [[ROOM, '']],
    hint: 'Look at hasRoom before each frame',
  },
  {
    name: 'both-lines-wait',
    task: 2,
    file: 'send-queue.ts',
    change: [
      [
        ROOM,
        '    if (!this.#sender.hasRoom || this.#sender.window.available <= 0) return undefined;\n',
      ],
    ],
    hint: 'needs no window. Only #starved waits',
  },
  {
    name: 'back-to-the-front',
    task: 2,
    file: 'send-queue.ts',
    change: [
      [
        MORE,
        "        if (progress === 'more') {\n          const others: Waiting[] = [];\n          for (let other = this.#ready.first; other !== undefined; other = this.#ready.first) {\n            this.#ready.remove(other);\n            others.push(other);\n          }\n          for (const next of [stream, ...others]) this.#ready.append(next);\n        }\n",
      ],
    ],
    hint: 'goes to the end of the line',
  },
  {
    name: 'asked-again-and-again',
    task: 2,
    file: 'send-queue.ts',
    change: [
      [
        MORE,
        "        if (progress === 'more' || progress === 'connection window') this.#ready.append(stream);\n",
      ],
    ],
    hint: 'it would be asked again and again',
  },
  {
    name: 'a-list-of-yesterday',
    task: 2,
    file: 'send-queue.ts',
    change: [
      [
        '      for (let stream = this.#nextTurn(); stream !== undefined; stream = this.#nextTurn()) {\n',
        '      const round: Waiting[] = [];\n      const next = () => {\n        if (round.length === 0) {\n          for (let each = this.#ready.first; each !== undefined; each = each.next) round.push(each);\n        }\n        const starved = this.#sender.window.available > 0 ? this.#starved.first : undefined;\n        if (!this.#sender.hasRoom) return undefined;\n        return starved ?? round.shift();\n      };\n      for (let stream = next(); stream !== undefined; stream = next()) {\n',
      ],
    ],
    hint: 'Whose turn it is, is asked anew each time',
  },
  {
    name: 'starved-is-forgotten',
    task: 2,
    file: 'send-queue.ts',
    change: [[STARVED, '']],
    hint: 'waits in #starved, and is not forgotten',
  },
  {
    name: 'newcomers-first',
    task: 2,
    file: 'send-queue.ts',
    change: [
      ['    return starved ?? this.#ready.first;', '    return this.#ready.first ?? starved;'],
    ],
    hint: '#starved comes before #ready',
  },
  {
    name: 'all-are-woken',
    task: 2,
    file: 'send-queue.ts',
    change: [
      [
        '    if (this.#starved.first !== undefined) this.#sender.announce();',
        '    for (let stream = this.#starved.first; stream !== undefined; stream = this.#starved.first) {\n      this.#starved.remove(stream);\n      this.#ready.append(stream);\n    }\n    this.#sender.announce();',
      ],
      ['    return starved ?? this.#ready.first;', '    return this.#ready.first;'],
    ],
    hint: '#starved comes before #ready',
  },
  {
    name: 'nobody-is-told',
    task: 2,
    file: 'send-queue.ts',
    change: [['    if (this.#starved.first !== undefined) this.#sender.announce();', '']],
    hint: 'Nobody calls pump by himself',
  },
  {
    name: 'twice-in-the-line',
    task: 2,
    file: 'send-queue.ts',
    change: [[IN_LINE, '']],
    hint: 'it must not be appended a second time',
  },
  {
    name: 'pump-in-pump',
    task: 2,
    file: 'send-queue.ts',
    change: [[IS_PUMPING, '']],
    hint: 'a second pump returns at once',
  },
  {
    name: 'an-error-stops-it',
    task: 2,
    file: 'send-queue.ts',
    change: [
      ['    try {\n      for (let', '    {\n      for (let'],
      ['    } finally {\n      this.#pumping = false;\n    }', '    }\n    this.#pumping = false;'],
    ],
    hint: 'that is what finally is for',
  },
  {
    name: 'each-octet',
    task: 3,
    file: 'flow-control.ts',
    change: [[HALF, '']],
    hint: 'that is not worth a frame yet',
  },
  {
    name: 'rounded-up',
    task: 3,
    file: 'flow-control.ts',
    change: [[HALF, '    if (this.#unannounced * 2 < this.#size) return 0;\n']],
    hint: 'the peer would get half a window each time',
  },
  {
    name: 'when-all-is-gone',
    task: 3,
    file: 'flow-control.ts',
    change: [[HALF, '    if (this.#unannounced < this.#size) return 0;\n']],
    hint: 'Half is reached',
  },
  {
    name: 'only-the-last',
    task: 3,
    file: 'flow-control.ts',
    change: [['    const increment = this.#unannounced;\n', '    const increment = size;\n']],
    hint: 'not only what came last',
  },
  {
    name: 'announced-and-not-available',
    task: 3,
    file: 'flow-control.ts',
    change: [['    this.available += increment;\n', '']],
    hint: 'it is available again',
  },
  {
    name: 'announced-twice',
    task: 3,
    file: 'flow-control.ts',
    change: [['    this.#unannounced = 0;\n', '']],
    hint: 'no longer unannounced',
  },
  {
    name: 'resize-says-nothing',
    task: 3,
    file: 'flow-control.ts',
    change: [[RESIZE, RESIZE.replace('return this.consume(0)', 'return 0')]],
    hint: 'nobody would ever announce the 400',
  },
  {
    name: 'resize-says-all',
    task: 3,
    file: 'flow-control.ts',
    change: [
      [
        RESIZE,
        RESIZE.replace(
          'return this.consume(0);',
          'const increment = this.#unannounced;\n    this.#unannounced = 0;\n    this.available += increment;\n    return increment;',
        ),
      ],
    ],
    hint: 'resize asks the same question as consume',
  },
  {
    name: 'only-the-size',
    task: 3,
    file: 'flow-control.ts',
    change: [[RESIZE, RESIZE.replace('    this.available += by;\n', '')]],
    hint: 'the peer counts the difference on its side too',
  },
  {
    name: 'false-overlooked',
    task: 4,
    file: 'body.ts',
    change: [
      [
        LOOP,
        '      for await (const chunk of source) {\n        if (this.#closed) break;\n        this.#stream.sendData(chunk);\n      }\n',
      ],
    ],
    hint: 'nothing more is asked of the source',
  },
  {
    name: 'sent-again-after-drain',
    task: 4,
    file: 'body.ts',
    change: [
      [
        LOOP,
        '      for await (const chunk of source) {\n        while (!this.#closed && !this.#stream.sendData(chunk)) await this.#drained();\n        if (this.#closed) break;\n      }\n',
      ],
    ],
    hint: 'the last one is not sent again',
  },
  {
    name: 'without-an-end',
    task: 4,
    file: 'body.ts',
    change: [[END, '']],
    hint: 'or the peer waits for more',
  },
  {
    name: 'goes-on-when-closed',
    task: 4,
    file: 'body.ts',
    change: [
      [
        LOOP,
        '      for await (const chunk of source) {\n        if (!this.#stream.sendData(chunk)) await this.#drained();\n        if (this.#closed) break;\n      }\n',
      ],
      [END, '      this.#stream.sendData(NOTHING, true);\n'],
    ],
    hint: 'nothing may be sent on it',
  },
  {
    name: 'end-after-close',
    task: 4,
    file: 'body.ts',
    change: [
      [LOOP, LOOP.replace('break', 'return')],
      [END, '      this.#stream.sendData(NOTHING, true);\n'],
    ],
    hint: 'the end of the body is not sent either',
  },
  {
    name: 'source-not-told',
    task: 4,
    file: 'body.ts',
    change: [
      [
        LOOP,
        '      const iterator = source[Symbol.asyncIterator]();\n      for (;;) {\n        const { done, value } = await iterator.next();\n        if (done || this.#closed) break;\n        if (!this.#stream.sendData(value)) await this.#drained();\n        if (this.#closed) break;\n      }\n',
      ],
    ],
    hint: 'The source has to learn that nobody wants the rest',
  },
  {
    name: 'broken-is-ended',
    task: 4,
    file: 'body.ts',
    change: [[BROKEN, '      if (!this.#closed) this.#stream.sendData(NOTHING, true);\n']],
    hint: 'Half a body must not look like a whole one',
  },
  {
    name: 'reset-after-close',
    task: 4,
    file: 'body.ts',
    change: [[BROKEN, '      this.#stream.reset(ErrorCode.INTERNAL_ERROR);\n']],
    hint: 'there is nothing to reset',
  },
  {
    name: 'error-escapes',
    task: 4,
    file: 'body.ts',
    change: [
      ['    } catch {\n', '    } catch (error) {\n'],
      [BROKEN, `${BROKEN}      throw error;\n`],
    ],
    hint: 'pour never rejects',
  },
  {
    name: 'credit-too-early',
    task: 4,
    file: 'body.ts',
    change: [
      [
        HAND_OUT,
        HAND_OUT.replace('this.#inHand = chunk.length;', 'this.#stream.consume(chunk.length);'),
      ],
    ],
    hint: 'when its reader comes back for the next one',
  },
  {
    name: 'credit-twice',
    task: 4,
    file: 'body.ts',
    change: [[CREDIT, '    if (this.#inHand > 0) this.#stream.consume(this.#inHand);']],
    hint: 'once. Earlier the window',
  },
  {
    name: 'error-overtakes',
    task: 4,
    file: 'body.ts',
    change: [
      [
        HAND_OUT,
        `    const early = this.#error;\n    this.#error = undefined;\n    if (early !== undefined) throw early;\n${HAND_OUT}`,
      ],
    ],
    hint: 'chunks first, then the error',
  },
  {
    name: 'reset-is-an-end',
    task: 4,
    file: 'body.ts',
    change: [[THROW, '']],
    hint: 'The stream was reset: that is not an end',
  },
  {
    name: 'error-again-and-again',
    task: 4,
    file: 'body.ts',
    change: [[THROW, '    if (this.#error !== undefined) throw this.#error;\n']],
    hint: 'The error is told once',
  },
  {
    name: 'leaves-in-silence',
    task: 4,
    file: 'body.ts',
    change: [['    if (!this.#ended) this.#stream.reset(ErrorCode.CANCEL);\n', '']],
    hint: 'reset with CANCEL tells the peer to stop',
  },
  {
    name: 'cancels-what-has-ended',
    task: 4,
    file: 'body.ts',
    change: [
      [
        '    if (!this.#ended) this.#stream.reset(ErrorCode.CANCEL);\n',
        '    this.#stream.reset(ErrorCode.CANCEL);\n',
      ],
    ],
    hint: 'there is nothing to cancel',
  },
  {
    name: 'leaving-waits',
    task: 4,
    file: 'body.ts',
    change: [
      [
        LEFT,
        `    this.#ended = true;\n    await this.#more();\n    return { value: undefined, done: true };\n`,
      ],
    ],
    hint: 'return() waits for nothing',
  },
  {
    name: 'still-in-hand',
    task: 4,
    file: 'body.ts',
    change: [[LEAVE, '    this.#chunks = [];\n']],
    hint: 'Nothing is in hand any more',
  },
  {
    name: 'one-octet-is-nothing',
    task: 4,
    file: 'body.ts',
    change: [[CREDIT, CREDIT.replace('size > 0', 'size > 1')]],
    hint: 'One that is never given back',
  },
];
