import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordBomb, recordLost, recordRequests } from './traces.ts';

export default defineLesson({
  port: 50008,
  experiments: [
    {
      flag: '--table <octets>',
      example: '--table 200',
      about: 'another size of the table, and what is evicted',
    },
    {
      flag: '--crime <secret>',
      example: '--crime open-sesame',
      about: 'find a secret by the lengths of compressed requests',
    },
    { flag: '--bomb', about: 'a few bytes that would be megabytes' },
    { flag: '--lost', about: 'let the two tables differ' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: {
    requests: () => recordRequests(),
    bomb: () => recordBomb(),
    lost: () => recordLost(),
  },
});
