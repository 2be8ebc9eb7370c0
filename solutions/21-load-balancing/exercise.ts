import type { Exercise } from '#course/exercise/exercise';

export const exercise: Exercise = {
  pieces: [
    {
      name: '#channel/balancing/spread/subchannels',
      file: 'subchannels.ts',
      solution: 'derived',
      gaps: {
        update: {
          task: 1,
          prompt:
            'addressKey(address) is a text, equal for equal addresses: 10.0.0.1:50051. this.#byKey is what there was. this.#create(address) makes a subchannel, and may throw. this.#byKey = next: the new list stands.',
        },
      },
    },
    {
      name: '#channel/balancing/spread/rotation',
      file: 'rotation.ts',
      solution: 'derived',
      gaps: {
        over: {
          task: 2,
          prompt:
            'endpoint.state is a text: READY, IDLE, CONNECTING, TRANSIENT_FAILURE or SHUTDOWN. this.#turn counts the picks of all pickers together. An object with a function pick is a picker.',
        },
      },
    },
    {
      name: '#channel/balancing/spread/choices',
      file: 'choices.ts',
      solution: 'derived',
      gaps: {
        draw: {
          task: 3,
          prompt: 'Math.floor(random() * n) is a whole number from 0 to n - 1, each as likely.',
        },
        begin: {
          task: 3,
          prompt:
            'this.#counts.get(endpoint) and this.#counts.set(endpoint, count). What is returned is called when the call is over.',
        },
        leastBusy: {
          task: 3,
          prompt:
            'draw(choices, candidates.length, random) gives places in the list. inFlight.of(candidate) is how many calls it has.',
        },
      },
    },
    {
      name: '#channel/balancing/spread/joint-state',
      file: 'joint-state.ts',
      solution: 'derived',
      gaps: {
        joinedState: {
          task: 4,
          prompt: 'An iterable can be gone through once: new Set(states) keeps what was in it.',
        },
        set: {
          task: 4,
          prompt:
            'this.#states is a Map from a part to the state as which it counts. SHUTDOWN: it is none any more. Failed counts until READY.',
        },
      },
    },
  ],
  tasks: [
    {
      title: 'From addresses to subchannels',
      file: 'subchannels.ts',
      asked:
        'update(addresses) takes over what a resolver has found. For an address that was there, its subchannel stays, the same object; for a new one, a subchannel is created; what is not in the list any more is shut down, once, after the new list stands. all has one for each address, in the order of the addresses; an address that stands there twice counts once. If a subchannel cannot be created, its error comes out, those that were created for this update are shut down, and nothing else has changed. It returns what was added, in the order of the new list, and what was dropped, in the order of the old one.',
      hints: [
        'Two objects can be the same address: by what do you know it? And when shutdown runs somebody’s code, which looks at the list: which list must it see?',
        'Fill a new Map, in the order of the addresses, from the old one or by this.#create. Only when all of it is there: put it in place. Only then: shut down what is in the old one, and not in the new one.',
        'const next = new Map<string, S>(); const added: S[] = []; try { for (const address of addresses) { const key = addressKey(address); if (next.has(key)) continue; const kept = this.#byKey.get(key); const subchannel = kept ?? this.#create(address); if (kept === undefined) added.push(subchannel); next.set(key, subchannel); } } catch (error) { for (const one of added) one.shutdown(); throw error; } const dropped = this.all.filter(({ key }) => !next.has(key)); this.#byKey = next; … return { added, dropped };',
      ],
    },
    {
      title: 'Each in turn, and none that is not READY',
      file: 'rotation.ts',
      asked:
        'over(endpoints) gives a picker over those that are READY at this moment, in their order. pick() gives each of them in turn, so that none gets a second call before all others have had theirs; undefined if none is READY. The place of a pick is what this.#turn leaves after whole rounds of those that are READY. Each pick then adds one to it, and nothing else changes it: another picker of the same rotation goes on from there, also if it has another number of servers. A picker keeps what it was made of, whatever happens later to the list or to the states in it.',
      hints: [
        'Three servers, and the second is down. If a policy walks through the list and goes on to the next that is READY, how many calls do the first and the third get?',
        'First leave out what is not READY, then take turns among what is left. The turn belongs to the rotation, and the list of those that are READY to the picker.',
        'const ready = endpoints.filter(({ state }) => state === "READY"); return { pick: () => (ready.length === 0 ? undefined : ready[this.#turn++ % ready.length]) };',
      ],
    },
    {
      title: 'Two choices',
      file: 'choices.ts',
      asked:
        'draw(count, of, random) gives a list of count different whole numbers from 0 to of - 1, in an order by chance, too: every such list is as likely as any other. If there are not more than count, it gives all of them. It calls random once for each number that it gives. begin(endpoint) counts one more call, and returns what counts it off again: once, however often it is called. leastBusy draws so many candidates as choices says, and gives the one with the fewest calls under way; undefined without candidates. It looks at no other candidate.',
      hints: [
        'A frozen server, and a second one: if the same may be drawn twice, how often do you draw the frozen one twice, and have no choice? And a loop that draws again until the number is another one: how long does it run if chance says 0 every time?',
        'There are of numbers for the first draw, and of - 1 for the second. Draw from so many, and if what comes is taken already, take the one that was not among them. For begin: a variable of its own for each call, which remembers that it has been counted off.',
        'draw: const drawn: number[] = []; for (let left = of; left > 0 && drawn.length < count; left--) { let index = Math.floor(random() * left); for (const taken of [...drawn].sort((a, b) => a - b)) if (index >= taken) index++; drawn.push(index); } return drawn. begin: let under = true; return () => { if (!under) return; under = false; …; }. leastBusy: for (const index of draw(choices, candidates.length, random)) …',
      ],
    },
    {
      title: 'A state that is true of its parts',
      file: 'joint-state.ts',
      asked:
        'joinedState(states) is READY if one of them is, otherwise CONNECTING if one is, otherwise IDLE if one is, otherwise TRANSIENT_FAILURE, also if there are none. set(part, state) notes how a part is. A part that has failed counts as TRANSIENT_FAILURE until it is READY, whatever it is in between. A part that is SHUTDOWN counts no longer; if it is set again, it is new.',
      hints: [
        'Two servers, and both are down. Each tries again every second. What does a caller see of the channel’s state, and of their call, while one of the two is just trying?',
        'In set, look at what the part counted as before: from TRANSIENT_FAILURE there is only one way out, and it is READY (or SHUTDOWN). In joinedState, ask for READY first.',
        'joinedState: const present = new Set(states); for (const state of BEST_FIRST) if (present.has(state)) return state; return "TRANSIENT_FAILURE". set: if (state === "SHUTDOWN") this.#states.delete(part); else if (this.#states.get(part) !== "TRANSIENT_FAILURE" || state === "READY") this.#states.set(part, state).',
      ],
    },
  ],
};
