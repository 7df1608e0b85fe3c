import type { SignalKind } from '../contracts';
import { textsOf } from '../texts/texts';

const texts = textsOf('catalogue');

export type SubjectKind = SignalKind['about'][number];

/** In the order in which a filter offers them. */
export const SUBJECT_KINDS = Object.keys(texts.kinds) as readonly SubjectKind[];
export const kindWord = (kind: SubjectKind): string => texts.kinds[kind];

/** Whom a signal of the type can be about; what names a signal instead is about whom that is about. */
export function aboutWord({ about }: SignalKind): string {
  return about.length === 0 ? texts.aboutSignal : about.map(kindWord).join(texts.kindJoin);
}

/** How its sender names that subject. */
export const aboutSentence = ({ about }: SignalKind): string => about.map((kind) => texts.aboutHow[kind]).join('');
