import { isForbidden } from '#domain/policy/forbidden-features';
import { coverageFindings } from '#domain/points/check-coverage';
import { procedureFindings } from '#domain/points/check-procedure';
import { referenceFindings } from '#domain/points/check-references';
import { sourceFindings } from '#domain/points/check-sources';
import { thresholdFindings } from '#domain/points/check-thresholds';
import type { Finding } from '#domain/policy/policy-life';
import { finding } from '#domain/points/finding';
import type { FindingCode } from '#domain/points/finding-sentences';
import type { KnownType } from '#domain/points/known-type';
import type { Label, Scheme } from '#domain/points/scheme';
import { shapeProblems } from '#domain/points/scheme-shape';
import { at } from '#domain/risk/json-shape';

/**
 * What a scheme lacks or has wrong, all of it; nothing means that it can be approved.
 * @param json a parsed JSON document
 * @param types the signal types of the catalogue
 * @see design risk-model 9: totality check, thresholds ordered, no forbidden feature
 */
export function checkScheme(json: unknown, types: readonly KnownType[]): readonly Finding[] {
  const shape = shapeProblems(json);
  // The codes of shapes are among those of findings; a spec holds them together.
  if (shape.length > 0) return shape.map(({ pointer, code }) => finding(pointer, code as FindingCode));
  const scheme = json as Scheme;
  return [
    ...referenceFindings(scheme),
    ...sourceFindings(scheme, types),
    ...procedureFindings(scheme),
    ...thresholdFindings(scheme),
    ...coverageFindings(scheme, types),
    ...forbidden(scheme),
  ];
}

/** The shape has no field for it; what an item is called must not be made of it either. */
function forbidden({ items, thresholds }: Scheme): readonly Finding[] {
  const named = (list: string, labels: readonly Label[]): Finding[] =>
    labels.flatMap(({ zh, en }, place) => {
      const looks = isForbidden(`${zh} ${en ?? ''}`);
      return looks ? [finding(at(at(list, place), 'label'), 'forbidden-feature', zh)] : [];
    });
  return [
    ...named(
      '/items',
      items.map(({ label }) => label),
    ),
    ...named(
      '/thresholds',
      thresholds.map(({ label }) => label),
    ),
  ];
}
