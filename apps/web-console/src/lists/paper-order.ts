interface Placed {
  readonly name: string;
  readonly unitName: string | null;
}

const { compare } = new Intl.Collator('zh-CN');

/** On paper people stand by unit and name: a list that is carried away is no ranking. */
export const inPaperOrder = <Row extends Placed>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => compare(a.unitName ?? '', b.unitName ?? '') || compare(a.name, b.name));
