import type { Period } from '#domain/calendar/months';

/** What people read; English may be missing. */
export interface Label {
  readonly zh: string;
  readonly en?: string;
}

export const OBJECTS = ['cadre', 'unit'] as const;
export type SchemeObject = (typeof OBJECTS)[number];

export const COLOURS = ['green', 'blue', 'yellow', 'orange', 'red'] as const;
export type Colour = (typeof COLOURS)[number];

/** A stretch of time in which things are added or counted; what lies outside it no longer counts. */
export type Window = {
  readonly key: string;
  readonly label: Label;
  /** The most milli-points that items bring within it. */
  readonly most?: number;
} & (
  | { readonly kind: 'rolling'; readonly months: number }
  | { readonly kind: 'calendar'; readonly period: Period }
  /** Stretches of equal length from a date on: a term of office, a small or a large cycle. */
  | { readonly kind: 'cycle'; readonly from: string; readonly months: number }
);

/** A kind of card or colour that an item brings beside points; later ones weigh more. */
export interface Mark {
  readonly key: string;
  readonly label: Label;
  readonly colour: Colour;
}

/** What must be said in a closed field of a signal, or in its severity class (field `severity`). */
export type FieldCondition =
  | { readonly field: string; readonly is: readonly (string | boolean)[] }
  | { readonly field: string; readonly least?: number; readonly most?: number }
  /** How many days the fact lies after the day that stands in the field. */
  | { readonly field: string; readonly daysLate: { readonly least?: number; readonly most?: number } };

export interface OfSignal {
  readonly code: string;
  /** All of them; none: whatever the signal says. */
  readonly when?: readonly FieldCondition[];
}

/** What no agency sends: people enter that the measure was taken, and another person confirms. */
export interface OfMeasure {
  readonly measure: string;
  /** The measure belongs to a numbered round, such as that of a ranking. */
  readonly numbered?: Label;
}

export type Lasts =
  /** As long as the item stands or the threshold is met. */
  | { readonly kind: 'while' }
  | { readonly kind: 'months'; readonly months: number }
  /** To the end of the month, quarter, half-year or year. */
  | { readonly kind: 'calendar'; readonly period: Period }
  /** Through the day that stands in a field of the signal. */
  | { readonly kind: 'field'; readonly field: string };

export interface Effect {
  readonly consequence: string;
  readonly lasts: Lasts;
}

/** What an item becomes when the term set with it is not met. */
export interface Stage {
  readonly mark: string;
  readonly points: number;
}

export interface Item {
  readonly key: string;
  readonly label: Label;
  readonly of: OfSignal | OfMeasure;
  /** Milli-points. */
  readonly points: number;
  readonly mark?: string;
  /** The most milli-points that this item brings within a window, however often it comes. */
  readonly most?: number;
  /** By how often its term was not met, as people confirm it. */
  readonly escalation?: readonly Stage[];
  readonly effects?: readonly Effect[];
}

/** Signals that could bring points and bring none here, with the reason: so that nothing is forgotten. */
export interface NotCounted extends OfSignal {
  readonly because: Label;
}

export const PROCEDURE_STEPS = ['notice', 'statement', 'verification', 'confirmation'] as const;
export type ProcedureStep = (typeof PROCEDURE_STEPS)[number];

export const CONFIRMERS = ['handling-office-head', 'deputy-leader', 'organ-principal', 'party-principal'] as const;
export type Confirmer = (typeof CONFIRMERS)[number];

/** What has to happen before points stand; without steps a fact that its organ has decided stands by itself. */
export interface Procedure {
  readonly steps: readonly ProcedureStep[];
  /** How long after the notice a statement is waited for. */
  readonly statementDays?: number;
  /** Who may confirm what people entered and what the steps lead to; always another person than who entered it. */
  readonly confirmedBy: readonly Confirmer[];
  /** From which day windows and periods are counted: of the fact, or of the confirmation. */
  readonly countsFrom: 'occurrence' | 'confirmation';
}

export interface Consequence {
  readonly key: string;
  readonly label: Label;
  /** Whom it falls on: the subject, or of a unit its leader or the person responsible. */
  readonly whom: 'subject' | 'leader' | 'responsible';
  /** When it comes again before its end: the later end holds, or what remains and the new are added. */
  readonly overlap: 'longest' | 'add';
  /** Added, it ends at the latest this many months after what came last. */
  readonly mostMonths?: number;
}

export type Condition =
  /** The value of the scheme over a window; of what is deducted from a start, `most`. Milli-points. */
  | { readonly kind: 'sum'; readonly window: string; readonly least?: number; readonly most?: number }
  | { readonly kind: 'count'; readonly window: string; readonly mark: string; readonly least: number }
  /** As many periods of the calendar, or numbered rounds, one after the other, each with the mark. */
  | { readonly kind: 'consecutive'; readonly window: string; readonly mark: string; readonly least: number; readonly by: Period | 'number' }
  /** An earlier threshold was reached so often. */
  | { readonly kind: 'reached'; readonly window: string; readonly threshold: string; readonly least: number };

export interface Threshold {
  readonly key: string;
  readonly label: Label;
  readonly colour: Colour;
  readonly anyOf: readonly Condition[];
  readonly effects: readonly Effect[];
}

/**
 * A published points scheme (积分制) as data: what was decided about a subject, its points, and what follows from them.
 * Points are milli-points: 1.5 is 1500. It has no field for age, health, origin, attitude or private life.
 * @see design risk-model 8; domain archives-and-schemes 8.2
 */
export interface Scheme {
  readonly kind: 'points';
  readonly name: string;
  readonly title: Label;
  /** Where it is published: a code of domain/sources, a document number. */
  readonly source: string;
  /** Where the source is silent, and what was taken instead. */
  readonly notes: readonly Label[];
  readonly objects: readonly SchemeObject[];
  readonly start: { readonly value: number; readonly direction: 'add' | 'deduct' };
  /** The first is the one whose value is shown. */
  readonly windows: readonly Window[];
  readonly marks: readonly Mark[];
  readonly procedure: Procedure;
  readonly items: readonly Item[];
  readonly notCounted: readonly NotCounted[];
  readonly consequences: readonly Consequence[];
  /** From the mildest to the gravest; the level of a subject is the last one that is met. */
  readonly thresholds: readonly Threshold[];
}

export const isOfSignal = (of: OfSignal | OfMeasure): of is OfSignal => 'code' in of;
