import { defineLesson } from '#course/lesson/define-lesson';
import { runClient } from './client.ts';
import { startServer } from './server.ts';
import { tellStory } from './story.ts';
import { recordImage } from './traces.ts';

export default defineLesson({
  port: 50_031,
  experiments: [
    { flag: '--article', about: 'the article’s two Dockerfiles, read by a linter' },
    {
      flag: '--lint <file>',
      example: '--lint lessons/31-docker/image/Dockerfile',
      about: 'the same rules for a Dockerfile of yours',
    },
    {
      flag: '--context',
      about: 'what goes to the builder, with .dockerignore and without',
      varies: true,
    },
    {
      flag: '--pid1',
      about: 'who hears SIGTERM: four ways to start a program',
      varies: true,
      seconds: 4,
    },
    { flag: '--config', about: 'environments with which the server does not start' },
    {
      flag: '--gzip',
      about: 'the same layer, compressed: one diff_id, other digests',
      varies: true,
    },
  ],
  run: tellStory,
  startServer,
  runClient,
  varies: true,
  traces: { image: recordImage },
});
