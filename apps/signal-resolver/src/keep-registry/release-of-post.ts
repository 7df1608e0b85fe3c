import { earlierDay, laterDay, type Release } from '../resolve-subject/facts';

/** Earlier days cannot be counted (design: risk-model 1). */
const LANDMARK = '2000-01-01';

/**
 * What the registry says about a post is released on the day of which it speaks: released today, it would set the reading's clock
 * to today, and older signals that follow would be weighed on the wrong day. Posts never move a level.
 * @param day first day of a post, or the day on which it was left
 * @param today civil date in Asia/Shanghai
 */
export function releaseOfPost(subject: string, day: string, today: string): Release {
  return { subject, releasedOn: laterDay(LANDMARK, earlierDay(day, today)) };
}
