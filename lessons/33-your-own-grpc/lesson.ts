import { defineLesson } from '#course/lesson/define-lesson';

export default defineLesson({
  port: 50_033,
  experiments: [],
  async run() {},
  startServer: async () => {
    throw new Error('todo');
  },
  runClient: async () => {},
  traces: {},
});
