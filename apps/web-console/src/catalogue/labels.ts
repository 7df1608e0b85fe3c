import { createContext, useContext } from 'react';
import type { CatalogueAnswer, ChannelName } from '../contracts';

/** Words for codes, from the table that validates the signals (GET /api/v1/catalogue). */
export interface Labels {
  readonly channels: readonly ChannelName[];
  readonly levels: readonly string[];
  /** Of cadres. */
  readonly categories: readonly string[];
  channel(code: string): string;
  level(code: string): string;
  disposition(code: string): string;
  category(code: string): string;
  signal(code: string): string;
  emitter(code: string): string;
  /** The channel of a signal type; undefined for a type that the catalogue does not know. */
  channelOf(code: string): ChannelName | undefined;
}

export function labelsOf(catalogue: CatalogueAnswer): Labels {
  const channels = new Map<string, string>(catalogue.channels.map(({ channel, label }) => [channel, label]));
  const levels = new Map(catalogue.levels.map(({ level, label }) => [level, label]));
  const dispositions = new Map(catalogue.dispositions.map(({ disposition, label }) => [disposition, label]));
  const categories = new Map<string, string>(catalogue.categories.map(({ category, label }) => [category, label]));
  const signals = new Map(catalogue.signals.map((signal) => [signal.code, signal]));
  return {
    channels: catalogue.channels.map(({ channel }) => channel),
    levels: catalogue.levels.map(({ level }) => level),
    categories: catalogue.categories.map(({ category }) => category),
    channel: (code) => channels.get(code) ?? code,
    level: (code) => levels.get(code) ?? code,
    disposition: (code) => dispositions.get(code) ?? code,
    category: (code) => categories.get(code) ?? code,
    signal: (code) => signals.get(code)?.label ?? code,
    emitter: (code) => signals.get(code)?.emitter ?? '',
    channelOf: (code) => signals.get(code)?.channel,
  };
}

export const LabelsContext = createContext<Labels | undefined>(undefined);

/** @throws Error outside the catalogue gate, which draws nothing before the labels are there */
export function useLabels(): Labels {
  const labels = useContext(LabelsContext);
  if (labels === undefined) throw new Error('outside-catalogue-gate');
  return labels;
}
