import type { CatalogueAnswer, ExplainedEvent, ExplanationAnswer, PermissionsAnswer, ProfileAnswer, SignalKind } from '../contracts';
import { textsOf } from '../texts/texts';

type Words = Readonly<Record<string, string>>;

const served: Readonly<Record<'channels' | 'levels' | 'dispositions' | 'categories' | 'signals' | 'fields' | 'emitters' | 'purposes' | 'sentences', Words>> = textsOf('served');

/** The server's labels in the chosen language; what has no word in it stays as the server says it. */
export function catalogueInWords(catalogue: CatalogueAnswer): CatalogueAnswer {
  return {
    channels: catalogue.channels.map((row) => ({ ...row, label: served.channels[row.channel] ?? row.label })),
    levels: catalogue.levels.map((row) => ({ ...row, label: served.levels[row.level] ?? row.label })),
    dispositions: catalogue.dispositions.map((row) => ({ ...row, label: served.dispositions[row.disposition] ?? row.label })),
    categories: catalogue.categories.map((row) => ({ ...row, label: served.categories[row.category] ?? row.label })),
    signals: catalogue.signals.map(signalInWords),
  };
}

function signalInWords(signal: SignalKind): SignalKind {
  return {
    ...signal,
    label: served.signals[signal.code] ?? signal.label,
    emitter: served.emitters[signal.emitter] ?? signal.emitter,
    fields: signal.fields.map((field) => ({ ...field, label: served.fields[field.label] ?? field.label })),
  };
}

export function explanationInWords(explanation: ExplanationAnswer): ExplanationAnswer {
  const inWords = (event: ExplainedEvent): ExplainedEvent => ({
    ...event,
    label: served.signals[event.code] ?? event.label,
    sent: event.sent && { ...event.sent, fields: event.sent.fields.map((field) => ({ ...field, label: served.fields[field.label] ?? field.label })) },
  });
  return {
    ...explanation,
    channels: explanation.channels.map((channel) => ({
      ...channel,
      matters: channel.matters.map((matter) => ({ ...matter, events: matter.events.map(inWords) })),
    })),
    unscored: explanation.unscored.map(inWords),
    history: explanation.history.map((step) => ({
      ...step,
      reason: { ...step.reason, label: served.signals[step.reason.code ?? ''] ?? step.reason.label },
    })),
  };
}

export function profileInWords(profile: ProfileAnswer): ProfileAnswer {
  return { ...profile, first: profile.first.map((signal) => ({ ...signal, label: served.signals[signal.code] ?? signal.label })) };
}

export function permissionsInWords({ items, purposes }: PermissionsAnswer): PermissionsAnswer {
  return { items, purposes: purposes.map((purpose) => ({ ...purpose, label: served.purposes[purpose.code] ?? purpose.label })) };
}

/** A sentence of the server in the chosen language, to stand above it; undefined where the sentence itself is in it, or is new. */
export const sentenceInWords = (sentence: string): string | undefined => served.sentences[sentence];
