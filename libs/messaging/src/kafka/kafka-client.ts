import { Logger } from '@nestjs/common';
import { type ISocketFactory, Kafka, logLevel, type RetryOptions } from 'kafkajs';

/** A few tries within a second or two: who waits longer than that is told, and tries again itself. */
export const SHORT_RETRY: RetryOptions = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4, factor: 0.2, multiplier: 2 };

const logger = new Logger('kafkajs');

/**
 * The library's client. What it logs is kept at debug level: it reports retriable answers as errors,
 * and what is an error to us reaches us as a rejection or a crash event and is logged there, once.
 */
export function kafkaClient(brokers: readonly string[], clientId: string, socketFactory?: ISocketFactory): Kafka {
  return new Kafka({
    clientId,
    brokers: [...brokers],
    connectionTimeout: 3_000,
    requestTimeout: 5_000,
    retry: SHORT_RETRY,
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => logger.debug(`${entry.namespace}: ${entry.log.message}`),
    ...(socketFactory ? { socketFactory } : {}),
  });
}
