import type { Day } from '#domain/calendar/day';

/** A post that somebody held from a day on; the day on which it was left no longer counts. */
export interface HeldPost {
  readonly title: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly from: Day;
  readonly left: Day | null;
}

/** A cadre of the registry with the posts of all times, in the order in which they began. */
export interface KnownCadre {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly HeldPost[];
  readonly managedHigher: boolean;
}

/** Whom a message is about, in the words of its sender. */
export interface NamedSubject {
  readonly name?: string;
  readonly unitCode?: string;
  readonly post?: string;
  /** The day that the message speaks about; absent when it is not known. */
  readonly day?: Day;
}

export const CANDIDATE_REASONS = ['same-id-number', 'same-name', 'same-unit', 'same-post', 'held-on-day'] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

export interface Candidate {
  readonly cadreId: string;
  readonly name: string;
  /** The post that speaks most for this person, else the last one; null when none is known. */
  readonly post: string | null;
  readonly unitName: string | null;
  readonly reasons: readonly CandidateReason[];
}

/** The cadre whose ID number was given, or why there is none. */
export type ByIdNumber = Pick<KnownCadre, 'id' | 'name' | 'managedHigher'> | 'not-given' | 'not-known';

/**
 * Either one cadre, with what settled it; or a unit of the registry; or a cadre whom a higher level manages, so that nothing is entered; or a question for a
 * person with the likely answers, likeliest first.
 */
export type Identity =
  | { readonly kind: 'cadre'; readonly cadreId: string; readonly by: 'id-number' | 'name-unit-post' }
  | { readonly kind: 'unit'; readonly unitCode: string }
  | { readonly kind: 'managed-higher' }
  | { readonly kind: 'unsure'; readonly candidates: readonly Candidate[] };

/**
 * Who is meant: the ID number decides, unless the name that came with it is another's; without one, name, unit and post together, if they fit exactly one cadre who held that
 * post, on the day spoken of when it is known. A name alone never decides, however rare it is; nor does anything else when an
 * ID number was given that nobody has: it is of somebody else, or mistyped, and a person is asked.
 * @param namesakes every cadre of the registry with the name that was given
 * @see domain formats 10.2
 */
export function resolveIdentity(named: NamedSubject, byIdNumber: ByIdNumber, namesakes: readonly KnownCadre[]): Identity {
  if (typeof byIdNumber === 'object') return byNumber(named, byIdNumber);
  const holders = namesakes.filter((cadre) => cadre.posts.some((post) => fits(post, named)));
  const [only] = holders;
  if (byIdNumber === 'not-given' && only !== undefined && holders.length === 1) return settledOn(only, 'name-unit-post');
  return { kind: 'unsure', candidates: candidatesFor(named, namesakes) };
}

/** A number and a name of two people: one of them is wrong, and a person is asked which. */
function byNumber({ name }: NamedSubject, owner: Pick<KnownCadre, 'id' | 'name' | 'managedHigher'>): Identity {
  if (owner.managedHigher || name === undefined || name === owner.name) return settledOn(owner, 'id-number');
  return { kind: 'unsure', candidates: [ownerOfNumber(owner)] };
}

/** The one whose ID number was given, as an answer for a person to choose. */
export function ownerOfNumber({ id, name }: Pick<KnownCadre, 'id' | 'name'>): Candidate {
  return { cadreId: id, name, post: null, unitName: null, reasons: ['same-id-number'] };
}

function settledOn({ id, managedHigher }: Pick<KnownCadre, 'id' | 'managedHigher'>, by: 'id-number' | 'name-unit-post'): Identity {
  return managedHigher ? { kind: 'managed-higher' } : { kind: 'cadre', cadreId: id, by };
}

/** Who may be meant, likeliest first: the same unit says more than the same post, and that more than the day. */
export function candidatesFor(named: NamedSubject, namesakes: readonly KnownCadre[]): readonly Candidate[] {
  const candidates = namesakes.map((cadre) => candidateOf(cadre, named));
  // Ties go by id, so that a list reads the same twice.
  return candidates.toSorted((a, b) => weightOf(b.reasons) - weightOf(a.reasons) || (a.cadreId < b.cadreId ? -1 : 1));
}

function fits(post: HeldPost, { unitCode, post: title, day }: NamedSubject): boolean {
  return post.unitCode === unitCode && post.title === title && (day === undefined || isHeldOn(post, day));
}

const isHeldOn = ({ from, left }: HeldPost, day: Day): boolean => from <= day && (left === null || day < left);

interface Speaking {
  readonly post: HeldPost | undefined;
  readonly reasons: readonly CandidateReason[];
}

function candidateOf(cadre: KnownCadre, named: NamedSubject): Candidate {
  let best: Speaking = { post: undefined, reasons: ['same-name'] };
  // A later post takes the place of an earlier one that says no more.
  for (const post of cadre.posts) {
    const reasons = reasonsOf(post, named);
    if (weightOf(reasons) >= weightOf(best.reasons)) best = { post, reasons };
  }
  const { post, reasons } = best;
  return { cadreId: cadre.id, name: cadre.name, post: post?.title ?? null, unitName: post?.unitName ?? null, reasons };
}

function reasonsOf(post: HeldPost, named: NamedSubject): readonly CandidateReason[] {
  const says: Record<CandidateReason, boolean> = {
    'same-id-number': false,
    'same-name': true,
    'same-unit': post.unitCode === named.unitCode,
    'same-post': post.title === named.post,
    'held-on-day': named.day !== undefined && isHeldOn(post, named.day),
  };
  return CANDIDATE_REASONS.filter((reason) => says[reason]);
}

const WEIGHTS: Readonly<Record<CandidateReason, number>> = {
  'same-id-number': 8,
  'same-name': 0,
  'same-unit': 4,
  'same-post': 2,
  'held-on-day': 1,
};

const weightOf = (reasons: readonly CandidateReason[]): number => reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
