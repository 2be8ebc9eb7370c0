import type { Status } from '#grpc/status';

/** A code with what a reader wants to know of it. OK is not an error. */
export type ErrorName = Exclude<keyof typeof Status, 'OK'>;

/** A question, with answers that lead to the next one or to a code. */
export interface Choice {
  ask: string;
  answers: readonly { text: string; to: string }[];
}

/** The words of `<WhichCode>`: which code, by questions. The first question is `start`. */
export const whichCode = {
  title: 'Which code?',
  again: 'Begin again',
  path: 'What you have said',
  back: (answer: string) => `Back to the question before “${answer}”`,
  retry: 'Try again?',
  choices: {
    start: {
      ask: 'A call cannot end well. What is it about?',
      answers: [
        { text: 'What they sent: it can never go well like this', to: 'request' },
        { text: 'Who they are', to: 'who' },
        { text: 'The state of things: what they sent is in order', to: 'state' },
        { text: 'Us', to: 'us' },
        { text: 'Time: nobody waits any more', to: 'time' },
      ],
    },
    request: {
      ask: 'What is wrong with what they sent?',
      answers: [
        { text: 'A value, whatever state we are in', to: 'INVALID_ARGUMENT' },
        { text: 'A position behind the end; there may be more tomorrow', to: 'OUT_OF_RANGE' },
        { text: 'There is no such method, or we do not do this', to: 'UNIMPLEMENTED' },
      ],
    },
    who: {
      ask: 'What do we know of them?',
      answers: [
        { text: 'Nothing: no token, or one that is not valid', to: 'UNAUTHENTICATED' },
        { text: 'Who they are, and that they may not', to: 'PERMISSION_DENIED' },
        { text: 'They may, but have used up their share', to: 'RESOURCE_EXHAUSTED' },
        { text: 'They may not even know that the thing exists', to: 'NOT_FOUND' },
      ],
    },
    state: {
      ask: 'What is in the way?',
      answers: [
        { text: 'What they ask for is not there', to: 'NOT_FOUND' },
        { text: 'What they want to create is there', to: 'ALREADY_EXISTS' },
        { text: 'Somebody was faster: they have to read again, and decide again', to: 'ABORTED' },
        { text: 'Something else has to be done first', to: 'FAILED_PRECONDITION' },
      ],
    },
    us: {
      ask: 'What is it with us?',
      answers: [
        { text: 'It may be over in a moment', to: 'UNAVAILABLE' },
        { text: 'Something is used up: disk, memory, a pool', to: 'RESOURCE_EXHAUSTED' },
        { text: 'Something that cannot be, is', to: 'INTERNAL' },
        { text: 'Data is lost or damaged, for good', to: 'DATA_LOSS' },
        { text: 'A call of ours, to a server behind us, has failed', to: 'behind' },
        { text: 'We do not know', to: 'UNKNOWN' },
      ],
    },
    behind: {
      ask: 'How did that call fail?',
      answers: [
        { text: 'That server could not be reached', to: 'UNAVAILABLE' },
        { text: 'Its time was up, and so is ours', to: 'DEADLINE_EXCEEDED' },
        { text: 'It refused what we sent', to: 'INTERNAL' },
      ],
    },
    time: {
      ask: 'Who does not wait?',
      answers: [
        { text: 'The deadline has passed', to: 'DEADLINE_EXCEEDED' },
        { text: 'The caller has given up', to: 'CANCELLED' },
      ],
    },
  } as Readonly<Record<string, Choice>>,
  codes: {
    CANCELLED: {
      means: 'The caller gave up. Mostly the library says it, to nobody.',
      retry: 'No: somebody wanted it to end.',
    },
    UNKNOWN: {
      means: 'Something failed, and nobody said what. A stray exception becomes this.',
      retry: 'Not by itself: nobody knows what has been done.',
    },
    INVALID_ARGUMENT: {
      means: 'Say which fields, all of them: BadRequest.',
      retry: 'No. The same request fails for ever.',
    },
    DEADLINE_EXCEEDED: {
      means: 'The time was up. The work may have been done all the same.',
      retry: 'Only if twice does no harm, and if there is time left.',
    },
    NOT_FOUND: {
      means: 'The thing that they named is not there, or is none of their business.',
      retry: 'No, unless somebody is about to create it.',
    },
    ALREADY_EXISTS: {
      means: 'It is there. After a retry it may well be their own.',
      retry: 'No.',
    },
    PERMISSION_DENIED: {
      means: 'We know you, and no. Not for quotas, and not for those without a token.',
      retry: 'No. Another token of the same person will not help.',
    },
    RESOURCE_EXHAUSTED: {
      means: 'A quota, a disk, a message that is too large. Say which: QuotaFailure.',
      retry: 'Later, and slower, if RetryInfo says when. A message that is too large: no.',
    },
    FAILED_PRECONDITION: {
      means: 'In order, but not now: something has to change first. Say what: PreconditionFailure.',
      retry: 'Not before that has been done.',
    },
    ABORTED: {
      means: 'A conflict: a transaction that lost, a version that is old.',
      retry: 'Not this call: from where it read what is old now.',
    },
    OUT_OF_RANGE: {
      means: 'Behind the end. Those who go through a list know by it that they are done.',
      retry: 'No, unless the end moves.',
    },
    UNIMPLEMENTED: {
      means: 'No such method here. Mostly the library says it.',
      retry: 'No.',
    },
    INTERNAL: {
      means: 'A rule that we rely on is broken. Somebody should be woken up.',
      retry: 'No.',
    },
    UNAVAILABLE: {
      means: 'Not now. Mostly the library says it: no connection.',
      retry: 'Yes, after a wait that grows. If the call has begun: only if twice does no harm.',
    },
    DATA_LOSS: {
      means: 'What was there is gone. Hardly anybody ever needs it.',
      retry: 'No.',
    },
    UNAUTHENTICATED: {
      means: 'Who are you? No token, an old one, a wrong one.',
      retry: 'With a new token, once.',
    },
  } as Readonly<Record<ErrorName, { means: string; retry: string }>>,
};
