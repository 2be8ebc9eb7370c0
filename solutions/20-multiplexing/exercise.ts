import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#grpc/routing/nearest-name',
      file: 'nearest-name.ts',
      solution: 'derived',
      gaps: {
        nearestName: {
          task: 1,
          prompt: 'lastPart(name) is the part behind the last dot, in lower case.',
        },
        countTypos: {
          task: 1,
          prompt: 'Compares letters as they are: who calls it has made them lower case.',
        },
      },
    },
    {
      name: '#grpc/routing/router',
      file: 'router.ts',
      solution: 'derived',
      gaps: {
        splitPath: { task: 2 },
        add: {
          task: 2,
          prompt: 'routes is a Map from path to route: for (const [path, route] of routes).',
        },
        find: { task: 2 },
        explain: {
          task: 2,
          prompt:
            'didYouMean(nearestName(wrong, names)) is what stands behind the sentence. excerpt(text) is no more than fits on a line.',
        },
      },
    },
    {
      name: '#http2/streams/stream-ids',
      file: 'stream-ids.ts',
      solution: 'derived',
      gaps: {
        'get next': { task: 3, prompt: 'this.#highest is 0 until the first has begun.' },
        canBegin: { task: 3 },
        begin: { task: 3 },
        end: { task: 3, prompt: 'add(id) of the list for this ending remembers it.' },
        absence: {
          task: 3,
          prompt:
            'has(id) says whether a list remembers an id; forgotten is the highest id that it has had to forget, 0 if none.',
        },
      },
    },
    {
      name: '#channel/connections/stream-queue',
      file: 'stream-queue.ts',
      solution: 'derived',
      gaps: {
        'get open': { task: 4 },
        join: { task: 4 },
        leave: { task: 4 },
        serve: {
          task: 4,
          prompt:
            'for (const waiter of this.#waiting) goes through a Set in the order of arrival, also while some leave and others join.',
        },
        close: { task: 4 },
      },
    },
  ],
  tasks: [
    {
      title: 'Which name was meant',
      file: 'nearest-name.ts',
      asked:
        'countTypos(a, b, most) gives how many letters have to be put in, taken out or exchanged to make b of a; undefined if it is more than most. nearestName(wrong, names) gives the name with the fewest typos, upper and lower case being the same, and of equals the first. Too far is one with more than MAX_TYPOS of them, or with more than one for three letters of wrong, rounded down. If none is near, it gives the first whose lastPart is that of wrong. If wrong is longer than MAX_COMPARED_NAME_LENGTH, it compares nothing.',
      hints: [
        'Two texts of a thousand letters: their lengths alone may tell that they are too far apart. When does the table tell, before its end? A server is asked this by whoever sends a wrong path, as often as they like.',
        'Each cell is the least of three: the one above plus 1, the one to the left plus 1, and the one above to the left, plus 1 if the two letters differ. It needs the row above and no other. If every cell of a row is more than most, so is everything below.',
        'countTypos: if (Math.abs(a.length - b.length) > most) return undefined; let above = [0, 1, …, b.length]; for i from 1 to a.length: row = [i]; for j from 1 to b.length: row.push(Math.min(above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), above[j] + 1, row[j - 1] + 1)); if (Math.min(...row) > most) return undefined; above = row. The answer is above[b.length], if it is not more than most. nearestName: least = Math.min(MAX_TYPOS, Math.floor(wrong.length / 3)); the first with at most least, then only one with fewer than that; at last names.find((name) => lastPart(name) === lastPart(wrong)).',
      ],
    },
    {
      title: 'From a path to a method',
      file: 'router.ts',
      asked:
        'splitPath("/hello.Greeter/SayHello") gives { service: "hello.Greeter", method: "SayHello" }, and undefined for all that is not exactly /service/method. add keeps a service’s routes; a service that is there already is an Error, "… is served already", and then nothing is added. find gives the route of exactly this path. explain says why there is none: "… is not a path: /service/method is", or "there is no service … here", or "service has no method …", and behind the last two didYouMean. The whole name is compared; of what is repeated, no more than an excerpt.',
      hints: [
        'Three things can be wrong, and one of them is wrong first: with a path that is not a path, nobody can say which service was meant. And what of a service’s name that every object in JavaScript has, such as constructor?',
        'find looks into one Map with the whole path, because it is asked at each call. explain takes the path apart, and needs the names of a service’s methods: a second Map. A path comes from a peer, and may be 16 KiB long.',
        'splitPath: const [before, service, method, ...more] = path.split("/"); right if before === "", service and method are not empty, and more.length === 0. add: if (this.#methods.has(service)) throw new Error(service + " is served already"), first; then this.#byPath.set(path, route) for each, and this.#methods.set(service, the parts of the paths behind the last "/"). explain: without a name: excerpt(path) + " is not a path: /service/method is"; methods = this.#methods.get(service); without them: "there is no service " + excerpt(service) + " here" + didYouMean(nearestName(service, [...this.#methods.keys()])); otherwise service + " has no method " + excerpt(method) + didYouMean(nearestName(method, methods)).',
      ],
    },
    {
      title: 'Ids, and their end',
      file: 'stream-ids.ts',
      asked:
        'next is the id of the next stream that a client opens: first, then 2 more than the highest that has begun; undefined behind LAST_STREAM_ID. canBegin(id) says whether a stream may begin with this id: odd, above all that have begun, not above LAST_STREAM_ID. begin(id) notes that it has. end(id, ending) remembers how a stream ended. absence(id) says what has become of an id: idle, if it has not begun and may still, and for every even one; then how it ended, where that is remembered; what is forgotten is "reset by us" if that list has forgotten an id as high as this one, and otherwise "ended" if that list has; if neither has, it was skipped.',
      hints: [
        'A client has begun 1, 3 and 9. What of 5, 7 and 11, and what of 4? Which of these may a stream begin with?',
        'next changes with begin and not when somebody looks at it: if the headers cannot be sent, the id has not been used. And 2³¹−1 is odd: it is the last id, and a good one.',
        'next: this.#highest === 0 ? this.#first : this.#highest === LAST_STREAM_ID ? undefined : this.#highest + 2. canBegin: id % 2 === 1 && id > this.#highest && id <= LAST_STREAM_ID. absence: even, or above this.#highest: "idle"; then this.#resetByUs.has(id), this.#resetByPeer.has(id), this.#ended.has(id); then id <= this.#resetByUs.forgotten: "reset by us"; id <= this.#ended.forgotten: "ended"; otherwise "skipped".',
      ],
    },
    {
      title: 'The queue behind the limit',
      file: 'stream-queue.ts',
      asked:
        'open says whether a newcomer may open its stream at once. join puts a waiter at the end, and says false if `most` wait already, or the queue is closed. leave takes one out, wherever it stands. serve tells the first ones that there is a place, in order, as long as hasRoom() says so. close is for good: it tells all that wait, in order and each once, that the connection is lost, but not one that leaves before its turn; from then on the queue is not open, and nobody can join. Only serve and close tell anybody anything.',
      hints: [
        'There is room for one, three wait, and a fourth call comes. Whose turn is it? And what if the first of the three does not want its place any more when it gets it?',
        'Ask hasRoom() before each one: a waiter that does not take its place leaves it to the next. What waiters do when they are told is their own affair: they may leave, join again, or end others.',
        'open: !this.#closed && this.#waiting.size === 0 && this.#hasRoom(). serve: for (const waiter of this.#waiting) { if (!this.#hasRoom()) return; this.#waiting.delete(waiter); waiter.streamAvailable(); }. delete comes first: who joins again meanwhile would be taken out otherwise. close: this.#closed = true; then for each: delete, and transportLost().',
      ],
    },
  ],
};
