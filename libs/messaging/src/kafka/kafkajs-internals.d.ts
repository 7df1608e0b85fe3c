/** The parts of kafkajs that a spec drives with stub brokers, as far as it needs them. */
declare module 'kafkajs/src/producer/sendMessages' {
  import type { RecordMetadata } from 'kafkajs';

  type SendMessages = (batch: { acks: number; timeout?: number; topicMessages: readonly unknown[] }) => Promise<RecordMetadata[]>;
  const createSendMessages: (options: Record<string, unknown>) => SendMessages;
  export default createSendMessages;
}

declare module 'kafkajs/src/producer/eosManager' {
  export interface EosManager {
    initProducerId(): Promise<void>;
  }
  const createEosManager: (options: Record<string, unknown>) => EosManager;
  export default createEosManager;
}

declare module 'kafkajs/src/retry' {
  const createRetry: (options: Record<string, unknown>) => unknown;
  export default createRetry;
}

declare module 'kafkajs/src/errors' {
  export class KafkaJSProtocolError extends Error {
    constructor(error: { type: string; code: number; retriable: boolean; message?: string });
  }
  export class KafkaJSRequestTimeoutError extends Error {
    constructor(message: string, details: Record<string, unknown>);
  }
}
