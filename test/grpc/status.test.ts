import { describe, expect, it } from 'vitest';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { errorDetails, richError } from '#grpc/rich-error';
import { Status, statusName } from '#grpc/status';
import { readHead } from '#grpc/wire/head';
import { statusFromHttp } from '#grpc/wire/http-status';
import { statusFromReset } from '#grpc/wire/reset-status';
import { parseStatusCode, readStatus, statusTrailers, trailersOnly } from '#grpc/wire/trailers';
import { packAny, unpackAny } from '#protobuf/any';
import { BadRequest, RetryInfo } from '#protobuf/generated/google/rpc/error_details';

describe('status codes', () => {
  it('are the seventeen of the specification', () => {
    const codes = Object.values(Status);
    expect(codes).toEqual(Array.from({ length: 17 }, (_, i) => i));
    expect(statusName(5)).toBe('NOT_FOUND');
    expect(statusName(99)).toBe('CODE_99');
  });

  it.each(['', 'abc', '-1', '00', '05', '17', '1e0', ' 1', '4294967297', '0x1'])(
    'grpc-status %j is UNKNOWN',
    (text) => {
      expect(parseStatusCode(text)).toBe(Status.UNKNOWN);
    },
  );

  it('reads every code', () => {
    for (let code = 0; code <= 16; code++) expect(parseStatusCode(String(code))).toBe(code);
  });

  it.each([
    [400, 'INTERNAL'],
    [401, 'UNAUTHENTICATED'],
    [403, 'PERMISSION_DENIED'],
    [404, 'UNIMPLEMENTED'],
    [429, 'UNAVAILABLE'],
    [431, 'UNKNOWN'],
    [500, 'UNKNOWN'],
    [502, 'UNAVAILABLE'],
    [503, 'UNAVAILABLE'],
    [504, 'UNAVAILABLE'],
    [200, 'UNKNOWN'],
    [Number.NaN, 'UNKNOWN'],
  ])('HTTP %d is %s', (http, name) => {
    expect(statusName(statusFromHttp(http))).toBe(name);
  });

  it.each([
    [0x0, 'INTERNAL'],
    [0x1, 'INTERNAL'],
    [0x2, 'INTERNAL'],
    [0x3, 'INTERNAL'],
    [0x7, 'UNAVAILABLE'],
    [0x8, 'CANCELLED'],
    [0xb, 'RESOURCE_EXHAUSTED'],
    [0xc, 'PERMISSION_DENIED'],
    [0xff, 'INTERNAL'],
  ])('RST_STREAM %d is %s', (code, name) => {
    expect(statusName(statusFromReset(code))).toBe(name);
  });
});

describe('trailers', () => {
  it('carry code, text and metadata there and back', () => {
    const metadata = new Metadata({ 'x-a': '1', 'x-b-bin': Uint8Array.of(1, 2) });
    const status = { code: Status.NOT_FOUND, details: 'no such ☺', metadata };
    const read = readStatus(readHead(statusTrailers(status)));
    expect(read).toMatchObject({ code: 5, details: 'no such ☺' });
    expect([...(read?.metadata ?? [])]).toEqual([...metadata]);
  });

  it('of OK are one field', () => {
    expect(statusTrailers({ code: Status.OK, details: '' })).toEqual([
      { name: 'grpc-status', value: '0' },
    ]);
  });

  it('alone are a whole response', () => {
    expect(trailersOnly({ code: 12, details: 'no' }).map(({ name }) => name)).toEqual([
      ':status',
      'content-type',
      'grpc-status',
      'grpc-message',
    ]);
  });

  it('without grpc-status hold no status', () => {
    expect(readStatus(readHead([{ name: 'grpc-message', value: 'x' }]))).toBeUndefined();
  });
});

describe('rich errors', () => {
  const violation = { field: 'id', description: 'is empty' };
  const detail = packAny(BadRequest, { fieldViolations: [BadRequest_violation(violation)] });

  it('carry messages of any type', () => {
    const error = richError(Status.INVALID_ARGUMENT, 'incomplete', [detail]);
    expect(error.message).toBe('3 INVALID_ARGUMENT: incomplete');
    const [first] = errorDetails(error);
    expect(first && unpackAny(first, BadRequest)?.fieldViolations[0]).toMatchObject(violation);
    expect(first && unpackAny(first, RetryInfo)).toBeUndefined();
  });

  it('of another code than grpc-status, unreadable or doubled, are none', () => {
    const { metadata } = richError(Status.NOT_FOUND, '', [detail]);
    expect(errorDetails(new GrpcError(Status.INTERNAL, '', metadata))).toEqual([]);
    const wrong = new Metadata({ 'grpc-status-details-bin': Uint8Array.of(0xff) });
    expect(errorDetails(new GrpcError(Status.NOT_FOUND, '', wrong))).toEqual([]);
    const twice = metadata.clone().merge(metadata);
    expect(errorDetails(new GrpcError(Status.NOT_FOUND, '', twice))).toEqual([]);
    expect(errorDetails(new GrpcError(Status.NOT_FOUND, ''))).toEqual([]);
  });
});

function BadRequest_violation(violation: { field: string; description: string }) {
  return { ...violation, reason: '' };
}
