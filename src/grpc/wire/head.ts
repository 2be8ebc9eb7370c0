import { Metadata } from '#grpc/metadata';
import { isCustom } from '#grpc/metadata-rules';
import { FieldFacts } from '#hpack/field-facts';
import type { HeaderField } from '#hpack/header-field';
import { factsOf, recall } from './base64.ts';

/**
 * A block of header fields, taken apart in one pass: what HTTP and gRPC say with it, and beside it
 * the application's metadata. Requests, responses and trailers use the same names, so one reader
 * serves them all; what must be there, and what it means, is for the caller to say.
 *
 * (A class, and all fields set from the start: so all heads have one shape in the engine.)
 */
export class Head {
  method: string | undefined = undefined;
  path: string | undefined = undefined;
  authority: string | undefined = undefined;
  scheme: string | undefined = undefined;
  /** `:status`, HTTP's. */
  httpStatus: string | undefined = undefined;
  contentType: string | undefined = undefined;
  te: string | undefined = undefined;
  userAgent: string | undefined = undefined;
  timeout: string | undefined = undefined;
  encoding: string | undefined = undefined;
  acceptEncoding: string | undefined = undefined;
  /** `grpc-status`, ours. */
  status: string | undefined = undefined;
  message: string | undefined = undefined;
  /** `undefined` if there is none, which is most of the time. */
  metadata: Metadata | undefined = undefined;
  /** The name of a `-bin` field that is not base64, or has too many values. */
  malformed: string | undefined = undefined;
}

/** Each long `-bin` value is looked through once, and not in each call that refers to it. */
const lists = new FieldFacts(({ value }) => factsOf(value));

export function readHead(fields: readonly HeaderField[]): Head {
  const head = new Head();
  for (let i = 0; i < fields.length; i++) {
    const { name, value } = fields[i]!;
    switch (name) {
      case ':method':
        head.method = value;
        break;
      case ':path':
        head.path = value;
        break;
      case ':authority':
        head.authority = value;
        break;
      case ':scheme':
        head.scheme = value;
        break;
      case ':status':
        head.httpStatus = value;
        break;
      case 'content-type':
        head.contentType = value;
        break;
      case 'te':
        head.te = value;
        break;
      case 'user-agent':
        head.userAgent = value;
        break;
      case 'grpc-timeout':
        head.timeout = value;
        break;
      case 'grpc-encoding':
        head.encoding = value;
        break;
      case 'grpc-accept-encoding':
        // A list, so a second field continues the first (RFC 9110 §5.3).
        head.acceptEncoding = head.acceptEncoding ? `${head.acceptEncoding},${value}` : value;
        break;
      case 'grpc-status':
        head.status = value;
        break;
      case 'grpc-message':
        head.message = value;
        break;
      default:
        if (!isCustom(name)) break;
        head.metadata ??= new Metadata();
        if (name.endsWith('-bin')) {
          if (head.malformed) break;
          recall(lists.of(fields[i]!));
        }
        if (!head.metadata.receive(name, value)) head.malformed = name;
    }
  }
  return head;
}
