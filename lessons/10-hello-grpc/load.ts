import { loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync, type Options } from '@grpc/proto-loader';
import { ROOT } from '#course/paths';
import type { ProtoGrpcType } from './types/hello.ts';

// #region dynamic
/** How messages look in JavaScript. The types in `types/` were generated with the same choices. */
export const LOADING: Options = {
  includeDirs: [`${ROOT}proto`],
  defaults: true,
  longs: String,
  enums: String,
  oneofs: true,
};

/** Reads the .proto while the program runs, and makes the stub's class and the service of it. */
export const { hello } = loadPackageDefinition(
  loadSync('hello.proto', LOADING),
) as unknown as ProtoGrpcType;
// #endregion dynamic
