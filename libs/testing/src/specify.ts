export interface Decider<State, Command, Event> {
  readonly decide: (command: Command, state: State) => Event[];
  readonly evolve: (state: State, event: Event) => State;
  readonly initial: State;
}

export interface Outcome<State, Event> {
  /** Exactly these events are decided; none for "nothing to do". */
  expectEvents(...events: Event[]): void;
  /** The decision is refused with this stable code. */
  expectBroken(code: string): void;
  /** The state after the decided events has at least these parts. */
  expectState(part: Partial<State>): void;
}

export type Given<State, Command, Event> = (...history: Event[]) => { when(command: Command): Outcome<State, Event> };

/** Specifications of pure rules: given what has happened, when a command comes, then these events or this refusal. */
export function specify<State, Command, Event>(decider: Decider<State, Command, Event>): Given<State, Command, Event> {
  return (...history) => ({
    when(command) {
      const state = history.reduce(decider.evolve, decider.initial);
      const decided = (): Event[] => decider.decide(command, state);
      return {
        expectEvents: (...events) => expect(decided()).toEqual(events),
        expectBroken: (code) => expect(decided).toThrow(expect.objectContaining({ code }) as Error),
        expectState: (part) => expect(decided().reduce(decider.evolve, state)).toMatchObject(part),
      };
    },
  });
}
