import { FakeJobQueue, FakeJobs } from '#testing/fake-job-queue';
import { describeJobQueue } from '#testing/job-queue.contract';

const jobs = new FakeJobs();

describeJobQueue('FakeJobQueue', () => new FakeJobQueue(jobs));
