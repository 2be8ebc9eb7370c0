import type { HeaderField } from '#hpack/header-field';
import { isCustom, Metadata } from './metadata.ts';

/**
 * A block of header fields, taken apart in one pass: what HTTP and gRPC say with it, and beside it
 * the application's metadata. Requests, responses and trailers use the same names, so one reader
 * serves them all; what must be there, and what it means, is for the caller to say.
 */
export interface Head {
  method?: string;
  path?: string;
  authority?: string;
  scheme?: string;
  /** `:status`, HTTP's. */
  httpStatus?: string;
  contentType?: string;
  te?: string;
  userAgent?: string;
  timeout?: string;
  encoding?: string;
  acceptEncoding?: string;
  /** `grpc-status`, ours. */
  status?: string;
  message?: string;
  /** `undefined` where there is none, which is most of the time. */
  metadata?: Metadata;
  /** The name of a `-bin` field that is no base64. */
  malformed?: string;
}

export function readHead(fields: readonly HeaderField[]): Head {
  const head: Head = {};
  for (const { name, value } of fields) {
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
        if (!head.metadata.receive(name, value)) head.malformed = name;
    }
  }
  return head;
}
