import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordTwo } from './traces.ts';

export default defineLesson({
  port: 50_020,
  experiments: [
    {
      flag: '--path <path>',
      example: '--path /Greeter/SayHello',
      about: 'a call to this path, on both stacks',
    },
    {
      flag: '--delay <ms>',
      example: '--delay 5',
      about: 'the hundred calls, with so much time on the way',
      varies: true,
    },
    {
      flag: '--connections <n>',
      example: '--connections 6',
      about: 'one lost segment, and calls on n connections',
      varies: true,
    },
    { flag: '--goaway', about: 'a server that goes while calls wait for a stream' },
    { flag: '--ids', about: 'a connection that has three stream ids left' },
  ],
  run: tellStory,
  // Two scenes run in real time.
  varies: true,
  startServer: (options) => startServer(options),
  runClient,
  traces: {
    two: recordTwo,
  },
});
