import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordAgain, recordSent } from './traces.ts';

export default defineLesson({
  port: 50_026,
  experiments: [
    { flag: '--stampede', about: 'a hundred calls at once, each with a token of its own' },
    { flag: '--outage', about: 'the token server is down, and calls go on' },
    { flag: '--revoked', about: 'how long a revoked token goes on, with three memories' },
    {
      flag: '--invented <number>',
      example: '--invented 500',
      about: 'so many tokens that nobody has given',
    },
    { flag: '--leak', about: 'where a token shows up that nobody should see' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { sent: recordSent, again: recordAgain },
});
