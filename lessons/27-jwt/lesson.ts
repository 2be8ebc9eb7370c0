import { defineLesson } from '#course/lesson/define-lesson';
import { runClient, startServer } from './ends.ts';
import { tellStory } from './story.ts';
import { recordSigned, recordUnsecured } from './traces.ts';

export default defineLesson({
  port: 50_027,
  experiments: [
    {
      flag: '--token <text>',
      example: '--token eyJhbGciOiJub25lIn0.e30.',
      about: 'a token of yours, taken apart',
    },
    { flag: '--kid', about: 'invented names of keys, against three stores' },
    { flag: '--stream', about: 'a stream that outlives its token' },
  ],
  run: tellStory,
  // What a check takes is measured.
  varies: true,
  startServer,
  runClient,
  traces: { signed: recordSigned, unsecured: recordUnsecured },
});
