import type { UnitRow } from '../contracts';

export interface UnitsAsked {
  readonly level?: string | undefined;
  readonly category?: string | undefined;
  /** Part of a name or of a code. */
  readonly text?: string | undefined;
}

export interface UnitNode extends UnitRow {
  readonly children?: readonly UnitNode[];
}

/** The units that fit all that is asked for, in the order of the list. */
export function findUnits(units: readonly UnitRow[], { level, category, text }: UnitsAsked): readonly UnitRow[] {
  const sought = (text ?? '').trim().toLowerCase();
  return units.filter(
    (unit) =>
      (level === undefined || unit.reading?.level === level) &&
      (category === undefined || unit.category === category) &&
      (unit.name.toLowerCase().includes(sought) || unit.code.toLowerCase().includes(sought)),
  );
}

/** Units under their parents; whose parent is not in the list stands at the top. */
export function treeOf(units: readonly UnitRow[]): readonly UnitNode[] {
  const known = new Set(units.map(({ code }) => code));
  const under = new Map<string | null, UnitRow[]>();
  for (const unit of units) {
    const parent = unit.parentCode !== null && known.has(unit.parentCode) ? unit.parentCode : null;
    under.set(parent, [...(under.get(parent) ?? []), unit]);
  }
  const nodesOf = (parent: string | null): readonly UnitNode[] =>
    (under.get(parent) ?? []).map((unit) => {
      const children = nodesOf(unit.code);
      return children.length === 0 ? unit : { ...unit, children };
    });
  return nodesOf(null);
}
