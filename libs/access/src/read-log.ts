import type { TaskKind } from '#access/purposes';

export type ReadOutcome = 'answered' | 'not-found' | 'refused' | 'failed';
export type ReviewOpinion = 'justified' | 'not-justified';

/** One sensitive read, or one request that was refused to a known person: ids and codes, no name and nothing of what was answered. */
export interface LoggedRead {
  readonly person: string;
  readonly role: string;
  /** The unit under which the person sees; null for all. */
  readonly unit: string | null;
  /** Method and path as routed. */
  readonly endpoint: string;
  /** The cadre or unit that was read about, or what the path names; of a candidate or a signal whose subject is known the log keeps that subject. */
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly task: string | null;
  /** In the reader's words, where no task was at hand: such a read waits for a review. */
  readonly reason: string | null;
  readonly traceId: string;
  readonly outcome: ReadOutcome;
}

export interface Review {
  readonly by: string;
  readonly at: Date;
  readonly opinion: ReviewOpinion;
  readonly note: string;
}

export interface KeptRead extends LoggedRead {
  /** Rising with time. */
  readonly id: string;
  readonly at: Date;
  readonly review: Review | null;
}

/** What the auditor looks for; what is undefined does not matter. */
export interface ReadsAsked {
  readonly person?: string;
  readonly subject?: string;
  readonly purpose?: string;
  /** A civil date in Asia/Shanghai. */
  readonly day?: string;
  readonly outcome?: ReadOutcome;
  /** Only what waits for a review. */
  readonly toReview?: boolean;
  /** Only what is older than this id. */
  readonly before?: string;
  readonly limit: number;
}

export type ReviewResult = 'noted' | 'no-such-read' | 'no-review-needed' | 'own-read' | 'reviewed-before';

/** Who read about whom and why. Nothing is ever changed or removed. */
export abstract class ReadLog {
  /** @throws when it was not written; what was to be logged must not happen then */
  abstract write(read: LoggedRead): Promise<void>;
  /** The latest first. */
  abstract list(asked: ReadsAsked): Promise<readonly KeptRead[]>;
  /** By somebody else than the reader, once for each read that gave a reason; holds for all that this person read of that subject on that day for that reason. */
  abstract review(id: string, review: Omit<Review, 'at'>): Promise<ReviewResult>;
}

export interface TaskAbout {
  /** The cadres. */
  readonly subjects: readonly string[];
  /** Whether it is open, or was decided a short time ago (TASK_HOLDS_DAYS). */
  readonly atHand: boolean;
}

/** Whom a task is about. */
export abstract class ReadTasks {
  /** Undefined when there is no such task. */
  abstract find(kind: Exclude<TaskKind, 'none'>, id: string): Promise<TaskAbout | undefined>;
}
