/** Why somebody reads about one person: the task at hand, or else a reason. */
export interface Why {
  readonly purpose: string;
  readonly task?: string | undefined;
  readonly reason?: string | undefined;
}

interface Kept {
  readonly person: string;
  readonly day: string;
  readonly told: Readonly<Record<string, Why>>;
}

const KEY = 'liuqu.why';

/** What one person said today at this browser tab, by what was read; somebody else, or another day, is asked anew. */
export class WhyMemory {
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>,
    private readonly today: () => string,
  ) {}

  /** @param subject cadre or candidate */
  of(person: string, subject: string): Why | undefined {
    return this.kept(person).told[subject];
  }

  keep(person: string, subject: string, why: Why): void {
    const { told } = this.kept(person);
    const kept: Kept = { person, day: this.today(), told: { ...told, [subject]: why } };
    this.storage().setItem(KEY, JSON.stringify(kept));
    this.listeners.forEach((listener) => listener());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes whenever something is kept. */
  readonly snapshot = (): string => this.storage().getItem(KEY) ?? '';

  private kept(person: string): Kept {
    const text = this.snapshot();
    const kept = text === '' ? undefined : (JSON.parse(text) as Kept);
    return kept !== undefined && kept.person === person && kept.day === this.today() ? kept : { person, day: this.today(), told: {} };
  }
}
