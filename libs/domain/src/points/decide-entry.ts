import type { Day } from '#domain/calendar/day';
import { type Bearer, bearersOf } from '#domain/points/bearers';
import type { EnteredFact, EnteredMeasure, PointsFact, Step, StepName, TakenBack } from '#domain/points/facts';
import { itemOf } from '#domain/points/match-item';
import { awaited, openTerm } from '#domain/points/progress';
import { PointsRuleBroken } from '#domain/points/points-rule';
import { type Confirmer, isOfSignal, type Scheme } from '#domain/points/scheme';

/** What a person enters, before it is known whether the scheme allows it. */
export type Entry = EnteredMeasure | Step | TakenBack;

/** Who enters, and what is known when they do. */
export interface Entering {
  readonly scheme: Scheme;
  /** Of the subject, what is entered not among them. */
  readonly facts: readonly PointsFact[];
  readonly role: string;
  readonly today: Day;
}

const BY_CONFIRMERS: readonly StepName[] = ['confirmation', 'refusal', 'objection-upheld', 'objection-rejected'];

/**
 * @returns what is kept; nothing when the same was entered before: entering twice is harmless
 * @throws PointsRuleBroken
 * @see design risk-model 8: notice, statement, verification, confirmation before points stand; domain safeguards 9
 */
export function decideEntry(entry: Entry, entering: Entering): readonly EnteredFact[] {
  if (entering.facts.some(({ id }) => id === entry.id)) return [];
  checkDay(entry, entering);
  switch (entry.kind) {
    case 'measure':
      checkMeasure(entry, entering);
      break;
    case 'step':
      checkStep(entry, entering);
      break;
    case 'taken-back':
      checkTakenBack(entry, entering);
      break;
  }
  return [entry];
}

function checkDay(entry: Entry, { today }: Entering): void {
  const day = entry.kind === 'measure' ? entry.day : entry.kind === 'step' ? entry.on : today;
  if (day < 0) throw new PointsRuleBroken('day-too-early');
  if (day > today) throw new PointsRuleBroken('day-to-come');
}

function checkMeasure(measure: EnteredMeasure, { scheme }: Entering): void {
  const named = scheme.items.some(({ of }) => !isOfSignal(of) && of.measure === measure.measure);
  if (!named) throw new PointsRuleBroken('measure-not-in-scheme');
  if (itemOf(scheme, measure) === undefined) throw new PointsRuleBroken('round-number-missing-or-not-asked');
}

function checkStep(step: Step, { scheme, facts, role }: Entering): void {
  const bearer = bearersOf(scheme, facts).find(({ id }) => id === step.target);
  if (bearer === undefined) throw new PointsRuleBroken('nothing-to-step-on');
  const earliest = Math.max(bearer.day, ...bearer.steps.filter(({ step: name }) => isBefore(name, step.step)).map(({ on }) => on));
  if (step.on < earliest) throw new PointsRuleBroken('before-what-it-follows');
  if (BY_CONFIRMERS.includes(step.step)) checkConfirmer(step.by, bearer, { scheme, facts, role });
  CHECKS[step.step]({ step, bearer, scheme });
}

/** Objections and terms may come at any time after the fact. */
const isBefore = (earlier: StepName, later: StepName): boolean => ORDER.indexOf(earlier) < ORDER.indexOf(later) && ORDER.includes(earlier);
const ORDER: readonly StepName[] = [
  'notice',
  'statement',
  'verification',
  'confirmation',
  'objection',
  'objection-upheld',
  'objection-rejected',
];

type Decider = Pick<Entering, 'scheme' | 'facts' | 'role'>;

/** Four eyes: who decides has entered nothing of what is decided on, nor decided on it before an objection. */
function checkConfirmer(by: string, bearer: Bearer, { scheme, facts, role }: Decider): void {
  if (!scheme.procedure.confirmedBy.includes(role as Confirmer)) throw new PointsRuleBroken('role-does-not-confirm');
  const own = facts.find(({ id }) => id === bearer.id);
  const enteredBy = own !== undefined && 'by' in own ? [own.by] : [];
  const handled = bearer.steps.filter(({ step }) => ['notice', 'verification', 'confirmation'].includes(step)).map((step) => step.by);
  if ([...enteredBy, ...handled].includes(by)) throw new PointsRuleBroken('needs-another-person');
}

interface Stepping {
  readonly step: Step;
  readonly bearer: Bearer;
  readonly scheme: Scheme;
}

