import type { SignalKind } from '../contracts';

export interface SignalsAsked {
  readonly channel?: string | undefined;
  readonly effect?: string | undefined;
  /** A kind of subject. */
  readonly about?: string | undefined;
  /** Part of a code or of a label. */
  readonly text?: string | undefined;
}

/** The types that fit all that is asked for, in the order of the catalogue. */
export function findSignals(signals: readonly SignalKind[], { channel, effect, about, text }: SignalsAsked): readonly SignalKind[] {
  const sought = (text ?? '').trim().toLowerCase();
  return signals.filter(
    (signal) =>
      (channel === undefined || signal.channel === channel) &&
      (effect === undefined || signal.effect === effect) &&
      (about === undefined || signal.about.some((kind) => kind === about)) &&
      (signal.code.includes(sought) || signal.label.toLowerCase().includes(sought)),
  );
}
