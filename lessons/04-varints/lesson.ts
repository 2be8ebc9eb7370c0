import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordMalformed, recordMoves } from './traces.ts';

export default defineLesson({
  port: 50_004,
  experiments: [
    { flag: '--number <n>', example: '--number -3', about: 'any integer, in every type' },
    { flag: '--field <number>', example: '--field 16', about: 'what the tag of a field costs' },
    { flag: '--overlong', about: 'send a varint of eleven bytes' },
    { flag: '--truncate', about: 'send a message that breaks off' },
    { flag: '--lose', about: 'lose a digit above 2^53' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { moves: recordMoves, malformed: recordMalformed },
});
