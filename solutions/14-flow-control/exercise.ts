import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#http2/streams/flow-control',
      file: 'flow-control.ts',
      solution: 'derived',
      gaps: {
        grow: {
          task: 1,
          prompt:
            'Look before you change anything: after a refusal the window must be what it was. `by` may be negative, and so may the result.',
        },
        take: { task: 1 },
        octetsAllowed: { task: 1 },
        receive: {
          task: 1,
          prompt:
            'The last octet that is allowed is allowed, and a frame of 0 octets always is, even if the window is negative: it ends a stream. And again: a refusal counts nothing.',
        },
        consume: {
          task: 3,
          prompt:
            'this.#unannounced is what the reader has worked off since the last announcement. Nothing is lost while it is too little to announce.',
        },
        resize: {
          task: 3,
          prompt:
            'Two numbers of the window change. Then: may it be that what waits unannounced is enough for the new size?',
        },
      },
    },
    {
      name: '#http2/streams/send-queue',
      file: 'send-queue.ts',
      solution: 'derived',
      gaps: {
        pump: {
          task: 2,
          prompt:
            'Take the stream whose turn it is off its line, let it send one frame, and look at how far it came. It may join a line again from inside sendQueued (then stream.line is set), and may even call pump: this.#pumping is for that.',
        },
        '#nextTurn': {
          task: 2,
          prompt:
            'Nobody, while the sender has no room. Otherwise: whose turn is it, if both lines have somebody? this.#ready.first and this.#starved.first look at the lines without changing them.',
        },
        connectionWindowOpened: {
          task: 2,
          prompt: 'Somebody has to call pump now: this.#sender.announce() sees to it.',
        },
      },
    },
    {
      name: '#http2/body',
      file: 'body.ts',
      solution: 'derived',
      gaps: {
        pour: {
          task: 4,
          prompt:
            'sendData(bytes) says whether there is room; sendData(bytes, true) ends the body. this.#drained() resolves when there is room again, or when the stream is over: look at this.#closed afterwards. If the source throws: this.#stream.reset(ErrorCode.INTERNAL_ERROR). On a stream that is closed nothing is done any more.',
        },
        next: {
          task: 4,
          prompt:
            'this.#more() resolves when something has come: a chunk, the end, or an error. An error is thrown once; after it comes the end, as often as one asks. this.#giveCredit() is below, and to be written as well.',
        },
        return: {
          task: 4,
          prompt:
            'If the body has not ended, this.#stream.reset(ErrorCode.CANCEL) tells the peer. Give no credit here: a stream that closes does it itself. After that, next() says the end.',
        },
        '#giveCredit': {
          task: 4,
          prompt: 'this.#inHand octets are worked off: once, and only once.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'Two windows, counted',
      file: 'flow-control.ts',
      asked:
        'SendWindow.grow(by) adds what the peer allows, and refuses what would lift the window above 2³¹−1; take(size) counts what goes out. A window may be negative. octetsAllowed says how much may go out now, by both windows. ReceiveWindow.receive(size) counts what came, and refuses more than was allowed; 0 octets are always allowed. A refusal changes nothing.',
      hints: [
        'A window is one number. Of grow and receive, each has one comparison and one change: which of them comes first?',
        'grow: false if this.available + by > MAX_WINDOW, and only then: a negative sum is allowed. receive: false if size is above this.available, or above 0 where that is negative. octetsAllowed: the smaller of the two, but 0 if that is negative.',
        'if (this.available + by > MAX_WINDOW) return false; this.available += by; return true; … return Math.max(0, Math.min(stream.available, connection.available)); … if (size > Math.max(0, this.available)) return false; this.available -= size; return true;',
      ],
    },
    {
      title: 'Taking turns',
      file: 'send-queue.ts',
      asked:
        'pump lets the streams that wait send one frame each, in turns, until the output is full or nobody can go on. Who has more to send goes to the end of the line; who waits for the connection’s window stands in a line of its own, and comes first when that opens; who waits for its own window, or is done, leaves. Each step costs the same, however many wait.',
      hints: [
        'pump is a loop: whose turn is it? Off the line, one frame, and then into one of two lines, or into none. What ends the loop is that it is nobody’s turn.',
        'sendQueued() returns a Progress: "more" → the end of #ready, "connection window" → the end of #starved; for "done" and "stream window" nothing: a WINDOW_UPDATE for the stream calls add. While #pumping, a second pump returns at once; `finally` sets it back.',
        '#nextTurn: if (!this.#sender.hasRoom) return undefined; const starved = this.#sender.window.available > 0 ? this.#starved.first : undefined; return starved ?? this.#ready.first. pump: for (let s = this.#nextTurn(); s !== undefined; s = this.#nextTurn()) { s.line?.remove(s); const progress = s.sendQueued(); if (s.line !== undefined) continue; … append }',
      ],
    },
    {
      title: 'When to give credit back',
      file: 'flow-control.ts',
      asked:
        'consume(size) says that the reader has worked off so much. It returns the increment for a WINDOW_UPDATE as soon as what has not been announced is half of the window’s size, rounded down, or more; and 0 before: not a frame for each octet, and not so late that the peer stands still. resize(by) changes the size, and returns what is to be announced now: the measure has changed too.',
      hints: [
        'Two questions at each consume: how much have I not announced, and is that half of #size? What is announced is available again, and no longer unannounced.',
        'Half, rounded down, is Math.floor(this.#size / 2); below it, "not yet". After resize the same question has to be asked again, with nothing new consumed: consume(0) asks it.',
        'this.#unannounced += size; if (this.#unannounced < Math.floor(this.#size / 2)) return 0; const increment = this.#unannounced; this.#unannounced = 0; this.available += increment; return increment; … resize: this.#size += by; this.available += by; return this.consume(0);',
      ],
    },
    {
      title: 'From a source to the window, and back',
      file: 'body.ts',
      asked:
        'BodyWriter.pour sends what an async iterable yields and ends the body; after a false of sendData it asks for nothing more until there is room; it ends the source when the stream closes, and resets the stream when the source throws. BodyReader.next hands out one chunk at a time and gives the peer credit for it when the reader comes back for the next; return cancels what has not ended.',
      hints: [
        'Both are a loop with one place where it waits. pour waits for room, after it has sent; next waits for a chunk, before it hands one out. In both something may have ended while they waited.',
        'for await (const chunk of source) … break: leaving the loop calls the source’s return() for you. An exception of the source arrives in a catch around the loop. In next: credit for the last chunk, then wait while there is no chunk and no end; a chunk goes before the error, the error before the end.',
        'for await (const chunk of source) { if (!this.#closed && !this.#stream.sendData(chunk)) await this.#drained(); if (this.#closed) break; } if (!this.#closed) this.#stream.sendData(NOTHING, true); … all of it in try, and then: catch { if (!this.#closed) this.#stream.reset(ErrorCode.INTERNAL_ERROR); } … next: this.#giveCredit(); while (this.#chunks.length === 0 && !this.#ended) await this.#more(); const chunk = this.#chunks.shift(); if (chunk !== undefined) { this.#inHand = chunk.length; return { value: chunk, done: false }; } const error = this.#error; this.#error = undefined; if (error !== undefined) throw error; return { value: undefined, done: true }; … return: this.#chunks = []; this.#inHand = 0; if (!this.#ended) this.#stream.reset(ErrorCode.CANCEL); this.#ended = true; return { value: undefined, done: true }; … #giveCredit: const size = this.#inHand; this.#inHand = 0; if (size > 0) this.#stream.consume(size);',
      ],
    },
  ],
};
