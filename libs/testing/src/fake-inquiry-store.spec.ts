import { dayOf } from '#domain/calendar/day';
import { FakeInquiryStore } from '#testing/fake-inquiry-store';
import { describeInquiryStore } from '#testing/inquiry-store.contract';

describeInquiryStore('FakeInquiryStore', async () => {
  const today = dayOf('2026-05-27');
  const store = new FakeInquiryStore(today);
  const isAbout = (data: unknown, id: string): boolean => (data as { candidateId: string }).candidateId === id;
  return {
    store,
    today: async () => today,
    announcedOf: async (candidateId) => store.announced.filter(({ data }) => isAbout(data, candidateId)),
  };
});
