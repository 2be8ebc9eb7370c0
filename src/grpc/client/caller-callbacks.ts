import { Metadata } from '#grpc/metadata';
import type { StatusObject } from '#grpc/status';
import { runCallback } from '#grpc/user-code';
import type { CallOptions } from './call-options.ts';

/** Told which of the caller's callbacks threw, or was rejected, and with what. */
type CallbackFailed = (name: 'onHeaders' | 'onTrailers', error: unknown) => void;

export function tellHeaders(
  { onHeaders }: CallOptions,
  metadata: Metadata | undefined,
  failed: CallbackFailed,
): void {
  if (onHeaders === undefined) return;
  runCallback(
    () => onHeaders(metadata ?? new Metadata()),
    (error) => failed('onHeaders', error),
  );
}

/** @param status may belong to other calls too: the callback gets a copy. */
export function tellTrailers(
  { onTrailers }: CallOptions,
  status: StatusObject,
  failed: CallbackFailed,
): void {
  if (onTrailers === undefined) return;
  const { code, details } = status;
  const metadata = status.metadata?.clone() ?? new Metadata();
  runCallback(
    () => onTrailers(metadata, { code, details, metadata }),
    (error) => failed('onTrailers', error),
  );
}
