/** What an organ may do with a clue. @see domain inquiry 1.1: 谈话函询, 初步核实, 暂存待查, 予以了结 */
export const DISPOSITIONS = ['talk-or-inquiry', 'preliminary-verification', 'suspended', 'closed'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** The quality of a clue; what is absent is unknown, and unknown counts as absent. */
export interface ClueVector {
  /** The greatest severity class of the leading matter, 0–5. */
  readonly severity: number;
  /** An organ has already concluded on this. */
  readonly priorConclusion?: boolean;
  /** Something came that the prior conclusion did not know. */
  readonly newFacts?: boolean;
  readonly keyElementsPresent?: boolean;
  /** Risk that those concerned agree on a story (串供). */
  readonly collusionRisk?: boolean;
}

export interface Recommendation {
  readonly disposition: Disposition;
  /** Stable kebab-case codes, in the order in which they were asked. */
  readonly reasons: readonly string[];
}

const GRAVE_CLASS = 4;

/**
 * A recommendation only, shown with its reasons: people choose the disposition. The first rule that fits decides.
 * @see design risk-model 7 Router; domain inquiry 1.2
 */
export function recommendDisposition(vector: ClueVector): Recommendation {
  const grave = vector.severity >= GRAVE_CLASS;
  if (vector.priorConclusion === true && vector.newFacts !== true) {
    return { disposition: 'closed', reasons: ['prior-conclusion', 'nothing-new'] };
  }
  if (vector.keyElementsPresent === true && (grave || vector.collusionRisk === true)) {
    const why = [...(grave ? ['grave-class'] : []), ...(vector.collusionRisk === true ? ['collusion-risk'] : [])];
    return { disposition: 'preliminary-verification', reasons: ['key-elements-present', ...why] };
  }
  if (grave) return { disposition: 'suspended', reasons: ['grave-class', 'key-elements-missing'] };
  const elements = vector.keyElementsPresent === true ? 'key-elements-present' : 'key-elements-missing';
  return { disposition: 'talk-or-inquiry', reasons: ['below-grave-class', elements] };
}
