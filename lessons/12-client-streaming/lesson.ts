import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordRefusal, recordTorn, recordUpdate } from './traces.ts';

export default defineLesson({
  port: 50_012,
  experiments: [
    { flag: '--refuse', about: 'refused at the third of five thousand' },
    { flag: '--forget', about: 'a client that forgets to end', varies: true },
    { flag: '--cut', about: 'a client that goes in the middle, in three ways', varies: true },
    { flag: '--slow', about: 'a server that stops reading: who waits?', varies: true },
    { flag: '--bytes', about: 'every byte of a refusal' },
  ],
  run: tellStory,
  varies: true,
  startServer: (options) => startServer(options),
  runClient,
  traces: {
    update: () => recordUpdate(),
    refusal: () => recordRefusal(),
    torn: () => recordTorn(),
  },
});
