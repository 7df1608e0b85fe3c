import type { SchemeObject } from '#domain/points/scheme';

/** A field of a signal type whose values are known: free text is none. */
export type KnownField = { readonly label: string; readonly optional: boolean } & (
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'day' }
);

/** What a scheme may ask of a signal type; the catalogue says it, so that the domain need not know it. */
export interface KnownType {
  readonly code: string;
  readonly label: string;
  readonly about: readonly SchemeObject[];
  readonly severities: readonly number[];
  readonly fields: Readonly<Record<string, KnownField>>;
}

/** The field of a type, the severity class among them; undefined for what it does not have. */
export function knownField({ fields, severities }: KnownType, name: string): KnownField | undefined {
  if (name !== 'severity') return Object.hasOwn(fields, name) ? fields[name] : undefined;
  return { label: '严重程度', optional: false, kind: 'whole', least: Math.min(...severities), most: Math.max(...severities) };
}
