import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordGrown, recordOldAndNew, recordOrder } from './traces.ts';

export default defineLesson({
  port: 50_005,
  experiments: [
    { flag: '--rename', about: 'rename a field: old client, new server' },
    { flag: '--renumber', about: 'give a field another number' },
    {
      flag: '--retype <field=type>',
      example: '--retype price=fixed32',
      about: 'give a field another type',
    },
    { flag: '--remove', about: 'remove a field, and reserve its number' },
    { flag: '--reuse', about: 'remove a field, and use its number again' },
    { flag: '--merge', about: 'glue two messages together' },
    { flag: '--article', about: 'what is wrong with required and default' },
    { flag: '--speed', about: 'measure it against JSON, here and now', varies: true },
  ],
  run: tellStory,
  startServer,
  runClient,
  traces: { order: recordOrder, grown: recordGrown, 'old-and-new': recordOldAndNew },
});
