import type { RiskFact } from '#contracts/risk/risk-facts';
import type { Refusal } from '#contracts/signals/receipt';
import type { Candidate } from '#domain/identity/resolve-identity';
import { subjectOf } from '#domain/identity/subject';
import { uuidOf } from '#platform/event-id';
import { changeFact, laterDay, postFact, type Release, signalFact, takenBackFact } from './facts';
import type { Ground, KnownEvent } from './ground';
import type { ChangeMessage, Message, PersonalMessage, PostMessage, SignalMessage, WithdrawalMessage } from './message';
import { isInRange, mayJudge } from './range';
import { BY_ITS_SOURCE, decisionsFirst, placeOf, type Settled, settledOn } from './settled-on';
import { mayProceed, WaitingLine } from './waiting-line';

export interface OpenedItem {
  readonly message: PersonalMessage;
  /** The event in whose place it comes once it is settled. */
  readonly corrects: string | null;
  readonly candidates: readonly Candidate[];
}

export interface ClosedItem {
  readonly eventId: string;
  readonly state: 'settled' | 'refused';
  /** The person who settled it; null when its own source took it back. */
  readonly by: string | null;
  /** Why it is refused, as its sender is told. */
  readonly because: Refusal | null;
  /** The same in the words of whoever refused it. */
  readonly reason: string | null;
}

/** A message about somebody whom a higher level manages, or of whom its sender may not speak. */
export interface TurnedAway {
  readonly message: PersonalMessage | ChangeMessage;
  readonly because: 'managed-higher' | 'out-of-range';
}

/** Why an event leaves triage without effect. */
export type Refusing = Pick<ClosedItem, 'by' | 'because' | 'reason'>;

/** A signal that took effect on a cadre or a unit. */
export interface AssignedSignal {
  readonly message: SignalMessage;
  readonly subject: string;
}

/** A post message that took effect on a cadre. */
export interface PostEntry {
  readonly message: PostMessage;
  readonly subject: string;
}

/**
 * What some messages bring, one after the other: facts, questions for a person, and what waits. Pure but for what it gathers;
 * the caller stores it in one transaction.
 * @see design architecture 5: status change before its signal
 */
export class Resolution {
  readonly facts: RiskFact[] = [];
  /** What came now, whatever becomes of it. */
  readonly arrived: Message[] = [];
  readonly opened: OpenedItem[] = [];
  readonly closed: ClosedItem[] = [];
  /** Not entered, though no person decided it: a stub without content stays of each. */
  readonly turnedAway: TurnedAway[] = [];
  /** Events that no longer wait. */
  readonly released: string[] = [];
  readonly postEntries: PostEntry[] = [];
  readonly assigned: AssignedSignal[] = [];
  /** Decisions about signals that took effect. */
  readonly judged: ChangeMessage[] = [];
  readonly takenBack: string[] = [];
  /** By event, the correction that came in its place now. */
  readonly succeeded = new Map<string, string>();
  /** How many changes were refused because the signal that they are about never took effect. */
  refusedChanges = 0;

  private readonly events: Map<string, KnownEvent>;
  private readonly told: Set<string>;
  private readonly waiting: WaitingLine;
  private readonly concluded = new Map<string, KnownEvent>();

  constructor(private readonly ground: Ground) {
    this.events = new Map(ground.events.map((event) => [event.eventId, event]));
    this.told = new Set([...this.events.keys(), ...ground.waitingIds]);
    this.waiting = new WaitingLine(ground.waiting);
  }

  /** What became of events, the latest state of each. */
  get settledEvents(): readonly KnownEvent[] {
    return [...this.concluded.values()];
  }

  /** What came now and has to wait, in its order. */
  get nowWaiting(): readonly Message[] {
    return this.waiting.joined;
  }

