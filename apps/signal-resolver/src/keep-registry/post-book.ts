import type { RiskFact } from '#contracts/risk/risk-facts';
import { uuidOf } from '#platform/event-id';
import { type Release, takenBackFact } from '../resolve-subject/facts';
import { type PostFact, postOfCadre } from './post-facts';
import { releaseOfPost } from './release-of-post';

/** One line of a post history: from its first day until the day it was left, null while it is held. */
export interface HeldLine {
  readonly cadreId: string;
  readonly post: string;
  readonly from: string;
  readonly left: string | null;
}

/**
 * What lines of a history add to what has been said about posts. A line that is told again adds nothing; another day of
 * leaving takes the place of the earlier one. Ids come from the content alone. Lines of one post have room beside each other
 * (`Room`).
 */
export class PostBook {
  readonly facts: RiskFact[] = [];
  readonly added: PostFact[] = [];
  readonly takenBack: string[] = [];
  private readonly said: Map<string, PostFact[]>;

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
    this.said = Map.groupBy(said, postOfCadre);
  }

  /**
   * All beginnings come first: only then is it clear to which holding a leaving belongs.
   * @returns how many lines changed something
   */
  tell(lines: readonly HeldLine[]): number {
    const began = lines.map((line) => this.begin(line));
    const left = lines.map((line) => this.leave(line));
    return began.filter((isNew, at) => isNew || left[at]).length;
  }

  private begin(line: HeldLine): boolean {
    const { cadreId, post, from } = line;
    if (this.saidOf(line).some(({ kind, day }) => kind === 'post-held' && day === from)) return false;
    const eventId = uuidOf('post-held', cadreId, post, from);
    this.add({ eventId, kind: 'post-held', cadreId, post, day: from });
    const release = this.release(cadreId, from);
    this.facts.push({ ...release, kind: 'post-held', eventId, post, factors: [...(this.factors.get(post) ?? [])], from });
    return true;
  }

  private leave(line: HeldLine): boolean {
    const { cadreId, post, from, left } = line;
    if (left === null) return false;
    const own = this.leavingsOf(line);
    const replaced = own.filter(({ day }) => day !== left);
    for (const leaving of replaced) this.takeBack(leaving);
    if (replaced.length < own.length) return replaced.length > 0;
    // The ids that it replaces are part of its own: a day that comes back later is not mistaken for the one taken back.
    const eventId = uuidOf('post-left', cadreId, post, from, left, ...replaced.map((leaving) => leaving.eventId));
    this.add({ eventId, kind: 'post-left', cadreId, post, day: left });
    this.facts.push({ ...this.release(cadreId, left), kind: 'post-left', eventId, post, on: left });
    return true;
  }

  /** What has been said about the end of a holding: leavings after its beginning, up to the next one. */
  private leavingsOf(line: HeldLine): readonly PostFact[] {
    const after = this.saidOf(line).filter(({ day }) => day > line.from);
    const next = after.flatMap(({ kind, day }) => (kind === 'post-held' ? day : [])).toSorted()[0];
    return after.filter(({ kind, day }) => kind === 'post-left' && (next === undefined || day <= next));
  }

  private release(subject: string, day: string): Release {
    return releaseOfPost(subject, day, this.today);
  }

  private add(fact: PostFact): void {
    this.added.push(fact);
    this.said.set(postOfCadre(fact), [...this.saidOf(fact), fact]);
  }

  private takeBack(leaving: PostFact): void {
    const { eventId, cadreId, day } = leaving;
    this.takenBack.push(eventId);
    this.said.set(
      postOfCadre(leaving),
      this.saidOf(leaving).filter((fact) => fact.eventId !== eventId),
    );
    this.facts.push(takenBackFact(uuidOf('taken-back', eventId), eventId, this.release(cadreId, day)));
  }

  private saidOf(one: Pick<PostFact, 'cadreId' | 'post'>): readonly PostFact[] {
    return this.said.get(postOfCadre(one)) ?? [];
  }
}
