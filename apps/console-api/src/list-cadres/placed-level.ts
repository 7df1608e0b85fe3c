import { LEVEL_NAMES, type LevelName } from '#domain/risk/policy';

/** Filters with the level as its place, by which it is stored. */
export const placedLevel = <Filters extends { readonly level?: LevelName | undefined }>({
  level,
  ...filters
}: Filters): Omit<Filters, 'level'> & { readonly level: number | undefined } => ({
  ...filters,
  level: level === undefined ? undefined : LEVEL_NAMES.indexOf(level),
});
