/** Our client under the conformance runner: each request on stdin is a call to make. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Channel } from '#channel/channel';
import type { CallOptions } from '#grpc/client/call-options';
import { createClient } from '#grpc/client/client';
import { GrpcError } from '#grpc/grpc-error';
import { Metadata } from '#grpc/metadata';
import { errorDetails } from '#grpc/rich-error';
import type { Any } from '#protobuf/generated/google/protobuf/any';
import type { Message, MessageType } from '#protobuf/message';
import type { MethodDefinition } from '#protobuf/schema/service-definition';
import {
  addHeaders,
  type ClientRequest,
  clientCompat,
  type Header,
  type Payload,
  readMessages,
  service,
  toHeaders,
  writeMessage,
} from './protocol.ts';

const GZIP = 2;
const FULL_DUPLEX = 5;

interface Outcome {
  responseHeaders: Header[];
  payloads: Payload[];
  error?: { code: number; message?: string; details: Any[] };
  responseTrailers: Header[];
  numUnsentRequests: number;
}

/** biome-ignore lint/suspicious/noExplicitAny: the messages' types are generated at run time */
type AnyMessage = any;

function findMethod(request: ClientRequest): [name: string, method: MethodDefinition] {
  const methods: Record<string, MethodDefinition> = service.ConformanceServiceDefinition.methods;
  const entry = Object.entries(methods).find(([, { path }]) => path.endsWith(`/${request.method}`));
  if (entry === undefined) throw new Error(`no method ${request.method}`);
  return entry;
}

function decodeRequests(request: ClientRequest): AnyMessage[] {
  return request.requestMessages.map(({ typeUrl, value }) => {
    const type: MessageType<Message> = service[typeUrl.slice(typeUrl.lastIndexOf('.') + 1)];
    return type.decode(value);
  });
}

class Run {
  readonly #request: ClientRequest;
  readonly #cancel = new AbortController();
  readonly #outcome: Outcome;
  #answered: (() => void) | undefined;
  #sent = 0;

  constructor(request: ClientRequest) {
    this.#request = request;
    this.#outcome = {
      responseHeaders: [],
      payloads: [],
      responseTrailers: [],
      numUnsentRequests: 0,
    };
  }

  async go(): Promise<Outcome> {
    const { host, port, serverTlsCert, clientTlsCreds, messageReceiveLimit } = this.#request;
    const channel = new Channel(`dns:${host}:${port}`, {
      maxReceiveSize: messageReceiveLimit || undefined,
      tls:
        serverTlsCert.length > 0
          ? {
              roots: serverTlsCert,
              certificate: clientTlsCreds?.cert,
              privateKey: clientTlsCreds?.key,
            }
          : undefined,
    });
    const requests = decodeRequests(this.#request);
    try {
      await this.#call(channel, requests);
    } catch (error) {
      if (!(error instanceof GrpcError)) throw error;
      const { code, details } = error;
      this.#outcome.error = { code, message: details, details: [...errorDetails(error)] };
    } finally {
      await channel.close();
    }
    this.#outcome.numUnsentRequests = requests.length - this.#sent;
    return this.#outcome;
  }

  async #call(channel: Channel, requests: AnyMessage[]): Promise<void> {
    const [name, method] = findMethod(this.#request);
    const stub: AnyMessage = createClient(service.ConformanceServiceDefinition, channel);
    let input: AnyMessage;
    if (method.requestStream) {
      input = this.#source(requests);
    } else {
      await sleep(this.#request.requestDelayMs);
      input = requests[0];
      this.#sent = 1;
      this.#closedSend();
    }
    const result = stub[name](input, this.#options());
    if (!method.responseStream) {
      this.#received(await result);
      return;
    }
    for await (const response of result) this.#received(response);
  }

  #options(): CallOptions {
    const { timeoutMs, compression, requestHeaders } = this.#request;
    return {
      timeoutMs,
      signal: this.#cancel.signal,
      compression: compression === GZIP ? 'gzip' : undefined,
      metadata: addHeaders(new Metadata(), requestHeaders),
      onHeaders: (metadata) => {
        this.#outcome.responseHeaders = toHeaders(metadata);
      },
      onTrailers: (metadata) => {
        this.#outcome.responseTrailers = toHeaders(metadata);
        this.#answered?.();
      },
    };
  }

  async *#source(requests: AnyMessage[]): AsyncIterable<AnyMessage> {
    for (const request of requests) {
      await sleep(this.#request.requestDelayMs);
      const answered = new Promise<void>((resolve) => {
        this.#answered = resolve;
      });
      this.#sent++;
      yield request;
      if (this.#request.streamType === FULL_DUPLEX) await answered;
    }
    if (this.#request.cancel?.cancelTiming?.case === 'beforeCloseSend') {
      // What was handed over last has to be on its way first.
      await sleep(10);
      this.#cancel.abort();
      await new Promise(() => {});
    }
    this.#closedSend();
  }

  #closedSend(): void {
    const { cancel } = this.#request;
    if (cancel === undefined) return;
    const timing = cancel.cancelTiming;
    if (timing !== undefined && timing.case !== 'afterCloseSendMs') return;
    setTimeout(() => this.#cancel.abort(), Number(timing?.value ?? 0));
  }

  #received(response: { payload?: Payload }): void {
    this.#outcome.payloads.push(response.payload ?? { data: new Uint8Array(0) });
    this.#answered?.();
    const timing = this.#request.cancel?.cancelTiming;
    if (timing?.case === 'afterNumResponses' && this.#outcome.payloads.length === timing.value) {
      this.#cancel.abort();
    }
  }
}

async function answer(request: ClientRequest): Promise<void> {
  const { ClientCompatResponse } = clientCompat;
  let result: unknown;
  try {
    result = { case: 'response', value: await new Run(request).go() };
  } catch (error) {
    result = { case: 'error', value: { message: String(error) } };
  }
  const response = ClientCompatResponse.create({ testName: request.testName, result });
  writeMessage(ClientCompatResponse.encode(response));
}

/** Calls at once: connecting takes its time, and deadlines are running. */
const MAX_RUNNING = 4;

const running = new Set<Promise<void>>();
for await (const bytes of readMessages()) {
  const run = answer(clientCompat.ClientCompatRequest.decode(bytes));
  running.add(run);
  run.finally(() => running.delete(run));
  if (running.size >= MAX_RUNNING) await Promise.race(running);
}
await Promise.all(running);