  /** One message from a channel; what was told before changes nothing. */
  take(message: Message): void {
    const { eventId, receivedOn } = message.record;
    if (this.told.has(eventId)) return;
    this.told.add(eventId);
    this.arrived.push(message);
    this.proceed(message, receivedOn);
  }

  /** A person says who is meant; what waited for it follows. */
  settle(message: PersonalMessage, subject: string, by: string, today: string): void {
    const { eventId, receivedOn } = message.record;
    this.closed.push({ eventId, state: 'settled', by, because: null, reason: null });
    const known = this.events.get(eventId);
    const release = { subject, releasedOn: laterDay(receivedOn, today), evidence: 'person', ...placeOf(known, subject) } as const;
    const from = this.facts.length;
    this.assign(message, release, this.events.get(known?.corrects ?? ''));
    if (release.assignment !== undefined) this.facts.push(...decisionsFirst(this.facts.splice(from), eventId));
  }

  /** A person decides that it is not entered; what waited for it goes with it. */
  refuse(event: KnownEvent, why: Refusing, today: string): void {
    this.leaveTriage(event, why, today);
  }

  private proceed(message: Message, releasedOn: string): void {
    const target = message.awaits === undefined ? undefined : this.events.get(message.awaits);
    if (message.awaits !== undefined && !mayProceed(message, target)) {
      this.waiting.join({ message, stored: false });
      return;
    }
    switch (message.kind) {
      case 'signal':
        this.find(message, releasedOn, this.succeed(message, releasedOn));
        break;
      case 'post-held':
      case 'post-left':
        this.find(message, releasedOn);
        break;
      case 'change':
        this.change(message, target, releasedOn);
        break;
      case 'withdrawal':
        this.withdraw(message, target, releasedOn);
    }
  }

  /**
   * The event in whose place a correction comes: the one that it names or, when that has been corrected before, the last in its
   * place. Two corrections of one event leave one.
   */
  private succeed({ record, awaits }: SignalMessage, releasedOn: string): KnownEvent | undefined {
    if (awaits === undefined) return undefined;
    let last = awaits;
    for (let next = this.successorOf(last); next !== undefined; next = this.successorOf(last)) last = next;
    this.succeeded.set(last, record.eventId);
    const before = this.events.get(last);
    if (before?.state === 'triage') this.leaveTriage(before, BY_ITS_SOURCE.corrected, releasedOn);
    return this.events.get(last);
  }

  private successorOf(eventId: string): string | undefined {
    return this.succeeded.get(eventId) ?? this.ground.successors.get(eventId);
  }

  /** @param corrected the event in whose place it comes */
  private find(message: PersonalMessage, releasedOn: string, corrected?: KnownEvent): void {
    const identity = this.ground.people.identify(message);
    const ready = message.kind === 'signal' || this.ground.posts.has(message.postCode);
    if (identity.kind === 'managed-higher') this.turnAway({ message, because: identity.kind }, releasedOn, corrected);
    else if (!isInRange(message, subjectOf(identity), this.ground.places)) {
      this.turnAway({ message, because: 'out-of-range' }, releasedOn, corrected);
    } else if (identity.kind === 'unsure' || !ready) this.ask(message, releasedOn, corrected?.eventId ?? null);
    else this.assign(message, { ...settledOn(identity), releasedOn }, corrected);
  }

  private ask(message: PersonalMessage, releasedOn: string, corrects: string | null): void {
    this.opened.push({ message, corrects, candidates: this.ground.people.candidates(message) });
    this.conclude(message, { state: 'triage', subject: null, corrects }, releasedOn);
  }

  /** What it corrects is taken back all the same: its source has said that it is wrong. */
  private turnAway(turnedAway: TurnedAway, releasedOn: string, corrected?: KnownEvent): void {
    const { message } = turnedAway;
    this.turnedAway.push(turnedAway);
    this.takeBack(corrected, uuidOf('corrected-by', message.record.eventId), releasedOn);
    this.conclude(message, { state: 'refused', subject: null }, releasedOn);
  }

