import type { ClassicMistake } from '#course/kit/mistake';

const ID = 'const id = ++this.#lastId;';
const REQUEST = 'JSON.stringify({ id, method, params, key })';
const PACK = '      const request = encodeUtf8(JSON.stringify({ id, method, params, key }));\n';
const REMEMBER = '      this.#calls.set(id, { resolve, reject, timer });\n';
const SEND = '        this.#send(request);\n';
const TAKE_ON_REPLY = '    const call = this.#take(id);\n';
const ALARM = 'this.#take(id)?.reject(error);';
const LOSE_ALL = 'for (const id of [...this.#calls.keys()]) this.#take(id)?.reject(lost);';
const FORGET = 'if (this.#replies.size > this.#capacity) {';

export const mistakes: ClassicMistake[] = [
  {
    name: 'no-id',
    task: 1,
    file: 'call-table.ts',
    change: [[REQUEST, 'JSON.stringify({ method, params, key })']],
    hint: 'The id is missing',
  },
  {
    name: 'same-id-for-all',
    task: 1,
    file: 'call-table.ts',
    change: [[ID, 'const id = this.#lastId;']],
    hint: 'Two calls share an id',
  },
  {
    name: 'not-remembered',
    task: 1,
    file: 'call-table.ts',
    change: [[REMEMBER, '']],
    hint: 'put into #calls',
  },
  {
    name: 'resolved-when-sent',
    task: 1,
    file: 'call-table.ts',
    change: [[SEND, `${SEND}        resolve(undefined);\n`]],
    hint: 'the promise must stay open',
  },
  {
    name: 'key-not-sent',
    task: 1,
    file: 'call-table.ts',
    change: [[REQUEST, 'JSON.stringify({ id, method, params })']],
    hint: 'The key has to travel',
  },
  {
    name: 'no-key-is-null',
    task: 1,
    file: 'call-table.ts',
    change: [[REQUEST, 'JSON.stringify({ id, method, params, key: key ?? null })']],
    hint: 'not one that is null',
  },
  {
    name: 'replies-by-order',
    task: 2,
    file: 'call-table.ts',
    change: [
      [
        TAKE_ON_REPLY,
        '    const [oldest = id] = this.#calls.keys();\n    const call = this.#take(oldest);\n',
      ],
    ],
    hint: 'only the id says whose one is',
  },
  {
    name: 'never-leaves',
    task: 2,
    file: 'call-table.ts',
    change: [['    this.#calls.delete(id);\n', '']],
    hint: 'still in #calls',
  },
  {
    name: 'id-by-count',
    task: 2,
    file: 'call-table.ts',
    change: [[ID, 'const id = this.#calls.size + 1;']],
    hint: 'the id of one that still waits',
  },
  {
    name: 'error-resolves',
    task: 2,
    file: 'call-table.ts',
    change: [['call.reject(new RpcError(error.code, error.message))', 'call.resolve(error)']],
    hint: 'has to reject its call',
  },
  {
    name: 'error-without-a-code',
    task: 2,
    file: 'call-table.ts',
    change: [
      [
        'call.reject(new RpcError(error.code, error.message))',
        'call.reject(new Error(error.message))',
      ],
    ],
    hint: 'new RpcError(code, message)',
  },
  {
    name: 'falsy-is-an-error',
    task: 2,
    file: 'call-table.ts',
    change: [
      [
        'if (error !== undefined) call.reject(new RpcError(error.code, error.message))',
        'if (!result) call.reject(new RpcError(error?.code, error?.message))',
      ],
    ],
    hint: 'not whether the result is "truthy"',
  },
  {
    name: 'unknown-reply-throws',
    task: 2,
    file: 'call-table.ts',
    change: [
      [
        '    if (call === undefined) return;\n',
        "    if (call === undefined) throw new Error('unknown id');\n",
      ],
    ],
    hint: 'look before you settle',
  },
  {
    name: 'sent-before-remembered',
    task: 2,
    file: 'call-table.ts',
    change: [
      [REMEMBER, ''],
      [SEND, `${SEND}  ${REMEMBER}`],
    ],
    hint: 'before it was put into the table',
  },
  {
    name: 'one-code-for-all',
    task: 2,
    file: 'call-table.ts',
    change: [
      ['new RpcError(error.code, error.message)', "new RpcError('NOT_FOUND', error.message)"],
    ],
    hint: 'new RpcError(code, message)',
  },
  {
    name: 'an-empty-message-is-no-error',
    task: 2,
    file: 'call-table.ts',
    change: [['if (error !== undefined)', 'if (error?.message)']],
    hint: 'has to reject its call',
  },
  {
    name: 'always-a-timer',
    task: 3,
    file: 'call-table.ts',
    change: [
      [
        'timeoutMs === undefined ? undefined : this.#startTimer(id, timeoutMs)',
        'this.#startTimer(id, timeoutMs ?? 30_000)',
      ],
    ],
    hint: 'it needs no timer',
  },
  {
    name: 'zero-is-for-ever',
    task: 3,
    file: 'call-table.ts',
    change: [['timeoutMs === undefined ? undefined :', '!timeoutMs ? undefined :']],
    hint: 'not whether it is "truthy"',
  },
  {
    name: 'timer-set-after-sending',
    task: 3,
    file: 'call-table.ts',
    change: [
      ['const timer = timeoutMs === undefined ? undefined : this.#startTimer(id, timeoutMs);', ''],
      [
        REMEMBER,
        '      const call: PendingCall = { resolve, reject, timer: undefined };\n      this.#calls.set(id, call);\n',
      ],
      [
        SEND,
        `${SEND}        if (timeoutMs !== undefined) call.timer = this.#startTimer(id, timeoutMs);\n`,
      ],
    ],
    hint: 'it was set after the request was sent',
  },
  {
    name: 'slot-not-freed',
    task: 3,
    file: 'call-table.ts',
    change: [[ALARM, 'this.#calls.get(id)?.reject(error);']],
    hint: 'it grows and grows',
  },
  {
    name: 'timer-not-cleared',
    task: 3,
    file: 'call-table.ts',
    change: [['    call?.timer?.cancel();\n', '']],
    hint: 'its timer still runs',
  },
  {
    name: 'timer-not-kept',
    task: 3,
    file: 'call-table.ts',
    change: [['return this.#clock.setTimer(() => {', 'this.#clock.setTimer(() => {']],
    hint: 'Keep the timer that setTimer returns',
  },
  {
    name: 'wrong-clock',
    task: 3,
    file: 'call-table.ts',
    change: [
      ['return this.#clock.setTimer(() => {', 'return setTimeout(() => {'],
      ['call?.timer?.cancel()', 'clearTimeout(call?.timer as never)'],
    ],
    hint: 'not with the global setTimeout',
  },
  {
    name: 'seconds',
    task: 3,
    file: 'call-table.ts',
    change: [['    }, timeoutMs);', '    }, timeoutMs * 1000);']],
    hint: 'setTimer takes milliseconds',
  },
  {
    name: 'timeout-without-a-code',
    task: 3,
    file: 'call-table.ts',
    change: [[ALARM, 'this.#take(id)?.reject(new Error(error.message));']],
    hint: 'new RpcError(code, message)',
  },
  {
    name: 'pending-calls-wait-on',
    task: 4,
    file: 'call-table.ts',
    change: [[`    ${LOSE_ALL}\n`, '']],
    hint: 'cannot come any more',
  },
  {
    name: 'lost-calls-stay-in-the-table',
    task: 4,
    file: 'call-table.ts',
    change: [[LOSE_ALL, 'for (const call of this.#calls.values()) call.reject(lost);']],
    hint: 'still in the table',
  },
  {
    name: 'lost-timers-run-on',
    task: 4,
    file: 'call-table.ts',
    change: [
      [
        LOSE_ALL,
        'for (const call of this.#calls.values()) call.reject(lost);\n    this.#calls.clear();',
      ],
    ],
    hint: 'does not need its timer any more',
  },
  {
    name: 'loss-is-forgotten',
    task: 4,
    file: 'call-table.ts',
    change: [['    if (this.#lost) return Promise.reject(this.#lost);\n', '']],
    hint: 'would wait for ever',
  },
  {
    name: 'sent-after-the-loss',
    task: 4,
    file: 'call-table.ts',
    change: [
      ['    if (this.#lost) return Promise.reject(this.#lost);\n', ''],
      [SEND, `${SEND}        if (this.#lost) this.#take(id)?.reject(this.#lost);\n`],
    ],
    hint: 'fail before anything is sent',
  },
  {
    name: 'throws-at-once',
    task: 4,
    file: 'call-table.ts',
    change: [['return Promise.reject(this.#lost)', 'throw this.#lost']],
    hint: 'a failure is a rejected promise',
  },
  {
    name: 'send-may-throw',
    task: 4,
    file: 'call-table.ts',
    change: [['this.#take(id)?.reject(failure);', 'throw failure;']],
    hint: 'still in the table: #take it out',
  },
  {
    name: 'remembered-before-packed',
    task: 4,
    file: 'call-table.ts',
    change: [
      [PACK, ''],
      [SEND, `  ${PACK}${SEND}`],
      [
        '      } catch (failure) {\n',
        '      } catch (failure) {\n        if (failure instanceof TypeError) throw failure;\n',
      ],
    ],
    hint: 'pack the request first',
  },
  {
    name: 'loss-without-a-code',
    task: 4,
    file: 'call-table.ts',
    change: [["new RpcError('UNAVAILABLE', reason)", 'new Error(reason)']],
    hint: 'new RpcError(code, message)',
  },
  {
    name: 'remembers-nothing',
    task: 5,
    file: 'reply-cache.ts',
    change: [['    this.#replies.set(key, reply);\n', '']],
    hint: 'the tea is ordered twice',
  },
  {
    name: 'remembers-when-done',
    task: 5,
    file: 'reply-cache.ts',
    change: [
      [
        '    this.#replies.set(key, reply);\n',
        '    reply.then(\n      () => this.#replies.set(key, reply),\n      () => this.#replies.set(key, reply),\n    );\n',
      ],
    ],
    hint: 'before it is settled',
  },
  {
    name: 'failures-run-again',
    task: 5,
    file: 'reply-cache.ts',
    change: [
      [
        '    this.#replies.set(key, reply);\n',
        '    this.#replies.set(key, reply);\n    reply.catch(() => this.#replies.delete(key));\n',
      ],
    ],
    hint: 'half of its work',
  },
  {
    name: 'forgets-nothing',
    task: 5,
    file: 'reply-cache.ts',
    change: [[FORGET, 'if (this.#replies.size > Number.MAX_SAFE_INTEGER) {']],
    hint: 'more than its capacity',
  },
  {
    name: 'forgets-the-newest',
    task: 5,
    file: 'reply-cache.ts',
    change: [['const [oldest = key] = this.#replies.keys();', 'const oldest = key;']],
    hint: 'The newest reply was forgotten',
  },
  {
    name: 'least-recently-used',
    task: 5,
    file: 'reply-cache.ts',
    change: [
      [
        'if (known !== undefined) return known;',
        'if (known !== undefined) {\n      this.#replies.delete(key);\n      this.#replies.set(key, known);\n      return known;\n    }',
      ],
    ],
    hint: 'does not make a reply newer',
  },
  {
    name: 'forgets-everything',
    task: 5,
    file: 'reply-cache.ts',
    change: [
      [
        'this.#replies.delete(oldest);',
        'this.#replies.clear();\n      this.#replies.set(oldest, reply);\n      this.#replies.set(key, reply);',
      ],
    ],
    hint: 'More was forgotten',
  },
  {
    name: 'one-byte-a-character',
    task: 1,
    file: 'call-table.ts',
    change: [
      [
        PACK,
        '      const text = JSON.stringify({ id, method, params, key });\n      const request = Uint8Array.from(text, (c) => c.charCodeAt(0));\n',
      ],
    ],
    hint: 'A character is not a byte',
  },
  {
    name: 'params-emptied',
    task: 1,
    file: 'call-table.ts',
    change: [[REQUEST, 'JSON.stringify({ id, method, params: params.splice(0), key })']],
    hint: 'changes what it was given',
  },
  {
    name: 'ids-begin-anew',
    task: 2,
    file: 'call-table.ts',
    change: [[ID, 'const id = (this.#lastId = (this.#lastId + 1) % 256);']],
    hint: 'never begin anew',
  },
  {
    name: 'one-character-a-byte',
    task: 2,
    file: 'call-table.ts',
    change: [['JSON.parse(decodeUtf8(reply))', 'JSON.parse(String.fromCharCode(...reply))']],
    hint: 'A character is not a byte',
  },
  {
    name: 'the-whole-buffer-read',
    task: 2,
    file: 'call-table.ts',
    change: [
      [
        'JSON.parse(decodeUtf8(reply))',
        'JSON.parse(new TextDecoder().decode(reply.buffer as ArrayBuffer))',
      ],
    ],
    hint: 'not those of reply.buffer',
  },
  {
    name: 'words-of-our-own',
    task: 4,
    file: 'call-table.ts',
    change: [["new RpcError('UNAVAILABLE', reason)", "new RpcError('UNAVAILABLE', 'it is lost')"]],
    hint: 'The message is the one that was given',
  },
  {
    name: 'late-reply-after-the-loss-throws',
    task: 4,
    file: 'call-table.ts',
    change: [
      [
        'if (call === undefined) return;',
        'if (call === undefined && this.#lost) throw this.#lost;\n    if (call === undefined) return;',
      ],
    ],
    hint: 'has left the table with the connection',
  },
  {
    name: 'lists-all-keys',
    task: 5,
    file: 'reply-cache.ts',
    change: [
      [
        'const [oldest = key] = this.#replies.keys();',
        'const [oldest = key] = [...this.#replies.keys()];',
      ],
    ],
    hint: 'takes one and stops',
  },
  {
    name: 'an-empty-key-forgotten',
    task: 5,
    file: 'reply-cache.ts',
    change: [
      [
        '    const known = this.#replies.get(key);',
        '    if (!key) return execute();\n    const known = this.#replies.get(key);',
      ],
    ],
    hint: 'whatever text the client chose',
  },
];
