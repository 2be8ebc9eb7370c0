/**
 * `node --import ./instrument.ts program.ts`: the program is traced, and knows nothing of it. The
 * environment says what it is called, and where its spans go.
 */
import { createRequire } from 'node:module';
import { context, propagation } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { GrpcInstrumentation } from '@opentelemetry/instrumentation-grpc';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { seededIds } from './seeded-ids.ts';

const { OTEL_SERVICE_NAME: service = 'unknown', OTEL_EXPORTER_OTLP_ENDPOINT: url = '' } =
  process.env;

// #region provider
const exporter = new OTLPTraceExporter({ url });
const provider = new BasicTracerProvider({
  resource: resourceFromAttributes({ 'service.name': service }),
  spanProcessors: [new BatchSpanProcessor(exporter)],
  idGenerator: seededIds(service),
});
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
// #endregion provider

// #region patch
const instrumentation = new GrpcInstrumentation();
instrumentation.setTracerProvider(provider);
// What is patched is what is required. An import does not ask.
const asksForIt = process.env.WITHOUT_REQUIRE === undefined;
if (asksForIt) createRequire(import.meta.url)('@grpc/grpc-js');
// #endregion patch

process.on('message', async (message) => {
  if (message !== 'flush') return;
  await provider.forceFlush();
  // Of a batch that is on its way already the provider does not wait.
  await exporter.forceFlush();
  process.send!('flushed');
});
