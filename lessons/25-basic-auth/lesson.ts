import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordPlaintext } from './traces.ts';

export default defineLesson({
  port: 50_025,
  experiments: [
    {
      flag: '--value <authorization>',
      example: "--value 'basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='",
      about: 'what the article and we read in a value of yours',
    },
    {
      flag: '--timing <letters>',
      example: '--timing k7q2m9x',
      about: 'a secret, found by how long comparing takes',
      varies: true,
    },
    {
      flag: '--guess <tries>',
      example: '--guess 200',
      about: 'so many guesses at one password, with the brake',
    },
    {
      flag: '--cost <N>',
      example: '--cost 65536',
      about: 'what one hash takes on your machine',
      varies: true,
    },
  ],
  run: tellStory,
  // What a hash takes is measured.
  varies: true,
  startServer,
  runClient,
  traces: { plaintext: recordPlaintext },
});
