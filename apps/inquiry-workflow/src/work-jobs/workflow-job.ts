/** Everything that this app asks the job queue for. */
export const JOB_NAMES = ['candidate-overdue'] as const;
export type JobName = (typeof JOB_NAMES)[number];

/** What one job name stands for; there is exactly one of these per name. */
export abstract class WorkflowJob {
  abstract readonly name: JobName;

  /** Safe to call early, late and again. */
  abstract run(id: string): Promise<void>;
}
