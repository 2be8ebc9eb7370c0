import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    { name: '#bidi/in-order', file: 'in-order.ts', solution: 'only' },
    { name: '#bidi/batches', file: 'batches.ts', solution: 'only' },
    { name: '#bidi/room', file: 'room.ts', solution: 'only' },
    { name: '#bidi/converse', file: 'converse.ts', solution: 'only' },
  ],
  needsNode: true,
  tasks: [
    {
      title: 'Several at once, in order',
      file: 'in-order.ts',
      asked:
        'inOrder(source, limit, work) works on at most limit items at once and yields the results in the order of the items. A result whose turn it is goes out at once, even while the source thinks about its next item. What work or the source throws comes in its turn, behind the results before it. When the loop is left, the source is told.',
      hints: [
        'A list of promises, in the order of the items: work is begun when an item comes, and only the first of the list is waited for. But waiting for the first must not keep you from taking the next item, nor the other way round.',
        'Keep two things: running, the settled promises of work, and reading, the promise of the source’s next item, asked for only while running is shorter than limit. Promise.race of running[0] and reading says which comes first.',
        'for (;;) { if (!ended && running.length < limit) reading ??= settle(iterator.next()); if (running.length === 0 && reading === undefined) return; race → the first of running is done: yield resultOf(await running[0]), and only then running.shift(); otherwise take the item: its done ends the reading, its value goes into running.push(settle(work(value))), its error as well, as the last of all. } finally { if (!ended) void settle(iterator.return?.()); }',
      ],
    },
    {
      title: 'Batches, by size or by time',
      file: 'batches.ts',
      asked:
        'batches(source, { size, ms, clock }) yields arrays: as soon as size items are there, or ms after the first of a batch has come, or when the source ends. There is no empty batch. An error of the source comes behind the batch that was begun. The source is asked for one item at a time, never while a batch is being read; no timer is left behind.',
      hints: [
        'The time begins with the first item of a batch, not with the last batch. Who waits for an item that may never come also waits for the timer.',
        'Promise.race([reading, isUp]). If the time was up first, the item is still on its way: keep reading, and do not ask the source again. A batch that goes out takes its timer with it.',
        'batch.push(value); if (batch.length === size) yield take(); else if (batch.length === 1) isUp = new Promise((resolve) => { timer = clock.setTimer(() => resolve("up"), ms); }); where take cancels the timer, forgets isUp, and returns the batch for an empty one.',
      ],
    },
    {
      title: 'A room, and who is slow in it',
      file: 'room.ts',
      asked:
        'seat.say(text) gives the line to all others in the room, and never fails. A member whose write said false is full until drained(). What happens to lines for it is the policy: drop them and tell later how many; wait, so that whoever talks waits; or disconnect, when it is more than PATIENCE lines behind. Who has left neither hears nor says anything, and nobody waits for it.',
      hints: [
        'The false of a write is about the next line: this one has been taken. So a member becomes full by a line that it got.',
        'Go through a copy of the room, and ask again if each is still in it. behind counts the lines since the false. With wait, collect a promise for each member that is full after all have been written to; drained and leave resolve them.',
        'drop: seated.behind++ and nothing else; drained: full = false, behind = 0, resolve all in waiting, then, if something was missed and it is still here, write { from: ROOM, text: n + " lines missed" }. disconnect: if (++seated.behind <= PATIENCE) write, otherwise leave and member.end(TOO_SLOW).',
      ],
    },
    {
      title: 'Ending well',
      file: 'converse.ts',
      asked:
        'converse(call, messages) sends and receives at once. The end of messages is our half-close, once. When the other side ends, nothing more is sent and messages is told; what came before is handed out; a status that is not OK becomes a CallError. When messages throws, the call is cancelled and the loop throws that error. When the loop is left, the call is cancelled and messages is told.',
      hints: [
        'There are two loops, and four ways to end: ours ends, theirs ends, ours fails, the reader leaves. For each write down what the other loop has to learn, and who tells it.',
        'One flag, isOver, for the sending side: set by its own end, by closed, by the reader’s finally. Whoever sets it first tells the source. for await (const answer of receive(call)) reads, throws a CallError, and cancels when it is left.',
        'const send = async () => { while (!isOver) { const { done, value } = await iterator.next(); if (isOver) return; if (done) { isOver = true; call.end(); } else if (!call.write(value)) await hasRoom(call, closed); } }; its error: keep it, call.cancel(), and throw it in place of what the reader throws then.',
      ],
    },
  ],
};
