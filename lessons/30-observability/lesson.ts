import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';

export default defineLesson({
  port: 50_030,
  experiments: [],
  run: tellStory,
  startServer,
  runClient,
  varies: true,
  traces: {},
});
