import { describeEventLog } from '#testing/event-log.contract';
import { FakeEventLog } from '#testing/fake-event-log';

describeEventLog('FakeEventLog', async () => {
  const log = new FakeEventLog();
  return {
    connect: async () => log,
    forget: async (topic, partition, low) => log.forget(topic, partition, low),
    close: async () => log.close(),
  };
});
