import type { ChannelName, SignalKind } from '../../contracts';
import { stepsOf } from '../document';

export interface TypesAsked {
  readonly channel: ChannelName;
  /** A part of a label or a code; with it all channels are searched. */
  readonly words: string;
}

/** The types that are shown: those of a channel, or wherever a search finds them. */
export function shownTypes(signals: readonly SignalKind[], { channel, words }: TypesAsked): readonly SignalKind[] {
  const sought = words.trim().toLowerCase();
  if (sought === '') return signals.filter((signal) => signal.channel === channel);
  return signals.filter(({ code, label }) => code.includes(sought) || label.toLowerCase().includes(sought));
}

/** The channel that a place in the table of weights belongs to; undefined for any other place. */
export function channelOfPlace(signals: readonly SignalKind[], pointer: string | undefined): ChannelName | undefined {
  const [field, code] = stepsOf(pointer ?? '');
  return field === 'weights' || field === 'notScored' ? signals.find((signal) => signal.code === code)?.channel : undefined;
}

/** In words of the document: what a type is given that is scored from now on. */
export const STARTING_WEIGHTS = { '1': 5, '2': 15, '3': 35, '4': 60, '5': 80 } as const;
