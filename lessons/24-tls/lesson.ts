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
      about: 'one thing that is wrong between client and server: see the names in scene 4',
    },
    { flag: '--between', about: 'somebody between the two, with a certificate of their own' },
    { flag: '--leaf', about: 'the article’s client, which trusts the server’s own certificate' },
    { flag: '--rotate', about: 'new certificates while calls run, and a file that is broken' },
  ],
  run: tellStory,
  // How long records are depends on signatures, and so on chance.
  varies: true,
  startServer,
  runClient,
  traces: { hellos: recordHellos, opened: recordOpened },
});
