import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordOrder } from './traces.ts';

export default defineLesson({
  port: 50_006,
  experiments: [
    {
      flag: '--emit <file>',
      example: '--emit kitchen/menu.proto',
      about: 'what is generated from a file of proto/',
    },
    { flag: '--rename', about: 'rename a field, and compile' },
    { flag: '--tools', about: 'what other generators emit' },
    { flag: '--vanish', about: 'fields that are there and not to be seen' },
    { flag: '--import', about: 'look for an import in the wrong place' },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { order: recordOrder },
});
