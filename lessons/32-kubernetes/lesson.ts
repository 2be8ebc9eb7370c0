import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordAge } from './traces.ts';

export default defineLesson({
  port: 50_032,
  experiments: [
    { flag: '--manifests', about: 'the manifests as JSON, for kubectl apply -f -' },
    {
      flag: '--without <what>',
      example: '--without preStop',
      about: 'an update without readiness, preStop, grace or age; three times',
      varies: true,
      seconds: 18,
    },
    {
      flag: '--throttle',
      about: 'a limit of CPU, and what it does to one call in a hundred',
      varies: true,
    },
    { flag: '--plan', about: 'the same update on paper: other waits, and the calls they lose' },
    {
      flag: '--cluster',
      about: 'ask the cluster that kubectl knows whether it takes the manifests',
      varies: true,
    },
  ],
  run: tellStory,
  startServer,
  runClient,
  varies: true,
  traces: { age: recordAge },
});
