import { loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { LOADING } from '../10-hello-grpc/load.ts';
import type { ProtoGrpcType } from './types/ecommerce.ts';

/** `proto/ecommerce.proto` for grpc-js, with the choices of lesson 10. */
export const { ecommerce } = loadPackageDefinition(
  loadSync('ecommerce.proto', LOADING),
) as unknown as ProtoGrpcType;