  private assign(message: PersonalMessage, release: Settled, corrected: KnownEvent | undefined): void {
    if (message.kind === 'signal') {
      this.facts.push(signalFact(message, release, this.correct(message, release, corrected)));
      this.assigned.push({ message, subject: release.subject });
    } else {
      this.facts.push(postFact(message, release, this.ground.posts.get(message.postCode) ?? []));
      this.postEntries.push({ message, subject: release.subject });
    }
    const { assignment, takenFrom } = this.events.get(message.record.eventId) ?? {};
    const { subject, evidence, releasedOn } = release;
    this.conclude(message, { state: 'resolved', subject, evidence, assignment, takenFrom }, releasedOn);
  }

  /** Takes back what a signal corrects; if that was about the same subject, the fact itself says so, else one of its own. */
  private correct(message: SignalMessage, release: Release, corrected: KnownEvent | undefined): string | undefined {
    if (corrected?.subject !== release.subject) {
      this.takeBack(corrected, uuidOf('corrected-by', message.record.eventId), release.releasedOn);
      return undefined;
    }
    this.takenBack.push(corrected.eventId);
    return corrected.eventId;
  }

  private change(message: ChangeMessage, target: KnownEvent | undefined, releasedOn: string): void {
    const subject = target?.subject ?? null;
    if (this.ground.movedUp.has(subject ?? '')) this.turnAway({ message, because: 'managed-higher' }, releasedOn);
    else if (target !== undefined && !mayJudge(message, target, this.ground.places)) {
      this.turnAway({ message, because: 'out-of-range' }, releasedOn);
    } else {
      if (subject === null) this.refusedChanges += 1;
      else {
        this.facts.push(changeFact(message, { subject, releasedOn, ...placeOf(target, subject) }));
        this.judged.push(message);
      }
      this.conclude(message, { state: subject === null ? 'refused' : 'resolved', subject, evidence: 'its-signal' }, releasedOn);
    }
  }

  private withdraw(message: WithdrawalMessage, target: KnownEvent | undefined, releasedOn: string): void {
    if (target?.state === 'triage') this.leaveTriage(target, BY_ITS_SOURCE.withdrawn, releasedOn);
    this.takeBack(target, message.record.eventId, releasedOn);
    this.conclude(message, { state: 'resolved', subject: target?.subject ?? null, evidence: 'its-signal' }, releasedOn);
  }

  private takeBack(target: KnownEvent | undefined, eventId: string, releasedOn: string): void {
    if (target === undefined || target.subject === null) return;
    this.takenBack.push(target.eventId);
    this.facts.push(takenBackFact(eventId, target.eventId, { subject: target.subject, releasedOn }));
  }

  /** Whichever way a correction leaves triage, what it corrects is taken back: its source has said that it is wrong. */
  private leaveTriage(event: KnownEvent, why: Refusing, releasedOn: string): void {
    this.closed.push({ eventId: event.eventId, state: 'refused', ...why });
    const corrected = event.corrects === null ? undefined : this.events.get(event.corrects);
    this.takeBack(corrected, uuidOf('corrected-by', event.eventId), releasedOn);
    this.keep({ ...event, state: 'refused', subject: null, corrects: null }, releasedOn);
  }

  private conclude(message: Message, now: Pick<KnownEvent, 'state' | 'subject'> & Partial<KnownEvent>, releasedOn: string): void {
    const { eventId, source } = message.record;
    this.keep({ eventId, source, corrects: null, ...now }, releasedOn);
  }

  private keep(event: KnownEvent, releasedOn: string): void {
    this.events.set(event.eventId, event);
    this.concluded.set(event.eventId, event);
    for (const { message, stored } of this.waiting.release(event)) {
      if (stored) this.released.push(message.record.eventId);
      this.proceed(message, laterDay(message.record.receivedOn, releasedOn));
    }
  }
}
