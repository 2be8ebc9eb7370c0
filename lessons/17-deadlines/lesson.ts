import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordAsked, recordMoment } from './traces.ts';

export default defineLesson({
  port: 50_017,
  experiments: [
    {
      flag: '--chain',
      about: 'how much work is saved, on our stack and on grpc-js',
      varies: true,
    },
    { flag: '--clocks', about: 'three machines whose clocks are hours apart' },
    { flag: '--edges', about: 'deadlines of zero, in the past, and 2³¹ ms away' },
    { flag: '--leak', about: 'who still listens to a call that has made twenty others' },
    { flag: '--loop', about: 'a handler that works without a pause', varies: true },
  ],
  run: tellStory,
  // One scene runs in real time.
  varies: true,
  startServer,
  runClient,
  traces: {
    asked: recordAsked,
    'client-first': () => recordMoment('the client first'),
    'server-first': () => recordMoment('the server first'),
    beaten: () => recordMoment('an answer on its way'),
  },
});
