import { Counter, Histogram } from 'prom-client';
import type { HandledBatch } from '#messaging/log-transport';
import type { ProcessMetrics } from '#platform/metrics/process-metrics';

const BATCH_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Counts what the consumers of this process were given. */
export function countBatches({ registry }: ProcessMetrics): (batch: HandledBatch) => void {
  const labelNames = ['topic', 'group'] as const;
  const registers = [registry];
  const batches = new Counter({
    name: 'liuqu_consumer_batches_total',
    help: 'Batches that a handler was given, by whether they were stored; those that were not come again.',
    labelNames: [...labelNames, 'outcome'],
    registers,
  });
  const records = new Counter({ name: 'liuqu_consumer_records_total', help: 'Records that were stored.', labelNames, registers });
  const duration = new Histogram({
    name: 'liuqu_consumer_batch_duration_seconds',
    help: 'From a batch to its end, stored or not.',
    labelNames,
    buckets: BATCH_SECONDS,
    registers,
  });
  return ({ topic, group, records: count, seconds, stored }) => {
    batches.inc({ topic, group, outcome: stored ? 'stored' : 'failed' });
    if (stored) records.inc({ topic, group }, count);
    duration.observe({ topic, group }, seconds);
  };
}
