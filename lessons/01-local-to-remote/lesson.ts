import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordCalls } from './traces.ts';

export default defineLesson({
  port: 50_001,
  experiments: [
    {
      flag: '--cut <when>',
      example: '--cut after',
      about: 'the wire breaks before or after the call has run',
    },
    {
      flag: '--raw <text>',
      example: "--raw 'hi'",
      about: 'send a line of your own to the server',
    },
    { flag: '--two', about: 'two calls at once' },
  ],
  varies: true,
  run: tellStory,
  startServer,
  runClient,
  traces: { calls: recordCalls },
});
