import { expect, test } from 'vitest';
import { defineLesson, type Lesson } from '#course/lesson/define-lesson';

function lessonWith(flag: string): Lesson {
  return {
    port: 0,
    experiments: [{ flag, about: 'nothing' }],
    run: () => Promise.reject(),
    startServer: () => Promise.reject(),
    runClient: () => Promise.reject(),
    traces: {},
  };
}

const TAKEN = ['--step', '--no-step', '--scene', '--wire', '--no-wire', '--mine', '--layers'];

test.each([...TAKEN, '--scene <number>'])('no experiment may be named %s', (flag) => {
  expect(() => defineLesson(lessonWith(flag))).toThrow(flag);
});

test.each(['--bytes', '--wireless', '--step-by-step'])('%s is nobody else’s', (flag) => {
  expect(defineLesson(lessonWith(flag)).experiments).toHaveLength(1);
});
