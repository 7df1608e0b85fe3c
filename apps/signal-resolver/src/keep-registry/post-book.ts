import type { RiskFact } from '#contracts/risk/risk-facts';
import { uuidOf } from '#platform/event-id';
import { earlierDay, laterDay, takenBackFact } from '../resolve-subject/facts';
import type { PostFact } from './post-facts';

/** One line of a post history: from its first day until the day it was left, null while it is held. */
export interface HeldLine {
  readonly cadreId: string;
  readonly post: string;
  readonly from: string;
  readonly left: string | null;
}

/** Earlier days cannot be counted (design: risk-model 1). */
const LANDMARK = '2000-01-01';

/**
 * What lines of a history add to what has been said about posts. A line that is told again adds nothing; another day of
 * leaving takes the place of the earlier one. Ids come from the content alone.
 */
export class PostBook {
  readonly facts: RiskFact[] = [];
  readonly added: PostFact[] = [];
  readonly takenBack: string[] = [];
  private said: readonly PostFact[];

  /**
   * @param said all that has been said about posts of the cadres whose lines follow
   * @param factors exposure factors by post code
   * @param today civil date in Asia/Shanghai
   */
  constructor(
    said: readonly PostFact[],
    private readonly factors: ReadonlyMap<string, readonly string[]>,
    private readonly today: string,
  ) {
    this.said = said;
  }

  /** @returns whether the line changed anything */
  tell(line: HeldLine): boolean {
    const began = this.begin(line);
    return this.leave(line) || began;
  }

  private begin({ cadreId, post, from }: HeldLine): boolean {
    if (this.of(cadreId, post, 'post-held').some(({ day }) => day === from)) return false;
    const eventId = uuidOf('post-held', cadreId, post, from);
    this.add({ eventId, kind: 'post-held', cadreId, post, day: from });
    const release = this.release(cadreId, from);
    this.facts.push({ ...release, kind: 'post-held', eventId, post, factors: [...(this.factors.get(post) ?? [])], from });
    return true;
  }

  private leave({ cadreId, post, from, left }: HeldLine): boolean {
    const leavings = this.of(cadreId, post, 'post-left');
    if (left === null || leavings.some(({ day }) => day === left)) return false;
    const begunAfter = this.of(cadreId, post, 'post-held').flatMap(({ day }) => (day > from ? day : []));
    const next = begunAfter.toSorted()[0];
    const replaced = leavings.filter(({ day }) => day > from && (next === undefined || day <= next));
    // The ids that it replaces are part of its own: a day that comes back later is not mistaken for the one taken back.
    const eventId = uuidOf('post-left', cadreId, post, from, left, ...replaced.map((leaving) => leaving.eventId));
    for (const leaving of replaced) this.takeBack(leaving);
    this.add({ eventId, kind: 'post-left', cadreId, post, day: left });
    this.facts.push({ ...this.release(cadreId, left), kind: 'post-left', eventId, post, on: left });
    return true;
  }

  /**
   * A history is released on the days of which it speaks: released today, it would set the reading's clock to today, and
   * older signals that follow would be weighed on the wrong day. Posts never move a level.
   */
  private release(subject: string, day: string): { subject: string; releasedOn: string } {
    return { subject, releasedOn: laterDay(LANDMARK, earlierDay(day, this.today)) };
  }

  private add(fact: PostFact): void {
    this.added.push(fact);
    this.said = [...this.said, fact];
  }

  private takeBack({ eventId, cadreId, day }: PostFact): void {
    this.takenBack.push(eventId);
    this.said = this.said.filter((fact) => fact.eventId !== eventId);
    this.facts.push(takenBackFact(uuidOf('taken-back', eventId), eventId, this.release(cadreId, day)));
  }

  private of(cadreId: string, post: string, kind: PostFact['kind']): readonly PostFact[] {
    return this.said.filter((fact) => fact.cadreId === cadreId && fact.post === post && fact.kind === kind);
  }
}
