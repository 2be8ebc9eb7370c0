import { type StatusObject, status } from '@grpc/grpc-js';
import { nameOf } from '../15-server-interceptors/layers.ts';

type Write = (line: string) => void;

// #region status-log
/** A line for every call, with how it ended. */
export const statusLog = (write: Write) => (path: string) => ({
  end(how: StatusObject) {
    const why = how.code === status.OK ? '' : `, ${how.details}`;
    write(`${nameOf(path)}: ${status[how.code]}${why}`);
    return how;
  },
});
// #endregion status-log
