import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordGrant, recordNegative, recordOverrun, recordWindow } from './traces.ts';

export default defineLesson({
  port: 50_014,
  experiments: [
    {
      flag: '--window <octets>',
      example: '--window 1048576',
      about: '1 MiB over 40 ms, with the default window and with this one',
      varies: true,
    },
    { flag: '--stop', about: 'a reader that stops, and a server that does not look', varies: true },
    { flag: '--overrun', about: 'send one octet more than you may' },
    { flag: '--grant', about: 'give credit for more than a window can hold' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: {
    window: recordWindow,
    negative: recordNegative,
    overrun: recordOverrun,
    grant: recordGrant,
  },
});
