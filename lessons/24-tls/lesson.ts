import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordHellos, recordOpened } from './traces.ts';

export default defineLesson({
  port: 50_024,
  experiments: [
    {
      flag: '--fail <name>',
      example: '--fail wrong-name',
      about: 'one thing that is wrong; the names are in scene 4',
    },
    { flag: '--between', about: 'somebody between the two, with a certificate of their own' },
    { flag: '--leaf', about: 'a client that trusts the server’s own certificate' },
    { flag: '--rotate', about: 'new certificates while calls run, and broken ones' },
  ],
  run: tellStory,
  // How long records are depends on signatures, and so on chance.
  varies: true,
  startServer,
  runClient,
  traces: { hellos: recordHellos, opened: recordOpened },
});