const asked = ({ step, bearer }: Stepping): void => {
  if (bearer.refused) throw new PointsRuleBroken('already-refused');
  if (!bearer.needs.some((need) => need === step.step)) throw new PointsRuleBroken('step-not-asked');
  if (bearer.steps.some((taken) => taken.step === step.step)) throw new PointsRuleBroken('step-already-taken');
};

/** In the order of the scheme; a statement may stay away once its time is over. */
function inTurn(stepping: Stepping): void {
  asked(stepping);
  const { step, bearer, scheme } = stepping;
  const next = awaited(bearer.needs, bearer.steps, step.on);
  if (next === step.step || (next === 'statement' && step.step === 'verification' && isStatementOver(stepping, scheme))) return;
  throw new PointsRuleBroken(next === 'statement' ? 'statement-awaited' : 'step-out-of-turn');
}

function isStatementOver({ step, bearer }: Stepping, { procedure }: Scheme): boolean {
  const notice = bearer.steps.find((taken) => taken.step === 'notice');
  return notice !== undefined && procedure.statementDays !== undefined && step.on > notice.on + procedure.statementDays;
}

function decidable({ bearer }: Stepping): void {
  if (bearer.refused) throw new PointsRuleBroken('already-refused');
}

/** Instead of the confirmation; what counts already falls by an objection only. */
function refusable(stepping: Stepping): void {
  decidable(stepping);
  const { needs, begins } = stepping.bearer;
  if (!needs.includes('confirmation')) throw new PointsRuleBroken('step-not-asked');
  if (begins !== undefined) throw new PointsRuleBroken('step-out-of-turn');
}

function onObjection(stepping: Stepping): void {
  decidable(stepping);
  const { steps } = stepping.bearer;
  const [made, answered] = [count(steps, ['objection']), count(steps, ['objection-upheld', 'objection-rejected'])];
  if (made <= answered) throw new PointsRuleBroken('no-objection');
}

const count = (steps: readonly Step[], names: readonly StepName[]): number => steps.filter(({ step }) => names.includes(step)).length;

function counting({ bearer }: Stepping): void {
  if (bearer.begins === undefined) throw new PointsRuleBroken('does-not-count-yet');
}

function onOpenTerm(stepping: Stepping): void {
  if (openTerm(stepping.bearer.steps, stepping.step.on) === undefined) throw new PointsRuleBroken('no-term-set');
}

function settingTerm(stepping: Stepping): void {
  counting(stepping);
  const { step, bearer } = stepping;
  if ((bearer.item.escalation ?? []).length === 0) throw new PointsRuleBroken('step-not-asked');
  if (bearer.stage > 0) throw new PointsRuleBroken('term-belongs-to-the-fact');
  if (step.due === undefined || step.due < step.on) throw new PointsRuleBroken('term-before-its-day');
}

function missingTerm(stepping: Stepping): void {
  onOpenTerm(stepping);
  const { step, bearer } = stepping;
  const due = openTerm(bearer.steps, step.on)?.due ?? step.on;
  if (step.on <= due) throw new PointsRuleBroken('term-not-over');
  if (count(bearer.steps, ['term-unmet']) >= (bearer.item.escalation ?? []).length) throw new PointsRuleBroken('no-further-stage');
}

const CHECKS: Readonly<Record<StepName, (stepping: Stepping) => void>> = {
  notice: inTurn,
  statement: asked,
  verification: inTurn,
  confirmation: inTurn,
  refusal: refusable,
  objection: counting,
  'objection-upheld': onObjection,
  'objection-rejected': onObjection,
  'term-set': settingTerm,
  'term-met': onOpenTerm,
  'term-unmet': missingTerm,
};

/** Who entered it takes it back, or who may confirm: what was decided by whoever might have decided it, so that four eyes stay four. */
function checkTakenBack({ target, by }: TakenBack, { facts, scheme, role }: Entering): void {
  const meant = facts.find(({ id }) => id === target);
  if (meant === undefined || meant.kind === 'fact' || meant.kind === 'taken-back') throw new PointsRuleBroken('nothing-to-take-back');
  if (facts.some((fact) => fact.kind === 'taken-back' && fact.target === target)) throw new PointsRuleBroken('already-taken-back');
  if (meant.by === by) return;
  if (!scheme.procedure.confirmedBy.includes(role as Confirmer)) throw new PointsRuleBroken('not-yours-to-take-back');
  if (meant.kind !== 'step' || !BY_CONFIRMERS.includes(meant.step)) return;
  const bearer = bearersOf(scheme, facts).find(({ id }) => id === meant.target);
  if (bearer !== undefined) checkConfirmer(by, bearer, { scheme, facts, role });
}
