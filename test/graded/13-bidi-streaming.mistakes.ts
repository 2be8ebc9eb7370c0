import type { ClassicMistake } from '#course/kit/mistake';

const ASK = '      if (!ended && running.length < limit) reading ??= settle(iterator.next());\n';
const RACE =
  '      if (await Promise.race([isDone, isRead].filter((turn) => turn !== undefined))) {\n';
const SOURCE_FAILED = '        running.push(Promise.resolve(next));\n';
const BATCH_TOLD = `    timer?.cancel();
    if (!ended) void settle(iterator.return?.());
`;
const SAY_LOOP = '      if (seated === speaker || !this.#seated.has(seated)) continue;\n';
const PATIENT = '      if (seated.behind <= PATIENCE) {\n';
const LEAVE = `    this.#seated.delete(seated);
    for (const resolve of seated.waiting.splice(0)) resolve();
    // </task>`;

export const mistakes: ClassicMistake[] = [
  {
    name: 'one-after-the-other',
    task: 1,
    file: 'in-order.ts',
    change: [[ASK, ASK.replace('running.length < limit', 'running.length < 1')]],
    hint: 'Work begins as soon as an item is there',
  },
  {
    name: 'as-many-as-there-are',
    task: 1,
    file: 'in-order.ts',
    change: [[ASK, ASK.replace(' && running.length < limit', '')]],
    hint: 'beyond it nothing is begun',
  },
  {
    name: 'first-come-first-out',
    task: 1,
    file: 'in-order.ts',
    change: [
      [
        '      const [first] = running;\n',
        '      const first = running.length === 0 ? undefined : Promise.race(running.map((each) => each.then(() => each))).then((each) => { running.unshift(...running.splice(running.indexOf(each), 1)); return each; });\n',
      ],
    ],
    hint: 'Results come out in the order of the items',
  },
  {
    name: 'result-waits-for-an-item',
    task: 1,
    file: 'in-order.ts',
    change: [
      [
        RACE,
        '      if (reading !== undefined) await reading;\n      if (reading === undefined) {\n',
      ],
    ],
    hint: 'Who waits for the next item first, or for a full list, waits for ever',
  },
  {
    name: 'item-waits-for-a-result',
    task: 1,
    file: 'in-order.ts',
    change: [[RACE, '      if (first !== undefined) {\n']],
    hint: 'Work begins as soon as an item is there',
  },
  {
    name: 'source-error-overtakes',
    task: 1,
    file: 'in-order.ts',
    change: [[SOURCE_FAILED, '        throw next.error;\n']],
    hint: 'What the source gave before it failed is still answered',
  },
  {
    name: 'source-not-told',
    task: 1,
    file: 'in-order.ts',
    change: [['    if (!ended) void settle(iterator.return?.());\n', '']],
    hint: 'the source is told',
  },
  {
    name: 'time-from-the-beginning',
    task: 2,
    file: 'batches.ts',
    change: [
      [
        '      reading ??= settle(iterator.next());\n',
        "      reading ??= settle(iterator.next());\n      isUp ??= new Promise((resolve) => {\n        timer = clock.setTimer(() => resolve('up'), ms);\n      });\n",
      ],
      [
        "      } else if (batch.length === 1) {\n        isUp = new Promise((resolve) => {\n          timer = clock.setTimer(() => resolve('up'), ms);\n        });\n      }\n",
        '      }\n',
      ],
    ],
    hint: 'The time begins with the first item',
  },
  {
    name: 'time-after-each-item',
    task: 2,
    file: 'batches.ts',
    change: [
      ['      } else if (batch.length === 1) {\n', '      } else {\n        timer?.cancel();\n'],
    ],
    hint: 'the time begins with that item',
  },
  {
    name: 'timer-stays',
    task: 2,
    file: 'batches.ts',
    change: [['  const take = () => {\n    timer?.cancel();\n', '  const take = () => {\n']],
    hint: 'A batch that goes out takes its timer with it',
  },
  {
    name: 'item-asked-for-again',
    task: 2,
    file: 'batches.ts',
    change: [
      [
        "      if (turn === 'up') {\n",
        "      if (turn === 'up') {\n        reading = undefined;\n",
      ],
    ],
    hint: 'must not be lost, nor asked for twice',
  },
  {
    name: 'rest-is-lost',
    task: 2,
    file: 'batches.ts',
    change: [['        if (batch.length > 0) yield take();\n', '']],
    hint: 'what has been begun goes out',
  },
  {
    name: 'an-empty-batch',
    task: 2,
    file: 'batches.ts',
    change: [['        if (batch.length > 0) yield take();\n', '        yield take();\n']],
    hint: 'There is no empty batch',
  },
  {
    name: 'always-the-same-array',
    task: 2,
    file: 'batches.ts',
    change: [
      ['  let batch: T[] = [];\n', '  const batch: T[] = [];\n  const out: T[] = [];\n'],
      [
        '    const full = batch;\n    batch = [];\n    return full;\n',
        '    out.splice(0, out.length, ...batch.splice(0));\n    return out;\n',
      ],
    ],
    hint: 'begin a new array for the next',
  },
  {
    name: 'nobody-is-told',
    task: 2,
    file: 'batches.ts',
    change: [[BATCH_TOLD, '    timer?.cancel();\n']],
    hint: 'the source is told',
  },
  {
    name: 'hears-oneself',
    task: 3,
    file: 'room.ts',
    change: [[SAY_LOOP, '      if (!this.#seated.has(seated)) continue;\n']],
    hint: 'not back to whoever said it',
  },
  {
    name: 'speaks-from-outside',
    task: 3,
    file: 'room.ts',
    change: [['    if (!this.#seated.has(speaker)) return;\n', '']],
    hint: 'neither hears nor says anything',
  },
  {
    name: 'who-has-just-left',
    task: 3,
    file: 'room.ts',
    change: [[SAY_LOOP, '      if (seated === speaker) continue;\n']],
    hint: 'ask of each whether it is still in the room',
  },
  {
    name: 'missed-and-never-told',
    task: 3,
    file: 'room.ts',
    change: [
      [
        "    if (this.#policy !== 'drop' || behind === 0 || !this.#seated.has(seated)) return;\n",
        "    if (this.#policy === 'drop') return;\n",
      ],
    ],
    hint: 'it is told how many lines it missed',
  },
  {
    name: 'full-for-ever',
    task: 3,
    file: 'room.ts',
    change: [['    seated.full = false;\n', '']],
    hint: 'With room and nothing missed',
  },
  {
    name: 'waits-for-the-first',
    task: 3,
    file: 'room.ts',
    change: [
      ['    await Promise.all(\n', '    await Promise.race(\n'],
      [
        "    if (this.#policy !== 'wait') return;\n",
        "    if (this.#policy !== 'wait' || ![...this.#seated].some((each) => each.full)) return;\n",
      ],
    ],
    hint: 'when nobody else who is here is full any more',
  },
  {
    name: 'nobody-waits',
    task: 3,
    file: 'room.ts',
    change: [["    if (this.#policy !== 'wait') return;\n", '    return;\n']],
    hint: 'when nobody else who is here is full any more',
  },
  {
    name: 'waits-for-the-dead',
    task: 3,
    file: 'room.ts',
    change: [[LEAVE, '    this.#seated.delete(seated);\n    // </task>']],
    hint: 'Nobody may wait for one that has left',
  },
  {
    name: 'full-hears-nothing',
    task: 3,
    file: 'room.ts',
    change: [
      [
        "    if (this.#policy === 'wait') {\n      this.#write(seated, line);\n",
        "    if (this.#policy === 'wait') {\n",
      ],
    ],
    hint: 'With wait every line arrives',
  },
  {
    name: 'one-line-too-early',
    task: 3,
    file: 'room.ts',
    change: [[PATIENT, '      if (seated.behind < PATIENCE) {\n']],
    hint: 'It may be PATIENCE (3) lines behind',
  },
  {
    name: 'ended-and-still-there',
    task: 3,
    file: 'room.ts',
    change: [
      [
        '        this.#leave(seated);\n        seated.member.end(TOO_SLOW);\n',
        '        seated.member.end(TOO_SLOW);\n',
      ],
    ],
    hint: 'Who has to leave is no longer in the room',
  },
  {
    name: 'never-forgiven',
    task: 3,
    file: 'room.ts',
    change: [['    seated.behind = 0;\n', "    if (this.#policy === 'drop') seated.behind = 0;\n"]],
    hint: 'drained() forgives',
  },
  {
    name: 'first-all-then-read',
    task: 4,
    file: 'converse.ts',
    change: [
      [
        '    for await (const answer of answers) yield answer;\n',
        '    await settle(send());\n    for await (const answer of answers) yield answer;\n',
      ],
      [
        '  void settle(send()).then((sent) => {',
        '  void settle(Promise.resolve()).then((sent) => {',
      ],
    ],
    hint: 'Sending and receiving go on at once',
  },
  {
    name: 'never-ends',
    task: 4,
    file: 'converse.ts',
    change: [['        call.end();\n', '']],
    hint: 'The end of messages is said once',
  },
  {
    name: 'source-goes-on',
    task: 4,
    file: 'converse.ts',
    change: [['    if (!isOver) void settle(iterator.return?.());\n', '']],
    hint: 'messages is told, once',
  },
  {
    name: 'told-twice',
    task: 4,
    file: 'converse.ts',
    change: [
      [
        '    if (!isOver) void settle(iterator.return?.());\n',
        '    void settle(iterator.return?.());\n',
      ],
    ],
    hint: 'messages is told, once',
  },
  {
    name: 'broken-is-ended',
    task: 4,
    file: 'converse.ts',
    change: [['    failed = sent;\n    call.cancel();\n', '    failed = sent;\n    call.end();\n']],
    hint: 'The reason is what messages threw',
  },
  {
    name: 'the-reason-is-cancelled',
    task: 4,
    file: 'converse.ts',
    change: [['    throw failed === undefined ? error : failed.error;\n', '    throw error;\n']],
    hint: 'CANCELLED is only how the other side learns of it',
  },
  {
    name: 'false-overlooked',
    task: 4,
    file: 'converse.ts',
    change: [
      [
        '      } else if (!call.write(value)) {\n        await hasRoom(call, closed);\n      }\n',
        '      } else {\n        call.write(value);\n      }\n',
      ],
    ],
    hint: 'write() said false',
  },
  {
    name: 'work-throws-at-once',
    task: 1,
    file: 'in-order.ts',
    change: [['settle((async () => work(value))())', 'settle(work(value))']],
    hint: 'work may throw before it has a promise',
  },
  {
    name: 'waits-for-the-source',
    task: 1,
    file: 'in-order.ts',
    change: [
      [
        '    if (!ended) void settle(iterator.return?.());\n',
        '    if (!ended) await settle(iterator.return?.());\n',
      ],
    ],
    hint: 'return() of a generator waits until its next() is done',
  },
  {
    name: 'batches-wait-for-the-source',
    task: 2,
    file: 'batches.ts',
    change: [
      [
        '    if (!ended) void settle(iterator.return?.());\n',
        '    if (!ended) await settle(iterator.return?.());\n',
      ],
    ],
    hint: 'return() of a generator waits until its next() is done',
  },
  {
    name: 'told-after-leaving',
    task: 3,
    file: 'room.ts',
    change: [
      [' || behind === 0 || !this.#seated.has(seated)) return;\n', ' || behind === 0) return;\n'],
    ],
    hint: 'It is not told what it missed, either',
  },
  {
    name: 'ended-and-cancelled',
    task: 4,
    file: 'converse.ts',
    change: [
      [
        '    failed = sent;\n    call.cancel();\n',
        '    failed = sent;\n    call.end();\n    call.cancel();\n',
      ],
    ],
    hint: 'cancel, and do not end',
  },
  {
    name: 'telling-fails',
    task: 4,
    file: 'converse.ts',
    change: [
      [
        '    if (!isOver) void settle(iterator.return?.());\n',
        '    if (!isOver) void iterator.return?.();\n',
      ],
    ],
    hint: 'return() of messages may reject',
  },
  {
    name: 'asked-after-a-failure',
    task: 1,
    file: 'in-order.ts',
    change: [[`        ended = true;\n${SOURCE_FAILED}`, SOURCE_FAILED]],
    hint: 'it is asked for nothing more',
  },
  {
    name: 'told-after-the-end',
    task: 2,
    file: 'batches.ts',
    change: [['        ended = true;\n        if (batch', '        if (batch']],
    hint: 'need not be told any more',
  },
  {
    name: 'waits-for-oneself',
    task: 3,
    file: 'room.ts',
    change: [['seated !== speaker && seated.full', 'seated.full']],
    hint: 'Wait for the others alone',
  },
  {
    name: 'told-when-it-is-read',
    task: 4,
    file: 'converse.ts',
    change: [["  closed.addEventListener('abort', stop);\n", '']],
    hint: 'and not when somebody reads on',
  },
  {
    name: 'sent-too-late',
    task: 4,
    file: 'converse.ts',
    change: [['      if (isOver) return;\n', '']],
    hint: 'look at isOver after each next()',
  },
  {
    name: 'late-failure-wins',
    task: 4,
    file: 'converse.ts',
    change: [["if (isOver || !('error' in sent)) return;", "if (!('error' in sent)) return;"]],
    hint: 'interests nobody',
  },
];
