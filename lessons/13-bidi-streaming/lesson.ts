import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordServerEnds, recordTurns } from './traces.ts';

export default defineLesson({
  port: 50_013,
  experiments: [
    { flag: '--read-first', about: 'both wait for a message of the other' },
    { flag: '--write-first', about: 'both write, and nobody reads', varies: true },
    {
      flag: '--slow-member',
      about: 'a chat with one that does not read, in three ways',
      varies: true,
    },
    { flag: '--flood', about: 'what the article sends from a closed channel', varies: true },
  ],
  varies: true,
  run: tellStory,
  startServer: (options) => startServer(options),
  runClient,
  traces: {
    turns: recordTurns,
    'server-ends': recordServerEnds,
  },
});
