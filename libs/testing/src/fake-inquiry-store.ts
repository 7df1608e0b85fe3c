import type { Day } from '#domain/calendar/day';
import { evolveInquiry } from '#domain/inquiry/evolve-inquiry';
import { type Inquiry, type InquiryEvent, InquiryRuleBroken, NOT_PROPOSED } from '#domain/inquiry/inquiry';
import { type Changed, type DueCandidate, InquiryStore } from '#domain/inquiry/inquiry-store';
import { announcementOf, overdueAnnouncement } from '#persistence/inquiry-announcements';
import type { OutgoingEvent } from '#persistence/transaction';

/** In memory; every change happens at once, so nothing can come between. */
export class FakeInquiryStore extends InquiryStore {
  readonly streams = new Map<string, InquiryEvent[]>();
  readonly announced: OutgoingEvent[] = [];
  private readonly noted = new Set<string>();

  constructor(private readonly today: Day) {
    super();
  }

  stateOf(cadreId: string): Inquiry {
    return (this.streams.get(cadreId) ?? []).reduce(evolveInquiry, NOT_PROPOSED);
  }

  override async change(cadreId: string, decide: (inquiry: Inquiry) => InquiryEvent[]): Promise<Changed> {
    const before = this.stateOf(cadreId);
    const events = decide(before);
    const inquiry = events.reduce(evolveInquiry, before);
    this.refuseSecondUse(events);
    const stream = [...(this.streams.get(cadreId) ?? []), ...events];
    this.streams.set(cadreId, stream);
    if (inquiry.status !== 'not-proposed') {
      this.announced.push(...events.flatMap((event) => announcementOf(cadreId, inquiry.candidate.id, event) ?? []));
    }
    return { inquiry, version: stream.length, events };
  }

  override async cadreOf(candidateId: string): Promise<string | undefined> {
    const isProposed = (event: InquiryEvent): boolean =>
      (event.type === 'CandidateProposed' || event.type === 'CandidateHeld') && event.candidateId === candidateId;
    return [...this.streams].find(([, stream]) => stream.some(isProposed))?.[0];
  }

  override async noteOverdue(candidateId?: string): Promise<readonly string[]> {
    const overdue = this.open().filter(({ candidate: { id, dueOn } }) => dueOn < this.today && (candidateId ?? id) === id);
    for (const { cadreId, candidate } of overdue) {
      this.noted.add(candidate.id);
      this.announced.push(overdueAnnouncement(cadreId, candidate.id, candidate.dueOn));
    }
    return overdue.map(({ candidate }) => candidate.id);
  }

  override async dueSoon(): Promise<readonly DueCandidate[]> {
    return this.open()
      .filter(({ candidate }) => candidate.dueOn <= this.today)
      .map(({ candidate, version }) => ({ candidateId: candidate.id, version, dueOn: candidate.dueOn }));
  }

  private open() {
    return [...this.streams.keys()].flatMap((cadreId) => {
      const inquiry = this.stateOf(cadreId);
      if (inquiry.status !== 'held' && inquiry.status !== 'proposed' && inquiry.status !== 'dismissal-asked') return [];
      const version = this.streams.get(cadreId)?.length ?? 0;
      return this.noted.has(inquiry.candidate.id) ? [] : [{ cadreId, version, candidate: inquiry.candidate }];
    });
  }

  private refuseSecondUse(events: readonly InquiryEvent[]): void {
    const used = [...this.streams.values()].flat().flatMap(clueNumberOf);
    if (events.flatMap(clueNumberOf).some((number) => used.includes(number))) throw new InquiryRuleBroken('clue-number-in-use');
  }
}

function clueNumberOf(event: InquiryEvent): string[] {
  return event.type === 'CandidateTaken' ? [event.clueNumber] : [];
}
