import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordCall, recordCancel, recordPage, recordRefusal, recordTwice } from './traces.ts';

export default defineLesson({
  port: 50_009,
  experiments: [
    { flag: '--html', about: 'a web page from a proxy, read as a message' },
    {
      flag: '--header <name=value>',
      example: '--header te=',
      about: 'change a header of the call, or leave it out',
    },
    { flag: '--cancel', about: 'give up in the middle of a call' },
    { flag: '--late', about: 'let the time of a call run out' },
  ],
  varies: true,
  run: tellStory,
  startServer,
  runClient,
  traces: {
    call: () => recordCall(),
    twice: () => recordTwice(),
    refusal: () => recordRefusal(),
    page: () => recordPage(),
    cancel: () => recordCancel(),
  },
});
